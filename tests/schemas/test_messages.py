"""The tables of words: everything a user can be told begins with what to do."""

import re

import pytest

from stegvis.schemas.messages import MESSAGES, message
from stegvis.schemas.phrases import PHRASES, REASONS

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
