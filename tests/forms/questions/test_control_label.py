"""The values of a control in words."""

import pytest

from stegvis.forms.questions.control_label import ControlLabel
from stegvis.schemas.phrases import phrase

COLOURS = {"rod": "Röd", "bla": "Blå"}


@pytest.mark.parametrize(
    ("value", "boxes", "words"),
    [
        ("rod", False, "Röd"),
        (["bla", "x"], False, "Blå, x"),
        ("", False, phrase("page_not_answered")),
        (None, False, phrase("page_not_answered")),
        ([], False, phrase("page_not_answered")),
        (0, False, "0"),
        (True, True, "Ikryssad"),
        (None, True, "Inte ikryssad"),
        ("rod", True, "Röd"),
    ],
)
def test_a_value_is_read_aloud(value, boxes, words):
    assert ControlLabel("svar", "Färg", COLOURS, boxes).words(value) == words


def test_its_place_on_the_page_is_known():
    assert ControlLabel("parter-0-enhet", "Enhet").target == "st-parter-0-enhet"
