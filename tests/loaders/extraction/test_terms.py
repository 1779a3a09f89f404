"""From when and until when somebody holds a post, where the article says so."""

import pytest

from loaders.extraction import stages
from tests.loaders.extraction.drafts import Drafting


def told(text: str, published: str | None = "2023-10-02", post: str = "局长") -> dict[str, object]:
    article = Drafting(text).add("Person", "王明").add("Post", post)
    article.draft.published = published
    article.relate("HOLDS_POST", "王明", post)
    stages.events(article.draft)
    return dict(article.stated("HOLDS_POST")["王明", post].properties)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9月28日，会议决定任命王明为县水利局局长。", {"start": "2023-09-28"}),
        ("9月28日，会议召开。会议决定免去王明的县水利局局长职务。", {"end": "2023-09-28"}),
        ("王明不再担任县水利局局长。", {}),
        ("9月28日，县水利局局长王明到会。", {}),
        ("会议定于10月20日召开，决定任命王明为县水利局局长。", {}),  # 10月20日 is to come
    ],
)
def test_a_turn_has_the_day_of_its_report(text: str, expected: dict[str, str]) -> None:
    assert told(text) == expected


def test_a_publication_known_by_its_year_is_not_before_its_days() -> None:
    assert told("9月28日，会议决定任命王明为县水利局局长。", published="2023") == {"start": "2023-09-28"}


def test_a_day_without_a_year_says_nothing() -> None:
    assert told("9月28日，会议决定任命王明为县水利局局长。", published=None) == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9月28日，县委召开会议。王明2016年当选局长。", {"start": "2016"}),
        ("9月28日，县委召开会议。2016年，县委决定任命王明为局长。", {"start": "2016"}),
        ("9月28日，会议召开。会议审议了2022年决算，决定任命王明为局长。", {"start": "2023-09-28"}),
        ("9月28日，县委召开会议。此前，王明当选局长。", {}),
        ("9月28日，县委召开会议。王明曾当选局长。", {}),
        ("9月28日，会议召开。王明，1970年3月5日生。会议决定任命王明为局长。", {"start": "2023-09-28"}),
        ("1930年10月12日，大会召开。会上，王明当选局长。", {"start": "1930-10-12"}),
        ("日前，县委决定，任命王明为局长。会议9月28日召开。", {}),
        ("经研究决定：\n王明同志任局长（试用期一年）。\n2023年9月28日", {"start": "2023-09-28"}),
    ],
)
def test_a_turn_of_another_time_has_not_the_day_of_the_report(text: str, expected: dict[str, str]) -> None:
    assert told(text) == expected
