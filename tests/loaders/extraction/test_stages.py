"""The stages that rules add to a reading."""

import pytest

from graph.checks import is_date
from loaders.extraction import stages
from loaders.extraction.draft import Draft, Entity, Relation
from tests.loaders.extraction.drafts import Drafting

NEWS = "县里召开春季例会\n9月28日下午，春季例会召开。县委书记王明出席并讲话，县长李华主持。县领导张强、赵刚等参加。"


def meeting() -> Drafting:
    article = Drafting(NEWS).add("Person", "王明", "李华", "张强", "赵刚").add("Event", "春季例会")
    article.add("Organization", "县委").add("Post", "书记", "县长")
    article.relate("SPOKE_AT", "王明", "春季例会").relate("CHAIRED", "李华", "春季例会")
    article.relate("HOLDS_POST", "王明", "书记").relate("HOLDS_POST", "李华", "县长")
    return article.relate("ATTENDED", "张强", "春季例会").relate("ATTENDED", "赵刚", "春季例会")


def test_kinds_and_levels_come_from_the_name() -> None:
    article = Drafting("县财政局和甲字营在云澜县金湖广场").add("Organization", "县财政局", "甲字营")
    article.add("Place", "云澜县", "金湖广场")
    article.draft.place = "云澜县"
    stages.kinds(article.draft)
    found = {entity.name: entity.properties for entity in article.draft.entities}
    assert found["县财政局"] == {"kind": "government", "jurisdiction": "云澜县"}
    assert found["甲字营"]["kind"] == "other"
    assert (found["云澜县"]["level"], found["金湖广场"]["level"]) == ("county", "site")


def test_without_an_issuing_place_there_is_no_jurisdiction() -> None:
    article = Drafting("县财政局").add("Organization", "县财政局")
    stages.kinds(article.draft)
    assert article.draft.entities[0].properties == {"kind": "government"}


def test_events_have_kind_date_and_half_day() -> None:
    article = meeting()
    stages.events(article.draft)
    assert article.entity("春季例会").properties == {"kind": "meeting", "date": "2023-09-28", "half_day": "pm"}


def test_the_year_may_stand_in_an_events_name() -> None:
    article = Drafting("9月28日，2022年春季例会召开。").add("Event", "2022年春季例会")
    article.draft.published = None
    stages.events(article.draft)
    assert article.entity("2022年春季例会").properties["date"] == "2022-09-28"


def test_an_event_without_a_date_has_none() -> None:
    article = Drafting("近日，春季例会召开。").add("Event", "春季例会")
    stages.events(article.draft)
    assert article.entity("春季例会").properties == {"kind": "meeting"}


def test_a_month_of_no_known_year_is_a_date_that_records_may_hold() -> None:
    article = Drafting("9月，春季例会召开。").add("Event", "春季例会")
    article.draft.published = None
    stages.events(article.draft)
    date = article.entity("春季例会").properties["date"]
    assert date == "--09"
    assert is_date(str(date))


def test_who_spoke_or_chaired_attended() -> None:
    article = meeting()
    stages.attendance(article.draft)
    found = {name: relation.rule for (name, _), relation in article.stated("ATTENDED").items()}
    assert found == {
        "张强": "reader test", "赵刚": "reader test", "王明": "attended.spoke", "李华": "attended.chaired"
    }  # fmt: skip
    stages.attendance(article.draft)
    assert len(article.draft.having("ATTENDED")) == 4


def test_posts_have_their_organization() -> None:
    article = meeting()
    stages.posts(article.draft)
    assert article.entity("书记").properties == {"title": "书记", "organization": "县委"}
    assert article.entity("县长").properties == {"title": "县长"}
    assert {pair: each.rule for pair, each in article.stated("POST_OF").items()} == {
        ("书记", "县委"): "post.organization_before_title"
    }


def test_where_a_name_is_organization_and_place_the_post_is_the_organizations() -> None:
    article = Drafting("柳河镇副镇长王明到会").add("Person", "王明").add("Organization", "柳河镇").add("Post", "副镇长")
    article.relate("HOLDS_POST", "王明", "副镇长").add("Place", "柳河镇")
    stages.posts(article.draft)
    assert list(article.stated("POST_OF")) == [("副镇长", "柳河镇")]


def test_a_place_before_a_title_is_its_organization_but_no_relation() -> None:
    article = Drafting("云澜县副县长王明到会").add("Person", "王明").add("Place", "云澜县").add("Post", "副县长")
    stages.posts(article.relate("HOLDS_POST", "王明", "副县长").draft)
    assert article.entity("副县长").properties["organization"] == "云澜县"
    assert article.stated("POST_OF") == {}


@pytest.mark.parametrize(
    ("text", "title", "government", "expected"),
    [
        ("县政府召开会议，副县长王明到会", "副县长", "县政府", True),
        ("云澜县人民政府召开会议，县长王明到会", "县长", "云澜县人民政府", True),
        ("县政府召开会议，云澜县县长王明到会", "县长", "县政府", True),
        ("石桥县政府召开会议，县长王明到会", "县长", "石桥县政府", False),
        ("县政府召开会议，副市长王明到会", "副市长", "县政府", False),
        ("镇政府召开会议，镇长王明到会", "镇长", "镇政府", False),  # which of the county's towns, nobody says
        ("县政府召开会议，石桥县县长王明到会", "县长", "县政府", False),
        ("市政府召开会议，市长王明到会", "市长", "市政府", False),  # a county's news: which city, nobody says
    ],
)
def test_the_head_of_the_territory_is_its_governments(text: str, title: str, government: str, expected: bool) -> None:
    article = Drafting(text).add("Person", "王明").add("Organization", government).add("Post", title)
    article.draft.place = "云澜县"
    article.add("Place", *(place for place in ("云澜县", "石桥县") if f"{place}县长" in text))
    stages.posts(article.relate("HOLDS_POST", "王明", title).draft)
    found = {pair: relation.rule for pair, relation in article.stated("POST_OF").items()}
    assert found == ({(title, government): "post.head_of_government"} if expected else {})


