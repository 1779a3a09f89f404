"""Metadata from beside the files: which row counts, and what is wrong in it, told by line."""

from pathlib import Path

import pytest

from graph.errors import InputError
from loaders.articles import Metadata, Refused
from tests.loaders.articles import pages
from tests.loaders.articles.folder import read, write


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


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("metadata.csv", "file,title,published,place,source,url\na.txt,会议,2023-13-40,甲县,甲县日报,http://x.cn/\n"),
        (
            "metadata.jsonl",
            '{"file": "a.txt", "title": "会议", "published": "2023-13-40", "place": "甲县", "source": "甲县日报", '
            '"url": "http://x.cn/"}\n',
        ),
    ],
)
def test_a_wrong_date_takes_nothing_else_of_its_row_along(tmp_path: Path, name: str, text: str) -> None:
    write(tmp_path / "a.txt")
    (told,) = said(tmp_path, (name, text))
    article = read(tmp_path)[0]["a"]
    known = (article.title, article.published, article.place, article.source, article.url)
    assert known == ("会议", None, "甲县", "甲县日报", "http://x.cn/")
    assert (told.passed_over, told.line) == (False, 2 if name.endswith("csv") else 1)
    assert "2023-13-40" in told.message
    assert told.message.endswith("; the rest of the row counts")


def test_a_wrong_date_beside_a_file_leaves_the_date_that_is_given_for_all(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    write(tmp_path / "metadata.csv", "file,published\na.txt,3 September\n")
    assert read(tmp_path, published="2023-09-01")[0]["a"].published == "2023-09-01"


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
