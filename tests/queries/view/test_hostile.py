"""Articles come from anywhere: whatever stands in any field, no script of theirs runs, and nothing is requested."""

from __future__ import annotations

from typing import Any

import pytest

from queries.view.graphview import GraphView
from queries.view.model import GraphArticle, GraphData, GraphEdge, GraphMention, GraphNode, GraphSentence
from tests.queries.view.conftest import Open

pytestmark = pytest.mark.browser

RUN = "document.documentElement.dataset.owned='1'"
HANDLERS = "[...document.querySelectorAll('*')].some(e => [...e.attributes].some(a => a.name.startsWith('on')))"
STRINGS = {
    "markup": f'<img src=x onerror="{RUN}"><svg onload="{RUN}">',
    "block": f"</script><script>{RUN}</script><!--<script>",
    "href": f'href <a href="javascript:{RUN}">x</a>',
    "quotes": "\"'`${" + RUN + "}`'\" onmouseover=" + RUN + " \\",
    "lines": "一行\n二行\r\n三行\t\u2028四行\u2029五行\x00\x0b",
    "turned": "\u202e倒过来\u202c\u200f\u2066x\u2069",
    "long": "长" * 10_000,
    "template": "{{ 7*7 }}{% raw %}%s %(x)s",
    "surrogate": "半个\ud83d字 \ufffe\uffff 😀龘",
    "names": "__proto__ constructor toString",
}


def hostile(text: str) -> tuple[list[GraphNode], list[GraphEdge], GraphSentence]:
    """Some nodes and relations in which every field holds `text`."""
    article = GraphArticle(f"a{text}", text, text, text, text, f"javascript:{RUN}//{text}")
    mention = GraphMention(1, min(len(text), 40), f"1{text}")
    sentence = GraphSentence(f"s{text}", f"甲{text}乙", article, 0, 2, text, text, (mention,))
    properties = {"date": text, "kind": text, "jurisdiction": text, "__proto__": text, "constructor": [text]}
    nodes = [
        GraphNode(f"1{text}", "Person", text, (text,), properties),
        GraphNode(f"2{text}", "Event", text, (text,), {**properties, "date": "2020-09-28"}),
        GraphNode(f"3{text}", text, text, (), {text: text}),
        GraphNode(f"4{text}", "Person", text, (), {}),
    ]
    role = {"role": text, "capacity": text, "rank": 1, "open": True, "kind": text, text: text}
    edges = [
        GraphEdge(f"1{text}", f"2{text}", "ATTENDED", role, (f"s{text}",), 0.5, (text,), text, text),
        GraphEdge(f"4{text}", f"2{text}", "ATTENDED", role, (f"s{text}",), 0.5, (text,), "2020-01-01"),
        GraphEdge(f"1{text}", f"3{text}", text, role, (f"s{text}",), None, (text,), None, None),
        GraphEdge(f"1{text}", f"4{text}", "CO_ATTENDED", {"events": [text]}, (f"s{text}",), dates=("2020-09-28", "")),
    ]
    return nodes, edges, sentence


def walk(page: Any) -> None:
    """Everything that a reader may do: hover, click, search, filter, follow a path, look at the timeline, save."""
    for key in page.evaluate("JSON.parse(document.getElementById('data').textContent).nodes.map(n => n.key)"):
        at = page.evaluate("key => guanxi.at(key)", key)
        page.mouse.move(at["x"], at["y"])
        page.wait_for_timeout(20)
        page.mouse.click(at["x"], at["y"])
        page.wait_for_timeout(20)
    for typed in ("<", "长", "a"):
        page.fill("#query", typed)
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    page.click("#filters summary")
    for colour in ("group", "jurisdiction", "degree"):
        page.locator("#filters select").first.select_option(colour)
    page.keyboard.press("Escape")
    page.locator("#panel button.node").first.click()
    page.evaluate("document.querySelectorAll('#panel details summary').forEach(one => one.click())")
    page.get_by_role("button", name="路径…").click()
    page.fill("#query", "长")
    page.keyboard.press("Escape")
    page.locator("#filters .chip").first.click()
    page.click("#tab-timeline")
    page.evaluate("document.querySelectorAll('#timeline details summary').forEach(one => one.click())")
    page.evaluate("document.querySelectorAll('#timeline td button.quiet').forEach(one => one.click())")
    page.click("#tab-graph")
    for item in ("#png", "#svg"):
        page.click("#more")
        with page.expect_download():
            page.click(item)


def test_no_field_runs_script(open_page: Open) -> None:
    parts = [hostile(text) for text in STRINGS.values()]
    nodes, edges = [node for part in parts for node in part[0]], [edge for part in parts for edge in part[1]]
    title = "".join(STRINGS.values())
    page = open_page(GraphData.of(nodes, edges, [part[2] for part in parts], title=title, focus=[nodes[0].id]))
    assert page.evaluate("document.title").startswith("<img")
    walk(page)
    assert page.get_attribute("html", "data-owned") is None
    assert page.evaluate("document.querySelectorAll('img, iframe, object, embed, base, form').length") == 0
    assert page.evaluate("document.querySelectorAll('script').length") == 4
    assert page.evaluate(HANDLERS) is False
    links = page.eval_on_selector_all("a[href]", "all => all.map(one => one.protocol)")
    assert set(links) <= {"http:", "https:"}


def test_a_link_is_let_in_for_the_web_only(open_page: Open) -> None:
    addresses = [
        "https://news.example/1?a=<b>",
        "http://news.example/2",
        "javascript:alert(1)",
        "data:text/html,x",
        "//e.example",
        "ftp://e.example",
        "https:",
    ]
    nodes = [GraphNode("a", "Person", "甲"), GraphNode("b", "Event", "乙")]
    lines = [
        GraphSentence(f"s{i}", f"句{i}", GraphArticle(f"a{i}", f"题{i}", url=url)) for i, url in enumerate(addresses)
    ]
    edge = GraphEdge("a", "b", "ATTENDED", evidence=tuple(line.id for line in lines))
    page = open_page(GraphData.of(nodes, [edge], lines, focus=["a"]))
    page.get_by_role("button", name="另有 6 句").click()
    found = page.eval_on_selector_all("#panel a", "all => all.map(one => [one.href, one.rel, one.target])")
    assert found == [
        ["https://news.example/1?a=%3Cb%3E", "noopener noreferrer", "_blank"],
        ["http://news.example/2", "noopener noreferrer", "_blank"],
    ]


def test_an_address_cannot_bring_script(open_page: Open, small: GraphData) -> None:
    view = GraphView(small)
    text = "n=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&around=%3Cscript%3E&nokinds=__proto__&since=x&sure=NaN&tab=x"
    page = open_page(view, address=text)
    assert page.evaluate("document.querySelectorAll('img, script').length") == 4
    assert page.text_content("#count") == "60 / 60 节点 · " + f"{len(small.edges)} / {len(small.edges)} 关系"
