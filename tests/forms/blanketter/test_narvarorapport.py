"""Närvarorapport: the supervisor says there, away or ill; how absence is judged is the kommun's and never the
employer's.
"""

import json

import pytest
from support.form_examples import CONTEXT, example, problems, said, warnings

from stegvis.exporters import compose, export
from stegvis.forms import load_form
from stegvis.schemas.validators import revealing_words

FORM = load_form("narvarorapport")
ALL = {"kommun", "deltagare", "arbetsgivare"}
PATHS = dict(FORM.walk())
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
    "dagar[].franvaro_typ",
    "grund_praktik",
    "narvaro_anvisad",
    "narvaro_tycka",
    "info_gdpr_kort",
    "info_gdpr_version",
    "info_gdpr_datum",
    "visad_for_deltagaren",
    "avvikande_mening",
    "kopia_till",
}
FORMATS = ("html", "txt", "json")


def judged(**changes):
    return FORM.schema(CONTEXT).load({**example("narvarorapport"), **changes})


def day(n, **changes):
    """The days of the example with one of them changed; None takes an answer away."""
    rows = example("narvarorapport")["dagar"]
    rows[n] = {name: answer for name, answer in {**rows[n], **changes}.items() if answer is not None}
    return rows


def test_the_example_can_be_saved():
    assert problems("narvarorapport") == {}
    assert warnings("narvarorapport") == {}


def test_the_example_answers_every_question_but_the_month():
    assert {name for name, q in FORM.questions.items() if q.answered} - set(example("narvarorapport")) == {"manad"}


def test_the_employer_sees_everything_but_what_is_listed():
    """A name that leaves this list is a decision about a person's privacy, never a way to make a test pass."""
    assert {path for path, q in PATHS.items() if "arbetsgivare" not in q.audience} == HIDDEN


@pytest.mark.parametrize("format_name", FORMATS)
def test_how_absence_is_judged_is_never_on_the_employers_copy(format_name):
    judgement = dict(PATHS["dagar[].franvaro_typ"].options)["giltig"]
    kommun = export(compose(FORM, judged(), "kommun", CONTEXT), "txt").decode()
    assert " ".join(judgement.split()) in " ".join(kommun.split())
    assert "franvaro_typ" not in compose(FORM, judged(), "arbetsgivare", CONTEXT).answers
    document = export(compose(FORM, judged(), "arbetsgivare", CONTEXT), format_name)
    assert b"giltig" not in document and b"franvaro_typ" not in document
    blank = export(compose(FORM, None, "arbetsgivare", CONTEXT), "txt").decode()
    assert "bedöms" not in blank


def test_the_supervisor_marks_there_away_or_ill_and_nothing_more():
    assert list(PATHS["dagar[].markering"].words_of) == ["narvarande", "borta", "sjuk"]


def test_the_participant_is_told_how_absence_is_judged():
    rows = json.loads(compose(FORM, judged(), "deltagare", CONTEXT).answers)["dagar"]
    assert [row.get("franvaro_typ") for row in rows] == [None, None, "sjuk", "giltig", None]


def test_a_comment_that_tells_why_is_pointed_out():
    found = warnings("narvarorapport", dagar=day(0, kommentar="På behandling."))
    assert found == {"dagar[0].kommentar": ["Ändra kommentaren. Skriv inte varför deltagaren var borta."]}


def test_what_the_form_itself_says_to_the_employer_reveals_nothing():
    labels = [q.label for q in PATHS.values() if "arbetsgivare" in q.audience]
    beginnings = FORM.schema(CONTEXT).day.revealing
    shown = (*said(FORM, "arbetsgivare", judged()).values(), *labels, FORM.title)
    assert [found for text in shown if (found := list(revealing_words(text, beginnings)))] == []


def test_what_is_signed_is_seen_by_all():
    assert [path for path, question in PATHS.items() if question.signed and not set(question.audience) >= ALL] == []


@pytest.mark.parametrize("audience", ["kommun", "deltagare", "arbetsgivare"])
@pytest.mark.parametrize("format_name", ["html", "txt"])
def test_the_hours_are_added_up_for_everybody(audience, format_name):
    text = export(compose(FORM, judged(), audience, CONTEXT), format_name).decode()
    assert "Summa timmar: 9,5" in text


