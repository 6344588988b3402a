"""Uppföljning av praktik: both sides are there, it is about the work only, and the new period follows the old."""

from support.form_examples import CONTEXT, example, problems, said, warnings

from stegvis.forms import load_form
from stegvis.forms.definition.defaults import defaults
from stegvis.schemas.validators import revealing_words

FORM = load_form("praktikuppfoljning")
ALL = {"kommun", "deltagare", "arbetsgivare"}
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
    "uppfoljning_sekretess",
    "ny_period_motivering",
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
    "deltagit[].namn",
    "underskrifter[].namnfortydligande",
    "underskrifter[].ort",
    "underskrifter[].foretradare_for",
}
ENDS = {
    "beslut": "avslutas",
    **dict.fromkeys(("ny_period_fran", "ny_period_till", "ny_period_motivering", "nasta_uppfoljning", "schema")),
}


def judged(**changes):
    given = {**example("praktikuppfoljning"), **changes}
    return FORM.schema(CONTEXT).load({name: value for name, value in given.items() if value is not None})


def test_the_example_can_be_saved():
    assert problems("praktikuppfoljning") == {}
    assert warnings("praktikuppfoljning") == {}


def test_the_example_answers_every_question():
    assert {name for name, q in FORM.questions.items() if q.answered} - set(example("praktikuppfoljning")) == {
        "underskrifter"
    }


def test_the_employer_sees_everything_but_what_is_listed():
    """A name that leaves this list is a decision about a person's privacy, never a way to make a test pass."""
    assert {name for name, q in FORM.questions.items() if "arbetsgivare" not in q.audience} == HIDDEN


def test_every_free_text_that_the_employer_reads_is_looked_through():
    free = {path: q.reveals for path, q in FORM.walk() if "arbetsgivare" in q.audience and hasattr(q, "reveals")}
    assert {path for path, mode in free.items() if not mode} == PROPER


def test_what_the_supervisor_says_is_about_the_work():
    found = warnings("praktikuppfoljning", handledarens_syn="Bra, trots återfall.")
    assert found == {"handledarens_syn": ["Ändra texten. Skriv bara om arbetet."]}


def test_what_the_form_itself_says_to_the_employer_reveals_nothing():
    texts = said(FORM, "arbetsgivare", judged()).values()
    labels = [q.label for _, q in FORM.walk() if "arbetsgivare" in q.audience]
    beginnings = FORM.schema(CONTEXT).day.revealing
    assert [found for text in (*texts, *labels, FORM.title) if (found := list(revealing_words(text, beginnings)))] == []


def test_what_is_signed_is_seen_by_all():
    assert [path for path, question in FORM.walk() if question.signed and not set(question.audience) >= ALL] == []


def test_the_one_who_leads_the_meeting_is_reminded_of_secrecy():
    assert FORM.questions["uppfoljning_sekretess"].audience == ("kommun",)
    assert FORM.questions["uppfoljning_sekretess"].law == "OSL 26:1"


def test_the_follow_up_is_inside_the_period():
    assert problems("praktikuppfoljning", datum="2026-10-25") == {
        "datum": ["Välj en dag mellan 2026-10-26 och 2026-11-25. Uppföljningen ska ske under perioden."]
    }


def test_the_follow_up_has_been():
    assert problems("praktikuppfoljning", datum="2026-11-22") == {"datum": ["Välj dagens datum eller en tidigare dag."]}


def test_the_participant_is_there():
    rows = example("praktikuppfoljning")["deltagit"]
    told = "Lägg till deltagaren. Både deltagaren och arbetsplatsen ska vara med på uppföljningen."
    assert problems("praktikuppfoljning", deltagit=rows[1:]) == {"deltagit": [told]}


def test_somebody_from_the_workplace_is_there():
    rows = example("praktikuppfoljning")["deltagit"]
    told = "Lägg till chefen eller handledaren. Både deltagaren och arbetsplatsen ska vara med på uppföljningen."
    assert problems("praktikuppfoljning", deltagit=[rows[0], *rows[3:]]) == {"deltagit": [told]}
    assert problems("praktikuppfoljning", deltagit=rows[:2]) == {}
    assert problems("praktikuppfoljning", deltagit=[rows[0], rows[2]]) == {}


def test_the_new_period_begins_the_day_after_the_old():
    assert problems("praktikuppfoljning", ny_period_fran="2026-11-27") == {
        "ny_period_fran": ["Ändra första dagen. Den nya perioden börjar 2026-11-26, dagen efter den gamla."]
    }


def test_the_new_period_is_a_month_unless_something_else_is_said():
    proposed = defaults(FORM, CONTEXT, {"period_till": "2026-11-25"})
    assert (proposed["ny_period_fran"], proposed["ny_period_till"]) == ("2026-11-26", "2026-12-25")
    assert proposed["nasta_uppfoljning"] == "2026-12-18"


def test_a_month_from_the_last_of_january_ends_with_february():
    proposed = defaults(FORM, CONTEXT, {"period_till": "2027-01-30"})
    assert (proposed["ny_period_fran"], proposed["ny_period_till"]) == ("2027-01-31", "2027-02-28")


def test_more_than_a_month_needs_a_reason():
    assert problems("praktikuppfoljning", ny_period_motivering=None) == {
        "ny_period_motivering": [
            "Skriv varför perioden är längre än en månad, eller ändra sista dagen till 2026-12-25."
        ]
    }
    assert problems("praktikuppfoljning", ny_period_motivering=None, ny_period_till="2026-12-25") == {}


def test_a_period_is_never_longer_than_the_limit():
    assert problems("praktikuppfoljning", ny_period_till="2027-05-26") == {
        "ny_period_till": ["Korta perioden. Den får vara högst 6 månader och kan sluta senast 2027-05-25."]
    }


def test_the_next_follow_up_is_inside_the_new_period():
    assert problems("praktikuppfoljning", nasta_uppfoljning="2027-01-09") == {
        "nasta_uppfoljning": ["Välj en dag i den nya perioden."]
    }


def test_an_extension_has_a_period_and_a_next_follow_up():
    assert problems("praktikuppfoljning", ny_period_fran=None, nasta_uppfoljning=None) == {
        "ny_period_fran": ["Skriv första och sista dagen i den nya perioden."],
        "nasta_uppfoljning": ["Skriv när nästa uppföljning är, senast."],
    }


def test_a_placement_that_ends_has_no_new_period():
    assert problems("praktikuppfoljning", **ENDS) == {}
    assert "ny_period_till" not in judged(beslut="avslutas")


def test_what_an_extension_means_is_said_when_there_is_one():
    told = said(FORM, "arbetsgivare", judged())["forlangning_villkor"]
    assert told.startswith("Praktiken förlängs till och med 2027-01-08.")
    assert "forlangning_villkor" not in said(FORM, "arbetsgivare", judged(**ENDS))


def test_the_old_schedule_holds_unless_a_new_one_is_written():
    assert problems("praktikuppfoljning", schema=None) == {}


def test_a_new_schedule_begins_in_the_new_period():
    schema = {**example("praktikuppfoljning")["schema"], "giltig_fran": "2026-11-25"}
    assert problems("praktikuppfoljning", schema=schema) == {
        "schema.giltig_fran": ["Välj ett datum inom perioden 2026-11-26–2027-01-08."]
    }


def test_how_it_works_may_be_left_unsaid():
    assert problems("praktikuppfoljning", fungerar=None) == {}
    assert problems("praktikuppfoljning", fungerar={"tider": "bra"}) == {}
