"""How the page is used: address and back, keys, pictures, languages, light and dark, widths, a notebook."""

from __future__ import annotations

import io
import re
import xml.etree.ElementTree as ElementTree
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from queries.view.graphview import GraphView
from queries.view.model import GraphData, LeftOut
from tests.queries.view.conftest import Open
from tests.queries.view.test_counts import busiest, chip, select

pytestmark = pytest.mark.browser

FOCUSED = "document.activeElement.id || document.activeElement.className || document.activeElement.tagName"
NAMES = """() => { const copy = document.body.cloneNode(true);
  copy.querySelectorAll('bdi, script, noscript, #say').forEach(one => one.remove());
  const labels = [...copy.querySelectorAll('[aria-label]')].map(one => one.getAttribute('aria-label'));
  return [copy.textContent, ...labels].join(' '); }"""


def somebody(data: GraphData) -> str:
    """The name of the person who is joined to the most others."""
    who = busiest(data)
    return next(node.name for node in data.nodes if node.id == who)


def state(page: Any) -> tuple[str, ...]:
    return (page.text_content("#count"), page.text_content("#panel h2"), page.text_content(".period"))


def test_back_and_the_address(open_page: Open, medium: GraphData, medium_file: Path) -> None:
    page = open_page(medium_file)
    assert page.is_disabled("#back")
    start = state(page)
    select(page, somebody(medium))
    chosen = state(page)
    page.get_by_role("button", name="两层", exact=True).click()
    focused = state(page)
    page.fill("#to", "20")
    narrowed = state(page)
    page.click("#tab-timeline")
    assert len({start, chosen, focused, narrowed}) == 4
    address = page.evaluate("location.hash.slice(1)")
    other = open_page(medium_file, address=address)
    assert state(other) == narrowed
    assert other.is_visible("#timeline")
    page.go_back()
    page.wait_for_selector("#stage:not([hidden])")
    assert state(page) == narrowed
    page.click("#back")
    page.wait_for_function("text => document.querySelector('#count').textContent === text", arg=chosen[0])
    assert state(page) == chosen
    page.keyboard.press("[")
    page.wait_for_function("text => document.querySelector('#panel h2').textContent === text", arg=start[1])
    assert state(page) == start
    page.go_forward()
    page.wait_for_function("text => document.querySelector('#panel h2').textContent === text", arg=chosen[1])


def test_a_path_in_the_address(open_page: Open, medium: GraphData, medium_file: Path) -> None:
    page = open_page(medium_file)
    select(page, somebody(medium))
    page.keyboard.press("p")
    assert "到谁" in page.text_content("#panel")
    select(page, next(node.name for node in medium.nodes if node.kind == "Matter"))
    path = state(page)
    address = page.evaluate("location.hash.slice(1)")
    assert "from=" in address
    assert state(open_page(medium_file, address=address)) == path


STILL = """async key => {
    const frames = count => new Promise(done => {
        const next = left => left ? requestAnimationFrame(() => next(left - 1)) : done();
        next(count);
    });
    for (let before = null; ; ) {
        await frames(6);
        const now = guanxi.at(key);
        if (before && before.x === now.x && before.y === now.y) return now;
        before = now;
    }
}"""
"""Where a node stands once the picture has come to rest, however slow the machine."""


def test_keys(open_page: Open, small: GraphData) -> None:
    page = open_page(small)
    whole = page.text_content("#count")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "query"
    page.keyboard.type("区")
    assert page.get_attribute("#query", "aria-expanded") == "true"
    page.keyboard.press("ArrowDown")
    assert page.get_attribute("#query", "aria-activedescendant") == "hit-1"
    second = page.locator("#hits [role=option]").nth(1)
    assert second.get_attribute("aria-selected") == "true"
    name = second.locator(".name").text_content()
    page.keyboard.press("Enter")
    assert page.text_content("#panel h2") == name
    assert page.is_hidden("#hits")
    page.keyboard.press("n")
    assert page.text_content("#count") != whole
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    assert page.text_content("#count") == whole
    page.focus("#net")
    key = small.nodes[0].id
    before = page.evaluate(STILL, key)
    page.keyboard.press("ArrowRight")
    after = page.evaluate(STILL, key)
    assert before["x"] - after["x"] == pytest.approx(80, abs=1)
    page.keyboard.press("?")
    assert page.is_visible("#help")
    page.keyboard.press("Escape")
    assert page.is_hidden("#help")


def test_every_control_has_a_name_and_is_reached(open_page: Open, small: GraphData) -> None:
    page = open_page(small)
    select(page, somebody(small))
    page.click("#filters summary")
    page.click("#more")
    nameless = page.evaluate(
        """() => [...document.querySelectorAll('button, input, select, [role=listbox], [role=tablist], #net, aside')]
          .filter(one => !(one.getAttribute('aria-label') || one.textContent.trim() || one.labels?.length))
          .map(one => one.outerHTML)"""
    )
    assert nameless == []
    page.keyboard.press("Escape")
    page.focus("#back")
    met = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        met.add(page.evaluate(FOCUSED))
    assert {"query", "tab-graph", "net", "zoom-fit", "chip", "from", "to", "undated"} <= met
    assert any("node" in one for one in met)


