"""Where nodes stand: always the same, apart from one another, the largest component first."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from queries.view.layout import layout

GRAPHS = st.integers(1, 40).flatmap(
    lambda count: st.tuples(
        st.just(count), st.lists(st.tuples(st.integers(0, count - 1), st.integers(0, count - 1)), max_size=80)
    )
)


def pairs_of(edges: list[tuple[int, int]]) -> np.ndarray:
    return np.array(sorted({(min(e), max(e)) for e in edges if e[0] != e[1]}), dtype=np.int64).reshape(-1, 2)


def gaps(points: np.ndarray, radius: np.ndarray) -> np.ndarray:
    """Room between every two nodes; negative where they overlap."""
    away = np.hypot(*(points[:, None] - points[None]).transpose(2, 0, 1)) - radius[:, None] - radius[None]
    found: np.ndarray = away[np.triu_indices(len(points), 1)]
    return found


@settings(max_examples=60)
@given(GRAPHS)
def test_any_graph_is_finite_repeatable_and_apart(graph: tuple[int, list[tuple[int, int]]]) -> None:
    count, edges = graph
    radius = np.linspace(5, 20, count)
    points = layout(count, pairs_of(edges), radius)
    assert points.shape == (count, 2)
    assert np.isfinite(points).all()
    assert np.array_equal(points, layout(count, pairs_of(edges), radius))
    assert (gaps(points, radius) > -0.5).all()


def test_nothing_at_all() -> None:
    assert layout(0, pairs_of([]), np.zeros(0)).shape == (0, 2)


def test_the_largest_component_is_not_shrunk_by_loose_nodes() -> None:
    rng = np.random.default_rng(0)
    web = [(int(rng.integers(0, i)), i) for i in range(1, 300)]
    alone = layout(300, pairs_of(web), np.full(300, 8.0))
    company = layout(360, pairs_of(web), np.full(360, 8.0))
    size, beside = np.ptp(alone, axis=0), np.ptp(company[:300], axis=0)
    assert (beside > size * 0.85).all()
    loose = company[300:]
    inside = ((loose > company[:300].min(0)) & (loose < company[:300].max(0))).all(1)
    assert not inside.any()


def test_neighbours_stand_nearer_than_strangers() -> None:
    rng = np.random.default_rng(1)
    edges = [(10 * g + a, 10 * g + b) for g in range(6) for a in range(10) for b in range(a) if rng.random() < 0.6]
    edges += [(10 * g, 10 * ((g + 1) % 6)) for g in range(6)]
    points = layout(60, pairs_of(edges), np.full(60, 6.0))
    group = np.arange(60) // 10
    away = np.hypot(*(points[:, None] - points[None]).transpose(2, 0, 1))
    same = group[:, None] == group[None]
    assert away[same].mean() < 0.5 * away[~same].mean()
