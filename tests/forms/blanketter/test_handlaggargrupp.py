"""Handläggargrupp och inskrivning: nobody is talked of without a consent, every assessment has its reason, and the
tick is the participant's own.
"""

import pytest
from support.form_examples import CONTEXT, example, problems, said, warnings

from stegvis.forms import load_form

FORM = load_form("handlaggargrupp")
ASSESSMENTS = ("motiverad", "behov_samordnad", "kan_bli_hjalpt")
PART_B = ("inskrivning_datum", "inskrivning_med", "frivilligt", "jag_ar_motiverad")
NOT_ENROLLED = ("mer_underlag", "annan_insats", "inte_nu")


def judged(**changes):
    given = {**example("handlaggargrupp"), **changes}
    return FORM.schema(CONTEXT).load({name: value for name, value in given.items() if value is not None})


def test_the_example_can_be_saved():
    assert problems("handlaggargrupp") == {}
    assert warnings("handlaggargrupp") == {}


def test_an_employer_gets_no_copy():
    assert "arbetsgivare" not in FORM.audiences


def test_the_group_does_not_meet_without_a_consent():
    consent = FORM.questions["samtycke_ref"]
    assert (consent.law, consent.form) == ("OSL 10:1", "samtycke")
    assert problems("handlaggargrupp", samtycke_ref=None) == {
        "samtycke_ref": ["Skriv vilket samtycke som gäller. Utan samtycke får ni inte prata om deltagaren."]
    }


def test_a_group_is_two_parties_or_more():
    rows = example("handlaggargrupp")["parter"]
    assert problems("handlaggargrupp", parter=rows[:1]).keys() == {"parter"}
    assert problems("handlaggargrupp", parter=rows) == {}


def test_the_meeting_has_been():
    assert problems("handlaggargrupp", datum="2026-11-22")["datum"] == ["Välj dagens datum eller en tidigare dag."]


@pytest.mark.parametrize("name", ASSESSMENTS)
def test_each_assessment_is_yes_no_or_unclear(name):
    assert [key for key, _ in FORM.questions[name].options] == ["ja", "nej", "oklart"]
    assert problems("handlaggargrupp", **{name: "oklart"}) == {}
    assert problems("handlaggargrupp", **{name: None}).keys() == {name}


@pytest.mark.parametrize("name", ASSESSMENTS)
def test_each_assessment_has_a_reason_whatever_it_is(name):
    for answer in ("ja", "nej", "oklart"):
        assert problems("handlaggargrupp", **{name: answer, f"{name}_skal": None}).keys() == {f"{name}_skal"}


def test_what_is_asked_of_the_assessments_is_told_apart_by_ear():
    """Three labels that only say «Varför?» would be the same to the one who listens, and in the list of what to
    mend.
    """
    asked = [FORM.questions[name] for one in ASSESSMENTS for name in (one, f"{one}_skal")]
    assert (
        len({q.label for q in asked})
        == len({q.short for q in asked})
        == len({q.messages["required"] for q in asked})
        == 6
    )


def test_an_assessment_is_never_a_score():
    assert [path for path, q in FORM.walk() if q.kind in ("scale", "integer", "decimal")] == []
    assert [name for name in ASSESSMENTS if FORM.questions[name].statistics] == []


def said_first(audience):
    """The introduction that a reader is given."""
    return next(text.text for text in FORM.intro if not text.audience or audience in text.audience)


def test_the_participant_is_told_what_the_group_may_talk_of():
    assert "bara prata om det som du har sagt ja till" in said_first("deltagare")


def test_the_group_is_told_to_write_no_diagnoses():
    assert "Skriv inga diagnoser." in said_first("kommun") and "Skriv inga diagnoser." in said_first("part")


def test_an_assessment_decides_nothing_by_itself():
    """A no to all three can end in an enrolment and a yes in another decision: people decide, and the reason is
    read.
    """
    no = dict.fromkeys(ASSESSMENTS, "nej")
    assert problems("handlaggargrupp", **no) == {}
    assert problems("handlaggargrupp", **dict.fromkeys(ASSESSMENTS, "ja"), beslut="inte_nu") == {}


def test_the_tick_is_the_participants_own_and_never_required():
    tick = FORM.questions["jag_ar_motiverad"]
    assert (
        tick.kind == "tick"
        and not tick.required
        and not tick.wanted
        and tick.required_if is None
        and tick.default is None
    )
    assert tick.keep, "no municipality makes it required"
    assert problems("handlaggargrupp", jag_ar_motiverad=None) == {}
    assert problems("handlaggargrupp", jag_ar_motiverad=False) == {}


def test_what_the_group_assesses_and_what_the_participant_ticks_do_not_touch():
    assert problems("handlaggargrupp", motiverad="nej", jag_ar_motiverad=True) == {}
    assert problems("handlaggargrupp", motiverad="ja", jag_ar_motiverad=None) == {}


def test_the_participant_is_told_that_it_is_voluntary():
    assert said(FORM, "deltagare", judged())["frivilligt"] == (
        "Det är frivilligt att delta. Du kan sluta när du vill, och du behöver inte kryssa i rutan."
    )


def test_the_other_parties_do_not_see_the_enrolment_or_the_tick():
    assert [name for name in PART_B if "part" in FORM.questions[name].audience] == []


@pytest.mark.parametrize("decision", NOT_ENROLLED)
def test_there_is_no_enrolment_meeting_without_a_decision_to_enrol(decision):
    answers = judged(beslut=decision)
    assert not {"inskrivning_datum", "inskrivning_med", "jag_ar_motiverad"} & answers.keys()
    assert "frivilligt" not in said(FORM, "deltagare", answers)
    assert problems("handlaggargrupp", beslut=decision) == {}


def test_the_enrolment_meeting_comes_later_or_the_same_day():
    assert problems("handlaggargrupp", inskrivning_datum="2026-11-19") == {
        "inskrivning_datum": ["Välj samma dag som handläggargruppen eller senare."]
    }
    assert problems("handlaggargrupp", inskrivning_datum="2026-11-20") == {}


def test_who_was_at_the_enrolment_meeting_is_written_when_it_has_been():
    assert problems("handlaggargrupp", inskrivning_med=None) == {"inskrivning_med": ["Skriv vilka som var med."]}
    assert problems("handlaggargrupp", inskrivning_datum=None, inskrivning_med=None) == {}


def test_the_other_parties_read_what_was_decided_and_nothing_of_protected_data():
    seen = {name for name, q in FORM.questions.items() if "part" in q.audience}
    assert {"fornamn", "efternamn", "samtycke_ref", "beslut", "nasta"} <= seen
    assert not {"skydd", "skydd_info", "program_id", "avvikande_mening", "kopia_till"} & seen