def test_another_countys_government_is_not_ours_by_its_short_name() -> None:
    article = Drafting("石桥县政府召开会议，县政府部署防汛，县长王明到会").add("Person", "王明")
    article.add("Organization", "石桥县政府").add("Post", "县长").draft.place = "云澜县"
    article.entity("石桥县政府").aliases.add("县政府")
    stages.posts(article.relate("HOLDS_POST", "王明", "县长").draft)
    assert article.stated("POST_OF") == {}


def test_a_town_that_issues_its_own_news_has_one_head() -> None:
    article = Drafting("柳河镇政府召开会议，镇长王明到会").add("Person", "王明").add("Organization", "柳河镇政府")
    article.draft.place = "云澜县柳河镇"
    stages.posts(article.add("Post", "镇长").relate("HOLDS_POST", "王明", "镇长").draft)
    assert list(article.stated("POST_OF")) == [("镇长", "柳河镇政府")]


def test_rosters_say_rank_role_and_capacity_and_speakers_their_verb() -> None:
    article = meeting()
    for stage in (stages.events, stages.attendance, stages.posts, stages.roster):
        stage(article.draft)
    found = {name: relation.properties for (name, _), relation in article.stated("ATTENDED").items()}
    # Of the lead come those whom the list does not name; then the list.
    assert found["王明"] == {"rank": 1, "open": False, "role": "speaker", "capacity": "县委书记"}
    assert found["李华"] == {"rank": 2, "open": False, "role": "chair", "capacity": "县长"}
    assert found["张强"] == {"rank": 3, "open": True, "role": "attendee"}
    assert found["赵刚"] == {"rank": 4, "open": True, "role": "attendee"}
    assert article.stated("SPOKE_AT")["王明", "春季例会"].properties == {"verb": "讲话", "order": 1}


@pytest.mark.parametrize(
    ("text", "kind", "verb"), [("王明负责防汛工作。", "duty", "负责"), ("王明要抓好防汛工作。", "task", "要")]
)
def test_responsibilities_are_duties_or_tasks(text: str, kind: str, verb: str) -> None:
    article = Drafting(text).add("Person", "王明").add("Matter", "防汛工作")
    stages.responsibilities(article.relate("RESPONSIBLE_FOR", "王明", "防汛工作").draft)
    assert article.stated("RESPONSIBLE_FOR")["王明", "防汛工作"].properties == {"kind": kind, "verb": verb}


def test_an_event_that_is_only_mentioned_goes_where_another_is_told() -> None:
    text = "王明出席推进会，学习全会精神。"
    article = Drafting(text).add("Person", "王明").add("Event", "推进会", "全会").relate("ATTENDED", "王明", "推进会")
    stages.mentioned(article.draft)
    assert [event.name for _, event in article.draft.of_kind("Event")] == ["推进会"]
    assert set(article.stated("ATTENDED")) == {("王明", "推进会")}


def test_an_event_that_is_all_the_article_tells_stays() -> None:
    article = Drafting("全会将于下月召开，王明报道。").add("Person", "王明").add("Event", "全会")
    stages.mentioned(article.draft)
    assert [event.name for _, event in article.draft.of_kind("Event")] == ["全会"]


def test_capacities_are_the_posts_of_each_once_without_those_that_ended() -> None:
    draft = Draft("")
    draft.entities = [Entity("Person", [(0, 2)], "王明"), Entity("Person", [(4, 6)], "李华")]
    draft.entities += [Entity("Post", [(8, 10)], title) for title in ("局长", "副县长", "局长", "主任")]
    draft.entities[2].properties["organization"] = draft.entities[4].properties["organization"] = "县住建局"
    draft.relations = [Relation("HOLDS_POST", 0, post, 1.0, [], "a rule") for post in (2, 3, 4, 5)]
    draft.relations[3].properties["end"] = "2023-10-19"
    assert stages.capacities(draft) == {0: "县住建局局长、副县长"}


def test_nobody_attends_in_a_post_that_has_ended() -> None:
    article = Drafting("王明卸任局长，李华局长主持座谈会。").add("Person", "王明", "李华").add("Event", "座谈会")
    article.add("Post", "局长").relate("HOLDS_POST", "王明", "局长").relate("HOLDS_POST", "李华", "局长")
    article.relate("ATTENDED", "王明", "座谈会").relate("ATTENDED", "李华", "座谈会")
    article.draft.relations[0].properties["end"] = "2023-10-01"
    stages.roster(article.draft)
    attended = article.stated("ATTENDED")
    assert "capacity" not in attended["王明", "座谈会"].properties
    assert attended["李华", "座谈会"].properties["capacity"] == "局长"


@pytest.mark.parametrize(
    ("place", "span"), [(0, (0, 1)), (2, (2, 5)), (4, (2, 5)), (5, (5, 6)), (6, (6, 9)), (8, (6, 9)), (9, (9, 10))]
)
def test_the_sentence_of_a_place_or_the_place_itself_where_none_holds_it(place: int, span: tuple[int, int]) -> None:
    assert Draft("x" * 10, sentences=[(2, 5), (6, 9)]).sentence(place) == span
