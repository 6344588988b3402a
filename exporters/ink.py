"""A drawn signature as smooth curves: few points, so that it is small, and cut to what was drawn."""

from collections.abc import Iterator, Sequence
from math import hypot
from typing import TypeAlias

from ..forms.language.words import Ink

Point: TypeAlias = tuple[float, float]
FINE = 0.15
"""How far from the drawn line a curve may go, in units of the box."""
LARGEST = 2.5
"""How much more room than its share of the pad a small signature may take."""
DOT = 0.4


def fitted(ink: Ink, width: float, height: float) -> tuple[tuple[Point, ...], ...]:
    """The strokes in a box of that size, y downwards, in the middle of its height and at its left; the shape is
    kept.
    """
    points = [(x * ink.ratio, y) for stroke in ink.strokes for x, y in stroke]
    if not points:
        return ()
    left, top = min(x for x, _ in points), min(y for _, y in points)
    wide, high = max(x for x, _ in points) - left, max(y for _, y in points) - top
    scale = min(width / max(wide, 1e-6), height / max(high, 1e-6), LARGEST * min(width / ink.ratio, height))
    down = (height - high * scale) / 2
    placed = (
        [((x * ink.ratio - left) * scale, (y - top) * scale + down) for x, y in stroke]
        for stroke in ink.strokes
        if stroke
    )
    return tuple(tuple(_thinned(stroke)) for stroke in placed)


def curves(points: Sequence[Point]) -> Iterator[tuple[Point, Point, Point]]:
    """Bézier curves through the points, each as two points to steer by and where it ends; a lone point is a dot."""
    if len(points) == 1:
        x, y = points[0]
        points = (points[0], (x + DOT, y))
    last = len(points) - 1
    for place in range(last):
        before, start, end, after = (points[min(max(place + step, 0), last)] for step in (-1, 0, 1, 2))
        yield _third(start, before, end), _third(end, after, start), end


def _third(at: Point, back: Point, ahead: Point) -> Point:
    """A sixth of the way that the neighbours lie apart: a curve of Catmull and Rom."""
    return at[0] + (ahead[0] - back[0]) / 6, at[1] + (ahead[1] - back[1]) / 6


def _thinned(points: Sequence[Point]) -> Iterator[Point]:
    """The points without those that lie on the line between others, by Douglas and Peucker."""
    kept, left = {0, len(points) - 1}, [(0, len(points) - 1)]
    while left:
        first, last = left.pop()
        far, place = max(
            ((_away(points[at], points[first], points[last]), at) for at in range(first + 1, last)), default=(0.0, 0)
        )
        if far > FINE:
            kept.add(place)
            left += [(first, place), (place, last)]
    return (points[place] for place in sorted(kept))


def _away(point: Point, start: Point, end: Point) -> float:
    (x, y), (x1, y1), (x2, y2) = point, start, end
    long = hypot(x2 - x1, y2 - y1)
    return abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / long if long else hypot(x - x1, y - y1)
