"""A graph put together piece by piece: nodes, relations, articles with their sentences."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from queries.view.model import GraphArticle, GraphEdge, GraphMention, GraphNode, GraphSentence


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
