"""Every named question on both stores: its columns, its evidence, what it refuses."""

from __future__ import annotations

import pytest

from graph.errors import InputError
from queries import Graph
from queries.catalogue import catalogue


@pytest.mark.parametrize("name", list(catalogue()))
def test_every_question_answers_its_example_with_its_columns_and_evidence(county: Graph, name: str) -> None:
    params = catalogue()[name].header.params
    given = {key: one.example for key, one in params.items() if one.required}
    answer = county.ask(name, evidence=True, **given)
    assert answer.columns == tuple(catalogue()[name].header.columns)
    for row in answer.table.dicts():
        assert len(answer.quotes_of(row)) == len(set(row["evidence"])) > 0


def test_unknown_names_and_wrong_parameters_are_told(county: Graph) -> None:
    assert len(county.ask("official", "查无此人")) == 0
    with pytest.raises(InputError, match="Did you mean official"):
        county.ask("offical", "王伟")
    with pytest.raises(InputError, match="no parameter 'nam'"):
        county.ask("official", nam="王伟")
    with pytest.raises(InputError, match="a date such as"):
        county.ask("unseen", "last year")
    with pytest.raises(InputError, match="needs name"):
        county.ask("official")
