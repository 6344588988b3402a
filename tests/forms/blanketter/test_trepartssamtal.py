"""Regler och trepartssamtal: the rules are signed by both, no result of a test is written, and three parties meet."""

import pytest
from support.form_examples import CONTEXT, example, problems, said, warnings

from stegvis.forms import load_form

FORM = load_form("trepartssamtal")
BOTH = {"kommun", "deltagare"}
TESTS = (
    "Drogtest visade ingenting.",
    "Har 0,2 promille.",
    "Utandningsprovet var negativt.",
    "Provsvaret kom.",
    "Urinprov lämnat.",
)


def judged(**changes):
    given = {**example("trepartssamtal"), **changes}
    return FORM.schema(CONTEXT).load({name: value for name, value in given.items() if value is not None})


def test_the_example_can_be_saved():
    assert problems("trepartssamtal") == {}
    assert warnings("trepartssamtal") == {}


def test_only_the_two_who_sign_get_a_copy():
    """The rules speak of freedom from drugs, so an employer outside the municipality is given none of it."""
    assert set(FORM.audiences) == BOTH


def test_both_sign_the_rules():
    signing = {name for name, q in FORM.questions.items() if q.kind == "signature"}
    assert signing == {"underskrift_deltagare", "underskrift_kommun"}
    assert all(FORM.questions[name].required and FORM.questions[name].keep for name in signing)
    part_a = next(section for section in FORM.sections if section.id == "regler")
    assert [q.name for q in part_a.questions if not q.signed] == []


def test_what_is_signed_is_seen_by_both():
    assert [path for path, question in FORM.walk() if question.signed and not set(question.audience) >= BOTH] == []


def test_what_the_participant_tells_is_not_signed_and_is_voluntary():
    told = FORM.questions["deltagaren_berattar"]
    assert not told.signed and not told.required and not told.wanted
    assert problems("trepartssamtal", deltagaren_berattar=None) == {}


def test_the_rules_have_a_version_and_have_been_gone_through():
    assert problems("trepartssamtal", regler_version=None, regler_genomgangna=None) == {
        "regler_version": ["Skriv vilken version av reglerna som gäller."],
        "regler_genomgangna": ["Gå igenom reglerna, och kryssa sedan i rutan."],
    }


def test_the_rules_are_those_of_the_sources_and_the_municipality_may_say_them_otherwise():
    told = said(FORM, "deltagare", judged())["regler_text"]
    for word in ("i tid", "sjuk", "Bemöt", "visar upp verksamheten", "drogfria"):
        assert word in told
    assert all(text.config for name in ("regler_text", "regler_foljd") for text in FORM.questions[name].texts)


def test_what_follows_when_a_rule_is_not_kept_is_told():
    assert "pratar med dig innan" in said(FORM, "deltagare", judged())["regler_foljd"]


def test_no_question_asks_for_the_result_of_a_test():
    asked = " ".join(f"{path} {q.label} {q.help}" for path, q in FORM.walk() if q.answered).lower()
    assert not any(word in asked for word in ("prov", "test", "promille", "drog"))


def test_it_is_said_that_no_result_is_written_and_no_municipality_takes_that_away():
    assert said(FORM, "deltagare", judged())["inga_provsvar"].startswith(
        "Svar på drogtester och utandningsprov skrivs inte"
    )
    assert not any(text.config for text in FORM.questions["inga_provsvar"].texts)


@pytest.mark.parametrize("text", TESTS)
def test_the_result_of_a_test_is_refused_where_the_municipality_writes(text):
    found = problems("trepartssamtal", syfte=text)
    assert found.keys() == {"syfte"} and found["syfte"][0].endswith("Svar på tester skrivs inte här.")


@pytest.mark.parametrize("text", TESTS)
def test_the_participants_own_words_are_only_asked_about(text):
    assert problems("trepartssamtal", deltagaren_berattar=text) == {}
    assert warnings("trepartssamtal", deltagaren_berattar=text).keys() == {"deltagaren_berattar"}


@pytest.mark.parametrize(
    "text", ["Pröva att arbeta i snickeriet.", "Testa om arbetet passar.", "Prova på köket och lagret."]
)
def test_to_try_and_to_test_work_is_not_a_test(text):
    assert problems("trepartssamtal", syfte=text) == {}
    assert warnings("trepartssamtal", deltagaren_berattar=text) == {}


def test_the_participant_is_there():
    found = problems("trepartssamtal", deltagit=["samordnare", "handlaggare", "handledare"])
    assert found == {"deltagit": ["Kryssa i deltagaren. Samtalet är med deltagaren."]}


def test_three_parties_meet_and_one_that_is_missing_is_pointed_out():
    assert problems("trepartssamtal", deltagit=["deltagare"]) == {}
    assert len(warnings("trepartssamtal", deltagit=["deltagare"])["deltagit"]) == 2
    assert warnings("trepartssamtal", deltagit=["deltagare", "handlaggare"])["deltagit"][0].startswith(
        "Kryssa i samordnaren"
    )
    assert warnings("trepartssamtal", deltagit=["deltagare", "handledare"])["deltagit"][0].startswith(
        "Kryssa i handläggaren"
    )
    assert warnings("trepartssamtal", deltagit=["deltagare", "handlaggare", "samordnare"]) == {}


def test_the_first_day_begins_at_nine_unless_something_else_is_said():
    assert FORM.questions["starttid"].default == "09:00"
    assert problems("trepartssamtal", starttid="08:30") == {}


def test_the_schedule_holds_from_the_first_day():
    schema = {**example("trepartssamtal")["schema"], "giltig_fran": "2026-11-22"}
    assert problems("trepartssamtal", schema=schema) == {
        "schema.giltig_fran": ["Välj 2026-11-23 eller senare. Schemat gäller från den dag då deltagaren börjar."]
    }
    assert problems("trepartssamtal", schema={**schema, "giltig_fran": "2026-11-30"}) == {}


def test_the_schedule_may_come_later():
    assert problems("trepartssamtal", schema=None) == {}


def test_who_is_under_eighteen_does_not_sign_alone():
    """Refusal 16 of domain.md 7."""
    assert "underskrifter" in problems("trepartssamtal", fodelsedatum="2010-01-02")
    guardian = [{"roll": "vardnadshavare", "namnfortydligande": "Gun Testberg"}]
    assert "underskrifter" not in problems("trepartssamtal", fodelsedatum="2010-01-02", underskrifter=guardian)
