"""Two events become one where only their names differ, and those a little."""

from unittest.mock import Mock

import pytest

from loaders.extraction.draft import Entity
from loaders.extraction.occasions import _alike, occasions
from tests.loaders.extraction.drafts import Drafting


def test_events_of_one_name_become_one() -> None:
    text = "全县花椒产业推进会议召开\n昨日，全县花椒产业推进会举行。王明在推进会上讲话，李华参加推进会议。"
    article = (
        Drafting(text).add("Person", "王明", "李华").add("Event", "全县花椒产业推进会议", "全县花椒产业推进会举行")
    )
    article.draft.entities[3].name = "全县花椒产业推进会"
    article.relate("ATTENDED", "王明", "全县花椒产业推进会").relate("ATTENDED", "李华", "全县花椒产业推进会议")
    occasions(article.draft)
    assert set(article.stated("ATTENDED")) == {("王明", "全县花椒产业推进会议"), ("李华", "全县花椒产业推进会议")}


def test_what_is_named_by_its_kind_is_the_one_event_that_ends_so() -> None:
    text = "花椒产业工作汇报会后举行签约仪式。王明出席汇报会。"
    article = Drafting(text).add("Person", "王明").add("Event", "花椒产业工作汇报会", "签约仪式")
    place = text.rindex("汇报会")
    article.draft.entities.append(Entity("Event", [(place, place + 3)], "汇报会"))
    article.relate("ATTENDED", "王明", "汇报会")
    occasions(article.draft)
    assert set(article.stated("ATTENDED")) == {("王明", "花椒产业工作汇报会")}


def test_of_two_that_end_so_it_is_neither() -> None:
    article = Drafting("花椒产业座谈会、茶产业座谈会，另一场是座谈会").add("Event", "花椒产业座谈会", "茶产业座谈会")
    article.draft.entities.append(Entity("Event", [(len(article.text) - 3, len(article.text))], "座谈会"))
    occasions(article.draft)
    assert len(article.draft.entities) == 3


def test_a_meeting_whose_spirit_is_handed_on_stays_apart() -> None:
    text = "县局召开花椒产业推进工作会。会议传达了花椒产业推进工作会议精神。"
    article = Drafting(text).add("Event", "花椒产业推进工作会议")
    start = text.index("花椒")
    article.draft.entities.append(Entity("Event", [(start, start + 9)], "花椒产业推进工作会"))
    occasions(article.draft)
    assert len(article.draft.entities) == 2


@pytest.mark.parametrize(("first", "second", "left"), [("2023-03-01", "2023-03-05", 2), ("2023-03-01", "", 1)])
def test_events_of_other_days_stay_apart(first: str, second: str, left: int) -> None:
    article = Drafting("花椒产业推进会召开。又一次花椒产业推进会议召开。").add(
        "Event", "花椒产业推进会召开", "花椒产业推进会议"
    )
    events = article.draft.entities
    events[0].name, events[0].properties["date"] = "花椒产业推进会", first
    if second:
        events[1].properties["date"] = second
    occasions(article.draft)
    assert [event.properties["date"] for event in article.draft.entities] == [first, second][:left]


def test_events_of_other_hosts_stay_apart() -> None:
    text = "县教育局召开花椒节动员会，县水利局随后召开动员会。"
    article = Drafting(text).add("Organization", "县教育局", "县水利局").add("Event", "花椒节动员会")
    place = text.rindex("动员会")
    article.draft.entities.append(Entity("Event", [(place, place + 3)], "动员会"))
    article.relate("ORGANIZED", "县教育局", "花椒节动员会").relate("ORGANIZED", "县水利局", "动员会")
    occasions(article.draft)
    assert len(article.draft.of_kind("Event")) == 2


def test_what_joins_two_does_not_join_a_third_of_another_day() -> None:
    """A, B without a day, C: A and B are one, C is not, whichever comes first."""
    text = "花椒产业推进会。花椒产业推进会议。花椒产业推进大会。"
    article = Drafting(text).add("Event", "花椒产业推进会。", "花椒产业推进会议", "花椒产业推进大会")
    events = article.draft.entities
    events[0].name, events[0].properties["date"], events[2].properties["date"] = (
        "花椒产业推进会",
        "2023-03-01",
        "2023-03-05",
    )
    occasions(article.draft)
    assert [event.properties["date"] for event in article.draft.entities] == ["2023-03-01", "2023-03-05"]


def visit(*places: str) -> Drafting:
    """王明 at two visits, each to its place."""
    text = "王明到柳河镇调研。在东山村的调研中，王明看了果园。"
    article = (
        Drafting(text)
        .add("Person", "王明")
        .add("Place", "柳河镇", "东山村")
        .add("Event", "到柳河镇调研", "在东山村的调研")
    )
    for event, place in zip(("到柳河镇调研", "在东山村的调研"), places, strict=True):
        article.relate("ATTENDED", "王明", event).relate("LOCATED_IN", event, place)
    occasions(article.draft)
    return article


def test_one_visit_told_twice_is_one() -> None:
    assert set(visit("柳河镇", "柳河镇").stated("ATTENDED")) == {("王明", "到柳河镇调研")}


def test_visits_to_two_places_are_two() -> None:
    assert len(visit("柳河镇", "东山村").stated("ATTENDED")) == 2


def test_only_what_may_be_one_event_is_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    numerals = "一二三四五六七八九十"
    names = [f"第{tens}{ones}届花椒产业交流会" for tens in numerals for ones in numerals]
    article = Drafting("。".join([*names, "第三五届花椒产业交流会议"])).add("Event", *names, "第三五届花椒产业交流会议")
    compare = Mock(wraps=_alike)
    monkeypatch.setattr("loaders.extraction.occasions._alike", compare)
    occasions(article.draft)
    assert compare.call_count == 1
    assert len(article.draft.entities) == len(names)


def test_what_is_said_of_the_level_is_the_meeting_of_the_place() -> None:
    article = Drafting("云澜县教育工作会议召开。王明出席全县教育工作会议。").add("Person", "王明")
    article.add("Event", "云澜县教育工作会议", "全县教育工作会议").relate("ATTENDED", "王明", "全县教育工作会议")
    occasions(article.draft)
    assert set(article.stated("ATTENDED")) == {("王明", "云澜县教育工作会议")}


def test_meetings_of_two_places_stay_two_whatever_the_level_says() -> None:
    names = "云澜县教育工作会议", "全县教育工作会议", "柳河县教育工作会议"
    article = Drafting("、".join(names)).add("Event", *names)
    occasions(article.draft)
    assert {"云澜县教育工作会议", "柳河县教育工作会议"} <= {event.name for event in article.draft.entities}


def test_many_visits_of_one_person_to_one_place_are_joined_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is in one group already is not compared with all the others again."""
    from loaders.extraction import occasions as module

    def comparisons(number: int) -> int:
        names = [f"到柳河镇调研{'春夏秋冬'[each % 4]}{'甲乙丙丁戊己庚辛'[each // 4]}事" for each in range(number)]
        article = Drafting("王明" + "，".join(names)).add("Person", "王明").add("Place", "柳河镇").add("Event", *names)
        for name in names:
            article.relate("ATTENDED", "王明", name).relate("LOCATED_IN", name, "柳河镇")
        differ = Mock(side_effect=module._differ)
        monkeypatch.setattr(module, "_differ", differ)
        occasions(article.draft)
        return differ.call_count

    few, many = comparisons(8), comparisons(16)
    assert many <= 5 * few  # each pair once: four times as many
