"""The answers of the samples' README, worked out by hand from the articles, against the records of the annotations."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations

import pytest

from graph.ids import entity_id
from graph.records import Article, Entity, Relation
from loaders.samples.from_gold import sample_records

COUNTY, ZONE = "云澜县", "澄湖经济技术开发区"


class World:
    """The samples' records put together: entities by id, relations by (type, source, target), dates of publication."""

    def __init__(self) -> None:
        self.entities: dict[str, Entity] = {}
        self.relations: dict[tuple[str, str, str], list[Relation]] = defaultdict(list)
        self.published: dict[str, str] = {}
        for record in sample_records():
            if isinstance(record, Article):
                self.published[record.id] = record.published or ""
            elif isinstance(record, Entity):
                self.entities.setdefault(record.id, record)
            elif isinstance(record, Relation):
                self.relations[record.type, record.source, record.target].append(record)

    def seen(self, type_: str, source: str, target: str) -> list[str]:
        """Dates of the articles that state a relation, in order."""
        found = self.relations.get((type_, source, target), [])
        return sorted({self.published[evidence.article] for relation in found for evidence in relation.evidence})

    def into(self, type_: str, target: str) -> dict[str, Relation]:
        """The first statement of each relation into `target`, by the id of its source."""
        return {
            source: found[0] for (kind, source, end), found in self.relations.items() if (kind, end) == (type_, target)
        }

    def attended(self) -> dict[str, set[str]]:
        """Events of every person."""
        found = defaultdict(set)
        for type_, source, target in self.relations:
            if type_ == "ATTENDED" and self.entities[source].kind == "Person":
                found[source].add(target)
        return found

    def date(self, event: str) -> str:
        return str(self.entities[event].properties.get("date") or "")

    def rosters(self, jurisdiction: str) -> dict[str, list[str]]:
        """Names in order of rank, by date and name of the event."""
        found: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for (type_, source, target), relations in self.relations.items():
            rank = relations[0].properties.get("rank")
            if type_ == "ATTENDED" and isinstance(rank, int) and source.startswith(f"person:{jurisdiction}/"):
                found[target].append((rank, self.entities[source].name))
        return {event: [name for _, name in sorted(names)] for event, names in found.items()}


@pytest.fixture(scope="module")
def world() -> World:
    return World()


def person(name: str, jurisdiction: str = COUNTY) -> str:
    return entity_id("Person", jurisdiction, name)


def post(organization: str, title: str, jurisdiction: str = COUNTY) -> str:
    return entity_id("Post", jurisdiction, organization, title)


MEETING = entity_id("Event", COUNTY, "2023-01-06", "全县经济工作会议")


def test_who_attended_in_order(world: World) -> None:
    leaders = [
        "陈志远",
        "林晓峰",
        "马德胜",
        "徐长河",
        "周国平",
        "吴海燕",
        "郑文博",
        "孙建军",
        "韩松",
        "黄立新",
        "赵丽华",
    ]
    assert world.rosters(COUNTY)[MEETING] == leaders
    unranked = {
        world.entities[who].name for who, r in world.into("ATTENDED", MEETING).items() if "rank" not in r.properties
    }
    assert unranked == {"曹永年", "县财政局", "县住建局", "澜口镇", "青垣镇"}


def test_who_spoke_and_chaired(world: World) -> None:
    spoken = sorted(world.into("SPOKE_AT", MEETING).values(), key=lambda relation: str(relation.properties["order"]))
    assert [world.entities[relation.source].name for relation in spoken] == [
        "陈志远", "周国平", "县财政局", "县住建局", "澜口镇", "青垣镇", "曹永年", "林晓峰"
    ]  # fmt: skip
    assert set(world.into("CHAIRED", MEETING)) == {person("林晓峰")}


def test_predecessor_and_successor(world: World) -> None:
    head = post("县住建局", "局长")
    holders = world.into("HOLDS_POST", head)
    assert set(holders) == {person("王伟"), person("刘洋")}
    assert world.seen("HOLDS_POST", person("王伟"), head) == ["2023-02-04", "2023-06-08", "2023-06-16", "2023-10-20"]
    ends = {relation.properties.get("end") for relation in world.relations["HOLDS_POST", person("王伟"), head]}
    assert ends == {None, "2023-10-19"}
    assert holders[person("刘洋")].properties == {"start": "2023-10-19"}
    assert world.seen("HOLDS_POST", person("刘洋"), post("县住建局", "副局长")) == ["2023-06-08", "2023-09-01"]
    assert world.seen("HOLDS_POST", person("王伟"), post("", "副县长")) == ["2023-10-20", "2023-11-08", "2024-01-26"]


def test_a_post_that_stood_empty(world: World) -> None:
    chair = post("县政协", "主席")
    assert world.seen("HOLDS_POST", person("徐长河"), chair) == ["2023-05-10", "2023-06-16"]
    assert world.seen("HOLDS_POST", person("何桂兰"), chair) == ["2024-01-11"]


