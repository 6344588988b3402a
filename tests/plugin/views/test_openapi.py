"""The description of the JSON interface: every address there is, in the words of the forms' own schemas."""

import json

import jsonschema
import pytest
from support.hosts import mounted, someone

from stegvis.forms import list_forms, load_form

FORMS = [form.id for form in list_forms()]
ROOT = "/stegvis/api/v1"


@pytest.fixture(scope="module")
def app(tmp_path_factory):
    return mounted(tmp_path_factory.mktemp("openapi"), identity=someone("handlaggare"))


@pytest.fixture(scope="module")
def described(app):
    return app.test_client().get(f"{ROOT}/openapi.json").json


def test_it_describes_exactly_the_addresses_there_are(app, described):
    ours = [rule for rule in app.url_map.iter_rules() if rule.endpoint.startswith("stegvis.api_")]
    known = {
        (rule.rule.removeprefix(ROOT).replace("<form_id>", form), method.lower())
        for rule in ours
        for form in FORMS
        for method in rule.methods - {"HEAD", "OPTIONS"}
    }
    assert {(path, method) for path, methods in described["paths"].items() for method in methods} == known
    assert described["servers"] == [{"url": ROOT}] and described["openapi"] == "3.1.0"


def test_its_schemas_are_those_of_the_forms_and_every_reference_leads_somewhere(described):
    for form in FORMS:
        assert described["components"]["schemas"][form] == load_form(form).json_schema()
    for schema in described["components"]["schemas"].values():
        jsonschema.Draft202012Validator.check_schema(schema)
    references = [part.split('"')[0] for part in json.dumps(described).split('"$ref": "#/components/schemas/')[1:]]
    assert references and set(references) <= set(described["components"]["schemas"])


def test_every_operation_has_a_name_of_its_own(described):
    names = [one["operationId"] for methods in described["paths"].values() for one in methods.values()]
    assert len(names) == len(set(names)) == 2 * len(FORMS) + 1
