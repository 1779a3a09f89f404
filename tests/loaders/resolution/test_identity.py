"""Who is who: a name within a jurisdiction."""

from hypothesis import given
from hypothesis import strategies as st

from graph.ids import scope
from graph.records import Value
from loaders.resolution.identity import identify

names = st.text("王明县教育局会议 /%　２", min_size=1, max_size=8)


def key(kind: str, name: str, within: str = "云澜县", article: str = "a", **properties: Value) -> str:
    return identify(kind, name, properties, within=within, article=article)


def test_a_name_is_one_person_within_a_jurisdiction_and_two_across() -> None:
    assert key("Person", "王伟", article="a") == key("Person", "王伟", article="b")
    assert key("Person", "王伟", within="云澜县") != key("Person", "王伟", within="澄湖经济技术开发区")
    assert key("Person", "王伟") != key("Organization", "王伟")


def test_spacing_and_width_do_not_part_a_name() -> None:
    assert key("Organization", "县 教育局２") == key("Organization", "县教育局2")


def test_an_organ_of_the_jurisdiction_is_one_under_its_long_and_its_short_name() -> None:
    pairs = [
        ("云澜县水利局", "县水利局"),
        ("中共云澜县委", "县委"),
        ("中共云澜县委员会", "县委"),
        ("云澜县人民政府", "县政府"),
        ("云澜县人民政府办公室", "县政府办公室"),
        ("云澜县人民代表大会常务委员会", "县人大常委会"),
        ("县人民政府", "县政府"),
    ]
    for long, short in pairs:
        assert key("Organization", long) == key("Organization", short), long
        assert key("Post", "局长", organization=long) == key("Post", "局长", organization=short)
        assert key("Organization", long, within="江苏省云澜县") == key("Organization", short, within="江苏省云澜县")
    assert key("Organization", "柳河县水利局") != key("Organization", "县水利局")
    assert key("Organization", "云澜县水利局", within="柳河县") != key("Organization", "县水利局", within="柳河县")
    assert key("Organization", "省水利厅") != key("Organization", "县水利厅")


def test_the_head_of_the_jurisdiction_is_one_with_and_without_its_name() -> None:
    assert key("Post", "副县长", organization="云澜县") == key("Post", "副县长")
    assert key("Post", "副县长", organization="石桥县") != key("Post", "副县长")
    assert key("Post", "代表", organization="云澜县") != key("Post", "代表")


def test_an_event_is_its_name_and_day() -> None:
    dated = key("Event", "县政府常务会议", date="2023-05-06")
    assert dated == key("Event", "县政府常务会议", date="2023-05-06", article="b")
    assert dated != key("Event", "县政府常务会议", date="2023-06-06")


def test_an_undated_event_is_the_articles_own() -> None:
    assert key("Event", "县政府常务会议") == key("Event", "县政府常务会议")
    assert key("Event", "县政府常务会议") != key("Event", "县政府常务会议", article="b")


def test_our_hospital_is_the_articles_own_and_our_city_the_jurisdictions() -> None:
    assert key("Organization", "我院") == key("Organization", "我院")
    assert key("Organization", "我院") != key("Organization", "我院", article="b")
    assert key("Place", "我市") == key("Place", "我市", article="b")


def test_a_post_is_its_organization_and_title() -> None:
    assert key("Post", "局长", organization="县教育局") != key("Post", "局长", organization="县住建局")
    assert key("Post", "县长") == key("Post", "县长", organization=None)


def test_without_place_and_source_an_article_is_a_world_of_its_own() -> None:
    assert scope(place="云澜县", source="云澜日报", article="a") == "云澜县"
    assert scope(place=None, source="云澜日报", article="a") == "云澜日报"
    assert scope(place=" ", source=None, article="a") == "a"


@given(names, names, names, names)
def test_two_keys_are_never_run_together(organization: str, title: str, other: str, name: str) -> None:
    """A slash in a name parts nothing: organization and title are told apart."""
    same = "".join(organization.split()), "".join(title.split())
    one = key("Post", title, organization=organization)
    two = key("Post", name, organization=other)
    assert (one == two) == (scoped(*same) == scoped("".join(other.split()), "".join(name.split())))


def scoped(organization: str, title: str) -> tuple[str, str]:
    return organization.replace("２", "2"), title.replace("２", "2")
