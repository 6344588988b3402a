"""A drawn signature keeps its shape, fits its box, and has no more points than there is to see."""

from itertools import pairwise
from math import pi, sin

import pytest
from bs4 import BeautifulSoup
from support.samples import SAMPLES, scrawl

from stegvis.exporters import export
from stegvis.exporters.ink import LARGEST, curves, fitted
from stegvis.forms.language.words import Ink


def box(strokes):
    points = [point for stroke in strokes for point in stroke]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


@pytest.mark.parametrize("ratio", [0.5, 1.0, 3.0, 8.0])
def test_it_fits_its_box_and_keeps_its_shape(ratio):
    cross = Ink((((0.2, 0.2), (0.8, 0.8)), ((0.2, 0.8), (0.8, 0.2))), ratio)
    left, top, right, bottom = box(fitted(cross, 140, 30))
    assert (left >= 0 and top >= -1e-9 and right <= 140 + 1e-9 and bottom <= 30 + 1e-9) is True
    assert (right - left) / (bottom - top) == pytest.approx(ratio)


def test_a_speck_is_not_blown_up():
    left, top, right, bottom = box(fitted(Ink((((0.5, 0.5), (0.501, 0.501)),), 3.0), 140, 30))
    assert max(right - left, bottom - top) <= LARGEST * 30 * 3 * 0.001 + 1e-9


def test_points_on_a_straight_line_are_left_out():
    line = Ink((tuple((n / 100, n / 100) for n in range(101)),), 3.0)
    assert [len(stroke) for stroke in fitted(line, 140, 30)] == [2]


def test_a_wave_is_still_a_wave():
    wave = Ink((tuple((n / 200, 0.5 + 0.4 * sin(n / 200 * 6 * pi)) for n in range(201)),), 3.0)
    (stroke,) = fitted(wave, 140, 30)
    ups = [b[1] > a[1] for a, b in pairwise(stroke)]
    assert sum(a != b for a, b in pairwise(ups)) == 6
    assert len(stroke) < 120


def test_curves_go_through_every_point():
    points = ((0.0, 0.0), (5.0, 9.0), (12.0, 3.0))
    assert [end for _, _, end in curves(points)] == list(points[1:])
    assert len(list(curves(((1.0, 1.0),)))) == 1


def test_nothing_drawn_is_nothing():
    assert fitted(Ink((), 3.0), 140, 30) == ()


def test_in_html_it_is_a_drawing_that_any_policy_lets_through_and_no_reader_hears_of():
    page = BeautifulSoup(export(SAMPLES["signed"](), "html").decode(), "html5lib")
    drawings = page.find_all("svg")
    assert len(drawings) == 2
    for drawing in drawings:
        assert drawing["aria-hidden"] == "true"
        assert not [tag for tag in [drawing, *drawing.find_all(True)] if "style" in tag.attrs]
    assert page.get_text().count("Ritad på skärm") == 2
    assert len(str(drawings[0])) < 6_000
    assert scrawl() != scrawl(4)
