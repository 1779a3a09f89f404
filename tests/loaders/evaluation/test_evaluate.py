"""Figures of small cases, counted by hand."""

import pytest

from graph.records import Article, Record
from loaders.evaluation import Count, evaluate
from tests.loaders.evaluation.invented import MEETING, PERFECT, annotation, entity, relation


def figures(records: list[Record], **changes: object) -> dict[str, Count]:
    return evaluate(records, [annotation(**changes)]).table()


def without(*parts: str) -> list[Record]:
    """The perfect records without those whose id, or whose relation's type, is named."""
    return [r for r in PERFECT if getattr(r, "id", None) not in parts and getattr(r, "type", None) not in parts]


def test_all_right() -> None:
    table = figures(PERFECT)
    assert table["all relations"] == Count(right=6)
    assert table["the four relations"] == Count(right=5)
    assert {name for name, count in table.items() if count.f1 != 1} == {"CHAIRED", "ORGANIZED"}  # the gold has none
    assert table["CHAIRED"] == Count()
    assert evaluate(PERFECT, [annotation()]).mistakes == []


def test_shares_of_what_is_right_wrong_and_missed() -> None:
    count = Count(right=3, wrong=1, missed=2)
    assert (count.found, count.gold) == (4, 5)
    assert (count.precision, count.recall) == (0.75, 0.6)
    assert count.f1 == pytest.approx(2 / 3)
    assert count.row() == {"precision": 0.75, "recall": 0.6, "f1": 0.6667, "gold": 5, "found": 4}
    assert Count().row() == {"precision": 0, "recall": 0, "f1": 0, "gold": 0, "found": 0}


def test_missed_and_wrong() -> None:
    records = [*without("SPOKE_AT"), entity("Person", "赵强"), relation("ATTENDED", "Person:赵强", MEETING)]
    result = evaluate(records, [annotation()])
    table = result.table()
    assert table["Person"] == Count(right=2, wrong=1)
    assert table["ATTENDED"] == Count(right=2, wrong=1)
    assert table["SPOKE_AT"] == Count(missed=1)
    assert table["all relations"] == Count(right=5, wrong=1, missed=1)
    assert {tuple(mistake[1:]) for mistake in result.mistakes} == {
        ("Person", "wrong", ("赵强",)),
        ("ATTENDED", "wrong", ("赵强", "全县教育工作会议")),
        ("SPOKE_AT", "missed", ("王明", "全县教育工作会议")),
    }


def test_a_name_is_right_under_any_of_its_forms() -> None:
    records = [entity("Person", "王县长"), relation("ATTENDED", "Person:王县长", MEETING), *without("Person:王明")[1:]]
    records = [r for r in records if getattr(r, "source", None) != "Person:王明"]
    table = figures(records)
    assert table["Person"] == Count(right=2)
    assert table["ATTENDED"] == Count(right=2)


def test_an_entity_of_the_wrong_kind_still_names_the_end_of_a_relation() -> None:
    """A stop that was read as organization is a wrong organization and a missed place, and located_in is right."""
    records = [*without("Place:县会议中心", "LOCATED_IN"), entity("Organization", "县会议中心")]
    table = figures([*records, relation("LOCATED_IN", MEETING, "Organization:县会议中心")])
    assert table["Organization"] == Count(right=1, wrong=1)
    assert table["Place"] == Count(missed=1)
    assert table["LOCATED_IN"] == Count(right=1)


def test_events_are_one_to_one() -> None:
    """A second event about the same is a wrong event, and what is said of it is wrong too."""
    second = entity("Event", "教育工作会议", date="2023-05-06")
    table = figures([*PERFECT, second, relation("ATTENDED", "Person:李华", second.id)])
    assert table["Event"] == Count(right=1, wrong=1)
    assert table["ATTENDED"] == Count(right=2, wrong=1)


def test_an_event_is_found_by_its_people_whatever_it_is_called() -> None:
    other = entity("Event", "王明出席活动", date="2023-05-07")
    moved = [relation("ATTENDED", who, other.id) for who in ("Person:王明", "Person:李华")]
    records = without(MEETING, "ATTENDED", "SPOKE_AT", "LOCATED_IN")
    table = figures([*records, other, *moved])
    assert table["Event"] == Count(right=1)
    assert table["Event name"] == Count(wrong=1, missed=1)
    assert table["Event date"] == Count(wrong=1, missed=1)
    assert table["ATTENDED"] == Count(right=2)


