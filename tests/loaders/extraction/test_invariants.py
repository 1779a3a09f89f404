"""What holds of every draft, whatever the reader has read and whichever stage was the last."""

from hypothesis import given
from hypothesis import strategies as st

from loaders.extraction import stages
from loaders.extraction.anaphora import anaphora
from loaders.extraction.draft import Draft, Entity, Relation, Span
from loaders.extraction.organs import organs
from tests.loaders.extraction.rules.spans import sentences

PHRASES = (
    *(
        "省纪委/驻/省水利厅/纪检组/组长/王明",
        "云澜县/驻/深圳/办事处/主任/王明",
        "市委/市政府",
        "柳河镇/，/该镇",
        "县第四中学/，/学校",
    ),
    *("我县", "恒沛公司/的/公司", "9月28日", "近日", "将于", "推进会", "王明", "到", "、", "，", "。", "\n"),
)
"""With a stroke between what may be mentions."""
KINDS = ("Person", "Organization", "Place", "Event", "Post", "Matter")
TYPES = ("ATTENDED", "SPOKE_AT", "CHAIRED", "ORGANIZED", "LOCATED_IN", "RESPONSIBLE_FOR", "HOLDS_POST")


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    """A text of pieces, whose entities are named by runs of them and are related at random by their mentions."""
    pieces = "/".join(draw(st.lists(st.sampled_from(PHRASES), min_size=1, max_size=8))).split("/")
    text = "".join(pieces)
    ends = [sum(map(len, pieces[:number])) for number in range(len(pieces) + 1)]
    draft = Draft(text, body=text.find("\n") + 1, sentences=sentences(text))
    draft.place = draw(st.sampled_from((None, "云澜县")))
    mentions: dict[tuple[str, str], set[Span]] = {}
    for _ in range(draw(st.integers(0, 10))):
        first = draw(st.integers(0, len(pieces) - 1))
        span = ends[first], ends[min(len(pieces), first + draw(st.sampled_from((1, 1, 1, 2, 4))))]
        name = "".join(draft.words(span).split())
        if name:
            mentions.setdefault((draw(st.sampled_from(KINDS)), name), set()).add(span)
    draft.entities = [Entity(kind, sorted(spans), name) for (kind, name), spans in mentions.items()]
    for _ in range(draw(st.integers(0, 6)) if len(draft.entities) > 1 else 0):
        source, target = draw(st.permutations(range(len(draft.entities))))[:2]
        evidence = [draw(st.sampled_from(draft.entities[end].spans)) for end in (source, target)]
        draft.relations.append(Relation(draw(st.sampled_from(TYPES)), source, target, 0.9, evidence, "reader test"))
    return draft


@given(drafts())
def test_entities_keep_mentions_and_relations_rest_on_mentions(draft: Draft) -> None:
    for stage in stages.STAGES:
        stage(draft)
        assert all(entity.spans for entity in draft.entities), stage.__name__
        mentioned = {span for entity in draft.entities for span in entity.spans}
        for relation in draft.relations:
            assert relation.source != relation.target, stage.__name__
            assert set(relation.evidence) <= mentioned, stage.__name__


@given(drafts())
def test_bodies_that_are_made_whole_or_pointed_to_leave_evidence_with_the_ends(draft: Draft) -> None:
    """A relation that rests on mentions of its ends does so after the stages that hand mentions on."""
    for stage in (organs, anaphora):
        stage(draft)
        for relation in draft.relations:
            ends = draft.entities[relation.source], draft.entities[relation.target]
            assert set(relation.evidence) <= {span for entity in ends for span in entity.spans}, stage.__name__
