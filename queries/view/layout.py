"""The whole picture: components laid out apart, the largest first, the small ones packed below; no overlaps."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from queries.view.force import Pairs, Points, place

ASPECT = 1.3
"""Width to height that packing aims at: that of the drawing area beside the panel."""


def layout(count: int, pairs: Pairs, radius: Points) -> Points:
    """Positions (count x 2, in the units of `radius`) of `count` nodes joined by `pairs`. Same input, same output."""
    if count == 0:
        return np.zeros((0, 2))
    groups = _components(count, pairs)
    gap = 330 * (count + 20) ** -0.23  # 140 at 20 nodes, 88 at 300, 57 at 2,000: dots and room for names, zoomed out
    boxes = [_laid_out(group, pairs, radius, gap) for group in groups if len(group) > 1]
    loose = [group for group in groups if len(group) == 1]
    if loose:
        boxes.append(_grid(len(loose), 0.8 * gap + 2 * float(radius.max()) * (len(loose) < 60)))
        groups = [*(group for group in groups if len(group) > 1), np.concatenate(loose)]
    return _packed(count, groups, boxes, gap)


def _components(count: int, pairs: Pairs) -> list[NDArray[np.int64]]:
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    graph = coo_matrix((np.ones(len(pairs)), (pairs[:, 0], pairs[:, 1])), shape=(count, count))
    number, label = connected_components(graph, directed=False)
    order = np.argsort(label, kind="stable")
    groups = np.split(order, np.searchsorted(label[order], np.arange(1, number)))
    return sorted(groups, key=lambda group: (-len(group), int(group[0])))


def _laid_out(group: NDArray[np.int64], pairs: Pairs, radius: Points, gap: float) -> Points:
    """One component, scaled so that a node has `gap` times `gap` of room on the average, starting at (0, 0)."""
    local = np.full(len(radius), -1, dtype=np.int64)
    local[group] = np.arange(len(group))
    inside = local[pairs]
    inside = inside[(inside >= 0).all(1)]
    points = place(len(group), inside)
    points = _drawn_in(points)
    area = float(np.prod(np.maximum(np.ptp(points, axis=0), np.ptp(points) * 0.3)))
    points = _spread(points * gap * np.sqrt(len(group) / max(area, 1e-9)), radius[group])
    moved: Points = points - points.min(0)
    return moved


def _grid(count: int, step: float) -> Points:
    """Nodes without any relation: a block of rows, wide rather than high."""
    across = max(1, int(np.ceil(np.sqrt(count * 6))))
    place = np.arange(count)
    return np.stack([place % across, place // across], axis=1) * step


def _drawn_in(points: Points) -> Points:
    """Far outliers nearer to the rest: a single long chain would otherwise shrink everything else."""
    away = np.hypot(points[:, 0], points[:, 1])[:, None]
    typical = float(np.sqrt((away**2).mean())) or 1.0
    drawn: Points = points * (np.maximum(away, 1e-9) / typical) ** -0.18
    return drawn


def _spread(points: Points, radius: Points, *, rounds: int = 40) -> Points:
    """Overlapping nodes pushed apart, pair by pair, until none overlaps or the rounds are used up."""
    from scipy.spatial import cKDTree

    margin, points = 5.0, points.copy()
    reach = 2 * float(radius.max()) + margin
    for _ in range(rounds):
        near: Any = cKDTree(points).query_pairs(reach, output_type="ndarray")
        if not len(near):
            break
        near = near[np.lexsort((near[:, 1], near[:, 0]))]
        a, b = near[:, 0], near[:, 1]
        apart = points[a] - points[b]
        distance = np.hypot(apart[:, 0], apart[:, 1])
        need = radius[a] + radius[b] + margin - distance
        tight = need > 0
        if not tight.any():
            break
        a, b, apart = a[tight], b[tight], apart[tight]
        same = distance[tight] < 1e-6
        apart[same] = (1.0, 0.5)
        push = apart / np.maximum(np.hypot(apart[:, 0], apart[:, 1]), 1e-6)[:, None] * (need[tight] * 0.52)[:, None]
        np.add.at(points, a, push)
        np.add.at(points, b, -push)
    return points


def _packed(count: int, groups: list[NDArray[np.int64]], boxes: list[Points], gap: float) -> Points:
    """The boxes side by side in their order, in the width that lets the whole be drawn largest at ASPECT."""
    sizes = [tuple(map(float, np.ptp(box, axis=0) + 0.8 * gap)) for box in boxes]
    widths = [sizes[0][0] * (1 + 0.15 * step) for step in range(14)]
    corners = min((_shelves(sizes, width) for width in widths), key=lambda tried: _extent(sizes, tried))
    points = np.zeros((count, 2))
    for group, box, corner in zip(groups, boxes, corners, strict=True):
        points[group] = box + np.array(corner)
    centred: Points = points - (points.max(0) + points.min(0)) / 2
    return centred


def _shelves(sizes: list[tuple[float, ...]], width: float) -> list[tuple[float, float]]:
    """Corners of boxes in rows no wider than `width`; within a row, small boxes stand on one another."""
    corners: list[tuple[float, float]] = []
    row = tall = left = top = column = 0.0  # the row's top and height; the column's left edge, its foot, its width
    for wide, high in sizes:
        if corners and top + high <= row + tall and wide <= column:
            corners.append((left, top))
            top += high
            continue
        if corners and left + column + wide <= width and high <= tall:
            left, column = left + column, wide
        else:
            row, tall, left, column = row + tall, high, 0.0, wide
        corners.append((left, row))
        top = row + high
    return corners


def _extent(sizes: list[tuple[float, ...]], corners: list[tuple[float, float]]) -> float:
    """How large a screen of ASPECT must be to hold the boxes."""
    wide = max(x + size[0] for (x, _), size in zip(corners, sizes, strict=True))
    high = max(y + size[1] for (_, y), size in zip(corners, sizes, strict=True))
    return max(wide / ASPECT, high)
