"""What holds for every page: nothing is lost, nothing is invented, everything is where it was."""

from collections import Counter
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.articles.assemble import Clean, read_one, read_page
from loaders.articles.furniture import is_furniture
from loaders.articles.lines import INVISIBLE
from loaders.articles.sentences import sentence_spans
from tests.loaders.articles import pages

PAGES = [text for name, text in vars(pages).items() if name.isupper()]
LINES = st.sampled_from(sorted({line for page in PAGES for line in page.split("\n")}))
BREAKS = st.sampled_from(["\n", "\n\n", "\r\n", "\r", "\n\n\n", "\n \u3000\n", "\u2028", "\f"])
ODD = st.text("甲乙丙。，、“”（）ab1 \t\u3000\u200b\ufeff\n\r务、。", max_size=30)
SOURCES = st.lists(st.tuples(st.one_of(LINES, ODD), BREAKS), min_size=1, max_size=30).map(
    lambda parts: "".join(line + mark for line, mark in parts)
)


def check(source: str, article: Clean) -> None:
    places = article.offsets.positions()
    assert len(places) == len(article.text)
    assert len(set(places)) == len(places)
    for character, place in zip(article.text, places, strict=True):
        assert article.start <= place < max(article.end, article.start + 1)
        assert source[place] == character or (character in " \n" and source[place].isspace())
    for start, end in sentence_spans(article.text):
        low, high = article.offsets.span(start, end)
        assert source[low] == article.text[start]
        assert source[high - 1] == article.text[end - 1]


def words(text: str) -> str:
    return "".join(INVISIBLE.sub("", text).split())


@settings(max_examples=300)
@given(SOURCES)
def test_the_map_points_at_the_same_character(source: str) -> None:
    if words(source):
        for article in read_page(source):
            check(source, article)


@settings(max_examples=300)
@given(SOURCES)
def test_every_character_that_is_not_blank_lies_in_exactly_one_article(source: str) -> None:
    if not words(source):
        return
    articles = read_page(source)
    assert all(before.end <= after.start for before, after in pairwise(articles))
    assert words("".join(source[article.start : article.end] for article in articles)) == words(source)


@settings(max_examples=200)
@given(SOURCES, st.text("甲乙丙丁，！ 1", min_size=1, max_size=12).filter(lambda text: bool(text.strip())))
def test_one_article_is_never_split_and_keeps_its_title(text: str, title: str) -> None:
    source = f"{title}\n{text}"
    article = read_one(source, title=len(title))
    check(source, article)
    assert words(article.title) in (words(title), "")
    assert (article.start, article.end) == (0, len(source)) or words(source[article.start : article.end]) == words(
        source
    )


@given(st.text("上下一篇条：【】 　打印关闭字号大中小返回顶部分享到。x", max_size=80))
def test_furniture_never_holds_a_sentence(line: str) -> None:
    assert not (is_furniture(line) and "。" in line)


def test_what_is_nearly_furniture_is_known_at_once() -> None:
    for unit in ("字体大小", "上一篇" + " " * 9, "打印【", "返回上一页"):
        is_furniture(unit * 2000 + "x")


def test_the_bundled_pages_lose_nothing_but_rules_numbers_and_debris() -> None:
    for source in PAGES:
        read = Counter("".join(words(article.text) for article in read_page(source)))
        lost = Counter(words(source)) - read
        assert not read - Counter(words(source))
        assert lost.total() <= 3, lost
