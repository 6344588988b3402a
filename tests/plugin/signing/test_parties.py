"""Who signs, from the form and its answers: minors never alone, nobody for another."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from support.form_examples import CONTEXT, example, form_of

from stegvis.forms import list_forms, load_form
from stegvis.plugin.signing.errors import CannotBegin
from stegvis.plugin.signing.parties import age, parties

TODAY = replace(CONTEXT, now=datetime(2026, 11, 21, 12, tzinfo=UTC))


def judged(name, **changes):
    form = form_of(name)
    return form, form.schema(TODAY).load(example(name)) | changes


def found(name, **changes):
    return {party.role_key: party for party in parties(*judged(name, **changes), TODAY)}


def signer(role, name="Siv Exempelsson", **more):
    return {"roll": role, "namnfortydligande": name, **more}


def test_three_parties_sign_a_praktikavtal_each_with_a_copy_of_its_own():
    three = parties(*judged("praktikavtal_minimal"), TODAY)
    assert [(party.key, party.role_key, party.audience, party.required) for party in three] == [
        ("underskrift_deltagare", "deltagare", "deltagare", True),
        ("underskrift_arbetsgivare", "arbetsgivare", "arbetsgivare", True),
        ("underskrift_kommun", "kommun", "kommun", True),
    ]
    assert three[0].name == example("praktikavtal_minimal")["deltagare_namn"] and three[1].name == ""


def test_others_sign_as_they_are_written_down():
    rows = [signer("handledare", "Robin Handledarsson"), signer("god_man", foretradare_for="Alva Testberg")]
    *_, boss, trustee = parties(*judged("praktikavtal_minimal", underskrifter=rows), TODAY)
    assert (boss.key, boss.role, boss.role_key, boss.audience) == (
        "underskrifter_1",
        "Handledare",
        "handledare",
        "arbetsgivare",
    )
    assert (trustee.key, trustee.name, trustee.behalf, trustee.audience) == (
        "underskrifter_2",
        "Siv Exempelsson",
        "Alva Testberg",
        "deltagare",
    )
    assert boss.required and trustee.required and boss.behalf == ""


class TestMinors:
    def test_never_alone(self):
        with pytest.raises(CannotBegin, match="Lägg till vårdnadshavare"):
            found("praktikavtal_minimal", fodelsedatum=date(2008, 11, 22))
        assert found("praktikavtal_minimal", fodelsedatum=date(2008, 11, 21))

    def test_from_fifteen_with_a_guardian_and_before_that_the_guardian_instead(self):
        rows = [signer("vardnadshavare")]
        assert found("praktikavtal_minimal", fodelsedatum=date(2011, 11, 21), underskrifter=rows)["deltagare"].required
        younger = found("praktikavtal_minimal", fodelsedatum=date(2011, 11, 22), underskrifter=rows)
        assert not younger["deltagare"].required and younger["vardnadshavare"].required

    def test_who_is_sixteen_signs_beside_the_guardian(self):
        older = found("praktikavtal_minimal", fodelsedatum=date(2010, 6, 1), underskrifter=[signer("vardnadshavare")])
        assert older["deltagare"].required

    def test_every_guardian_signs(self):
        rows = [signer("vardnadshavare"), signer("vardnadshavare", "Per Provsten")]
        every = parties(*judged("praktikavtal_minimal", fodelsedatum=date(2010, 1, 1), underskrifter=rows), TODAY)
        assert [party.required for party in every if party.role_key == "vardnadshavare"] == [True, True]

    @pytest.mark.parametrize(
        ("answers", "years"),
        [
            ({"fodelsedatum": date(2008, 11, 21)}, 18),
            ({"fodelsedatum": date(2008, 11, 22)}, 17),
            ({"fodelsedatum": date(2008, 12, 1)}, 17),
            ({"personnummer": "18900101-9802"}, 136),
            ({"personnummer": "19140168-2396"}, 112),
            ({"personnummer": "19991399-0000"}, None),
            ({"personnummer": "701063-2391"}, None),
            ({"personnummer": "reservnummer"}, None),
            ({}, None),
            ({"fodelsedatum": date(2008, 11, 22), "personnummer": "18900101-9802"}, 17),
        ],
    )
    def test_whole_years_by_what_is_known(self, answers, years):
        assert age(answers, date(2026, 11, 21)) == years


def test_a_forvaltare_signs_instead_and_a_god_man_beside():
    assert not found("praktikavtal_minimal", underskrifter=[signer("forvaltare")])["deltagare"].required
    assert found("praktikavtal_minimal", underskrifter=[signer("god_man")])["deltagare"].required
    assert found("praktikavtal_minimal", underskrifter=[signer("forvaltare")])["arbetsgivare"].required


def test_a_consent_that_was_given_by_word_of_mouth_is_not_signed():
    form, answers = judged("samtycke", form="muntligt", underskrifter=[])
    with pytest.raises(CannotBegin, match="Spara handlingen utan underskrift"):
        parties(form, answers, TODAY)


def test_nobody_must_sign_what_holds_without():
    for name in ("aterkallelse", "upphavande"):
        assert not [party for party in found(name).values() if party.required]


def test_there_is_an_end_to_how_many_sign():
    rows = [signer("handledare", f"Handledare {n}") for n in range(7)]
    assert len(parties(*judged("praktikavtal_minimal", underskrifter=rows[:6]), TODAY)) == 9
    with pytest.raises(CannotBegin, match="Högst 9"):
        parties(*judged("praktikavtal_minimal", underskrifter=rows), TODAY)


@pytest.mark.parametrize("form", list_forms(), ids=lambda form: form.id)
def test_everybody_who_signs_sees_everything_that_is_signed(form):
    """D12: what is signed is visible to every signing party."""
    readers = set()
    for question in form.questions.values():
        if question.signs:
            roles = [key for key, _ in getattr(question, "roles", ())] or [question.name.removeprefix("underskrift_")]
            employer = {"arbetsgivare", "handledare"}
            readers |= {
                "arbetsgivare" if role in employer else "kommun" if role in ("kommun", "utforare") else "deltagare"
                for role in roles
            }
    unseen = [path for path, question in form.walk() if question.signed and not readers <= set(question.audience)]
    assert unseen == []


def test_a_form_nobody_signs_is_refused():
    with pytest.raises(CannotBegin):
        parties(load_form("narvarorapport"), {}, TODAY)
