"""A title read as a person goes to its holder, or to nobody; so do those who only wrote."""

from loaders.extraction.merging import titles
from tests.loaders.extraction.drafts import Drafting


def test_the_title_goes_to_the_one_who_holds_it_with_its_relations() -> None:
    article = Drafting("县委书记王明出席座谈会。书记强调落实。").add("Person", "王明", "书记").add("Post", "县委书记")
    article.add("Event", "座谈会").relate("HOLDS_POST", "王明", "县委书记").relate("SPOKE_AT", "书记", "座谈会")
    titles(article.draft)
    assert [entity.name for _, entity in article.draft.of_kind("Person")] == ["王明"]
    assert list(article.stated("SPOKE_AT")) == [("王明", "座谈会")]


def test_a_title_that_nobody_holds_is_nobody() -> None:
    article = Drafting("王明出席座谈会。书记强调落实。").add("Person", "王明", "书记").add("Event", "座谈会")
    article.relate("SPOKE_AT", "书记", "座谈会").relate("ATTENDED", "王明", "座谈会")
    titles(article.draft)
    assert [entity.name for _, entity in article.draft.of_kind("Person")] == ["王明"]
    assert list(article.stated("SPOKE_AT")) == []
    assert list(article.stated("ATTENDED")) == [("王明", "座谈会")]


def test_a_title_that_two_hold_is_nobodys() -> None:
    article = Drafting("县委书记王明、市委书记李华出席。书记强调落实。").add("Person", "王明", "李华", "书记")
    article.add("Post", "县委书记", "市委书记").add("Event", "出席").relate("HOLDS_POST", "王明", "县委书记")
    article.relate("HOLDS_POST", "李华", "市委书记").relate("SPOKE_AT", "书记", "出席")
    titles(article.draft)
    assert list(article.stated("SPOKE_AT")) == []


def test_a_team_leader_has_a_surname_and_a_title_too() -> None:
    article = Drafting("大队长刘涛参加座谈会。刘队长表示要落实。").add("Person", "刘涛", "刘队长").add("Post", "大队长")
    article.add("Event", "座谈会").relate("HOLDS_POST", "刘涛", "大队长").relate("SPOKE_AT", "刘队长", "座谈会")
    titles(article.draft)
    assert list(article.stated("SPOKE_AT")) == [("刘涛", "座谈会")]


def test_a_surname_with_a_title_is_the_holder_of_that_surname() -> None:
    article = Drafting("县委书记王明、市委书记李华出席。王书记强调落实，郝主任在座。")
    article.add("Person", "王明", "李华", "王书记", "郝主任").add("Post", "县委书记", "市委书记").add("Event", "出席")
    article.relate("HOLDS_POST", "王明", "县委书记").relate("HOLDS_POST", "李华", "市委书记")
    article.relate("SPOKE_AT", "王书记", "出席").relate("ATTENDED", "郝主任", "出席")
    titles(article.draft)
    assert [entity.name for _, entity in article.draft.of_kind("Person")] == ["王明", "李华"]
    assert list(article.stated("SPOKE_AT")) == [("王明", "出席")]
    assert list(article.stated("ATTENDED")) == []


def test_who_only_wrote_is_nobody_and_who_was_there_too_is_somebody() -> None:
    article = Drafting("王明出席座谈会。（王明 李华）").add("Person", "王明", "李华")
    titles(article.draft)
    assert [entity.name for _, entity in article.draft.of_kind("Person")] == ["王明"]
