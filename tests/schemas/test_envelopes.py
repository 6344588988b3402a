"""What is sent to the JSON interface: every mistake at its own key, in Swedish, and a schema that says the same."""

import jsonschema
import pytest
from marshmallow import ValidationError

from stegvis.schemas.envelopes import ExportEnvelope, ValidateEnvelope, envelope_schema


def told(envelope, sent):
    with pytest.raises(ValidationError) as caught:
        envelope.load(sent)
    return caught.value.messages


@pytest.mark.parametrize("answers", [None, {}, {"namn": "Kim"}, [], "x"])
def test_answers_of_any_shape_are_let_through_to_the_forms_judge(answers):
    assert ValidateEnvelope().load({"answers": answers}) == {"answers": answers}


def test_an_export_is_the_kommuns_own_copy_unless_something_else_is_said():
    asked = {"answers": {}, "format": "pdf"}
    assert ExportEnvelope().load(asked) == {**asked, "audience": "kommun", "part": None}
    given = {**asked, "audience": "part", "part": 2}
    assert ExportEnvelope().load(given) == given


def test_each_mistake_is_told_at_its_key():
    assert told(ExportEnvelope(), {"format": 3, "audience": None, "svar": {}}) == {
        "answers": ["Skicka med svaren som ett JSON-objekt."],
        "format": ["Skriv värdet som text."],
        "audience": ["Skicka med ett värde här."],
        "svar": ["Ta bort nyckeln. Den finns inte i det här anropet."],
    }
    assert told(ValidateEnvelope(), []) == {"_schema": ["Skicka ett JSON-objekt med nyckeln answers."]}


@pytest.mark.parametrize("part", [0, -1, "1", 1.5, True, [], float("inf")])
def test_a_party_is_a_whole_number_from_one(part):
    sent = {"answers": {}, "format": "pdf", "part": part}
    assert told(ExportEnvelope(), sent) == {"part": ["Skriv partens nummer som ett heltal från 1."]}


def test_the_json_schema_lets_through_and_stops_what_the_envelope_does():
    schema = envelope_schema(ExportEnvelope, answers={}, format={"type": "string"}, audience={"type": "string"})
    jsonschema.Draft202012Validator.check_schema(schema)
    valid = jsonschema.Draft202012Validator(schema).is_valid
    for sent in ({"answers": None, "format": "pdf"}, {"answers": {}, "format": "pdf", "audience": "part"}):
        assert valid(sent) and ExportEnvelope().load(sent)
    for sent in ({"answers": {}}, {"format": "pdf"}, {"answers": {}, "format": "pdf", "x": 1}, []):
        assert not valid(sent) and told(ExportEnvelope(), sent)
