"""neo4j-admin's import makes the graph that a load makes, node by node."""

from __future__ import annotations

from itertools import chain
from pathlib import Path
from typing import cast

import pytest

from graph.records import Article, Entity, Mention, Record
from graph.settings import Settings
from graph.store import bulk, open_store
from graph.store.base import Rejected
from graph.store.bolt import BoltStore
from tests.contract import neo4j_server
from tests.graph.samples import article

ODD = 'Ein "Wort", ein Komma,\nzwei Zeilen; \\ und 引号“”'


def _records() -> list[Record]:
    found = [
        article(f"{number}#1", rank=number % 3 + 1, published=None if number == 2 else "2024-05-07")
        for number in range(6)
    ]
    odd = Entity(
        id="matter:x",
        kind="Matter",
        name=ODD,
        aliases=["a;b", 'c"d', ""],
        mentions=[Mention(article="odd#1", start=3, end=3 + len(ODD))],
    )
    return [*chain.from_iterable(found), Article(id="odd#1", title=ODD), odd, *article("0#1", rank=1)]


@pytest.mark.neo4j
def test_import_equals_load(neo4j: BoltStore, tmp_path: Path) -> None:
    refused: list[Rejected] = []
    records = _records()
    written = bulk.write(records, tmp_path / "files", reject=refused.append)
    assert refused == []
    assert written.rows["Article"] == 7
    home = tmp_path / "neo4j"
    neo4j_server.admin(home, "dbms", "set-initial-password", neo4j_server.PASSWORD)
    neo4j_server.admin(home, "database", "import", "full", "neo4j", f"@{tmp_path / 'files' / 'import.args'}")
    with neo4j_server.started(home) as (port, _):
        settings = Settings(db=home, uri=f"bolt://127.0.0.1:{port}", password=neo4j_server.PASSWORD)
        with open_store(settings) as opened:
            imported = cast("BoltStore", opened)
            imported.migrate()
            neo4j.load(records)
            assert imported.counts() == neo4j.counts()
            question = "MATCH (n) WHERE n.id = $id RETURN n"
            for row in neo4j.read("MATCH (n) WHERE NOT n:_Guanxi RETURN n.id AS id, n").dicts():
                ((found,),) = imported.read(question, {"id": row["id"]}).rows
                assert (dict(found.items()), found.labels) == (dict(row["n"].items()), row["n"].labels)
            assert imported.checksum() == neo4j.checksum()
            assert imported.retract(["odd#1", "1#1"]) == neo4j.retract(["odd#1", "1#1"])
            assert imported.checksum() == neo4j.checksum()


def test_another_version_of_an_article_is_refused(tmp_path: Path) -> None:
    refused: list[Rejected] = []
    written = bulk.write([*article("a#1", rank=1), *article("a#1", rank=2)], tmp_path / "files", reject=refused.append)
    assert written.rows["Article"] == 1
    assert [each.where for each in refused] == ["a#1"]
