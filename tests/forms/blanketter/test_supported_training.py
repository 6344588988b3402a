"""Supported Training: five steps with day, name and words, always with an end; the fourth not without the third."""

import pytest
from support.form_examples import problems


@pytest.mark.parametrize("step", [1, 2, 3, 4])
@pytest.mark.parametrize("part", ["ansvarig", "text"])
def test_a_step_that_has_a_day_says_who_and_what(step, part):
    assert f"steg{step}_{part}" in problems("supported-training", **{f"steg{step}_{part}": None})


def test_the_fourth_waits_for_the_third():
    third = dict.fromkeys(["steg3_datum", "steg3_ansvarig", "steg3_text"])
    assert problems("supported-training", **third)["steg4_datum"] == [
        "Fyll i steg 3 först. Bedömningen görs på en arbetsplats som ni känner."
    ]
    assert problems("supported-training", steg4_datum="2026-10-01")["steg4_datum"] == [
        "Skriv en dag som är samma som steg 3 eller senare."
    ]


def test_the_fourth_says_what_was_seen():
    assert "basala_krav" in problems("supported-training", basala_krav=[])


def test_it_always_ends():
    assert "till" in problems("supported-training", till=None)


def test_the_fifth_may_be_to_come():
    assert problems("supported-training") == {}
