"""Items of a list and who answers for them."""

from loaders.extraction.assignments import RULE, assignments
from tests.loaders.extraction.drafts import Drafting


def test_whoever_stands_after_a_label_answers_for_the_item() -> None:
    article = Drafting(
        "（1）杆线迁改。\n责任单位：县供电公司、县住建局　　责任人：副县长王明\n（2）征收。\n责任人：李华"
    )
    article.add("Organization", "县供电公司", "县住建局").add("Person", "王明", "李华").add("Matter", "征收")
    article.relate("RESPONSIBLE_FOR", "李华", "征收")
    assignments(article.draft)
    found = {pair: (relation.rule, relation.properties) for pair, relation in article.stated("RESPONSIBLE_FOR").items()}
    assert found == {
        ("县供电公司", "杆线迁改"): (RULE, {"kind": "duty", "verb": "责任单位"}),
        ("县住建局", "杆线迁改"): (RULE, {"kind": "duty", "verb": "责任单位"}),
        ("王明", "杆线迁改"): (RULE, {"kind": "duty", "verb": "责任人"}),
        ("李华", "征收"): (RULE, {"kind": "duty", "verb": "责任人"}),
    }
