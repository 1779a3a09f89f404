"""Annotations as files hold them."""

from pathlib import Path

import pytest

from graph.errors import InputError
from loaders.annotations.gold import read_gold

ONE = '{"id": "a", "persons": [{"name": "王明"}], "attended": [["王明", "E1"]], "place": "passed over"}'
TWO = '{"id": "b", "family": "county", "holds_post": [["李华", "局长", null]]}'


@pytest.mark.parametrize("text", [f"{ONE}\n\n{TWO}\n", f"[{ONE},\n{TWO}]", f"\ufeff{ONE}\r\n{TWO}"])
def test_lines_and_lists_are_read(tmp_path: Path, text: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(text, encoding="utf-8")
    one, two = read_gold([path])
    assert (one.id, one.family, one.persons[0].name, one.attended) == ("a", None, "王明", [("王明", "E1")])
    assert (two.id, two.family, two.holds_post) == ("b", "county", [("李华", "局长", None)])


def test_a_single_object_over_several_lines_is_read(tmp_path: Path) -> None:
    path = tmp_path / "gold.json"
    path.write_text(ONE.replace(", ", ",\n  "), encoding="utf-8")
    assert [annotation.id for annotation in read_gold([path])] == ["a"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (ONE + "\n{", r"gold\.jsonl:2: expected one JSON object"),
        (ONE + '\n{"id": "b", "attended": [["王明"]]}', r"gold\.jsonl:2: .*attended\[0\]"),
        (ONE + '\n{"persons": []}', r"gold\.jsonl:2: .*`id`"),
        ('[{"id": 3}]', r"gold\.jsonl, annotation 1: .*\$\.id"),
        ('{"record": "entity", "id": "person:x"}\n' + ONE, "this is a record, not an annotation"),
        (ONE + "\n" + ONE, "article a is annotated twice"),
        ("", "no annotation"),
        ('{"record": "entity", "name": "x"}', "this is a record, not an annotation"),
    ],
)
def test_what_is_no_annotation_is_refused_with_its_place(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=said):
        read_gold([path])


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"nowhere\.jsonl cannot be read"):
        read_gold([tmp_path / "nowhere.jsonl"])
