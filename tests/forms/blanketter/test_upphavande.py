"""Upphävande: anybody may end it, the employer is told the day and never the reason, and everybody is told."""

from support.form_examples import CONTEXT, example, problems, said, warnings

from stegvis.forms import load_form
from stegvis.forms.definition.defaults import defaults
from stegvis.schemas.validators import revealing_words

FORM = load_form("upphavande")
ALL = {"kommun", "deltagare", "arbetsgivare"}

# What an employer may see. A new name here is a decision about a person's privacy, never a way to make a test pass.
EMPLOYER = {
    "deltagare_namn",
    "fodelsedatum",
    "tilltalsnamn",
    "upprattad_datum",
    "handlaggare_namn",
    "handlaggare_telefon",
    "handlaggare_epost",
    "avtal_ref",
    "sista_dag",
    "upphavande_text",
    "upphavande_tack",
    "info_gdpr_arbetsgivare",
    "underskrift_deltagare",
}


def judged(**changes):
    return FORM.schema(CONTEXT).load({**example("upphavande"), **changes})


def test_the_example_can_be_saved():
    assert problems("upphavande") == {}
    assert warnings("upphavande") == {}


def test_the_example_answers_every_question():
    assert {name for name, q in FORM.questions.items() if q.answered} - set(example("upphavande")) == set()


def test_the_employer_sees_what_is_listed_and_nothing_else():
    assert {name for name, q in FORM.questions.items() if "arbetsgivare" in q.audience} == EMPLOYER


def test_why_it_ends_in_detail_is_for_the_kommun_alone():
    assert FORM.questions["skal_text"].audience == ("kommun",)


def test_what_the_form_itself_says_to_the_employer_reveals_nothing():
    texts = said(FORM, "arbetsgivare", judged()).values()
    labels = [q.label for _, q in FORM.walk() if "arbetsgivare" in q.audience]
    beginnings = FORM.schema(CONTEXT).day.revealing
    assert [found for text in (*texts, *labels, FORM.title) if (found := list(revealing_words(text, beginnings)))] == []


def test_what_is_signed_is_seen_by_all():
    assert [path for path, question in FORM.walk() if question.signed and not set(question.audience) >= ALL] == []


def test_the_agreement_is_named_in_the_text_by_its_number():
    told = said(FORM, "arbetsgivare", judged())["upphavande_text"]
    assert told.startswith("Praktikavtalet PA 2026-097 slutar gälla efter 2026-11-24.")


def test_the_last_day_may_be_today():
    assert problems("upphavande", sista_dag="2026-11-21", ny_plan="2026-11-23") == {}


def test_the_last_day_is_inside_the_period_of_the_agreement():
    assert problems("upphavande", sista_dag="2026-12-02") == {
        "sista_dag": ["Välj en dag mellan 2026-11-02 och 2026-12-01."]
    }


def test_the_last_day_stands_when_the_period_is_not_known():
    assert problems("upphavande", sista_dag="2026-12-02", period_fran=None, period_till=None) == {}


def test_a_period_ends_after_it_begins():
    found = problems("upphavande", period_till="2026-10-01", sista_dag="2026-11-24")
    assert found["period_till"] == ["Ändra sista dagen i avtalet. Den ska vara 2026-11-02 eller senare."]


def test_everybody_is_told():
    rows = example("upphavande")["meddelat"]
    for n, who in enumerate(("deltagaren", "arbetsgivaren", "kommunen")):
        told = f"Lägg till {who}. Alla parter i avtalet ska få veta."
        assert problems("upphavande", meddelat=rows[:n] + rows[n + 1 :]) == {"meddelat": [told]}


def test_the_one_who_ends_it_knows_already():
    rows = example("upphavande")["meddelat"]
    assert problems("upphavande", avslutas_av="deltagare", meddelat=rows[1:]) == {}
    assert problems("upphavande", avslutas_av="arbetsgivare", meddelat=rows[::2]) == {}
    assert problems("upphavande", avslutas_av="kommun", meddelat=rows[:2]) == {}


def test_nobody_is_told_on_a_day_to_come():
    rows = example("upphavande")["meddelat"]
    found = problems("upphavande", meddelat=[{**rows[0], "nar": "2026-12-01"}, *rows[1:]])
    assert found == {"meddelat[0].nar": ["Välj dagens datum eller en tidigare dag."]}


def test_a_new_plan_is_made_within_seven_days():
    assert problems("upphavande", ny_plan="2026-12-01") == {}
    assert problems("upphavande", ny_plan="2026-12-02") == {
        "ny_plan": ["Välj 2026-12-01 eller en tidigare dag. Den nya planen görs inom sju dagar."]
    }


def test_a_new_plan_is_proposed_a_week_after_the_last_day():
    assert defaults(FORM, CONTEXT, {"sista_dag": "2026-11-24"})["ny_plan"] == "2026-12-01"


def test_no_reason_and_no_signature_is_asked_for():
    assert problems("upphavande", skal_kategori=None, skal_text=None) == {}
    assert not FORM.questions["underskrift_deltagare"].required


def test_who_was_assigned_is_told_what_it_may_mean():
    assert "upphavande_anvisad" in said(FORM, "deltagare", judged())
    assert "upphavande_anvisad" not in said(FORM, "deltagare", judged(grund_praktik="frivillig"))
    assert "upphavande_anvisad" not in said(FORM, "arbetsgivare", judged())
