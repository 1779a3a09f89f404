"""Where the nodes of one connected component stand: a deterministic force layout in numpy and scipy.

The start is pivot MDS (Brandes and Pich 2007, doi:10.1007/978-3-540-70904-6_6): distances to some nodes far from one
another give the large shape at once. Forces then refine it in the manner of ForceAtlas2 (Jacomy et al. 2014,
doi:10.1371/journal.pone.0098679): edges pull, nodes push in proportion to their degrees, far nodes through a jittered
grid, the nearest exactly.

No BLAS product is used: its order of summation may differ between machines and would be amplified.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Points = NDArray[Any]
Pairs = NDArray[np.int64]

SEED = 20200928
PIVOTS = 40
CELLS = 16
NEAREST = 12


def place(count: int, pairs: Pairs, *, steps: int = 110) -> Points:
    """Positions (count x 2, in no unit) of a connected component; `pairs` are its edges, as indexes below `count`."""
    if count == 1:
        return np.zeros((1, 2))
    if count == 2:
        return np.array([[0.0, 0.0], [1.0, 0.0]])
    points = _pivots(count, pairs)
    degree = np.bincount(pairs.ravel(), minlength=count) + 1.0
    rng = np.random.default_rng(SEED)
    for step in range(steps):
        force = _pull(points, pairs, degree) + _push_far(points, degree, rng) + _push_near(points, degree)
        force -= points * (0.05 * np.sqrt(degree))[:, None]
        length = np.hypot(force[:, 0], force[:, 1])[:, None] + 1e-9
        most = np.sqrt(count) * 0.22 * (1 - step / steps) ** 1.5 + 0.01
        points = points + force / length * np.minimum(length, most)
    return _turned(points)


def _pivots(count: int, pairs: Pairs) -> Points:
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import dijkstra

    ones = np.ones(len(pairs))
    graph = coo_matrix((ones, (pairs[:, 0], pairs[:, 1])), shape=(count, count)).tocsr()
    nearest = np.full(count, np.inf)
    rows: list[Points] = []
    pivot = int(np.bincount(pairs.ravel(), minlength=count).argmax())
    for _ in range(min(PIVOTS, count)):
        row = dijkstra(graph, directed=False, indices=pivot, unweighted=True)
        rows.append(row)
        nearest = np.minimum(nearest, row)
        pivot = int(nearest.argmax())
    square = np.stack(rows, axis=1) ** 2
    square = square - square.mean(0) - square.mean(1)[:, None] + square.mean()
    _, vectors = np.linalg.eigh(np.einsum("ni,nj->ij", square, square))
    axes: Any = vectors[:, [-1, -2]] if vectors.shape[1] > 1 else np.repeat(vectors, 2, axis=1)
    axes = axes * np.sign(axes[np.abs(axes).argmax(0), [0, 1]])
    points: Points = np.einsum("ni,ik->nk", square, axes)
    points = points / (points.std() + 1e-9) * np.sqrt(count)
    stirred: Points = np.random.default_rng(SEED).normal(size=points.shape) * 0.35 * max(1.0, np.sqrt(count) / 6)
    return points + stirred


def _pull(points: Points, pairs: Pairs, degree: Points) -> Points:
    """Each edge pulls its ends together, in proportion to its length; less at hubs, which would swallow everything."""
    a, b = pairs[:, 0], pairs[:, 1]
    apart = points[a] - points[b]
    strength = np.hypot(apart[:, 0], apart[:, 1]) * 0.35 / np.sqrt(np.minimum(degree[a], degree[b]))
    pull = apart * strength[:, None]
    count = len(points)
    return np.stack(
        [np.bincount(b, pull[:, k], minlength=count) - np.bincount(a, pull[:, k], minlength=count) for k in (0, 1)],
        axis=1,
    )


def _push_far(points: Points, degree: Points, rng: np.random.Generator) -> Points:
    """The push of everything, summed up in a grid's cells; its lines move a little each step, or they would show."""
    low, side = points.min(0), (np.ptp(points, axis=0) + 1e-6) / (CELLS - 1)
    cell = ((points - low + rng.random(2) * side) / side).astype(np.int64)
    index = cell[:, 0] * (CELLS + 1) + cell[:, 1]
    size = (CELLS + 1) ** 2
    mass = np.bincount(index, degree, minlength=size)
    used = mass > 0
    weight = mass[used]
    middle = np.stack(
        [np.bincount(index, points[:, k] * degree, minlength=size)[used] / weight for k in (0, 1)], axis=1
    )
    soft = (side.mean() * 0.5) ** 2
    dx = points[:, 0, None] - middle[None, :, 0]
    dy = points[:, 1, None] - middle[None, :, 1]
    push = weight / (dx * dx + dy * dy + soft)
    return np.stack([(dx * push).sum(1), (dy * push).sum(1)], axis=1) * 2.0


def _push_near(points: Points, degree: Points) -> Points:
    from scipy.spatial import cKDTree

    far, near = cKDTree(points).query(points, k=min(NEAREST, len(points)))
    apart = points[:, None] - points[near]
    push = apart / (far**2 + 0.02)[..., None] * np.sqrt(degree)[near][..., None]
    force: Points = push.sum(1) * 1.6
    return force


def _turned(points: Points) -> Points:
    """The component with its long side level: screens are wider than high."""
    centred = points - points.mean(0)
    xx, yy, xy = (centred[:, 0] ** 2).sum(), (centred[:, 1] ** 2).sum(), (centred[:, 0] * centred[:, 1]).sum()
    angle = 0.5 * np.arctan2(2 * xy, xx - yy)
    cos, sin = np.cos(angle), np.sin(angle)
    return np.stack([centred[:, 0] * cos + centred[:, 1] * sin, centred[:, 1] * cos - centred[:, 0] * sin], axis=1)
