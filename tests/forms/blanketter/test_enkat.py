"""Enkät: nobody is asked who they are; a pseudonym only where the beginning and the end are compared; quoted only
by leave.
"""

import pytest
from support.form_examples import CONTEXT, example, problems, said, warnings

from stegvis.forms import load_form

FORM = load_form("enkat")
OCCASIONS = [key for key, _ in FORM.questions["tillfalle"].options]
ASKED = {
    "start": {"pseudonym", "fragor"},
    "manad": {"fragor"},
    "avslut": {"pseudonym", "fragor", "skillnad", "far_citeras_anonymt"},
    "reflektion": {"fick_ut", "skillnad", "far_citeras_anonymt"},
    "remittent": {"remittent_syn", "far_citeras_anonymt"},
}
ALL = {
    "dag": "2026-11-20",
    "pseudonym": "blåbärspaj",
    "fragor": {"halsa": "3"},
    "fick_ut": "Mod.",
    "skillnad": "Tid.",
    "remittent_syn": "Bra.",
    "far_citeras_anonymt": "ja",
}
TEXTS = {"pseudonym": "avslut", "fick_ut": "reflektion", "skillnad": "reflektion", "remittent_syn": "remittent"}


@pytest.mark.parametrize("name", ["enkat", "enkat_reflektion", "enkat_remittent"])
def test_the_examples_can_be_saved(name):
    assert problems(name) == {}
    assert warnings(name) == {}


def test_every_question_there_is_is_known_to_ask_nobody_who_they_are():
    """A name that joins this list is a decision about being anonymous, never a way to make a test pass."""
    assert set(FORM.questions) == {"anonym_info", "tillfalle", *ALL}


def test_there_is_no_name_number_case_or_person():
    kinds = {q.kind for _, q in FORM.walk()}
    assert not kinds & {"person", "personnummer", "orgnr", "phone", "email", "reference", "signature", "signers"}
    asked = {path.rpartition(".")[2] for path, _ in FORM.walk()}
    assert not asked & {
        "fornamn",
        "efternamn",
        "arendenummer",
        "program_id",
        "upprattad_av",
        "handlaggare_namn",
        "personnummer",
        "fodelsedatum",
    }


def test_nothing_is_fetched_from_a_case_or_from_who_is_logged_in():
    assert [path for path, q in FORM.walk() if q.prefill] == []
    assert [path for path, q in FORM.walk() if q.default not in (None, "today")] == []


def test_no_time_is_finer_than_a_day():
    assert {path: q.kind for path, q in FORM.walk() if q.kind in ("time", "moment", "date")} == {"dag": "date"}


def test_a_day_that_has_not_come_is_not_answered_for():
    assert problems("enkat", dag="2026-11-22") == {"dag": ["Välj dagens datum eller en tidigare dag."]}


def test_the_occasions_are_those_of_the_sources():
    assert sorted(OCCASIONS) == sorted(ASKED)


@pytest.mark.parametrize("occasion", sorted(ASKED))
def test_each_occasion_asks_its_own_questions_and_keeps_no_other_answers(occasion):
    kept = FORM.schema(CONTEXT).load({**ALL, "tillfalle": occasion})
    assert kept.keys() - {"tillfalle", "dag"} == ASKED[occasion]


def test_a_pseudonym_is_only_for_before_and_after_and_is_never_required():
    assert {occasion for occasion, asked in ASKED.items() if "pseudonym" in asked} == {"start", "avslut"}
    word = FORM.questions["pseudonym"]
    assert not word.required and not word.wanted and word.required_if is None and not word.statistics
    assert problems("enkat", pseudonym=None) == {}


@pytest.mark.parametrize("occasion", sorted(ASKED))
def test_every_question_can_be_skipped(occasion):
    assert FORM.schema(CONTEXT).validate({"tillfalle": occasion, "dag": "2026-11-20"}) == {}


@pytest.mark.parametrize("name", ["fick_ut", "skillnad"])
def test_own_words_are_quoted_only_by_leave(name):
    told = {"far_citeras_anonymt": ["Välj om vi får återge det du har skrivit."]}
    given = {"tillfalle": "reflektion", "dag": "2026-11-20", name: "Mod."}
    assert FORM.schema(CONTEXT).validate(given) == told
    for answer in ("ja", "nej"):
        assert FORM.schema(CONTEXT).validate({**given, "far_citeras_anonymt": answer}) == {}


def test_a_referrer_is_quoted_only_by_leave_too():
    assert problems("enkat_remittent", far_citeras_anonymt=None).keys() == {"far_citeras_anonymt"}


def test_leave_has_no_default():
    assert FORM.questions["far_citeras_anonymt"].default is None


@pytest.mark.parametrize(("name", "occasion"), TEXTS.items())
@pytest.mark.parametrize("number", ["18900101-9802", "189001019802", "900101+9802", "900101 9802"])
def test_a_personal_number_is_refused_in_every_text(name, occasion, number):
    found = problems("enkat_remittent", tillfalle=occasion, **{name: f"Jag, {number}"})
    assert found[name] == ["Ta bort personnumret. Ingen ska kunna se vem som har svarat."]


def test_every_text_is_looked_through():
    assert {name for name, q in FORM.questions.items() if q.kind in ("text", "long_text")} == set(TEXTS)


@pytest.mark.parametrize(("name", "occasion"), TEXTS.items())
def test_other_numbers_are_words_like_others(name, occasion):
    assert problems("enkat_remittent", tillfalle=occasion, **{name: "8 av 10, sedan 2026-01-12"}) == {}


def test_the_ratings_are_counted_and_the_words_are_not():
    assert {name for name, q in FORM.questions.items() if q.statistics} == {"tillfalle", "dag", "fragor"}


def test_what_is_promised_is_that_fewer_than_five_are_not_shown():
    assert "minst fem" in said(FORM, "deltagare", FORM.schema(CONTEXT).load(example("enkat")))["anonym_info"]


def test_the_seven_themes_of_the_sources_are_rated_from_one_to_five():
    ratings = FORM.questions["fragor"]
    assert [key for key, _ in ratings.rows] == [
        "livssituation",
        "halsa",
        "sjalvkansla",
        "struktur",
        "delaktighet",
        "kvalitet",
        "arbetslivsnarhet",
    ]
    assert [key for key, _ in ratings.options] == ["1", "2", "3", "4", "5"]


def test_which_end_is_the_best_is_said_in_the_choice_itself():
    """Help is not printed on a blank on paper, and is not read again for every row."""
    said_of = dict(FORM.questions["fragor"].options)
    assert (said_of["1"], said_of["5"]) == ("1, sämst", "5, bäst")
