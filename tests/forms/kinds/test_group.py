"""A group, and a person: what is accepted, refused and said, and how it stands empty."""

import pytest
from support.kind_answers import accepted, kept_and_said, told
from support.making import sample

from stegvis.schemas.messages import message

# kind, what is given, where the message stands, which message it is
REFUSED = [
    ("group", "Trygg", "svar", message("wrong_shape_object", etikett="försäkring")),
    ("group", {"sort": "egen"}, "svar.bolag", message("required_text", etikett="bolag")),
    ("group", {"bolag": "T", "sort": "annan"}, "svar.annan", message("required_text", etikett="vilken annan")),
    ("group", {"bolag": "T", "okänd": 1}, "svar.okänd", message("unknown_key", nyckel="okänd")),
    ("person", {"namn": "Kim"}, "svar.telefon", message("required_text", etikett="telefonnumret")),
]


@pytest.mark.parametrize(("kind", "raw", "kept", "words"), accepted("group"))
def test_what_is_accepted_is_kept_in_one_spelling_and_said_in_words(kind, raw, kept, words):
    assert kept_and_said(kind, raw) == (kept, words)


@pytest.mark.parametrize(("kind", "raw", "path", "text"), REFUSED)
def test_what_is_refused_is_told_where_it_stands_and_what_to_do(kind, raw, path, text):
    assert told(kind, raw)[path] == [text]


def test_a_part_is_called_by_the_group_and_itself():
    label = sample("group").questions["svar"].label_of("svar-bolag", {}, str)
    assert (label.label, label.target) == ("Försäkring: Bolag", "st-svar-bolag")


def test_a_person_is_kept_in_one_spelling():
    given = {"namn": "Kim Sagosson", "telefon": "070-174 06 05", "epost": "kim@Exempel.SE"}
    kept, words = kept_and_said("person", given)
    assert kept == {**given, "telefon": "+46701740605", "epost": "kim@exempel.se"}
    assert [said.text for _, said in words.parts[0].entries] == ["Kim Sagosson", "070-174 06 05", "kim@exempel.se"]
