"""A checklist and its points: what is accepted, refused and said, and how it stands empty."""

import pytest
from support.kind_answers import SHOWN, accepted, empty, kept_and_said, told

from stegvis.forms.language.words import Grid

# kind, what is given, where the message stands, which message it is
REFUSED = [
    ("checkpoint", {"svar": "ej_aktuellt"}, "svar.svar", "Visa utgången."),
    ("checkpoint", {"svar": "ja", "sign": "Kim"}, "svar.datum", "Skriv vilken dag ni gick igenom det."),
    ("checkpoint", {"svar": "ja", "datum": "2026-11-20"}, "svar.sign", "Skriv vem som gick igenom det."),
    ("checkpoint", {**SHOWN, "datum": "2026-11-22"}, "svar.datum", "Välj dagens datum eller en tidigare dag."),
    ("checklist", {"maskiner": SHOWN}, "svar.utgang", "Svara på om utgången."),
    ("checklist", {"utgang": SHOWN, "maskiner": {"sign": "K"}}, "svar.maskiner.svar", "Välj ja eller inte aktuellt."),
]


@pytest.mark.parametrize(("kind", "raw", "kept", "words"), accepted("checklist", "checkpoint"))
def test_what_is_accepted_is_kept_in_one_spelling_and_said_in_words(kind, raw, kept, words):
    assert kept_and_said(kind, raw) == (kept, words)


@pytest.mark.parametrize(("kind", "raw", "path", "text"), REFUSED)
def test_what_is_refused_is_told_where_it_stands_and_what_to_do(kind, raw, path, text):
    assert told(kind, raw)[path] == [text]


@pytest.mark.parametrize(
    ("kind", "blank"),
    [
        (
            "checklist",
            Grid(
                ("Punkt", "Ja", "Inte aktuellt", "När?", "Vem visade?"),
                (("Jag vet var utgången är\nGå dit.", "☐", "–", "", ""), ("Jag kan maskinerna", "☐", "☐", "", "")),
                (2.6, 0.4, 0.8, 0.9, 1.3),
            ),
        ),
    ],
)
def test_an_empty_form_has_room_to_answer(kind, blank):
    assert empty(kind) == blank
