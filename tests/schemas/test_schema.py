"""The base schema: unknown keys named, errors in order, paths as users and the error summary read them."""

import subprocess
import sys
from datetime import date

import pytest
from marshmallow import ValidationError

from stegvis.schemas.fields import AnswerField, DateField, TextField
from stegvis.schemas.messages import MESSAGES
from stegvis.schemas.schema import AnswersSchema, flatten


class Row(AnswerField):
    """An object within an object, as blocks are."""

    def _deserialize(self, value, attr, data, **kwargs):
        return Inner().load(value)


Inner = AnswersSchema.from_dict({"enhet": TextField(label="enhet", required=True)})
Sample = AnswersSchema.from_dict(
    {
        "schema": TextField(label="namn", required=True),
        "part": Row(label="part"),
        "dag": DateField(label="dag", today=date(2026, 11, 21)),
    }
)


def errors(data, **options):
    with pytest.raises(ValidationError) as caught:
        Sample(**options).load(data)
    return flatten(caught.value.messages)


@pytest.mark.parametrize("data", [None, [], "x", 5, [{}]])
def test_answers_are_an_object(data):
    assert errors(data) == {"": [MESSAGES["answers_not_object"]]}


def test_a_question_may_be_called_anything():
    assert Sample().load({"schema": "Anna"}) == {"schema": "Anna"}


def test_an_unknown_key_is_named_at_its_own_path():
    assert errors({"schema": "Anna", "part": {"enhet": "x", "enhetx": 1}, "{nyckel}": 2}) == {
        "part.enhetx": ['Ta bort "enhetx". Blanketten har ingen sådan fråga.'],
        "{nyckel}": ['Ta bort "{nyckel}". Blanketten har ingen sådan fråga.'],
    }


@pytest.mark.parametrize("key", ["_schema", "", "x" * 10_000, "a\u202eb", "\ud800", "load"])
def test_a_strange_key_is_refused_in_words_that_can_be_printed(key):
    for path, texts in errors({"schema": "Anna", key: 1}).items():
        assert all(text.startswith("Ta bort ") and len(text) < 120 for text in texts)
        (path + texts[0]).encode()
        assert len(path) <= 60


def test_errors_come_in_the_order_of_the_questions_and_unknown_keys_last():
    assert list(errors({"b": 1, "a": 1, "dag": "x", "part": {}, "schema": ""})) == ["schema", "dag", "a", "b"]


def test_rows_of_a_list_are_judged_one_by_one():
    assert errors([{"schema": "Anna"}, {"schema": "", "x": 1}, 5], many=True) == {
        "[1].schema": ["Skriv namn."],
        "[1].x": ['Ta bort "x". Blanketten har ingen sådan fråga.'],
        "[2]": [MESSAGES["answers_not_object"]],
    }


def test_paths_are_names_and_row_numbers():
    tree = {"_schema": ["A"], "parter": {0: {"enhet": ["B", "C"], "_schema": ["D"]}, 11: ["E"]}, "x": {"y": "F"}}
    assert flatten(tree) == {
        "": ["A"],
        "parter[0].enhet": ["B", "C"],
        "parter[0]": ["D"],
        "parter[11]": ["E"],
        "x.y": ["F"],
    }


def test_the_heavy_libraries_are_loaded_when_they_are_needed():
    heavy = ("phonenumbers", "stdnum", "personnummer", "email_validator", "dns")
    probe = (
        f"import sys, stegvis.schemas.fields, stegvis.schemas.schema; print([x for x in {heavy} if x in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True).stdout == "[]\n"
