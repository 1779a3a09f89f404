"""The file: same input, same bytes, in any locale; closed by its policy; nothing beside it; the pinned library."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import random
import subprocess
import sys
from html.parser import HTMLParser
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

import pytest

from graph.errors import InputError
from graph.ontology import Kind, RelationKind, ontology
from queries.view import picture, style
from queries.view.graphview import GraphView
from queries.view.model import GraphArticle, GraphData, GraphEdge, GraphNode, GraphSentence, LeftOut
from queries.view.page import SCRIPTS, STYLES
from queries.view.pinyin import sounds
from tests.queries.view import synthetic

BUILD = """
import sys
from queries.view.graphview import GraphView
from tests.queries.view.synthetic import graph
GraphView(graph(40, title="\\u53bf\\u59d4\\u00a9\\u9f98")).save(sys.argv[1])
"""


class Parts(HTMLParser):
    """Elements of a page with their attributes, and what stands in scripts and styles."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.inside: list[tuple[str, dict[str, str | None], str]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.elements and self.elements[-1][0] in ("script", "style") and data.strip():
            self.inside.append((*self.elements[-1], data))


def test_the_same_input_gives_the_same_bytes() -> None:
    data = synthetic.graph(120, seed=4)
    nodes, edges, lines = list(data.nodes), list(data.edges), list(data.sentences.values())
    random.Random(1).shuffle(nodes)
    random.Random(2).shuffle(edges)
    random.Random(3).shuffle(lines)
    assert GraphView(GraphData.of(nodes, edges, lines, title=data.title)).html() == GraphView(data).html()


def _locale(folder: Path) -> dict[str, str]:
    """A Chinese locale that is not UTF-8, made for the test as users of older Windows have it."""
    made = subprocess.run(
        ["localedef", "-c", "-f", "GBK", "-i", "zh_CN", str(folder / "zh_CN.GBK")], capture_output=True, check=False
    )
    if not (folder / "zh_CN.GBK").exists():
        pytest.skip(f"no GBK locale can be made here: {made.stderr.decode(errors='replace')[:200]}")
    return {"LOCPATH": str(folder), "LC_ALL": "zh_CN.GBK"}


@pytest.mark.parametrize("name", ["ascii", "gbk"])
def test_any_locale_and_any_hash_seed_give_the_same_bytes(tmp_path: Path, name: str) -> None:
    settings = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"} if name == "ascii" else _locale(tmp_path)
    environment = {**os.environ, **settings, "PYTHONUTF8": "0", "PYTHONHASHSEED": "7", "PYTHONPATH": str(Path.cwd())}
    encoding = subprocess.run(
        [sys.executable, "-c", "import locale; print(locale.getpreferredencoding(False))"],
        env=environment, capture_output=True, text=True, check=True,
    ).stdout.strip().lower()  # fmt: skip
    assert encoding in {"ascii": {"ansi_x3.4-1968", "us-ascii"}, "gbk": {"gbk", "gb2312", "cp936"}}[name]
    folder = tmp_path / "out"
    folder.mkdir()
    subprocess.run([sys.executable, "-c", BUILD, "page.html"], env=environment, cwd=folder, check=True)
    assert [one.name for one in folder.iterdir()] == ["page.html"]
    here = GraphView(synthetic.graph(40, title="县委\u00a9龘")).html()
    assert (folder / "page.html").read_bytes() == here.encode("utf-8")


def test_the_policy_lets_in_what_is_there_and_nothing_else() -> None:
    parts = Parts(GraphView(synthetic.graph(30)).html())
    metas = [attrs for tag, attrs in parts.elements if tag == "meta"]
    policy = next(attrs["content"] for attrs in metas if attrs.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == "'none'"
    assert set(rules) == {"default-src", "script-src", "style-src", "img-src", "base-uri", "form-action"}
    for tag, rule in (("script", "script-src"), ("style", "style-src")):
        texts = [text for name, attrs, text in parts.inside if name == tag and attrs.get("type") != "application/json"]
        hashes = {f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for text in texts}
        assert set(rules[rule].split()) == hashes
    for tag, attrs in parts.elements:
        assert not {"src", "href", "srcset", "action", "style"} & set(attrs), tag
        assert not [name for name in attrs if name.startswith("on")], tag


def test_the_data_come_back_whole() -> None:
    text = "</script><!-- & <b>\u2028\u2029"
    nodes = [GraphNode(text, "Person", text), GraphNode("b", "Person", "b")]
    line = GraphSentence("s", text, GraphArticle("a", text))
    edge = GraphEdge(text, "b", "ATTENDED", evidence=("s",))
    parts = Parts(GraphView(GraphData.of(nodes, [edge], [line], title=text)).html())
    blocks = {str(attrs.get("id")): inside for tag, attrs, inside in parts.inside if tag == "script"}
    held, said = json.loads(blocks["data"]), json.loads(blocks["sentences"])
    node = next(one for one in held["nodes"] if one["key"] == text)
    assert (held["title"], node["label"]) == (text, text)
    assert (said["texts"], said["articles"]) == ([text], [{"id": "a", "title": text}])
    assert blocks["library"] == picture.vis_network()


def test_our_own_script_reads_nothing_as_markup() -> None:
    for name in SCRIPTS:
        text = files("queries.view").joinpath("page", name).read_text(encoding="utf-8")
        for word in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "Function(", "fetch("):
            assert word not in text, (name, word)
    page = {entry.name for entry in files("queries.view").joinpath("page").iterdir()}
    assert page == {*SCRIPTS, *STYLES, "view.html.jinja"}