@pytest.mark.parametrize(
    ("got", "want", "expected"),
    [
        ("2023-05-06", "2023-05-06", Count(right=1)),
        ("2023-05", "2023-05-06", Count(wrong=1, missed=1)),
        (None, "2023-05-06", Count(missed=1)),
        ("2023-05-06", None, Count(wrong=1)),
        (None, None, Count()),
    ],
)
def test_dates_of_events(got: str | None, want: str | None, expected: Count) -> None:
    event = entity("Event", "全县教育工作会议", **({"date": got} if got else {}))
    events = [{"id": "E1", "name": "全县教育工作会议", "date": want}]
    assert figures([*without(MEETING), event], events=events)["Event date"] == expected


def test_what_is_optional_counts_neither_way() -> None:
    optional = {
        "attended": [["李华", "E1"]],
        "persons": ["赵强"],
        "responsible_for": [["县教育局", "校园安全检查", "duty"]],
    }
    given = [entity("Person", "赵强"), entity("Matter", "校园安全检查")]
    said = relation("RESPONSIBLE_FOR", "Organization:县教育局", "Matter:校园安全检查")
    changes = {"optional": optional, "attended": [["王明", "E1"]]}
    table = figures([*PERFECT, *given, said], **changes)
    assert table["Person"] == Count(right=2)
    assert table["ATTENDED"] == Count(right=1)
    assert table["RESPONSIBLE_FOR"] == Count(right=1)
    assert figures(PERFECT, attended=[["王明", "E1"]])["ATTENDED"] == Count(right=1, wrong=1)


def test_all_about_an_optional_event_counts_neither_way() -> None:
    events = [{"id": "E1", "name": "全县教育工作会议", "date": "2023-05-06", "optional": True}]
    for records in (PERFECT, without(MEETING, "ATTENDED", "SPOKE_AT", "LOCATED_IN")):
        table = figures(records, events=events)
        assert table["Event"] == table["Event date"] == table["ATTENDED"] == table["LOCATED_IN"] == Count()
        assert table["HOLDS_POST"] == Count(right=1)


def test_posts_match_by_holder_and_title() -> None:
    records = without("Post:县教育局局长", "HOLDS_POST")
    deputy = entity("Post", "县教育局副局长", title="副局长")
    table = figures([*records, deputy, relation("HOLDS_POST", "Person:李华", deputy.id)])
    assert table["HOLDS_POST"] == Count(wrong=1, missed=1)


def test_a_page_is_scored_whole() -> None:
    """page#1 and page#2 are the annotated page; an article that is annotated itself is not taken for a part."""
    records: list[Record] = [
        entity("Person", "王明", article="page#1"),
        entity("Person", "李华", article="page#2"),
        entity("Person", "赵强", article="other#1"),
    ]
    people = {"persons": [{"name": "王明"}, {"name": "李华"}]}
    table = evaluate(records, [annotation(id="page", **people)]).table()
    assert table["Person"] == Count(right=2)
    parts = [annotation(id="page#1", **people), annotation(id="page", **people)]
    assert [counts["Person"] for counts in evaluate(records, parts).counts] == [Count(1, 0, 1), Count(1, 0, 1)]


def test_an_entity_that_two_articles_name_is_put_together() -> None:
    """The alias that the second article gives makes the first one's name right: one id is one person."""
    first = entity("Person", "王副主任")
    second = entity("Person", "王副主任", "王明", article="b")
    assert evaluate([first, second], [annotation()]).table()["Person"] == Count(right=1, missed=1)
    assert evaluate([first], [annotation()]).table()["Person"] == Count(wrong=1, missed=2)


def test_articles_of_nobody_are_left_out_and_unread_ones_named() -> None:
    records = [*PERFECT, Article(id="z"), entity("Person", "钱进", article="z")]
    result = evaluate(records, [annotation(), annotation(id="b")])
    assert result.unread == ["b"]
    assert result.table()["Person"] == Count(right=2, missed=2)


def test_families() -> None:
    gold = [annotation(), annotation(id="b", family=None), annotation(id="c")]
    families = evaluate(PERFECT, gold).by_family()
    assert {name: (number, table["Person"]) for name, (number, table) in families.items()} == {
        "-": (1, Count(missed=2)),
        "county": (2, Count(right=2, missed=2)),
    }


def test_a_relation_with_a_loose_end_is_left_out_and_named() -> None:
    loose = relation("ATTENDED", "Person:赵强", MEETING)
    result = evaluate([*PERFECT, loose], [annotation()])
    assert result.loose == [loose]
    assert result.table()["ATTENDED"] == Count(right=2)