def test_two_posts_at_once(world: World) -> None:
    both = [post("", "党工委副书记", ZONE), post("管委会", "主任", ZONE)]
    dates = [world.seen("HOLDS_POST", person("许静", ZONE), held) for held in both]
    assert dates[0] == dates[1] == ["2023-07-19", "2023-09-27", "2024-01-19", "2024-02-27"]


@pytest.mark.parametrize(
    ("since", "least", "expected"),
    [
        ("2023-07-01", 3, {"徐长河": (6, "2023-06-15")}),
        ("2024-01-01", 5, {"徐长河": (6, "2023-06-15"), "黄立新": (7, "2023-12-20"), "谢春生": (5, "2023-12-04")}),
    ],
)
def test_who_was_not_seen_since(world: World, since: str, least: int, expected: dict[str, tuple[int, str]]) -> None:
    last = {who: max(map(world.date, events)) for who, events in world.attended().items() if len(events) >= least}
    gone = {who: (len(world.attended()[who]), day) for who, day in last.items() if day < since}
    assert gone == {person(name): about for name, about in expected.items()}


def test_only_one_leader_changes_place_in_the_order(world: World) -> None:
    changed = {}
    for jurisdiction in (COUNTY, ZONE):
        before: dict[tuple[str, str], set[str]] = defaultdict(set)
        for event, names in world.rosters(jurisdiction).items():
            for pair in combinations(names, 2):
                before[pair].add(world.date(event))
        changed[jurisdiction] = {pair: dates for pair, dates in before.items() if pair[::-1] in before}
    assert changed[ZONE] == {}
    assert set(changed[COUNTY]) == {
        ("吴海燕", "孙建军"), ("孙建军", "吴海燕"), ("郑文博", "孙建军"), ("孙建军", "郑文博")
    }  # fmt: skip
    assert max(changed[COUNTY]["吴海燕", "孙建军"]) == "2023-06-30"
    assert min(changed[COUNTY]["孙建军", "吴海燕"]) == "2023-08-30"


def test_rosters_of_meetings_and_who_is_missing(world: World) -> None:
    meetings = {
        world.date(event): names
        for event, names in world.rosters(COUNTY).items()
        if len(names) >= 8 and world.entities[event].properties["kind"] == "meeting"
    }
    assert sorted(meetings) == [
        "2023-01-06", "2023-04-11", "2023-06-30", "2023-08-30", "2023-09-21", "2023-12-20", "2024-01-10", "2024-02-19"
    ]  # fmt: skip
    missing = {name: [day for day, names in meetings.items() if name not in names] for name in ("郑文博", "周国平")}
    assert missing == {"郑文博": ["2023-12-20"], "周国平": []}


def test_companions(world: World) -> None:
    attended = world.attended()
    chief = attended[person("陈志远")]
    assert len(chief) == 13
    shared = {
        name: len(attended[person(name)] & chief) for name in ("林晓峰", "吴海燕", "周国平", "孙建军", "韩松", "赵丽华")
    }
    assert shared == {"林晓峰": 9, "吴海燕": 9, "周国平": 8, "孙建军": 8, "韩松": 7, "赵丽华": 6}


def test_a_task_and_its_report(world: World) -> None:
    bureau = entity_id("Organization", COUNTY, "县住建局")
    task = entity_id("Matter", COUNTY, "在5月底前完成全县自建房安全隐患排查")
    assert world.seen("RESPONSIBLE_FOR", bureau, task) == ["2023-04-12", "2023-06-08"]
    kinds = [
        r[0].properties["kind"]
        for (type_, who, _), r in world.relations.items()
        if (type_, who) == ("RESPONSIBLE_FOR", bureau)
    ]
    assert sorted(map(str, kinds)) == ["duty", *["task"] * 6]


def test_an_event_of_two_articles(world: World) -> None:
    meeting = entity_id("Event", COUNTY, "2023-04-11", "全县安全生产工作会议")
    assert world.seen("SPOKE_AT", person("林晓峰"), meeting) == ["2023-04-12", "2023-06-08"]
    assert person("陈志远") not in world.into("ATTENDED", meeting)


def test_where(world: World) -> None:
    hall = entity_id("Place", COUNTY, "县人民会堂")
    assert sorted(map(world.date, world.into("LOCATED_IN", hall))) == [
        "2023-01-06", "2023-06-30", "2023-12-20", "2024-01-10"
    ]  # fmt: skip
    village, town = (entity_id("Place", COUNTY, name) for name in ("杏林坪村", "青垣镇"))
    assert ("LOCATED_IN", village, town) in world.relations
    stops = [event for event in world.into("LOCATED_IN", village) if event in world.entities]
    assert sorted(map(world.date, stops)) == ["2023-05-09", "2023-06-30", "2023-09-21"]


def test_namesakes(world: World) -> None:
    scopes: dict[str, int] = defaultdict(int)
    for entity in world.entities.values():
        scopes[entity.name] += entity.kind == "Person"
    assert {name for name, count in scopes.items() if count > 1} == {
        "王伟", "林晓峰", "周国平", "张敏", "许静", "蔡明辉", "丁浩", "沈伯年"
    }  # fmt: skip