def test_an_empty_report_has_a_box_for_each_mark_and_a_place_for_the_sum():
    blank = PATHS["dagar"].blank(FORM.reader("arbetsgivare", {}, CONTEXT, blank=True))
    assert blank.head == (
        "Datum",
        "Planerade timmar",
        "Timmar på plats",
        "Närvarande",
        "Borta",
        "Sjuk",
        "Kommentar",
    )
    assert blank.note == "Summa timmar: …………"


def test_a_report_is_of_a_week_or_a_month():
    assert problems("narvarorapport", vecka=None) == {
        "vecka": ["Skriv vilken vecka rapporten gäller, till exempel 2026-47."]
    }
    assert problems("narvarorapport", narvarorapport="manad") == {
        "manad": ["Skriv vilken månad rapporten gäller, till exempel 2026-11."]
    }
    assert problems("narvarorapport", narvarorapport="manad", vecka=None, manad="2026-11") == {}


def test_every_day_is_in_the_week():
    assert problems("narvarorapport", dagar=day(1, datum="2026-11-13")) == {
        "dagar[1].datum": ["Ändra datumet på rad 2. Det hör inte till perioden."]
    }


def test_every_day_is_in_the_month():
    found = problems(
        "narvarorapport", narvarorapport="manad", vecka=None, manad="2026-11", dagar=day(4, datum="2026-10-30")
    )
    assert found == {"dagar[4].datum": ["Ändra datumet på rad 5. Det hör inte till perioden."]}


def test_the_week_is_in_the_placement():
    found = problems("narvarorapport", period_fran="2026-11-23", period_till=None)
    assert found == {}
    assert problems("narvarorapport", period_fran="2026-11-23")["vecka"] == ["Välj en vecka under praktiken."]


def test_the_month_is_in_the_placement():
    found = problems("narvarorapport", narvarorapport="manad", vecka=None, manad="2026-12", dagar=day(0))
    assert found["manad"] == ["Välj en månad under praktiken."]


def test_every_day_is_in_the_placement():
    found = problems("narvarorapport", period_till="2026-11-19")
    assert found == {"dagar[4].datum": ["Ändra datumet. Praktiken är från 2026-10-26 till 2026-11-19."]}


def test_no_day_is_reported_before_it_has_been():
    found = problems("narvarorapport", dagar=day(4, datum="2026-11-22"))
    assert found == {"dagar[4].datum": ["Vänta med raden. Dagen har inte varit än."]}


def test_a_day_stands_once():
    assert list(problems("narvarorapport", dagar=day(1, datum="2026-11-16"))) == ["dagar"]


def test_who_was_away_has_no_hours():
    assert problems("narvarorapport", dagar=day(2, narvarande_h=2)) == {
        "dagar[2].markering": ["Ändra timmarna eller valet 2026-11-18. Den som var borta hela dagen har 0 timmar."]
    }


def test_who_was_there_has_some():
    assert list(problems("narvarorapport", dagar=day(0, narvarande_h=0))) == ["dagar[0].markering"]


def test_more_hours_than_planned_are_pointed_out():
    assert problems("narvarorapport", dagar=day(0, narvarande_h="5,5")) == {}
    assert warnings("narvarorapport", dagar=day(0, narvarande_h="5,5")) == {
        "dagar[0].narvarande_h": ["Kontrollera timmarna 2026-11-16. De är fler än de planerade."]
    }


def test_a_day_has_no_more_than_twenty_four_hours():
    assert problems("narvarorapport", dagar=day(0, planerat_h=25)) == {
        "dagar[0].planerat_h": ["Skriv mellan 0 och 24 timmar."]
    }


def test_absence_is_judged_by_the_kommun():
    assert problems("narvarorapport", dagar=day(2, franvaro_typ=None)) == {
        "dagar[2].franvaro_typ": ["Välj hur frånvaron bedöms."]
    }
    assert "franvaro_typ" not in judged(dagar=day(0, franvaro_typ="ogiltig"))["dagar"][0]


def test_the_supervisor_vouches_for_the_hours():
    assert problems("narvarorapport", handledare_intygar=None) == {
        "handledare_intygar": ["Be handledaren kontrollera tiderna och kryssa i rutan."]
    }


def test_having_read_it_is_not_asked_for():
    assert problems("narvarorapport", deltagare_tagit_del=None) == {}


def test_who_was_assigned_is_told_what_absence_may_mean():
    assert "narvaro_anvisad" in said(FORM, "deltagare", judged())
    assert "narvaro_anvisad" not in said(FORM, "deltagare", judged(grund_praktik="frivillig"))
