"""Introduktion: every point is answered, nobody skips the way out or the risks, and it is done by the first day."""

import pytest
from support.form_examples import CONTEXT, example, problems, said, warnings

from stegvis.forms import load_form
from stegvis.forms.kinds.checklist import Checklist
from stegvis.schemas.validators import revealing_words

FORM = load_form("introduktion")
ALL = {"kommun", "deltagare", "arbetsgivare"}
POINTS = {f"{name}.{point.name}" for name, q in FORM.questions.items() if isinstance(q, Checklist) for point in q.asked}
HIDDEN = {
    "skydd",
    "skydd_info",
    "sprak",
    "sprak_annat",
    "tolk",
    "kommunikationsstod",
    "stodperson",
    "hjalp_fa",
    "arendenummer",
    "program_id",
    "upprattad_av",
    "handlaggare_roll",
    "info_gdpr_kort",
    "info_gdpr_version",
    "info_gdpr_datum",
    "visad_for_deltagaren",
    "avvikande_mening",
    "kopia_till",
}
PROPER = {
    "deltagare_namn",
    "tilltalsnamn",
    "praktik_ref.nummer",
    *(f"{path}.sign" for path in POINTS),
    "underskrifter[].namnfortydligande",
    "underskrifter[].ort",
    "underskrifter[].foretradare_for",
}
SHOWN = {"svar": "ja", "datum": "2026-11-19", "sign": "Märta Navsdotter"}


def told(path, point):
    """What is said when one point of the example is another."""
    name, key = path.split(".")
    given = {key: answer for key, answer in {**example("introduktion")[name], key: point}.items() if answer is not None}
    return problems("introduktion", **{name: given})


def test_the_example_can_be_saved():
    assert problems("introduktion") == {}
    assert warnings("introduktion") == {}


def test_the_example_answers_every_question():
    assert {name for name, q in FORM.questions.items() if q.answered} - set(example("introduktion")) == {
        "underskrifter"
    }


def test_there_are_thirteen_points():
    assert len(POINTS) == 13


def test_the_employer_sees_everything_but_what_is_listed():
    """A name that leaves this list is a decision about a person's privacy, never a way to make a test pass."""
    assert {name for name, q in FORM.questions.items() if "arbetsgivare" not in q.audience} == HIDDEN


def test_every_free_text_that_the_employer_reads_is_looked_through():
    free = {path: q.reveals for path, q in FORM.walk() if "arbetsgivare" in q.audience and hasattr(q, "reveals")}
    assert {path for path, mode in free.items() if not mode} == PROPER


def test_what_the_form_itself_says_to_the_employer_reveals_nothing():
    answers = FORM.schema(CONTEXT).load(example("introduktion"))
    labels = [q.label for _, q in FORM.walk() if "arbetsgivare" in q.audience]
    beginnings = FORM.schema(CONTEXT).day.revealing
    shown = (*said(FORM, "arbetsgivare", answers).values(), *labels, FORM.title)
    assert [found for text in shown if (found := list(revealing_words(text, beginnings)))] == []


def test_what_is_signed_is_seen_by_all():
    assert [path for path, question in FORM.walk() if question.signed and not set(question.audience) >= ALL] == []


@pytest.mark.parametrize("path", sorted(POINTS))
def test_every_point_is_answered(path):
    ((where, texts),) = told(path, None).items()
    assert where == path and texts[0].startswith("Svara på om ")


@pytest.mark.parametrize("path", sorted(POINTS - {"sakerhet.utrymning", "sakerhet.risker"}))
def test_a_point_may_not_apply(path):
    assert told(path, {"svar": "ej_aktuellt"}) == {}


def test_the_way_out_is_shown_at_every_workplace():
    assert told("sakerhet.utrymning", {"svar": "ej_aktuellt"}) == {
        "sakerhet.utrymning.svar": ["Gå igenom utrymningen. Den är aktuell på alla arbetsplatser."]
    }


def test_the_risks_are_gone_through_at_every_workplace():
    assert told("sakerhet.risker", {"svar": "ej_aktuellt"}) == {
        "sakerhet.risker.svar": ["Gå igenom riskerna. Skriv också om ni inte har hittat några."]
    }
    assert dict(FORM.walk())["sakerhet.risker"].law == "AML 3:12"


def test_what_is_done_has_a_day_and_a_name():
    assert told("rutiner.sjukanmalan", {"svar": "ja"}) == {
        "rutiner.sjukanmalan.datum": ["Skriv vilken dag ni gick igenom det."],
        "rutiner.sjukanmalan.sign": ["Skriv vem som gick igenom det."],
    }


@pytest.mark.parametrize("path", ["arbetsplatsen.presentation", "sakerhet.risker", "rutiner.tystnadsplikt"])
def test_every_point_is_gone_through_by_the_first_day(path):
    assert told(path, {**SHOWN, "datum": "2026-11-20"}) == {f"{path}.datum": ["Gå igenom det senast 2026-11-19."]}


def test_no_point_is_gone_through_on_a_day_to_come():
    found = told("rutiner.tystnadsplikt", {**SHOWN, "datum": "2026-11-22"})
    assert found == {"rutiner.tystnadsplikt.datum": ["Välj dagens datum eller en tidigare dag."]}


def test_a_list_that_nobody_has_begun_is_asked_for_once():
    assert problems("introduktion", rutiner=None) == {"rutiner": ["Svara på varje punkt."]}


def test_instructions_may_come_later_and_are_asked_for():
    assert problems("introduktion", instruktioner=None) == {}
    assert "instruktioner" in warnings("introduktion", instruktioner=[])


def test_a_picture_is_told_in_words():
    row = {"uppgift": "Byta slang", "steg": "Ta av hjulet.", "bild": "Bild 3"}
    assert problems("introduktion", instruktioner=[row]) == {
        "instruktioner[0].bild_alt": ["Skriv vad bilden visar, för den som inte ser den."]
    }