def test_pyvis_is_the_one_that_was_read() -> None:
    assert version("pyvis") == "0.3.2"
    text = picture.vis_network()
    assert f"@version {picture.VIS}" in text
    assert "</script" not in text.lower()
    assert picture.node(3, "甲", shape="dot", size=4, x=1.5, y=2, extra=["x"]) == {
        "id": 3, "label": "甲", "shape": "dot", "size": 4, "x": 1.5, "y": 2, "extra": ["x"],
    }  # fmt: skip
    assert picture.edge(1, 2, relations=[5]) == {"from": 1, "to": 2, "relations": [5]}


def test_every_word_of_the_ontology_is_known_to_the_view() -> None:
    kinds = list(ontology().kinds)
    assert len({(style.look(kind).light, style.look(kind).shape) for kind in kinds}) == len(kinds)
    assert len({style.look(kind).shape for kind in kinds}) == len(kinds)
    parts: list[Kind | RelationKind] = [*ontology().kinds.values(), *ontology().relations.values()]
    for part in parts:
        for one in part.properties.values():
            assert set(one.words) <= set(ontology().values)
            assert all(style.property_words([one.name])[one.name])
    assert style.type_words("ATTENDED") == ("参加", "attended")
    assert style.type_words("CO_ATTENDED") == ("同场", "attended together")
    assert style.kind_words("Sentence") == ("原句", "Sentence")
    assert style.kind_words("Whatever") == ("Whatever", "Whatever")


@pytest.mark.parametrize(
    ("name", "person", "expected"),
    [
        ("李淑侠", True, ("lsx", "lishuxia")),
        ("单婧喆", True, ("sjz", "shanjingzhe")),
        ("单位", False, ("dw", "danwei")),
        ("曾鑫", True, ("zx", "zengxin")),
        ("尉迟恭", True, ("ycg", "yuchigong")),
        ("欧阳修", True, ("oyx", "ouyangxiu")),
        ("住房和城乡建设局", False, ("zfhcxjsj",)),
        ("3号 楼", False, ("3hl", "3haolou")),
        ("Tencent", False, ()),
        ("", True, ()),
    ],
)
def test_sounds(name: str, person: bool, expected: tuple[str, ...]) -> None:
    assert sounds(name, person=person) == expected


def test_saving_writes_one_file_or_says_why_not(tmp_path: Path) -> None:
    view = GraphView(synthetic.graph(20))
    assert view.save(tmp_path / "a.html") == tmp_path / "a.html"
    assert [one.name for one in tmp_path.iterdir()] == ["a.html"]
    with pytest.raises(InputError, match=r"Cannot write .*missing"):
        view.save(tmp_path / "missing" / "a.html")
    with pytest.raises(InputError, match="'fr'"):
        GraphView(view.data, lang="fr")


def test_remarks_say_what_was_left_out() -> None:
    nodes = [GraphNode(f"n{i}", "Person", "甲") for i in range(2001)]
    slow = GraphView(GraphData.of(nodes, []))
    assert ["2,001 nodes" in line for line in slow.remarks()] == [True]
    from dataclasses import replace

    cut = GraphView(replace(synthetic.graph(20), left_out=LeftOut(7000, 9000)))
    assert "20 most relevant of 7,000 nodes" in cut.remarks()[0]
    assert "--max-nodes 5000" in cut.remarks()[0]


def test_a_notebook_is_not_filled_with_a_large_page() -> None:
    nodes = [GraphNode(f"n{i}", "Person", "甲") for i in range(2001)]
    bundle = GraphView(GraphData.of(nodes, []))._repr_mimebundle_()
    assert bundle["text/plain"] == "<GraphView 2001 nodes, 0 relations>"
    assert len(bundle["text/html"]) < 300
    assert ".save(" in bundle["text/html"]
