"""Exports, each read back by a reader of its format that is not ours."""

from __future__ import annotations

import csv
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import networkx as nx
import pytest
from typer.testing import CliRunner

import guanxi
from graph.errors import InputError
from queries import Graph
from queries.export.writing import write_from
from tests.queries.conftest import records


def test_csv_is_read_back_by_ids(embedded_county: Graph, tmp_path: Path) -> None:
    files = write_from(embedded_county.store, "csv", tmp_path / "csv")
    counts = embedded_county.store.counts()
    assert {file.stem for file in files} == {name for name, number in counts.items() if number}
    tables = {}
    for file in files:
        with file.open(encoding="utf-8-sig", newline="") as stream:
            tables[file.stem] = list(csv.DictReader(stream))
        assert len(tables[file.stem]) == counts[file.stem]
    people = {row["id"]: row for row in tables["Person"]}
    events = {row["id"] for row in tables["Event"]}
    organizations = {row["id"] for row in tables["Organization"]}
    for row in tables["ATTENDED"]:
        assert row["source"] in people or row["source"] in organizations
        assert row["target"] in events
        assert json.loads(row["evidence"])
    assert "_tally" not in tables["Person"][0]


def test_csv_leaves_nothing_of_another_graph_and_all_that_is_not_its_own(
    embedded_county: Graph, tmp_path: Path
) -> None:
    (tmp_path / "notes.csv").write_text("mine", encoding="utf-8")
    files = write_from(embedded_county.store, "csv", tmp_path)
    assert tmp_path / "RESPONSIBLE_FOR.csv" in files
    embedded_county.store.retract(list(embedded_county.store.articles()))
    try:
        given = ["export", "csv", "-o", str(tmp_path), "--db", embedded_county.store.address]
        assert "no file was written" in CliRunner().invoke(guanxi.app, given, catch_exceptions=False).stderr
        assert [file.name for file in tmp_path.iterdir()] == ["notes.csv"]
    finally:
        embedded_county.store.load(records())


@pytest.mark.parametrize(
    ("form", "kind", "relation"), [("graphml", "type", "type"), ("gexf", "kind_of_node", "relation")]
)
def test_networkx_reads_graphml_and_gexf(
    embedded_county: Graph, tmp_path: Path, form: str, kind: str, relation: str
) -> None:
    (path,) = write_from(embedded_county.store, form, tmp_path / f"graph.{form}")
    read = nx.read_graphml(path, force_multigraph=True) if form == "graphml" else nx.read_gexf(path)
    counts = embedded_county.store.counts()
    kinds = [about[kind] for _, about in read.nodes(data=True)]
    assert {name: kinds.count(name) for name in set(kinds)} == {
        name: counts[name] for name in ("Person", "Organization", "Place", "Event", "Post", "Matter")
    }
    types = [about[relation] for *_, about in read.edges(data=True)]
    assert types.count("ATTENDED") == counts["ATTENDED"]
    assert types.count("RESPONSIBLE_FOR") == counts["RESPONSIBLE_FOR"]
    (one,) = [about for _, about in read.nodes(data=True) if about["label"] == "全县经济工作会议"]
    assert one["date"] == "2023-01-06"
    assert all(about["sentences"].startswith("《") for *_, about in read.edges(data=True))


def test_followthemoney_reads_its_entities(embedded_county: Graph, tmp_path: Path) -> None:
    from followthemoney import model
    from followthemoney.proxy import EntityProxy

    (path,) = write_from(embedded_county.store, "ftm", tmp_path / "entities.ftm.json")
    found: dict[str, EntityProxy] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        entity = model.get_proxy(json.loads(line), cleaned=False)
        assert entity.id not in {None, *found}
        found[str(entity.id)] = entity
    counts = embedded_county.store.counts()
    schemata = [entity.schema.name for entity in found.values()]
    assert schemata.count("Person") == counts["Person"]
    assert schemata.count("Occupancy") == counts["HOLDS_POST"]
    assert schemata.count("Article") == 30
    referred = {value for entity in found.values() for prop, value in entity.itervalues() if prop.type.name == "entity"}
    assert set() < referred <= set(found)  # nothing points outside
    held = next(one for one in found.values() if one.schema.name == "Occupancy" and one.get("endDate"))
    assert (found[held.first("holder") or ""].caption, held.get("endDate")) == ("王伟", ["2023-10-19"])
    assert held.get("proof")
    assert any("免去王伟" in text for text in held.get("description"))
    meeting = next(one for one in found.values() if one.caption == "全县经济工作会议")
    assert "陈志远" in {found[one].caption for one in meeting.get("involved")}


def test_command_writes_the_whole_file_or_none(embedded_county: Graph, tmp_path: Path) -> None:
    db = ["--db", embedded_county.store.address]
    done = CliRunner().invoke(guanxi.app, ["export", "gexf", "-o", str(tmp_path / "new" / "g.gexf"), *db])
    assert done.exit_code == 0
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["g.gexf"]
    failed = CliRunner().invoke(guanxi.app, ["export", "gexf", "-o", str(tmp_path / "new"), *db])
    assert isinstance(failed.exception, InputError)
    assert "cannot be written" in str(failed.exception)
    assert [path.name for path in tmp_path.iterdir()] == ["new"]


FILES = ["jsonl", "graphml", "gexf", "ftm", "cypher"]


@pytest.mark.parametrize("form", FILES)
def test_a_place_without_a_file_name_is_told(
    embedded_county: Graph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    monkeypatch.chdir(tmp_path)
    for place in ("", ".", "..", "/"):
        with pytest.raises(InputError, match="is a folder"):
            write_from(embedded_county.store, form, Path(place))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("form", ["csv", *FILES])
def test_nothing_is_written_into_the_graph(embedded_county: Graph, form: str) -> None:
    db = Path(embedded_county.store.address)
    before = sorted(db.iterdir())
    for place in (db, db / "new", db.parent / "other" / ".." / db.name / "x.csv"):
        with pytest.raises(InputError, match="the graph itself"):
            write_from(embedded_county.store, form, place)
    assert sorted(db.iterdir()) == before


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_what_is_no_plain_file_is_written_to_and_not_replaced(embedded_county: Graph, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with (tmp_path / "read").open("wb") as out, subprocess.Popen(["cat", str(pipe)], stdout=out) as reader:
        write_from(embedded_county.store, "jsonl", pipe)
        assert reader.wait(timeout=60) == 0
    assert pipe.is_fifo()
    (written,) = write_from(embedded_county.store, "jsonl", tmp_path / "records.jsonl")
    assert (tmp_path / "read").read_bytes() == written.read_bytes()


@pytest.mark.parametrize("form", ["jsonl", "gexf"])
def test_a_hyphen_is_stdout(embedded_county: Graph, tmp_path: Path, form: str) -> None:
    command = [sys.executable, "-m", "guanxi", "export", form, "-o", "-", "--db", embedded_county.store.address]
    done = subprocess.run(command, capture_output=True, check=True, cwd=tmp_path)
    (written,) = write_from(embedded_county.store, form, tmp_path / "file")
    assert _undated(done.stdout) == _undated(written.read_bytes())
    assert done.stderr == b""
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def _undated(text: bytes) -> bytes:
    """GEXF names the day it was written on."""
    return re.sub(rb'lastmodifieddate="[^"]*"', b"", text)


def test_a_folder_of_csv_is_no_stream(embedded_county: Graph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputError, match="csv is a folder"):
        write_from(embedded_county.store, "csv", Path("-"))
