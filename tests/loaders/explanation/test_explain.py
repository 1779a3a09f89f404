"""What an explanation says of each thing, and what found it."""

from __future__ import annotations

from loaders.articles import SourceArticle
from loaders.explanation.explain import explain, explanation
from loaders.explanation.model import DATE, Explanation, Fact, Thing
from loaders.extraction import stages
from loaders.samples.from_gold import sample_articles
from tests.loaders.extraction.drafts import READER, Drafting


def named(explained: Explanation, name: str) -> Thing:
    return next(thing for thing in explained.things if thing.name == name)


def test_properties_name_the_rule_that_gave_them(explained: Explanation) -> None:
    facts = {fact.en: (fact.value, fact.rule) for fact in named(explained, "春季例会").facts}
    assert facts["kind"] == ("会议 meeting", "event.meeting_head")
    assert facts["date"] == ("2023-09-28", "date.month_day “9月28日下午”")
    assert facts["part of the day"][0] == "下午 pm"
    assert {fact.en: fact.rule for fact in named(explained, "书记").facts} == {
        "organization": "post.organization_before_title"
    }
    assert named(explained, "金湖广场").facts == (Fact("级别", "level", "场所 site", "place.site"),)


def test_relations_stand_under_the_sentence_that_tells_them(explained: Explanation) -> None:
    told = {(line.number, link.type, link.source.name, link.rule) for line in explained.lines for link in line.links}
    assert told == {
        (3, "SPOKE_AT", "王明", "reader test"),
        (3, "ATTENDED", "王明", "attended.spoke"),
        (3, "HOLDS_POST", "王明", "reader test"),
        (3, "POST_OF", "书记", "post.organization_before_title"),
        (1, "LOCATED_IN", "春季例会", "reader test"),
        (5, "HOLDS_POST", "李华", "holds_post.title_after_name"),
    }
    assert len(explained.links) == 6


def test_a_thing_names_what_found_it(explained: Explanation) -> None:
    found = {thing.name: thing.found_by for thing in explained.things}
    assert found["书记"] == "reader test"
    assert found["所长"] == "holds_post.title_after_name"
    (mark,) = (mark for line in explained.lines for mark in line.marks if mark.says.startswith("职务 Post: 所长"))
    assert mark.says.endswith("holds_post.title_after_name 0.97")


def test_evidence_are_mentions(explained: Explanation) -> None:
    marks = {(mark.start, mark.end) for line in explained.lines for mark in line.marks}
    assert all(set(link.evidence) <= marks for link in explained.links)


def test_dates_are_marked_with_what_they_mean(explained: Explanation) -> None:
    (date,) = (mark for line in explained.lines for mark in line.marks if mark.kind == DATE)
    assert explained.text[date.start : date.end] == "9月28日下午"
    assert date.says == "时间 date: 2023-09-28 pm · date.month_day"


def test_dates_are_those_that_events_were_dated_by(article: SourceArticle) -> None:
    """Without a day of publication the year is that of an event's name; what is shown is what was found."""
    drafting = Drafting(article.text).add("Event", "春季例会")
    drafting.entity("春季例会").name = "2022年春季例会"
    drafting.draft.published, drafting.draft.sentences = None, article.sentences()
    stages.events(drafting.draft)
    explained = explanation(article, drafting.draft, reader=READER)
    says = [mark.says for line in explained.lines for mark in line.marks if mark.kind == DATE]
    assert "时间 date: 2022-09-28 pm · date.month_day" in says
    facts = {fact.en: (fact.value, fact.rule) for fact in named(explained, "2022年春季例会").facts}
    assert facts["date"] == ("2022-09-28", "date.month_day “9月28日下午”")


def test_lines_are_the_sentences_with_their_place_in_the_source(article: SourceArticle, explained: Explanation) -> None:
    assert [line.number for line in explained.lines] == list(range(1, len(explained.lines) + 1))
    for line in explained.lines:
        assert article.source_text(line.start, line.end) == article.raw[slice(*line.source)]


def test_every_sample_can_be_explained_with_the_shipped_reader() -> None:
    some = sample_articles()[:4]
    for article, explained in zip(some, explain(some), strict=True):
        assert explained.id == article.id
        assert explained.links
        assert any(thing.found_by == explained.reader for thing in explained.things)
        assert all(link.sentences for link in explained.links)
