"""Addresses and numbers of a person or an organisation: kept in one way, with their check digits right."""

import pytest
from support.answer_fields import goes_round, is_told, kinds_in

from stegvis.schemas.fields import identity

GOOD = [
    ("email", "Anna@Exempel.se", "Anna@exempel.se", "Anna@exempel.se"),
    ("phone", "070-174 06 05", "+46701740605", "+46701740605"),
    ("personnummer", "900101+9802", "189001019802", "189001019802"),
    ("orgnr", "16556016-0680", "5560160680", "5560160680"),
]
REFUSED = [
    ("phone", 701740605, "wrong_shape_text", {}),
    ("personnummer", "18900101-9803", "personnummer_check", {}),
    ("personnummer", "20991231-0000", "personnummer_date", {}),
    ("orgnr", "556016-0681", "orgnr_check", {}),
    ("email", "kim", "email_format", {}),
    ("email", 5, "wrong_shape_text", {}),
]


def test_every_kind_has_samples_here():
    assert {kind for kind, *_ in GOOD} == kinds_in(identity)


@pytest.mark.parametrize(("kind", "raw", "answer", "json"), GOOD)
def test_an_answer_becomes_a_value_and_the_value_one_json(kind, raw, answer, json):
    goes_round(kind, raw, answer, json)


@pytest.mark.parametrize(("kind", "value", "message_id", "values"), REFUSED)
def test_a_refusal_names_the_question_and_the_remedy(kind, value, message_id, values):
    is_told(kind, value, message_id, values)
