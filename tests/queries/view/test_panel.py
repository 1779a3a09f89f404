"""The panel: every relation with its words in context, the roster in order, what lies between two; and the timeline."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from queries.view.graphview import GraphView
from queries.view.model import GraphArticle, GraphData, GraphEdge, GraphMention, GraphNode, GraphSentence
from tests.queries.view.conftest import Open
from tests.queries.view.test_counts import chip, select

pytestmark = pytest.mark.browser

ARTICLE = GraphArticle(
    "tale#1", "全区企业家座谈会召开", "2020-09-30", "澄湖经济技术开发区", "澄湖报", "https://n.example/1"
)
TEXT = "开发区党工委副书记李淑侠\n出席并讲话，陈明、谢晓东等参加。"


BEFORE, AFTER = "9月28日下午，全区企业家座谈会召开。", "会议强调，要优化服务。"
PEOPLE = [("李淑侠", "speaker"), ("陈明", "attendee"), ("谢晓东", "attendee")]


def attended(rank: int, role: str) -> GraphEdge:
    about = {"rank": rank, "role": role, "open": True, "_claims": 1}
    return GraphEdge(f"p{rank}", "e", "ATTENDED", about, ("s1",), 0.9, ("lead.roster",))


@pytest.fixture(scope="module")
def tale() -> GraphData:
    """One meeting: who was there, in which order, by which sentence."""
    meeting = {"date": "2020-09-28", "kind": "meeting", "_tally": "secret"}
    nodes = [
        GraphNode("e", "Event", "全区企业家座谈会", ("座谈会",), meeting),
        GraphNode("o", "Organization", "开发区党工委"),
        GraphNode("t", "Post", "党工委副书记"),
        *(GraphNode(f"p{rank}", "Person", name) for rank, (name, _) in enumerate(PEOPLE, 1)),
    ]
    places = [(TEXT.index(name), len(name), f"p{rank}") for rank, (name, _) in enumerate(PEOPLE, 1)]
    mentions = tuple(GraphMention(at, at + size, node) for at, size, node in places)
    line = GraphSentence("s1", TEXT, ARTICLE, 22, 52, BEFORE, AFTER, mentions)
    edges = [
        *(attended(rank, role) for rank, (_, role) in reversed(list(enumerate(PEOPLE, 1)))),
        GraphEdge("p1", "e", "SPOKE_AT", {"verb": "讲话"}, ("s1",), 0.8, ("reader/1",)),
        GraphEdge("p1", "t", "HOLDS_POST", {}, ("s1",), 0.7, ("rule.post",), "2020-09-30", "2020-09-30"),
        GraphEdge("t", "o", "POST_OF", {}, ("s1",), 0.7),
    ]
    return GraphData.of(nodes, edges, [line], title="座谈会")


def test_a_person_with_posts_events_and_words(open_page: Open, tale: GraphData) -> None:
    page = open_page(tale)
    select(page, "lsx")
    panel = page.locator("#panel")
    assert panel.locator("h3").all_text_contents() == ["职务 1", "活动 1"]
    assert panel.locator(".card .of").text_content() == "开发区党工委"
    card = panel.locator(".card", has_text="全区企业家座谈会").last
    assert card.locator("time").text_content() == "2020-09-28"
    assert [part.text_content() for part in card.locator(".basis b").all()] == ["参加", "讲话"]
    assert "0.90" in card.text_content()
    assert "lead.roster" in card.text_content()
    sentence = card.locator(".sentence")
    assert sentence.count() == 1  # two relations, one sentence
    assert sentence.locator(".said").text_content() == TEXT.replace("\n", "")
    assert sentence.locator(".context").all_text_contents() == [BEFORE, AFTER]
    assert sentence.locator("mark").all_text_contents() == ["李淑侠"]
    assert sentence.locator("button.named").all_text_contents() == ["陈明", "谢晓东"]
    origin = sentence.locator(".origin").text_content()
    for part in ("《全区企业家座谈会召开》", "2020-09-30", "澄湖经济技术开发区", "澄湖报", "第 22–52 字", "tale#1"):
        assert part in origin
    assert sentence.locator("a").get_attribute("href") == "https://n.example/1"
    sentence.locator("button.named").first.click()
    assert panel.locator("h2").text_content() == "陈明"


def test_an_event_has_its_roster_in_order(open_page: Open, tale: GraphData) -> None:
    page = open_page(tale)
    select(page, "座谈会")
    rows = page.locator(".roster summary")
    assert [row.split() for row in rows.all_inner_texts()] == [
        ["1", "李淑侠", "讲话"],
        ["2", "陈明", "参加"],
        ["3", "谢晓东", "参加"],
    ]
    assert "名单未列全" in page.text_content("#panel")
    rows.nth(1).click(position={"x": 5, "y": 5})
    page.locator(".roster mark").first.wait_for()
    assert page.locator(".roster mark").all_text_contents() == ["陈明"]
    text = page.text_content("#panel")
    assert "secret" not in text
    assert "_claims" not in text
    assert page.locator("#panel dl").inner_text().split() == ["又称", "座谈会", "日期", "2020-09-28", "类别", "会议"]


def middle(page: Any, a: str, b: str) -> dict[str, float]:
    ends = [page.evaluate("key => guanxi.at(key)", key) for key in (a, b)]
    return {axis: (ends[0][axis] + ends[1][axis]) / 2 for axis in ("x", "y")}


def test_a_line_shows_all_that_joins_two(open_page: Open, tale: GraphData) -> None:
    page = open_page(tale)
    at = middle(page, "p1", "e")
    page.mouse.move(at["x"], at["y"])
    page.wait_for_selector("#tip:not([hidden])")
    assert "参加·讲话" in page.text_content("#tip")
    page.mouse.click(at["x"], at["y"])
    assert page.text_content("#panel h2") in ("李淑侠 — 全区企业家座谈会", "全区企业家座谈会 — 李淑侠")
    assert page.locator("#panel .card").count() == 2
    assert set(page.locator("#panel .card mark").all_text_contents()) == {"李淑侠"}


def test_every_sentence_of_every_relation_is_reached(open_page: Open, small: GraphData) -> None:
    page = open_page(small)
    texts = {line.id: line.text for line in small.sentences.values()}
    expected = Counter(node for edge in small.edges for node in {edge.source, edge.target} if edge.evidence)
    for node in [node for node in small.nodes if expected[node.id]][:12]:
        page.evaluate("key => { location.hash = 'n=' + encodeURIComponent(key); }", node.id)
        page.wait_for_function("name => document.querySelector('#panel h2')?.textContent === name", arg=node.name)
        page.evaluate("document.querySelectorAll('#panel details:not([open]) > summary').forEach(one => one.click())")
        page.wait_for_function(
            "[...document.querySelectorAll('.roster details')].every(one => one.children.length > 1)"
        )
        said = set(page.locator("#panel .said").all_text_contents())
        own = [edge for edge in small.edges if node.id in (edge.source, edge.target)]
        assert {texts[name] for edge in own for name in edge.evidence} == said


def test_the_timeline_has_a_line_for_every_dated_fact(open_page: Open, medium: GraphData) -> None:
    page = open_page(GraphView(medium).timeline())
    kinds = {node.id: node.kind for node in medium.nodes}
    names = {node.id: node.name for node in medium.nodes}
    joined = {end for edge in medium.edges for end in (edge.source, edge.target) if kinds[end] == "Person"}
    assert page.text_content("#officials") == f"{len(joined)} 位官员"
    first = page.locator(".official").first
    key = first.get_attribute("data-key")
    first.locator("summary").click()
    others = {
        edge.target if edge.source == key else edge.source for edge in medium.edges if key in (edge.source, edge.target)
    }
    rows = first.locator("tbody tr")
    rows.first.wait_for()  # a line is made when it is opened
    assert rows.count() == len(others)
    assert sorted(rows.locator("td:nth-child(2) .node").all_text_contents()) == sorted(names[other] for other in others)
    rows.first.get_by_role("button", name="原文").click()
    assert first.locator("tr.read .said").count() >= 1
    assert names[key] in "".join(first.locator("tr.read mark").all_text_contents())
    page.locator(".timeline-head select").select_option("name")
    assert page.locator(".official").count() == 40
    page.get_by_role("button", name="再列").click()
    assert page.locator(".official").count() == min(120, len(joined))
    page.fill("#from", "30")
    assert int(page.text_content("#officials").split(" ")[0]) < len(joined)


def test_a_shared_event_network_counts_by_period(open_page: Open) -> None:
    nodes = [GraphNode("a", "Person", "甲一"), GraphNode("b", "Person", "乙二")]
    dates = ("2020-01-05", "2020-03-09", "2021-07-01", "")
    edge = GraphEdge("a", "b", "CO_ATTENDED", {"events": [f"{day} 会" for day in dates]}, dates=dates)
    page = open_page(GraphData.of(nodes, [edge], focus=["a"]))
    assert page.locator("#panel .basis b").text_content() == "4 次同场"
    months = page.eval_on_selector_all(".bars title", "all => all.map(one => one.textContent.slice(0, 7))")
    page.fill("#to", str(months.index("2020-12")))
    assert page.locator("#panel .basis b").text_content() == "3 次同场"
    page.uncheck("#undated")
    assert page.locator("#panel .basis b").text_content() == "2 次同场"
    chip(page, "人物").click()
    assert page.text_content("#count") == "0 / 2 节点 · 0 / 1 关系"


def test_on_a_phone_a_fact_of_the_timeline_has_the_whole_width(open_page: Open, medium: GraphData) -> None:
    """Five columns side by side leave what is told one character wide."""
    page = open_page(GraphView(medium).timeline(), width=390, height=844)
    page.locator(".official > summary").first.click()
    facts = page.locator(".facts").first.bounding_box()
    cell = page.locator(".facts tbody tr >> nth=0 >> td >> nth=1").bounding_box()
    assert cell["width"] >= facts["width"] * 0.8
    assert page.evaluate("(box => box.scrollWidth <= box.clientWidth)(document.querySelector('.facts'))")


def test_the_window_has_nothing_below_it_to_scroll_to(open_page: Open, tale: GraphData, medium: GraphData) -> None:
    """What only a screen reader reads stands in the panel that scrolls, not in the page behind it."""
    for data, width in ((tale, 1280), (medium, 1280), (medium, 390)):
        page = open_page(GraphView(data).timeline(), width=width, height=700)
        page.locator(".official > summary").first.click()
        page.locator(".facts button").first.click()
        page.locator(".facts .node").first.click()
        assert page.evaluate("document.querySelector('#panel').scrollHeight > innerHeight / 2")
        assert page.evaluate("document.documentElement.scrollHeight") == 700
