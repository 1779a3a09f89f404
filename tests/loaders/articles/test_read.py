"""Files and folders: what is read, in which order, under which ids, with which metadata, and what is refused."""

import io
import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.errors import InputError
from loaders.articles import Metadata, Refused, SourceArticle, read_paths
from tests.loaders.articles import pages


def read(*paths: Path, **metadata: str) -> tuple[dict[str, SourceArticle], list[Refused]]:
    found = list(read_paths(paths, metadata=Metadata(**metadata)))
    return {a.id: a for a in found if isinstance(a, SourceArticle)}, [r for r in found if isinstance(r, Refused)]


def write(path: Path, text: str | bytes = pages.PROJECTS) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


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


def test_metadata_the_article_over_the_sidecar_over_the_flags(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    write(tmp_path / "b.txt", pages.VOLUNTEERS)
    write(tmp_path / "c.jsonl", '{"id": "c", "text": "会议召开。", "published": "2019-01-02", "place": ""}\n')
    write(
        tmp_path / "metadata.csv",
        "File,Title,Published,Place,Source,Url\na.txt,,2021/9/4 10:20,云岭新区,,\nc.jsonl,,2018,甲县,,http://x.cn/\n".encode(
            "gbk"
        ),
    )
    articles, refused = read(tmp_path, place="乙县", source="乙县日报")
    assert not refused
    told = {key: (a.published, a.place, a.source, a.url) for key, a in articles.items()}
    assert told == {
        "a": ("2021-09-04", "云岭新区", "乙县日报", None),
        "b": (None, "乙县", "乙县日报", None),
        "c": ("2019-01-02", "甲县", "乙县日报", "http://x.cn/"),
    }


def test_a_sidecar_above_serves_the_folders_below_and_the_nearest_wins(tmp_path: Path) -> None:
    write(tmp_path / "day" / "page.txt", pages.SINGLE_SPACED)
    write(
        tmp_path / "metadata.jsonl",
        '{"file": "day/page.txt", "place": "甲县", "source": "甲县日报"}\n{"file": "page#2", "published": "2021-09"}\n',
    )
    write(tmp_path / "day" / "metadata.jsonl", '{"file": "page.txt", "place": "乙县"}\n')
    articles, refused = read(tmp_path)
    assert not refused
    assert [(a.place, a.source, a.published) for a in articles.values()] == [
        ("乙县", "甲县日报", None),
        ("乙县", "甲县日报", "2021-09"),
    ]


def test_a_title_beside_the_file_says_that_it_is_one_article(tmp_path: Path) -> None:
    write(tmp_path / "page.txt", pages.SINGLE_SPACED)
    write(tmp_path / "metadata.jsonl", '{"file": "page.txt", "title": "本周要闻"}\n')
    (article,) = read(tmp_path)[0].values()
    assert (article.id, article.title) == ("page", "本周要闻")


def test_what_is_wrong_in_a_sidecar_is_said_once_and_by_line(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        write(tmp_path / name)
    write(tmp_path / "metadata.csv", "file,published\na.txt,3 September\n,2021\nb.txt,2021\n")
    write(tmp_path / "metadata.jsonl", "{broken\n")
    articles, refused = read(tmp_path)
    assert not any(r.passed_over for r in refused)
    assert [a.published for a in articles.values()] == [None, "2021"]
    assert [r.line for r in refused] == [1, 2, 3]
    assert "3 September" in refused[1].message


def said(folder: Path, *sidecars: tuple[str, str]) -> list[Refused]:
    for name, text in sidecars:
        write(folder / name, text)
    return read(folder)[1]


def test_rows_that_match_nothing_are_told_at_the_end_with_examples(tmp_path: Path) -> None:
    write(tmp_path / "one.txt")
    write(tmp_path / "page.txt", pages.SINGLE_SPACED)
    rows = "".join(f"gone{n}.txt,2021\n" for n in range(5))
    (told,) = said(
        tmp_path, ("metadata.csv", f"file,published\nOne.txt,2021\none.txt,2021\npage#2,2020\npage#3,2020\n{rows}")
    )
    assert told.passed_over
    assert told.path == str(tmp_path / "metadata.csv")
    assert "7 rows" in told.message
    assert "One.txt, page#3, gone0.txt, …" in told.message


def test_rows_of_files_that_were_not_asked_for_are_no_mistake(tmp_path: Path) -> None:
    one = write(tmp_path / "one.txt")
    write(tmp_path / "page.txt", pages.SINGLE_SPACED)
    write(tmp_path / "metadata.csv", "file,published\none.txt,2021\npage.txt,2021\npage#1,2020\npage#7,2020\n")
    articles, refused = read(one)
    assert (articles["one"].published, refused) == ("2021", [])


def test_a_file_named_twice_is_told(tmp_path: Path) -> None:
    write(tmp_path / "one.txt")
    write(tmp_path / "two.txt", pages.VOLUNTEERS)
    told = said(
        tmp_path,
        ("metadata.csv", "file,published\none.txt,2020\ntwo.txt,2020\n./one.txt,2021\n"),
        ("metadata.jsonl", '{"file": "two.txt", "published": "2019"}\n'),
    )
    assert [item.passed_over for item in told] == [True, True]
    assert "one.txt" in told[0].message
    assert "the last row counts" in told[0].message
    assert "two.txt" in told[1].message
    assert {key: article.published for key, article in read(tmp_path)[0].items()} == {"one": "2021", "two": "2020"}


@pytest.mark.parametrize(
    ("header", "why"),
    [
        ("filename,published", "filename"),
        ("file;published", "file;published"),
        ("one.txt,2021", "one.txt"),
    ],
)
def test_a_header_without_file_is_told_once(tmp_path: Path, header: str, why: str) -> None:
    write(tmp_path / "one.txt")
    (told,) = said(tmp_path, ("metadata.csv", f"{header}\none.txt,2021\ntwo.txt,2021\n"))
    assert (told.passed_over, told.line) == (False, 1)
    assert why in told.message
    assert '"file"' in told.message


def test_columns_that_are_not_read_are_told_once(tmp_path: Path) -> None:
    write(tmp_path / "one.txt")
    (told,) = said(tmp_path, ("metadata.csv", "file,date,place,,日期\none.txt,2021,甲县,,2021\n"))
    assert told.passed_over
    assert "date, 日期" in told.message
    assert "published" in told.message
    (tmp_path / "metadata.csv").unlink()
    write(tmp_path / "two.txt", pages.VOLUNTEERS)
    (told,) = said(
        tmp_path, ("metadata.jsonl", '{"file": "one.txt", "date": "2021"}\n{"file": "two.txt", "date": 1}\n')
    )
    assert "date" in told.message


def test_a_comma_that_shifts_a_row_is_told(tmp_path: Path) -> None:
    write(tmp_path / "one.txt")
    (told,) = said(tmp_path, ("metadata.csv", "file,title,published\none.txt,会议,讲话,2021\n"))
    assert (told.passed_over, told.line) == (False, 2)
    assert "quotes" in told.message
    assert said(tmp_path, ("metadata.csv", "file,title,published\none.txt,会议,2021,,\n")) == []


def test_dates_given_by_hand_are_checked_too() -> None:
    assert Metadata(published="2021/09/03").published == "2021-09-03"
    with pytest.raises(InputError, match="no date"):
        Metadata(published="September")


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
