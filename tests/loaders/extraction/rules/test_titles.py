"""Bare titles are no names."""

import pytest

from loaders.extraction.rules.titles import is_bare_title, speaks_of


@pytest.mark.parametrize("name", ["总书记", "副主任", "常务副县长", "董事长"])
def test_a_title_alone_is_no_name(name: str) -> None:
    assert is_bare_title(name)


@pytest.mark.parametrize("name", ["王书记", "书记员小李", "王总", "秘书"])
def test_a_name_with_a_title_is(name: str) -> None:
    assert not is_bare_title(name)


def test_a_title_means_whoever_holds_it_and_no_deputy() -> None:
    assert speaks_of("书记", ["县委书记"])
    assert speaks_of("总书记", ["中共中央总书记"])
    assert not speaks_of("书记", ["县委副书记"])
    assert not speaks_of("县长", ["县委书记"])
