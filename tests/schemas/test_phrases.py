"""Words of pages and documents: found by id, filled like messages, and none with a placeholder left over."""

from datetime import date

import pytest

from stegvis.schemas.phrases import PHRASES, REASONS, STATUSES, phrase, status, status_note
from stegvis.schemas.words import placeholders


def test_phrases_and_statuses_are_found_by_group_and_key():
    assert phrase("btn_add_row", rad="part") == "Lägg till part"
    assert status("handling", "utkast") == "Utkast"
    assert status_note("samtycke", "galler", datum=date(2026, 12, 7)) == "Till och med 2026-12-07."
    with pytest.raises(KeyError):
        status("handling", "anmald")


def test_every_status_has_a_word_and_a_note():
    for group in STATUSES.values():
        for word, note in group.values():
            assert word[0].isupper()
            assert note.endswith(".")


def test_a_phrase_that_is_not_there_and_a_value_that_is_missing_are_programming_errors():
    with pytest.raises(KeyError, match="no_such"):
        phrase("no_such")
    with pytest.raises(KeyError, match="rad"):
        phrase("btn_add_row")


def test_a_placeholder_may_be_called_as_the_parameter_is():
    assert phrase("btn_add_row", rad="part", phrase_id="x") == "Lägg till part"


def test_every_phrase_can_be_filled():
    for phrase_id, text in PHRASES.items():
        assert "{" not in phrase(phrase_id, **dict.fromkeys(placeholders(text), "x")), phrase_id


def test_an_empty_answer_has_the_three_reasons_that_there_are():
    """Not asked, does not want to answer, does not apply: the person's own no is told apart from the office's."""
    assert len(set(REASONS.values())) == len(REASONS) == 3
