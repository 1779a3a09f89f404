"""The spaCy pipeline: articles in, records out.

`spacy.blank("zh")` with one token a character, which are the reader's tokens, so that spans meet without alignment.
Components: `guanxi_reader` (the trained reader, batched), then one a stage of rules, then `guanxi_spans`, which
shows the result as spaCy users expect it: `doc.spans["entities"]`, `doc._.events`, `doc._.relations`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import registry
from spacy.vocab import Vocab

from graph.records import Record
from graph.settings import Settings
from loaders.articles.model import SourceArticle
from loaders.extraction import stages
from loaders.extraction.draft import Draft
from loaders.extraction.drafting import draft_of
from loaders.extraction.reader.reader import Reader
from loaders.extraction.reader.windows import sentences
from loaders.extraction.records import records_of

BATCH = 64
"""Articles read at once: enough to fill the encoder's rows, little enough to keep memory flat."""


class CharacterTokenizer:
    """One token a character, white space included, so that token i is character i."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        return Doc(self.vocab, words=list(text), spaces=[False] * len(text))

    def to_bytes(self, **_: Any) -> bytes:
        """Nothing to keep: spaCy asks when a pipeline is saved."""
        return b""

    def from_bytes(self, _data: bytes, **_: Any) -> CharacterTokenizer:
        return self

    def to_disk(self, _path: Any, **_: Any) -> None:
        """Nothing to keep."""

    def from_disk(self, _path: Any, **_: Any) -> CharacterTokenizer:
        return self


@registry.tokenizers("guanxi.CharacterTokenizer.v1")  # type: ignore[untyped-decorator]
def create_tokenizer() -> Callable[[Language], CharacterTokenizer]:
    """The tokenizer's factory, as spaCy's configuration names it."""
    return lambda nlp: CharacterTokenizer(nlp.vocab)


class ReaderComponent:
    """Reads documents in batches; the draft of each is `doc._.draft`.

    `doc.user_data["article"]`, a SourceArticle, gives sentences, dates and places where it is there.
    """

    def __init__(self, reader: Reader) -> None:
        self.reader = reader

    @property
    def called(self) -> str:
        """What evidence calls it: `reader VERSION` (spaCy keeps `name` for its own)."""
        return f"reader {self.reader.version}"

    def __call__(self, doc: Doc) -> Doc:
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], batch_size: int = BATCH) -> Iterator[Doc]:
        """Reads `batch_size` documents at once."""
        docs = iter(stream)
        while batch := list(islice(docs, batch_size)):
            for doc, reading in zip(batch, self.reader.read([doc.text for doc in batch]), strict=True):
                article = doc.user_data.get("article")
                doc._.draft = draft_of(
                    doc.text,
                    reading,
                    sentences=article.sentences() if article else sentences(doc.text),
                    reader=self.called,
                    body=article.body if article else 0,
                    published=article.published if article else None,
                    place=article.place if article else None,
                )
                yield doc


@Language.factory("guanxi_reader", default_config={"weights": None})
def create_reader(nlp: Language, name: str, weights: str | None) -> ReaderComponent:  # noqa: ARG001  spaCy passes all
    """The reader with the weights of a folder, by default those of the package."""
    return ReaderComponent(Reader.load(Path(weights) if weights else None))


def _stage(stage: Callable[[Draft], None]) -> Callable[[Doc], Doc]:
    def component(doc: Doc) -> Doc:
        stage(doc._.draft)
        return doc

    return component


for _one in stages.STAGES:
    Language.component(f"guanxi_{_one.__name__}", func=_stage(_one))


@Language.component("guanxi_spans")
def show_spans(doc: Doc) -> Doc:
    """Entities as spans, events and relations as plain values, for those who come from spaCy."""
    draft: Draft = doc._.draft
    doc.spans["entities"] = sorted(
        Span(doc, start, end, label=entity.kind) for entity in draft.entities for start, end in entity.spans
    )
    doc._.events = [entity for _, entity in draft.of_kind("Event")]
    doc._.relations = draft.relations
    return doc


for _name, _default in (("draft", None), ("events", ()), ("relations", ())):
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, default=_default)


@cache
def pipeline() -> Language:
    """The pipeline with the weights of the settings (GUANXI_READER) or of the package; loaded once a process.

    Raises InputError where the folder of the settings holds no weights that can be used.
    """
    own = Settings.from_env().reader
    nlp = spacy.blank("zh", config={"nlp": {"tokenizer": {"@tokenizers": "guanxi.CharacterTokenizer.v1"}}})
    nlp.add_pipe("guanxi_reader", config={"weights": str(own)} if own else {})
    for stage in stages.STAGES:
        nlp.add_pipe(f"guanxi_{stage.__name__}")
    nlp.add_pipe("guanxi_spans")
    return nlp


def reader_name() -> str:
    """What evidence calls the reader of the pipeline."""
    component: Any = pipeline().get_pipe("guanxi_reader")
    return str(component.called)


def extract(articles: Iterable[SourceArticle]) -> Iterator[tuple[SourceArticle, list[Record]]]:
    """Each article with its records, in order; as many in memory as a batch holds."""
    for article, draft in drafts(articles):
        yield article, list(records_of(article, draft))


def drafts(articles: Iterable[SourceArticle]) -> Iterator[tuple[SourceArticle, Draft]]:
    """Each article with what was found in it, in order, before records are made."""
    for doc in pipeline().pipe(map(_doc, articles), batch_size=BATCH):
        yield doc.user_data["article"], doc._.draft


def _doc(article: SourceArticle) -> Doc:
    doc = pipeline().make_doc(article.text)
    doc.user_data["article"] = article
    return doc
