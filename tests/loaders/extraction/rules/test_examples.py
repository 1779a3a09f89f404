"""The examples that the rules of dates.yaml and kinds.yaml carry: where each fires, and where it must not."""

import pytest

from loaders.extraction.rules.dates import find_dates, rules
from loaders.extraction.rules.kinds import kind_of, kind_rules

PUBLISHED = "2023-10-02"
"""A Monday; dates.yaml names it."""

KIND_RULES = [(what, rule) for what, found in kind_rules().items() for rule in found]
FIRES = [(rule.name, str(text), str(value)) for rule in rules() for text, value in rule.about["fires"].items()]
SILENT = [(rule.name, text) for rule in rules() for text in rule.about["silent"]]


@pytest.mark.parametrize(("text", "value"), [each[1:] for each in FIRES])
def test_dates_that_are_read(text: str, value: str) -> None:
    """The first expression of the example is what the example says: a date, "" for a vague time, with its half-day."""
    first = find_dates(text, published=PUBLISHED)[0]
    assert " ".join(filter(None, (str(first.value or ""), first.half_day))) == value


@pytest.mark.parametrize("name", sorted({name for name, *_ in FIRES} - {"date.second_of_pair"}))
def test_every_rule_of_dates_reads_one_of_its_examples(name: str) -> None:
    found = {date.rule for rule, text, _ in FIRES if rule == name for date in find_dates(text, published=PUBLISHED)}
    assert name in found


@pytest.mark.parametrize(
    "text", ["9月28日至30日开会", "9月28日夜至29日凌晨抢险", "9月28日至30日上午开会", "9月28日上午、29日下午，县里开会"]
)
def test_the_second_of_a_pair_is_passed_over(text: str) -> None:
    found = find_dates(text, published=PUBLISHED)
    assert [(str(date.value), date.rule) for date in found] == [("2023-09-28", "date.month_day")]


@pytest.mark.parametrize(("name", "text"), SILENT)
def test_dates_that_are_none(name: str, text: str) -> None:
    assert name not in {date.rule for date in find_dates(text, published=PUBLISHED)}


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
def test_every_rule_of_dates_has_both_examples(rule: object) -> None:
    about = rule.about  # type: ignore[attr-defined]
    assert about["fires"]
    assert about["silent"]


@pytest.mark.parametrize(
    ("what", "name", "kind", "text"),
    [(what, rule.name, rule.kind, text) for what, rule in KIND_RULES for text in rule.fires],
)
def test_names_of_a_kind(what: str, name: str, kind: str, text: str) -> None:
    """The rule fires, and no rule before it says otherwise."""
    rule = next(rule for _, rule in KIND_RULES if rule.name == name)
    assert rule.pattern.search(text)
    assert kind_of(what, text) == kind


@pytest.mark.parametrize(("name", "text"), [(rule.name, text) for _, rule in KIND_RULES for text in rule.silent])
def test_names_of_other_kinds(name: str, text: str) -> None:
    rule = next(rule for _, rule in KIND_RULES if rule.name == name)
    assert not rule.pattern.search(text)


def test_names_of_rules_are_unique() -> None:
    names = [rule.name for _, rule in KIND_RULES] + [rule.name for rule in rules()]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(("what", "text"), [("event", "王明"), ("organization", "王明")])
def test_a_name_that_says_nothing_has_no_kind(what: str, text: str) -> None:
    assert kind_of(what, text) is None
