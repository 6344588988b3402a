"""A text is filled once, with values that are safe to read in a sentence and written as Swedes write them."""

from datetime import date, datetime, time
from decimal import Decimal

import pytest

from stegvis.schemas.messages import MESSAGES, message
from stegvis.schemas.words import fill, placeholders, shorten, visible


def test_placeholders_are_the_names_within_braces():
    assert placeholders(MESSAGES["period_outside"]) == {"från", "till"}


def test_braces_in_what_users_wrote_are_not_filled_again():
    assert message("unknown_key", nyckel="{etikett}") == 'Ta bort "{etikett}". Blanketten har ingen sådan fråga.'


def test_what_users_wrote_is_shortened_but_our_own_words_are_not():
    assert message("unknown_key", nyckel="x" * 10_000) == f'Ta bort "{"x" * 59}…". Blanketten har ingen sådan fråga.'
    assert "x" * 100 in message("required", etikett="x" * 100)


@pytest.mark.parametrize("sign", ["\x00", "\n", "\u202e", "\ud800", "\u200b"])
def test_signs_that_cannot_be_seen_are_spelled_out(sign):
    assert f"[U+{ord(sign):04X}]" in message("unknown_key", nyckel=f"a{sign}b")


@pytest.mark.parametrize(
    ("value", "words"),
    [(Decimal("0.5"), "0,5"), (Decimal("1E+2"), "100"), (7, "7"), (date(2026, 11, 21), "2026-11-21")],
)
def test_values_are_written_as_swedes_write_them(value, words):
    assert message("number_too_small", min=value, etikett="timmar") == f"Skriv {words} eller mer för timmar."


def test_a_time_is_written_to_the_minute():
    assert "08:30" in message("time_end_before_start", tid=time(8, 30))


def test_a_text_is_filled_in_every_place_and_only_once():
    assert fill("{a} och {a}, {b}.", {"a": "{b}", "b": 3}) == "{b} och {b}, 3."


def test_a_moment_is_written_to_the_minute():
    assert fill("{tid}", {"tid": datetime(2026, 12, 7, 8, 30, 59)}) == "2026-12-07 08:30"


def test_a_text_is_cut_to_its_length_with_the_ellipsis_counted():
    assert shorten("abcde", 5) == "abcde"
    assert shorten("abcdef", 5) == "abcd…"
    assert shorten("ab  cdef", 5) == "ab…"


def test_letters_of_any_script_are_left_as_they_are():
    assert visible("Åsa, مرحبا, 你好!") == "Åsa, مرحبا, 你好!"
