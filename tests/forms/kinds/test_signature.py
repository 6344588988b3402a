"""Places to sign: what is accepted, refused and said, and how it stands empty."""

import pytest
from support.kind_answers import empty, said, told
from support.making import CONTEXT, sample

from stegvis.forms.language.words import Sign, Signs
from stegvis.schemas.messages import message

# kind, what is given, where the message stands, which message it is
REFUSED = [
    (
        "signers",
        [{"roll": "granne", "namnfortydligande": "K"}],
        "svar[0].roll",
        message("choice_unknown", etikett="roll för den som skriver under"),
    ),
]


@pytest.mark.parametrize(("kind", "raw", "path", "text"), REFUSED)
def test_what_is_refused_is_told_where_it_stands_and_what_to_do(kind, raw, path, text):
    assert told(kind, raw)[path] == [text]


@pytest.mark.parametrize(
    ("kind", "blank"),
    [
        ("signers", Signs(tuple(Sign("Vårdnadshavare eller god man, om det behövs", f"svar_{n}") for n in (1, 2)))),
        ("signature", Sign("Deltagare", "svar")),
    ],
)
def test_an_empty_form_has_room_to_answer(kind, blank):
    assert empty(kind) == blank


class TestSignatures:
    def test_a_place_to_sign_has_the_name_of_the_one_who_signs(self):
        made = sample("signature")
        question = made.questions["svar"]
        assert question.text(None, made.reader("kommun", {"namn": "Kim"}, CONTEXT)) == Sign("Deltagare", "svar", "Kim")
        assert question.text(None, made.reader("kommun", {}, CONTEXT)) == Sign("Deltagare", "svar")

    def test_others_have_a_place_to_sign_and_nothing_says_that_they_have(self):
        """A date or a way that somebody typed is no act of signing."""
        rows = [{"roll": "god_man", "namnfortydligande": "Kim", "datum": "2026-11-20", "satt": "penna"}]
        told = said(sample("signers"), "kommun", svar=rows)
        assert told == Signs((Sign("God man", "svar_1", "Kim"),))


def test_who_signs_is_told_by_the_place_or_by_the_rows():
    made = sample("signature")
    [own] = made.questions["svar"].signatories(None, made.reader("kommun", {"namn": "Kim"}, CONTEXT))
    assert (own.key, own.role, own.name) == ("svar", "Deltagare", "Kim")
    made = sample("signers")
    rows = [{"roll": "god_man", "namnfortydligande": "Love"}]
    [other] = made.questions["svar"].signatories(rows, made.reader("kommun", {}, CONTEXT))
    assert (other.key, other.role, other.role_key, other.required) == ("svar_1", "God man", "god_man", True)
    assert made.questions["svar"].signatories(None, made.reader("kommun", {}, CONTEXT)) == ()


def test_rules_know_the_roles_and_nobody_may_have_fewer_sign():
    question = sample("signers").questions["svar"]
    assert question.labels["svar.god_man"] == "god man"
    assert question.holds_fast("max") and not question.holds_fast("label") and question.is_act
