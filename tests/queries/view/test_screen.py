"""The whole way: from the store through Cypher to what stands on the screen."""

from __future__ import annotations

from typing import Any

import pytest

from graph.ontology import ontology
from graph.store.base import Store
from queries.view import view
from queries.view.graphview import GraphView
from queries.view.model import GraphData, GraphNode
from tests.queries.view.conftest import Open
from tests.queries.view.test_counts import chip, select

pytestmark = pytest.mark.browser

STATED = list(ontology().relations)


@pytest.fixture(scope="module")
def whole(store: Store) -> GraphView:
    """The samples' whole graph."""
    return view(store, title="云澜")


def one(store: Store, cypher: str, **parameters: Any) -> int:
    return int(store.read(cypher, parameters).rows[0][0])


def counted(page: Any) -> tuple[int, int]:
    """Nodes and relations shown, by the page's line of counts."""
    parts = page.text_content("#count").replace(",", "").split()
    return int(parts[0]), int(parts[5])


def test_search_finds_as_many_as_cypher(open_page: Open, store: Store, whole: GraphView) -> None:
    page = open_page(whole)
    for typed in ("县", "林晓峰", "工作会议", "住建"):
        page.fill("#query", typed)
        cypher = (
            "MATCH (n:Person|Organization|Place|Event|Post|Matter) WHERE n.name CONTAINS $typed "
            "OR any(a IN n.aliases WHERE a CONTAINS $typed) RETURN count(n)"
        )
        assert int(page.text_content("#found").split(" ")[0]) == one(store, cypher, typed=typed)


def test_filters_let_through_as_many_as_cypher(open_page: Open, store: Store, whole: GraphView) -> None:
    page = open_page(whole)
    nodes = one(store, "MATCH (n:Person|Organization|Place|Event|Post|Matter) RETURN count(n)")
    relations = one(store, "MATCH ()-[r]->() WHERE type(r) IN $types RETURN count(r)", types=STATED)
    assert counted(page) == (nodes, relations)
    chip(page, "机构").click()
    without = "MATCH (a)-[r]->(b) WHERE type(r) IN $types AND NOT a:Organization AND NOT b:Organization RETURN count(r)"
    assert counted(page)[1] == one(store, without, types=STATED)
    chip(page, "机构").click()
    page.click("#filters summary")
    chip(page, "讲话").click()
    types = [name for name in STATED if name != "SPOKE_AT"]
    joined = "MATCH (n)-[r]-() WHERE type(r) IN $types RETURN count(DISTINCT n)"
    assert counted(page) == (
        one(store, joined, types=types),
        one(store, "MATCH ()-[r]->() WHERE type(r) IN $types RETURN count(r)", types=types),
    )


def test_a_period_shows_as_many_events_as_cypher(open_page: Open, store: Store, whole: GraphView) -> None:
    page = open_page(whole)
    page.click("#filters summary")
    chip(page, "参加").dblclick()
    months = page.eval_on_selector_all(".bars title", "all => all.map(one => one.textContent.slice(0, 7))")
    page.fill("#to", str(months.index("2023-12")))
    page.fill("#from", str(months.index("2023-06")))
    if page.locator("#undated").count():
        page.uncheck("#undated")
    cypher = (
        "MATCH (p)-[r:ATTENDED]->(e:Event) WHERE e.date >= '2023-06' AND e.date < '2024' "
        "OR e.date IS NULL AND r.first_seen < '2024' AND r.last_seen >= '2023-06' RETURN count(r)"
    )
    assert counted(page)[1] == one(store, cypher)


def test_a_path_is_as_long_as_cypher_says(open_page: Open, store: Store, whole: GraphView) -> None:
    page = open_page(whole)
    select(page, "谢春生")
    page.get_by_role("button", name="路径…").click()
    select(page, "叶青云")
    links = "|".join(STATED)
    cypher = (
        "MATCH (a:Person {name: '谢春生'}), (b:Person {name: '叶青云'}) "
        f"MATCH p = shortestPath((a)-[:{links}*..15]-(b)) RETURN length(p)"
    )
    found = store.read(cypher).rows
    if found:
        assert page.text_content("#panel .kicker") == f"{found[0][0]} 步"
    else:
        assert "没有路径" in page.text_content("#panel")


def test_each_step_of_a_path_has_its_words(open_page: Open, whole: GraphView) -> None:
    page = open_page(whole)
    select(page, "陈志远")
    page.get_by_role("button", name="路径…").click()
    select(page, "梁秀英")
    assert page.locator(".steps > li").count() == 4
    for step in page.locator(".steps > li").all():
        assert step.locator(".said").count() >= 1
        assert step.locator("mark").count() >= 1


def test_an_empty_graph_says_so(open_page: Open) -> None:
    page = open_page(GraphData.of([], []))
    assert "没有可显示的节点" in page.text_content("#empty")
    assert page.is_hidden("#time")
    assert page.locator("#panel h3").count() == 0
    assert page.locator("#filters details").count() == 0
    page.click("#tab-timeline")
    assert "图中没有官员的事项" in page.text_content("#timeline")


def test_a_graph_without_dates_has_no_slider(open_page: Open) -> None:
    page = open_page(GraphData.of([GraphNode("a", "Person", "甲")], []))
    assert page.is_hidden("#time")
    assert page.text_content("#count") == "1 / 1 节点 · 0 / 0 关系"


def test_of_one_node_nothing_is_told_that_is_not_there(open_page: Open) -> None:
    page = open_page(GraphData.of([GraphNode("a", "Person", "甲")], []))
    assert "滑块" not in page.text_content("#panel")
    assert page.input_value("#filters select >> nth=0") == "kind"  # there are no communities to colour
    page.click("#tab-timeline")
    assert "图中没有官员的事项" in page.text_content("#timeline")


def test_filters_are_named_where_they_hide_all_officials(open_page: Open, small: GraphData) -> None:
    page = open_page(small)
    assert "滑块" in page.text_content("#panel")
    page.click("#filters .chip:has-text('人物')")
    page.click("#tab-timeline")
    assert "当前筛选下没有官员" in page.text_content("#timeline")
