"""The page: whole, escaped, asking for nothing, and the words light up."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path
from typing import Any

import lxml.html
import pytest

from loaders.explanation.model import Explanation
from loaders.explanation.page import render

HOSTILE = '</script><script>document.title="owned"</script><img src=x onerror="document.title=1">{{ 7*7 }}'


def test_the_text_stands_there_word_for_word(explained: Explanation) -> None:
    page = lxml.html.fromstring(render([explained]))
    texts = [each.text_content() for each in page.find_class("text")]
    assert texts == [explained.text[line.start : line.end] for line in explained.lines]


def test_marks_lie_in_each_other(explained: Explanation) -> None:
    page = lxml.html.fromstring(render([explained]))
    (event,) = (mark for mark in page.iter("mark") if mark.text_content() == "张强检查金湖广场安全工作")
    assert [(mark.get("class").split()[0], mark.text_content()) for mark in event.iter("mark")][1:] == [
        ("Person", "张强"),
        ("Place", "金湖广场"),
    ]


def test_what_found_a_thing_stands_beside_it(explained: Explanation) -> None:
    page = lxml.html.fromstring(render([explained]))
    found = {
        item.find_class("name")[0].text_content(): item.find_class("found")[0]
        for item in page.iter("li")
        if item.find_class("found")
    }
    assert found["所长"].findtext("code/bdi") == "holds_post.title_after_name"
    assert found["书记"].findtext("code/bdi") == "reader test"


def test_evidence_points_to_marks(explained: Explanation) -> None:
    page = lxml.html.fromstring(render([explained]))
    places = {mark.get("data-at") for mark in page.iter("mark") if mark.get("data-entity")}
    rests_on = [item.get("data-evidence").split() for item in page.iter("li") if item.get("data-evidence")]
    assert len(rests_on) == len(explained.links)
    assert all(set(each) <= places and each for each in rests_on)


def test_nothing_is_asked_for_and_only_its_own_script_may_run(explained: Explanation) -> None:
    text = render([explained])
    assert re.search(r"default-src (?:'|&#39;)none", text)
    assert text.count("<script") == 1
    assert not re.search(r"""\s(?:src|href|action)=|@import|url\(|\son[a-z]+=""", text)


def test_text_of_articles_is_no_markup(explained: Explanation) -> None:
    bad = dataclasses.replace(
        explained,
        title=HOSTILE,
        id=HOSTILE,
        things=tuple(dataclasses.replace(thing, name=HOSTILE, aliases=(HOSTILE,)) for thing in explained.things),
    )
    text = render([bad])
    page = lxml.html.fromstring(text)
    assert text.count("<script") == 1
    assert not list(page.iter("img"))
    assert page.findtext(".//title") == HOSTILE
    assert HOSTILE in [name.text_content() for name in page.find_class("name")]


def test_no_article_is_a_page_too() -> None:
    assert "没有文章" in render([])


@pytest.mark.browser
def test_pointing_at_a_relation_lights_the_words_that_it_rests_on(
    explained: Explanation, tmp_path: Path, browser: Any
) -> None:
    path = tmp_path / "page.html"
    path.write_text(render([explained]), encoding="utf-8")
    complaints: list[str] = []
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(path.as_uri())
    lit = "[...document.querySelectorAll('mark.lit')].map(mark => mark.textContent)"
    assert page.evaluate(lit) == []
    page.hover("li[data-evidence] >> text=讲话 spoke at")
    assert page.evaluate(lit) == ["春季例会", "王明"]
    page.locator("aside li", has_text="金湖广场").first.focus()
    assert page.evaluate(lit) == ["金湖广场", "金湖广场"]
    context.close()
    assert complaints == []
