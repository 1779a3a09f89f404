"""Counts on the screen are those of the data: search, filters, dates, neighbours, paths."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from queries.view.model import GraphData
from queries.view.pinyin import sounds
from tests.queries.view.conftest import Open
from tests.queries.view.reference import Filters, month_of, near, network, passing, shown

pytestmark = pytest.mark.browser


def chip(page: Any, word: str) -> Any:
    return page.locator("#filters .chip", has_text=word).first


def select(page: Any, name: str) -> None:
    page.fill("#query", name)
    page.keyboard.press("Enter")


def busiest(data: GraphData, kind: str = "Person") -> str:
    """Id of the node of a kind that is joined to the most others."""
    graph, kinds = network(data.edges), {node.id: node.kind for node in data.nodes}
    return max((name for name in graph if kinds[name] == kind), key=lambda name: (graph.degree(name), name))


def test_everything_is_shown_at_first(open_page: Open, medium: GraphData, medium_file: Path) -> None:
    page = open_page(medium_file)
    assert page.text_content("#count") == shown(medium, Filters()).counted(medium)
    for kind, word in (("Person", "人物"), ("Event", "活动"), ("Matter", "事项")):
        expected = sum(node.kind == kind for node in medium.nodes)
        assert chip(page, word).locator(".num").text_content() == str(expected)


def matches(data: GraphData, typed: str) -> int:
    """Nodes that a search must find: by a part of a name, or by its sound where letters are typed."""
    if not typed.isascii():
        return sum(any(typed in name for name in (node.name, *node.aliases)) for node in data.nodes)

    def heard(name: str, kind: str) -> bool:
        found = sounds(name, person=kind == "Person")
        return any(sound.startswith(typed) or (len(typed) > 1 and typed in sound) for sound in found)

    return sum(any(heard(name, node.kind) for name in (node.name, *node.aliases)) for node in data.nodes)


def test_search_counts(open_page: Open, medium: GraphData, medium_file: Path) -> None:
    page = open_page(medium_file)
    for typed in ("区", "王", "小学", "住房和城乡建设局", "w", "lh", "没有这个词"):
        page.fill("#query", typed)
        said = page.text_content("#found")
        expected = matches(medium, typed)
        assert int((re.match(r"[\d,]+", said) or ["0"])[0].replace(",", "")) == expected
        assert expected == 0 or page.locator("#hits [role=option]").count() == min(expected, 12)


def test_kinds_and_relations(open_page: Open, medium: GraphData, medium_file: Path) -> None:
    page = open_page(medium_file)
    chip(page, "地点").click()
    assert page.text_content("#count") == shown(medium, Filters(without_kinds=["Place"])).counted(medium)
    page.click("#filters summary")
    chip(page, "参加").click()
    expected = Filters(without_kinds=["Place"], without_types=["ATTENDED"])
    assert page.text_content("#count") == shown(medium, expected).counted(medium)
    page.get_by_role("button", name="清除筛选").click()
    assert page.text_content("#count") == shown(medium, Filters()).counted(medium)
    chip(page, "人物").dblclick()
    alone = Filters(without_kinds={node.kind for node in medium.nodes} - {"Person"})
    assert page.text_content("#count") == shown(medium, alone).counted(medium)


def test_confidence(open_page: Open, medium: GraphData, medium_file: Path) -> None:
    page = open_page(medium_file)
    for least in (0.5, 0.75, 0.9, 0.0):
        page.fill("#confidence", str(least))
        assert page.text_content("#count") == shown(medium, Filters(confidence=least)).counted(medium)


def test_dates(open_page: Open, medium: GraphData, medium_file: Path) -> None:
    page = open_page(medium_file)
    months = page.eval_on_selector_all(".bars title", "all => all.map(one => one.textContent.slice(0, 7))")
    for undated in (True, False):
        page.set_checked("#undated", undated)
        for since, until in (("2021-03", "2021-09"), ("2022-01", "2022-01"), (None, "2020-12")):
            if page.is_visible(".time-head .quiet"):
                page.get_by_role("button", name="恢复全部时间").click()
            page.fill("#to", str(months.index(until)))
            page.fill("#from", str(months.index(since) if since else 0))
            first, last = month_of(since)[0] if since else None, month_of(until)[1]
            expected = shown(medium, Filters(since=first, until=last, undated=undated))
            assert page.text_content("#count") == expected.counted(medium)


def test_a_bar_counts_what_choosing_it_shows(open_page: Open, medium: GraphData, medium_file: Path) -> None:
    page = open_page(medium_file)
    page.uncheck("#undated")
    title = page.locator(".bars title").nth(20).text_content()
    page.locator(".bars g").nth(20).locator("rect").first.dispatch_event("click")
    count = page.text_content("#count")
    assert count is not None
    assert title is not None
    assert count.split("·")[1].split("/")[0].strip() == title.split("：")[1].split(" ")[0]
    first, last = month_of(title[:7])
    filters = Filters(since=first, until=last, undated=False)
    assert page.text_content(".period") == title[:7]
    assert count == shown(medium, filters).counted(medium)


@pytest.mark.parametrize(("word", "hops"), [("邻居", 1), ("两层", 2)])
def test_neighbours(open_page: Open, medium: GraphData, medium_file: Path, word: str, hops: int) -> None:
    page = open_page(medium_file)
    middle = busiest(medium)
    select(page, next(node.name for node in medium.nodes if node.id == middle))
    page.get_by_role("button", name=word, exact=True).click()
    members = near(medium.edges, middle, hops)
    assert page.text_content("#count") == shown(medium, Filters(), within=members).counted(medium)
    page.get_by_role("button", name="回到全图").click()
    assert page.text_content("#count") == shown(medium, Filters()).counted(medium)


def test_neighbours_follow_the_filters(open_page: Open, medium: GraphData, medium_file: Path) -> None:
    page = open_page(medium_file)
    middle = busiest(medium)
    select(page, next(node.name for node in medium.nodes if node.id == middle))
    page.get_by_role("button", name="两层", exact=True).click()
    page.click("#filters summary")
    chip(page, "位于").click()
    filters = Filters(without_types=["LOCATED_IN"])
    members = near(passing(medium, filters), middle, 2)
    assert page.text_content("#count") == shown(medium, filters, within=members).counted(medium)


def test_hidden_nodes_can_be_shown_again(open_page: Open, medium: GraphData, medium_file: Path) -> None:
    page = open_page(medium_file)
    gone = busiest(medium)
    select(page, next(node.name for node in medium.nodes if node.id == gone))
    page.get_by_role("button", name="隐藏", exact=True).click()
    assert page.text_content("#count") == shown(medium, Filters(hidden=[gone])).counted(medium)
    page.get_by_role("button", name="全部显示").click()
    assert page.text_content("#count") == shown(medium, Filters()).counted(medium)


def test_paths(open_page: Open, medium: GraphData, medium_file: Path) -> None:
    graph = network(medium.edges)
    names = {node.id: node.name for node in medium.nodes}
    once = [name for name in graph if list(names.values()).count(names[name]) == 1]
    people = sorted(name for name in once if name.startswith("person:") and graph.degree(name) > 1)
    page = open_page(medium_file)
    for a, b in ((people[0], people[-1]), (people[3], people[9])):
        select(page, names[a])
        page.get_by_role("button", name="路径…").click()
        select(page, names[b])
        ways = list(nx.all_shortest_paths(graph, a, b))
        assert page.text_content("#panel .kicker") == f"{len(ways[0]) - 1} 步"
        assert page.locator(".steps > li").count() == len(ways[0]) - 1
        if len(ways) > 1:
            assert f"/ {len(ways)} 条最短路径" in page.text_content("#panel header")
        for step in range(len(ways[0]) - 1):
            assert page.locator(".steps > li").nth(step).locator(".sentence .said").count() >= 1
        page.keyboard.press("Escape")


def test_a_path_keeps_to_the_filters(open_page: Open, medium: GraphData, medium_file: Path) -> None:
    filters = Filters(without_kinds=["Event"])
    kept = [edge for edge in medium.edges if not any(end.startswith("event:") for end in (edge.source, edge.target))]
    whole, part = network(medium.edges), network(kept)
    names = {node.id: node.name for node in medium.nodes}
    once = {name for name in whole if list(names.values()).count(names[name]) == 1 and name.startswith("person:")}
    a, b = next(
        (a, b) for a in sorted(once) for b in sorted(once)
        if a < b and nx.has_path(whole, a, b) and not (a in part and b in part and nx.has_path(part, a, b))
    )  # fmt: skip
    page = open_page(medium_file)
    chip(page, "活动").click()
    assert page.text_content("#count") == shown(medium, filters).counted(medium)
    select(page, names[a])
    page.get_by_role("button", name="路径…").click()
    select(page, names[b])
    assert "没有路径" in page.text_content("#panel")
    chip(page, "活动").click()
    assert page.text_content("#panel .kicker") == f"{nx.shortest_path_length(whole, a, b)} 步"
