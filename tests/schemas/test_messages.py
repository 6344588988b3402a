"""The tables of words: everything a user can be told begins with what to do."""

import re
from datetime import date, time
from decimal import Decimal

import pytest

from stegvis.schemas.messages import MESSAGES, message
from stegvis.schemas.phrases import PHRASES, REASONS, STATUSES, phrase, status, status_note
from stegvis.schemas.words import placeholders

VERBS = re.compile(
    "Be|Fyll|Förläng|Gå|Gör|Kontrollera|Korta|Kryssa|Logga|Lägg|Läs|Skriv|Ta|Välj|Ändra|Öppna",
)
# Not the user's doing: nothing to correct, but still an answer to "what now".
ELSE = {"not_allowed", "not_found", "server_error"}


@pytest.mark.parametrize("message_id", sorted(set(MESSAGES) - ELSE))
def test_every_message_starts_with_a_verb_and_ends_with_a_full_stop(message_id):
    assert VERBS.fullmatch(MESSAGES[message_id].split()[0])
    assert MESSAGES[message_id].endswith(".")


@pytest.mark.parametrize("text", [*MESSAGES.values(), *PHRASES.values(), *REASONS.values()])
def test_texts_never_blame_and_never_speak_of_fields(text):
    assert not re.search(r"ogiltig|felaktig|obligatorisk|valideringsfel|fältet", text, re.IGNORECASE)


def test_an_unknown_id_is_a_programming_error():
    with pytest.raises(KeyError, match="no_such"):
        message("no_such")


def test_a_placeholder_without_a_value_is_a_programming_error():
    with pytest.raises(KeyError, match="etikett"):
        message("required")


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


def test_placeholders_are_the_names_within_braces():
    assert placeholders(MESSAGES["period_outside"]) == {"från", "till"}
