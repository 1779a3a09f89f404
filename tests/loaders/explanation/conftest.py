"""An invented article, drafted by hand, and its explanation."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from loaders.articles import SourceArticle, read_paths
from loaders.explanation.explain import explanation
from loaders.explanation.model import Explanation
from loaders.extraction import stages
from tests.loaders.extraction.drafts import READER, Drafting

TITLE = '<b>春季例会</b> & "召开"'
BODY = "9月28日下午，春季例会在金湖广场召开。县委书记王明讲话。\n张强检查金湖广场安全工作。李华所长陪同。"


@pytest.fixture
def article(tmp_path: Path) -> SourceArticle:
    row = {"id": "a<1>", "title": TITLE, "text": BODY, "published": "2023-10-02", "place": "云澜县"}
    path = tmp_path / "articles.jsonl"
    path.write_text(json.dumps(row), encoding="utf-8")
    (found,) = read_paths([path])
    assert isinstance(found, SourceArticle)
    return found


@pytest.fixture
def explained(article: SourceArticle) -> Explanation:
    """Two events, one of which holds a person and a place in its name, and a post that only a rule finds."""
    drafting = Drafting(article.text).add("Person", "王明", "张强", "李华").add("Place", "金湖广场").add("Post", "书记")
    drafting.add("Organization", "县委").add("Event", "春季例会", "张强检查金湖广场安全工作")
    drafting.relate("SPOKE_AT", "王明", "春季例会", 0.65).relate("HOLDS_POST", "王明", "书记")
    drafting.relate("LOCATED_IN", "春季例会", "金湖广场")
    drafting.draft.sentences, drafting.draft.body = article.sentences(), article.body
    for stage in stages.STAGES:
        if stage is not stages.mentioned:  # nobody is at the second event, and it is to be seen
            stage(drafting.draft)
    return explanation(article, drafting.draft, reader=READER)
