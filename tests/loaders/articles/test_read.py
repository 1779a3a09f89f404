"""Files and folders: what is read, in which order, under which ids, and what is refused."""

import io
import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from loaders.articles import Refused, SourceArticle, read_paths
from tests.loaders.articles import pages
from tests.loaders.articles.folder import read, write


def test_one_article_is_called_by_its_file_and_several_by_number(tmp_path: Path) -> None:
    articles, refused = read(write(tmp_path / "one.txt"), write(tmp_path / "page.txt", pages.SINGLE_SPACED))
    assert list(articles) == ["one", "page#1", "page#2"]
    assert not refused
    second = articles["page#2"]
    assert pages.SINGLE_SPACED[second.start : second.end] == second.raw
    assert second.title == "青年志愿者走进松塘社区"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16", "utf-16-be"])
def test_the_source_is_the_file_decoded(tmp_path: Path, encoding: str) -> None:
    text = pages.BROKEN_COLUMNS.replace("\n", "\r\n")
    path = write(tmp_path / "page.txt", text.encode(encoding))
    with path.open(encoding=encoding, newline="") as stream:
        source = stream.read()
    articles, _ = read(path)
    assert len(articles) == 2
    for article in articles.values():
        for span in article.sentences():
            low, high = article.source_span(*span)
            assert source[low:high] == article.source_text(*span)
            assert "".join(source[low:high].split()) == "".join(article.text[slice(*span)].split())


def test_a_folder_is_walked_in_the_order_of_names_and_only_once(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/10.txt", "a/z.txt", "c.txt"):
        write(tmp_path / name, f"{name}召开会议。")
    (tmp_path / "b" / "loop").symlink_to(tmp_path)
    (tmp_path / "copy.txt").symlink_to(tmp_path / "c.txt")
    articles, refused = read(tmp_path, tmp_path / "c.txt")
    assert list(articles) == ["z", "10", "2", "c"]
    assert all(r.passed_over and "visited already" in r.message for r in refused)
    assert [Path(r.path).name for r in refused] == ["loop", "copy.txt", "c.txt"]


def test_files_of_one_name_are_told_apart_by_their_path(tmp_path: Path) -> None:
    for name in ("a/news.txt", "b/news.txt", "b/news.html"):
        write(tmp_path / name, f"<p>{name}</p>" if name.endswith("html") else f"{name}召开会议。")
    assert list(read(tmp_path)[0]) == ["news", "b/news", "b/news.txt"]
    assert list(read(tmp_path)[0]) == ["news", "b/news", "b/news.txt"]


def test_a_page_and_records_of_one_name_do_not_collide(tmp_path: Path) -> None:
    write(tmp_path / "page.jsonl", '{"text": "甲召开会议。"}\n')
    write(tmp_path / "page.txt", pages.SINGLE_SPACED)
    assert list(read(tmp_path)[0]) == ["page#1", "page.txt#1", "page.txt#2"]


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("empty.txt", b"", "is empty"),
        ("blank.txt", b" \n\n", "is empty"),
        ("rules.txt", "————\n＊＊＊\n".encode(), "no words"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + b"\0" * 99, "PNG picture"),
        ("huge.txt", "字".encode() * (4 * 1024 * 1024), "larger than 10 MB"),
        ("big5.txt", "臺北市議會召開會議審議預算案與財政收支報告書".encode("big5"), "UTF-8"),
        ("broken.pdf", b"%PDF-1.4\nnonsense", "damaged"),
        ("broken.docx", b"PK\x03\x04nonsense", "damaged"),
        ("text.docx", "文字".encode(), "damaged"),
        ("old.docx", b"\xd0\xcf\x11\xe0" + b"\0" * 99, "save it as .docx"),
        ("empty.html", b"<html><body></body></html>", "no article"),
        ("binary.html", bytes(range(256)) * 9, "no text"),
    ],
)
def test_an_unreadable_file_is_refused_by_name_and_the_rest_goes_on(
    tmp_path: Path, name: str, content: bytes, why: str
) -> None:
    path = write(tmp_path / name, content)
    articles, (refused,) = read(path, write(tmp_path / "good.txt"))
    assert list(articles) == ["good"]
    assert (refused.path, refused.passed_over) == (str(path), False)
    assert str(path) in refused.message
    assert why in refused.message


