"""Graphs of the shape of ours, invented and seeded: districts whose officials meet, and a few who meet everybody."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date, timedelta

from queries.view.model import GraphArticle, GraphData, GraphEdge, GraphMention, GraphNode, GraphSentence

SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任"
GIVEN = "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂晓鹏淑东欣梅建国志文海波林峰云辉宇浩然子涵婧昊哲"
DISTRICTS = [
    "云溪区",
    "白鹭区",
    "松台区",
    "石湾县",
    "清浦区",
    "望川县",
    "南屏区",
    "鹤鸣县",
    "柳塘区",
    "金汀区",
    "北渚区",
    "岚桥县",
]
BODIES = [
    "住房和城乡建设局", "综合行政执法局", "经济发展局", "财政局", "教育局", "卫生健康局", "生态环境局",
    "应急管理局", "农业农村局",
    "文化和旅游局", "市场监督管理局", "民政局", "交通运输局", "统计局", "审计局", "水利局", "信访局",
    "自然资源局",
]  # fmt: skip
STREETS = ["桐花街道", "溪口街道", "河坊街道", "石桥镇", "杏林镇", "新圩镇", "柳湾街道", "东篱街道"]
POSTS = [
    "党工委书记",
    "区委副书记",
    "副区长",
    "局长",
    "副局长",
    "街道办事处主任",
    "镇长",
    "党委书记",
    "办公室主任",
    "区长",
    "县长",
    "市长",
]
EVENTS = [
    ("meeting", "企业家座谈会"), ("meeting", "安全生产工作会议"), ("inspection", "防汛工作督查"),
    ("visit", "走访慰问活动"),
    ("ceremony", "项目集中开工仪式"), ("training", "干部专题培训班"),
    ("signing", "招商签约仪式"), ("activity", "全民阅读活动"),
    ("meeting", "重点项目推进会"), ("inspection", "大气污染防治现场督查"),
    ("meeting", "季度经济形势分析会"), ("activity", "义务植树活动"),
]  # fmt: skip
SITES = [
    "行政中心",
    "人民广场",
    "科技产业园",
    "文化艺术中心",
    "滨河公园",
    "高铁新城",
    "智能制造园",
    "实验小学",
    "第一人民医院",
    "会展中心",
]
MATTERS = [
    "安全生产",
    "招商引资",
    "信访维稳",
    "老旧小区改造",
    "河道治理",
    "扫黑除恶",
    "教育双减",
    "秸秆禁烧",
    "疫情防控",
    "营商环境",
]
CITY = "青岚市"
TYPE_ROLE = ["leader", "speaker", "companion", "attendee"]


@dataclass
class Maker:
    """Gathers a graph; `rng` decides everything."""

    rng: random.Random
    nodes: dict[str, GraphNode] = field(default_factory=dict)
    edges: list[GraphEdge] = field(default_factory=list)
    sentences: list[GraphSentence] = field(default_factory=list)

    def node(self, kind: str, scope: str, name: str, /, **properties: object) -> str:
        """A node; its id is readable, and numbered where the name is taken."""
        name_id, again = f"{kind.lower()}:{scope}/{name}", 2
        while name_id in self.nodes:
            name_id, again = f"{kind.lower()}:{scope}/{name}/{again}", again + 1
        aliases = properties.pop("aliases", ())
        assert isinstance(aliases, tuple)
        self.nodes[name_id] = GraphNode(name_id, kind, name, aliases, {"jurisdiction": scope, **properties})
        return name_id

    def join(
        self, source: str, type_: str, target: str, evidence: str, day: str | None, /, **properties: object
    ) -> None:
        """A relation that one sentence states, reported the day after."""
        self.edges.append(
            GraphEdge(
                source=source,
                target=target,
                type=type_,
                properties=properties,
                evidence=(evidence,),
                confidence=round(self.rng.triangular(0.4, 1.0, 0.95), 2),
                rules=(self.rng.choice(["reader.joint/1", "reader.joint/1", "roster.rank", "post.organization"]),),
                first_seen=day,
                last_seen=day,
            )
        )

    def article(self, title: str, place: str, day: str | None, texts: list[str], names: list[str]) -> list[str]:
        """An article of `texts`; returns the ids of its sentences. `names`: ids of the nodes that it may name."""
        number = len(self.sentences)
        article = GraphArticle(
            f"invented_{number:05d}#1", title, day, place, "青岚日报", f"https://news.example/{number}"
        )
        at, made = 20, []
        for index, text in enumerate(texts):
            mentions = []
            for name_id in names:
                start = text.find(self.nodes[name_id].name)
                if start >= 0:
                    mentions.append(GraphMention(start, start + len(self.nodes[name_id].name), name_id))
            sentence = GraphSentence(
                id=f"{article.id}@{at}-{at + len(text)}",
                text=text,
                article=article,
                start=at,
                end=at + len(text),
                before=texts[index - 1] if index else "",
                after=texts[index + 1] if index + 1 < len(texts) else "",
                mentions=tuple(mentions),
            )
            self.sentences.append(sentence)
            made.append(sentence.id)
            at += len(text)
        return made


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
