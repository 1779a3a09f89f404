"""Graphs of the shape of ours, invented and seeded: districts whose officials meet, and a few who meet everybody."""

from __future__ import annotations

import random
from datetime import date, timedelta

from queries.view.model import GraphData
from tests.queries.view.invented import (
    BODIES,
    CITY,
    DISTRICTS,
    EVENTS,
    GIVEN,
    MATTERS,
    POSTS,
    SITES,
    STREETS,
    SURNAMES,
    TYPE_ROLE,
)
from tests.queries.view.maker import Maker


def graph(count: int, *, seed: int = 1, title: str = "") -> GraphData:
    """A graph of exactly `count` nodes (at least 12)."""
    make = Maker(random.Random(seed))
    rng = make.rng
    districts = DISTRICTS[: max(1, min(len(DISTRICTS), count // 90))]
    shares = {"Person": 0.43, "Event": 0.28, "Organization": 0.12, "Post": 0.07, "Place": 0.05}
    much = {kind: max(1, int(count * share)) for kind, share in shares.items()}
    much["Matter"] = count - sum(much.values())
    scopes = [districts[int(rng.random() ** 1.4 * len(districts))] for _ in range(count)]
    people = [
        make.node(
            "Person", scopes[i], rng.choice(SURNAMES) + "".join(rng.choices(GIVEN, k=rng.choice([1, 2, 2]))), aliases=()
        )
        for i in range(much["Person"])
    ]
    bodies = [_body(make, i, districts) for i in range(much["Organization"])]
    places = [
        make.node(
            "Place",
            districts[i % len(districts)],
            districts[i % len(districts)] + SITES[(i // len(districts)) % len(SITES)],
            level="site",
        )
        for i in range(much["Place"])
    ]
    posts = [
        make.node(
            "Post",
            make.nodes[body].properties["jurisdiction"],
            make.nodes[body].name + POSTS[i % len(POSTS)],
            title=POSTS[i % len(POSTS)],
        )
        for i, body in ((i, bodies[i % len(bodies)]) for i in range(much["Post"]))
    ]
    matters = [
        make.node(
            "Matter", districts[i % len(districts)], districts[i % len(districts)] + MATTERS[i % len(MATTERS)] + "工作"
        )
        for i in range(much["Matter"])
    ]
    local = {d: [p for p in people if make.nodes[p].properties["jurisdiction"] == d] or people[:3] for d in districts}
    for _ in range(much["Event"]):
        _event(make, rng.choice(scopes), local, people, bodies, places)
    _careers(make, people, bodies, posts, matters)
    return GraphData.of(make.nodes.values(), make.edges, make.sentences, title=title or f"{CITY}公开活动关系图")


def _body(make: Maker, index: int, districts: list[str]) -> str:
    district = districts[index % len(districts)]
    pool = BODIES + STREETS
    word = pool[(index // len(districts)) % len(pool)]
    kind = "street" if word in STREETS else "government"
    return make.node("Organization", district, district + word, kind=kind, aliases=(word,))


def _event(
    make: Maker, district: str, local: dict[str, list[str]], people: list[str], bodies: list[str], places: list[str]
) -> None:
    rng = make.rng
    kind, word = rng.choice(EVENTS)
    day = date(2019, 1, 7) + timedelta(days=int(rng.triangular(0, 1640, 1200)))
    stated = rng.choices([day.isoformat(), day.isoformat()[:7], None], weights=[88, 7, 5])[0]
    properties = {"kind": kind, **({"date": stated} if stated else {}), "half_day": rng.choice(["am", "pm"])}
    name = f"{district}{word}"
    event = make.node("Event", district, name, **properties)
    near = local[district]
    roster = list(dict.fromkeys(near[int(rng.random() ** 2.2 * len(near))] for _ in range(rng.choice([2, 3, 4, 5, 7]))))
    if rng.random() < 0.22:
        roster.insert(0, people[int(rng.random() ** 3 * min(len(people), 9))])
    roster = list(dict.fromkeys(roster))
    body = rng.choice([b for b in bodies if make.nodes[b].properties["jurisdiction"] == district] or bodies)
    site = rng.choice([p for p in places if make.nodes[p].properties["jurisdiction"] == district] or places)
    names = [make.nodes[person].name for person in roster]
    when = f"{day.month}月{day.day}日{rng.choice(['上午', '下午'])}"
    texts = [
        f"{when}，{name}在{make.nodes[site].name}举行。",
        f"{names[0]}出席并讲话" + (f"，{'、'.join(names[1:])}等参加。" if names[1:] else "。"),
        f"活动由{make.nodes[body].name}主办。",
        "会议要求，各单位要压实责任、细化举措，确保各项任务落到实处。",
    ]
    seen = (day + timedelta(days=1)).isoformat() if rng.random() < 0.93 else None
    lines = make.article(f"{name}举行", district, seen, texts, [event, site, body, *roster])
    for rank, person in enumerate(roster, 1):
        role = "speaker" if rank == 1 else TYPE_ROLE[min(rank, 3)]
        make.join(person, "ATTENDED", event, lines[1], seen, rank=rank, role=role, open=len(roster) > 1)
    make.join(roster[0], "SPOKE_AT", event, lines[1], seen, verb="讲话", order=1)
    if len(roster) > 2:
        make.join(roster[1], "CHAIRED", event, lines[1], seen)
    make.join(body, "ORGANIZED", event, lines[2], seen)
    make.join(event, "LOCATED_IN", site, lines[0], seen)


def _careers(make: Maker, people: list[str], bodies: list[str], posts: list[str], matters: list[str]) -> None:
    """Posts and duties: most officials hold one post, in their district; every post belongs to its organization."""
    rng = make.rng
    for index, post in enumerate(posts):
        body = bodies[index % len(bodies)]
        scope = make.nodes[body].properties["jurisdiction"]
        near = [p for p in people if make.nodes[p].properties["jurisdiction"] == scope] or people
        for person in dict.fromkeys(rng.choice(near) for _ in range(rng.choice([1, 1, 2, 3]))):
            day = (date(2019, 1, 7) + timedelta(days=rng.randrange(1500))).isoformat()
            text = f"{make.nodes[post].name}{make.nodes[person].name}介绍了有关情况。"
            line = make.article("有关情况通报", scope, day, [text], [post, person, body])[0]
            make.join(person, "HOLDS_POST", post, line, day)
            make.join(post, "POST_OF", body, line, day)
    for index, matter in enumerate(matters):
        body, person = bodies[index % len(bodies)], rng.choice(people)
        text = f"{make.nodes[body].name}负责{make.nodes[matter].name}，{make.nodes[person].name}具体牵头。"
        line = make.article(
            "责任分工", make.nodes[body].properties["jurisdiction"], None, [text], [body, matter, person]
        )[0]
        make.join(body, "RESPONSIBLE_FOR", matter, line, None, kind="duty")
        make.join(person, "RESPONSIBLE_FOR", matter, line, None, kind="task")
