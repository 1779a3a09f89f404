"""Posts by where a title stands."""

from loaders.extraction.offices import AFTER, GIVEN, LISTED, NOW, REGISTERED, offices
from tests.loaders.extraction.drafts import Drafting


def test_a_title_after_a_name_is_held() -> None:
    article = Drafting("反馈会上，李华所长谈到安全。").add("Person", "李华")
    offices(article.draft)
    held = article.stated("HOLDS_POST")["李华", "所长"]
    assert held.rule == AFTER
    assert [article.draft.words(span) for span in held.evidence] == ["李华", "所长"]
    assert article.entity("所长").rule == AFTER


def test_a_title_that_the_reader_tied_is_not_doubled() -> None:
    article = (
        Drafting("李华所长谈到安全。").add("Person", "李华").add("Post", "所长").relate("HOLDS_POST", "李华", "所长")
    )
    offices(article.draft)
    assert len(article.draft.having("HOLDS_POST")) == 1


def test_deputies_in_a_list_share_their_title() -> None:
    article = Drafting("市政协副主席王明、李华和赵强出席，局长周杰、吴涛参加。")
    article.add("Person", "王明", "李华", "赵强", "周杰", "吴涛").add("Post", "副主席", "局长")
    article.relate("HOLDS_POST", "王明", "副主席").relate("HOLDS_POST", "周杰", "局长")
    offices(article.draft)
    found = {pair: each.rule for pair, each in article.stated("HOLDS_POST").items() if each.rule == LISTED}
    assert found == {("李华", "副主席"): LISTED, ("赵强", "副主席"): LISTED}


def test_whoever_has_a_title_keeps_only_that() -> None:
    article = Drafting("副县长王明、县长助理李华参加。").add("Person", "王明", "李华").add("Post", "副县长", "县长助理")
    article.relate("HOLDS_POST", "王明", "副县长").relate("HOLDS_POST", "李华", "县长助理")
    offices(article.draft)
    assert len(article.draft.having("HOLDS_POST")) == 2


def test_a_list_that_stands_twice_says_it_once() -> None:
    article = (
        Drafting("副主席王明、李华出席。副主席王明、李华讲话。").add("Person", "王明", "李华").add("Post", "副主席")
    )
    article.relate("HOLDS_POST", "王明", "副主席")
    offices(article.draft)
    assert len(article.draft.having("HOLDS_POST")) == 2


def test_who_is_elected_or_dismissed_holds_the_post() -> None:
    article = Drafting("会议选举王明为县政协主席，免去李华的县水利局局长职务。").add("Person", "王明", "李华")
    offices(article.draft)
    assert {pair: held.rule for pair, held in article.stated("HOLDS_POST").items()} == {
        ("王明", "主席"): GIVEN,
        ("李华", "局长"): GIVEN,
    }


def test_a_title_after_a_list_of_names_is_shared_too() -> None:
    article = Drafting("会议邀请王明、李华和赵强教授，以及周杰、吴涛局长。")
    article.add("Person", "王明", "李华", "赵强", "周杰", "吴涛").add("Post", "教授", "局长")
    article.relate("HOLDS_POST", "赵强", "教授").relate("HOLDS_POST", "吴涛", "局长")
    offices(article.draft)
    assert set(article.stated("HOLDS_POST")) == {
        ("王明", "教授"),
        ("李华", "教授"),
        ("赵强", "教授"),
        ("吴涛", "局长"),
    }


def test_what_somebody_holds_now_counts_what_they_are_meant_for_does_not() -> None:
    article = Drafting("王明，男，现任柳河镇党委副书记、镇长，拟任县司法局局长。")
    article.add("Person", "王明").add("Organization", "柳河镇党委").add("Post", "镇长", "局长")
    article.relate("HOLDS_POST", "王明", "局长").relate("HOLDS_POST", "王明", "镇长")
    offices(article.draft)
    assert set(article.stated("HOLDS_POST")) == {("王明", "副书记"), ("王明", "镇长")}
    assert article.stated("HOLDS_POST")["王明", "副书记"].rule == NOW


def test_what_a_register_sets_beside_a_name_is_its_post_and_nobody_elses() -> None:
    article = Drafting("列席：王芝（财政所所长）、龚大海（黄泥村党支部书记）").add("Person", "王芝", "龚大海")
    article.add("Organization", "财政所", "黄泥村").add("Post", "所长")
    article.relate("HOLDS_POST", "龚大海", "所长")
    offices(article.draft)
    assert {pair: held.rule for pair, held in article.stated("HOLDS_POST").items()} == {
        ("王芝", "所长"): REGISTERED,
        ("龚大海", "党支部书记"): REGISTERED,
    }


def test_the_posts_of_a_row_are_of_the_one_it_names() -> None:
    article = Drafting("姓名｜职务｜分管科室\n王明｜院长、党委副书记｜财务科\n李华｜副院长｜护理部").add(
        "Person", "王明", "李华"
    )
    offices(article.draft)
    assert {pair: held.rule for pair, held in article.stated("HOLDS_POST").items()} == {
        ("王明", "院长"): REGISTERED,
        ("王明", "党委副书记"): REGISTERED,
        ("李华", "副院长"): REGISTERED,
    }