@pytest.fixture
def odd_things(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "odd"
    folder.mkdir()
    os.mkfifo(folder / "pipe.txt")
    (folder / "nowhere.txt").symlink_to("gone.txt")
    (folder / "self.txt").symlink_to("self.txt")
    (folder / "device.txt").symlink_to("/dev/zero")
    write(folder / ".hidden.txt")
    write(folder / ".git" / "config.txt")
    write(folder / "~$lock.docx")
    write(folder / "slides.pptx")
    write(folder / "report.doc")
    write(folder / "zz.txt")
    with socket.socket(socket.AF_UNIX) as server:
        here = Path.cwd()
        os.chdir(folder)
        server.bind("socket.txt")
        os.chdir(here)
        yield folder


def test_what_is_no_file_is_passed_over_by_name_and_nothing_hangs(odd_things: Path) -> None:
    articles, refused = read(odd_things)
    assert list(articles) == ["zz"]
    said = {Path(r.path).name: r.message for r in refused}
    assert set(said) == {path.name for path in odd_things.iterdir()} - {"zz.txt"}
    assert "a pipe" in said["pipe.txt"]
    assert "link to nowhere" in said["nowhere.txt"]
    assert "symbolic links" in said["self.txt"]
    assert "a device" in said["device.txt"]
    assert "a socket" in said["socket.txt"]
    assert "hidden" in said[".git"]
    assert "save it as .docx" in said["report.doc"]
    assert all(r.passed_over for r in refused)


def test_a_path_that_is_not_there_is_refused(tmp_path: Path) -> None:
    _, (refused,) = read(tmp_path / "gone.txt")
    assert not refused.passed_over
    assert "no such file" in refused.message


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the superuser may read everything")
def test_without_permission_a_file_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "secret.txt")
    path.chmod(0)
    _, (refused,) = read(path)
    assert "permission" in refused.message


def test_a_name_from_an_old_archive_is_shown_as_people_wrote_it(tmp_path: Path) -> None:
    name = os.fsdecode("会议".encode("gb18030") + b".txt")
    (tmp_path / name).write_bytes(pages.PROJECTS.encode())
    assert list(read(tmp_path)[0]) == ["会议"]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (pages.SINGLE_SPACED.encode("gb18030"), ["stdin#1", "stdin#2"]),
        ("<html><body><h1>会议</h1><p>9月3日，会议召开，顾远帆讲话。</p></body></html>".encode(), ["stdin"]),
    ],
)
def test_standard_input_is_known_by_its_first_bytes(data: bytes, expected: list[str]) -> None:
    found = list(read_paths(["-"], stdin=io.BytesIO(data)))
    assert [a.id for a in found if isinstance(a, SourceArticle)] == expected


def test_empty_standard_input_is_refused() -> None:
    (refused,) = read_paths(["-"], stdin=io.BytesIO(b""))
    assert isinstance(refused, Refused)
    assert refused.path == "-"


def test_reading_is_lazy(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    later = write(tmp_path / "b.txt")
    found = read_paths([tmp_path])
    next(found)
    later.write_text("新的内容，会议召开。", encoding="utf-8")
    second = next(found)
    assert isinstance(second, SourceArticle)
    assert second.text.startswith("新的内容")


def test_a_graph_among_the_articles_is_passed_over(tmp_path: Path) -> None:
    """`guanxi build .` makes guanxi.db in the very folder that it reads, again and again."""
    (tmp_path / "a.txt").write_text("全县春季例会召开\n9月28日，县长王明主持会议。\n", encoding="utf-8")
    graph = tmp_path / "guanxi.db"
    (graph / "databases").mkdir(parents=True)
    (graph / "server.options").write_text("", encoding="utf-8")
    (graph / "log.jsonl").write_text('{"time": 1}\n', encoding="utf-8")
    found = list(read_paths([tmp_path]))
    assert [type(item).__name__ for item in found] == ["SourceArticle", "Refused"]
    assert isinstance(found[1], Refused)
    assert found[1].passed_over
    assert found[1].message.endswith("guanxi.db is a graph")
