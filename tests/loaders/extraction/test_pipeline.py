"""The pipeline as spaCy's users see it."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import spacy

import loaders.extraction
from loaders.extraction import stages
from loaders.extraction.pipeline import extract, pipeline
from loaders.samples.from_gold import sample_articles

TEXT = (
    "柳河县召开安全生产工作会议\n9月28日下午，柳河县安全生产工作会议在县会议中心召开。"
    "县委书记陈思远出席会议并讲话，县长周建平主持会议。\n"
)


def test_a_text_becomes_spans_events_and_relations() -> None:
    doc = pipeline()(TEXT)
    assert doc.text == TEXT
    found = {(span.text, span.label_) for span in doc.spans["entities"]}
    assert {("陈思远", "Person"), ("周建平", "Person"), ("县会议中心", "Place")} <= found
    (event,) = doc._.events
    assert event.properties["kind"] == "meeting"
    assert event.properties["date"] == "--09-28"  # nothing says which year
    names = [entity.name for entity in doc._.draft.entities]
    stated = {(each.type, names[each.source], names[each.target]) for each in doc._.relations}
    assert ("CHAIRED", "周建平", event.name) in stated
    assert ("HOLDS_POST", "周建平", "县长") in stated


def test_tokens_are_characters_so_that_spans_meet() -> None:
    doc = pipeline().make_doc("县委 书记\n１")
    assert [token.text for token in doc] == list("县委 书记\n１")
    assert all(token.idx == token.i for token in doc)


def test_a_stream_gives_what_single_texts_give() -> None:
    texts = [TEXT, "", "某镇植树。\n", TEXT]
    streamed = [doc.to_json()["spans"] for doc in pipeline().pipe(texts, batch_size=2)]
    assert streamed == [pipeline()(text).to_json()["spans"] for text in texts]
    assert streamed[1] == {"entities": []}


def test_every_stage_is_a_component_in_its_order() -> None:
    names = [f"guanxi_{stage.__name__}" for stage in stages.STAGES]
    assert pipeline().pipe_names == ["guanxi_reader", *names, "guanxi_spans"]


def test_metadata_of_an_article_is_used() -> None:
    article = next(article for article in sample_articles() if article.published and article.place)
    (_, records), = extract([article])  # fmt: skip
    places = {record.properties.get("jurisdiction") for record in records if hasattr(record, "kind")}  # type: ignore[union-attr]
    assert places == {article.place}


def test_the_pipeline_can_be_saved_and_read_again() -> None:
    nlp = pipeline()
    again = spacy.blank("zh", config={"nlp": {"tokenizer": {"@tokenizers": "guanxi.CharacterTokenizer.v1"}}})
    for name in nlp.pipe_names:
        again.add_pipe(name)
    again.from_bytes(nlp.to_bytes())
    assert again(TEXT).to_json() == nlp(TEXT).to_json()


@pytest.mark.parametrize(
    "name", ["guanxi_reader", "guanxi_spans", *(f"guanxi_{each.__name__}" for each in stages.STAGES)]
)
def test_components_are_found_by_name(name: str) -> None:
    assert spacy.blank("zh").has_factory(name)


def test_spacy_finds_the_components_without_our_import() -> None:
    """The README's example, in a process of its own, which imports spaCy and nothing of guanxi."""
    readme = Path(loaders.extraction.__file__).with_name("README.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```python\n(.*?)```", readme, re.DOTALL)
    script = example + "print([span.text for span in doc.spans['entities']], doc._.events[0].name)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    assert "'周建平'" in done.stdout
    assert done.stdout.strip().endswith("安全生产工作会议")