def test_what_is_said_to_a_screen_reader(open_page: Open, small: GraphData) -> None:
    page = open_page(small)
    select(page, somebody(small))
    assert page.text_content("#panel h2") in page.text_content("#say")
    assert page.get_attribute("#count", "aria-live") == "polite"
    assert page.get_attribute("#from", "aria-valuetext") == page.text_content(".bars title >> nth=0")[:7]
    page.fill("#from", "3")
    assert page.get_attribute("#from", "aria-valuetext") == page.text_content(".bars title >> nth=3")[:7]
    assert page.get_attribute("#net", "role") == "application"


def test_pictures_hold_what_is_visible(open_page: Open, small: GraphData) -> None:
    page = open_page(small, width=1200, height=700)
    chip(page, "人物").dblclick()
    page.wait_for_timeout(100)
    drawn = {}
    for name in ("png", "svg"):
        page.click("#more")
        with page.expect_download() as download:
            page.click(f"#{name}")
        drawn[name] = Path(download.value.path()).read_bytes()
        assert download.value.suggested_filename == f"guanxi.{name}"
    stage = page.locator("#net").bounding_box()
    assert drawn["png"][:8] == b"\x89PNG\r\n\x1a\n"
    size = [int.from_bytes(drawn["png"][at : at + 4], "big") for at in (16, 20)]
    assert size == [round(stage["width"]) * 2, round(stage["height"]) * 2]
    root = ElementTree.parse(io.BytesIO(drawn["svg"])).getroot()
    shapes = [one for one in root.iter() if one.tag.endswith(("circle", "polygon"))]
    people = [node for node in small.nodes if node.kind == "Person"]
    assert len(shapes) == len(people)
    words = {one.text for one in root.iter() if one.tag.endswith("}text")}
    assert words <= {node.name for node in people}
    assert len(words) > len(people) / 3


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_light_and_dark(open_page: Open, small: GraphData, scheme: str) -> None:
    page = open_page(small, color_scheme=scheme)
    back = page.evaluate("getComputedStyle(document.body).backgroundColor")
    light = sum(int(part) for part in re.findall(r"\d+", back)[:3]) > 380
    assert light == (scheme == "light")
    page.click("#more")
    page.get_by_label("配色").select_option("dark" if scheme == "light" else "light")
    other = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (sum(int(part) for part in re.findall(r"\d+", other)[:3]) > 380) != light


def test_english_has_no_chinese_words_of_its_own(open_page: Open, small: GraphData) -> None:
    page = open_page(GraphView(small, lang="en"))
    select(page, small.nodes[0].name)
    page.click("#filters summary")
    own = page.evaluate(NAMES)
    assert re.findall(r"[\u4e00-\u9fff]+", own.replace("《", "")) == []
    assert page.get_attribute("html", "lang") == "en"
    assert "nodes" in page.text_content("#count")
    page.click("#more")
    page.get_by_label("Language").select_option("zh")
    assert "节点" in page.text_content("#count")
    assert page.get_attribute("html", "lang") == "zh-CN"


@pytest.mark.parametrize("width", [390, 1000, 1280, 2560])
def test_widths(open_page: Open, medium_file: Path, width: int) -> None:
    page = open_page(medium_file, width=width, height=844)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for part in ("#query", "#tab-timeline", "#more", "#zoom-fit", "#from"):
        box = page.locator(part).bounding_box()
        assert box["x"] >= -10
        assert box["x"] + box["width"] <= width + 10
    if width < 1060:
        page.click("#open-filters")
    assert page.is_visible("#filters .chip >> nth=0")
    names = page.evaluate("guanxi.names()")
    assert len(names) >= 5
    for a, b in combinations(names, 2):
        assert a[0] >= b[2] or b[0] >= a[2] or a[1] >= b[3] or b[1] >= a[3]


def test_no_name_is_written_under_a_card(open_page: Open, medium_file: Path) -> None:
    page = open_page(medium_file)
    for _ in range(3):
        page.click("#zoom-in")
        page.wait_for_timeout(400)
    net = page.locator("#net").bounding_box()
    names = page.evaluate("guanxi.names()")
    assert len(names) >= 10
    for card in ("#filters", "#zoom"):
        box = page.locator(card).bounding_box()
        left, top = box["x"] - net["x"], box["y"] - net["y"]
        right, bottom = left + box["width"], top + box["height"]
        assert [one for one in names if one[0] < right and one[2] > left and one[1] < bottom and one[3] > top] == []


def test_a_word_on_what_was_left_out(open_page: Open, small: GraphData) -> None:
    from dataclasses import replace

    page = open_page(replace(small, left_out=LeftOut(12_345, 67_890)))
    said = page.text_content("#notice")
    for part in ("12,345", "67,890", "60 个", "--max-nodes 5000"):
        assert part in said
