"""The best pairing of what was found with what is looked for, one to one."""

from __future__ import annotations

from collections.abc import Sequence


def best_pairs(scores: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Of all ways to pair rows with columns the one whose scores add up to most; a score of 0 or less pairs nothing.

    The pairs come in the order of the rows; of equally good ways it is always the same one. This is the method of
    Kuhn and Munkres with potentials, which takes time with the cube of the larger side.
    """
    height, width = len(scores), max(map(len, scores), default=0)
    if not height or not width:
        return []
    size = max(height, width)
    costs = [
        [-max(scores[row][at], 0.0) if row < height and at < width else 0.0 for at in range(size)]
        for row in range(size)
    ]
    taken = _assign(costs)
    pairs = sorted((row, at) for at, row in enumerate(taken) if row < height and at < width)
    return [(row, at) for row, at in pairs if scores[row][at] > 0]


def _assign(costs: Sequence[Sequence[float]]) -> list[int]:
    """For each column of a square of costs the row it is given, so that all cost least."""
    size = len(costs)
    by_row, by_column = [0.0] * (size + 1), [0.0] * (size + 1)
    row_at, came_from = [0] * (size + 1), [0] * (size + 1)  # counted from 1; 0 is nobody
    for row in range(1, size + 1):
        row_at[0] = row
        at = _augment(costs, (by_row, by_column), row_at, came_from)
        while at:
            before = came_from[at]
            row_at[at] = row_at[before]
            at = before
    return [row - 1 for row in row_at[1:]]


def _augment(
    costs: Sequence[Sequence[float]],
    potentials: tuple[list[float], list[float]],
    row_at: Sequence[int],
    came_from: list[int],
) -> int:
    """The free column at the end of the cheapest way to place one more row; the potentials follow."""
    size = len(costs)
    by_row, by_column = potentials
    least, used = [float("inf")] * (size + 1), [False] * (size + 1)
    at = 0
    while row_at[at]:
        used[at] = True
        row, smallest, following = row_at[at], float("inf"), 0
        for to in (number for number in range(1, size + 1) if not used[number]):
            cost = costs[row - 1][to - 1] - by_row[row] - by_column[to]
            if cost < least[to]:
                least[to], came_from[to] = cost, at
            if least[to] < smallest:
                smallest, following = least[to], to
        for to in range(size + 1):
            if used[to]:
                by_row[row_at[to]] += smallest
                by_column[to] -= smallest
            else:
                least[to] -= smallest
        at = following
    return at
