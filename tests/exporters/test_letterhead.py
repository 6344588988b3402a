"""What stands around the answers, by audience; and what a footer says of its form, written and read back."""

from dataclasses import replace

import pytest
from support.filled import CONTEXT
from support.word_letterheads import letterhead

from stegvis.exporters import compose
from stegvis.exporters.letterhead import Imprint, copy_for, footer, head, imprint, marks
from stegvis.forms import Context, Letterhead, list_forms, load_form
from stegvis.forms.questions.reader import Reader

SENDER = replace(CONTEXT.letterhead, logo=b"\x89PNG\r\n\x1a\n", logo_alt="Åviks vapen")


def reader(audience, answers=None, **more):
    return Reader(audience, replace(CONTEXT, letterhead=SENDER, case_number="SN 2026/7", **more), answers or {}, {})


def test_an_employer_sees_the_kommun_and_a_neutral_unit_only():
    shown = head(reader("arbetsgivare"))
    assert (shown.name, shown.lines, shown.facts, shown.logo) == (
        "Åviks kommun",
        ("Kommunens praktiksamordning",),
        (),
        None,
    )


def test_the_participant_sees_namnd_unit_logo_case_number_and_how_to_reach_the_sender():
    shown = head(reader("deltagare"))
    assert shown.lines == ("Påhittade nämnden", "Enheten för övning")
    assert shown.facts == (("Ärendenummer", "SN 2026/7"), ("Kontakt", "0170-174 06 05, ovning@exempel.se"))
    assert (shown.logo.media_type, shown.logo.alt) == ("image/png", "Åviks vapen")


def test_a_case_number_that_is_an_answer_is_not_said_twice():
    assert "Ärendenummer" not in dict(head(reader("kommun", {"arendenummer": "SN 2026/7"})).facts)


def test_a_copy_names_its_part_and_is_nobodys_when_there_is_no_such_row():
    rows = {"parter": [{"enhet": "Vårdcentralen"}, {"enhet": "Skolan"}]}
    named = [copy_for(replace(reader("part", rows, part=part), questions=QUESTIONS)) for part in (1, 2, 3, None)]
    assert "Vårdcentralen" in named[0] and "Skolan" in named[1]
    assert named[2:] == ["Kopia för den som samtycket gäller"] * 2


QUESTIONS = load_form("samtycke").questions


@pytest.mark.parametrize("audience", ["kommun", "deltagare", "arbetsgivare", "part"])
def test_that_data_are_protected_is_told_to_the_kommun_and_the_person_alone(audience):
    said = " ".join(marks(reader(audience, {"skydd": "sekretessmarkering"}, state="utkast")))
    assert "Utkast" in said
    assert ("Skyddade personuppgifter" in said) is (audience in ("kommun", "deltagare"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", Imprint()),
        ("Ring 112 vid fara", Imprint()),
        ("PRA-01 version 12 · 7F3A9C21 · sida 1 av 3", Imprint("PRA-01", 12)),
        ("PRA-01\nversion 2 · Lokal version 2026-1,\nändrad av Åviks kommun · 7F3A", Imprint("PRA-01", 2, "2026-1")),
        ("pra-01 version 2", Imprint()),
        ("PRA-01 version 12345", Imprint()),
    ],
)
def test_what_a_text_says_of_its_form(text, said):
    assert imprint(text) == said


@pytest.mark.parametrize("form", list_forms(), ids=lambda form: form.id)
@pytest.mark.parametrize("local", ["", "3"])
def test_every_footer_can_be_read_back(form, local):
    words = footer(replace(form, local_version=local), reader("kommun"))
    assert imprint(f"något före {words} · sida 1 av 2") == (form.code, int(form.version), local)


@pytest.mark.parametrize("name", ["samtycke", "praktikavtal"])
def test_copies_that_leave_the_kommun_never_have_the_letterhead_that_names_the_namnd(name):
    sender = Letterhead(word=letterhead("Socialnämnden"), word_neutral=letterhead("Lillköping"))
    for audience in load_form(name).audiences:
        made = compose(load_form(name), None, audience, Context(letterhead=sender))
        outside = audience in ("arbetsgivare", "part")
        assert made.stationery == (sender.word_neutral if outside else sender.word)
        without = compose(load_form(name), None, audience, Context(letterhead=replace(sender, word_neutral=b"")))
        assert without.stationery == (b"" if outside else sender.word)
