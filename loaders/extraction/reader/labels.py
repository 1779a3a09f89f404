"""What the reader can say: kinds of spans, tags of characters, families of relations.

The order of every tuple here is the order of the network's outputs, so it is part of the weights' format: append, never
reorder.
"""

from dataclasses import dataclass

KINDS = ("Person", "Organization", "Place", "Post", "Event", "Matter")
PERSON, ORGANIZATION, PLACE, POST, EVENT, MATTER = range(len(KINDS))

TAGS = ("O", "B", "I", "E", "S")
OUTSIDE, BEGIN, INSIDE, END, SINGLE = range(len(TAGS))


@dataclass(frozen=True, slots=True)
class Family:
    """Relations that one head scores: `left` and `right` are the kinds (indices into KINDS) it joins.

    `reach` bounds how many sentences the right mention may stand after the left one (negative: before it).
    """

    name: str
    labels: tuple[str, ...]
    left: tuple[int, ...]
    right: tuple[int, ...]
    reach: tuple[int, int] | None = None


PARTICIPATION = Family("part", ("ATTENDED", "SPOKE_AT", "CHAIRED", "ORGANIZED"), (PERSON, ORGANIZATION), (EVENT,))
LOCATION = Family("loc", ("LOCATED_IN",), (EVENT, ORGANIZATION, PLACE), (PLACE,))
OFFICE = Family("post", ("HOLDS_POST",), (PERSON,), (POST,), reach=(0, 0))
DUTY = Family("resp", ("RESPONSIBLE_FOR",), (PERSON, ORGANIZATION), (MATTER,), reach=(-1, 2))
SAME_EVENT = Family("same", ("SAME_EVENT",), (EVENT,), (EVENT,))

RELATION_FAMILIES = (PARTICIPATION, LOCATION, OFFICE, DUTY)
FAMILIES = (*RELATION_FAMILIES, SAME_EVENT)
RELATIONS = tuple(label for family in RELATION_FAMILIES for label in family.labels)
