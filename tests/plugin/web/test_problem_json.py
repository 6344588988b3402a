"""The JSON interface says no as RFC 9457 has it, in Swedish."""

import json

import pytest
from flask import request
from support.hosts import mounted

from stegvis.plugin.web.problem_json import as_json, is_api, problem


def test_a_problem_has_the_members_and_the_type_of_the_standard():
    """RFC 9457, sections 3 and 4.2.1: with `about:blank` the status says what there is to say."""
    answer = problem(422, "Rätta svaren", "Se errors.", errors={"namn": ["Skriv namnet på åkaren."]})
    assert (answer.status_code, answer.content_type) == (422, "application/problem+json")
    assert json.loads(answer.data) == {
        "type": "about:blank",
        "title": "Rätta svaren",
        "status": 422,
        "detail": "Se errors.",
        "errors": {"namn": ["Skriv namnet på åkaren."]},
    }
    assert "åkaren".encode() in answer.data, "as it is written, not escaped"


def test_a_code_is_told_only_where_there_is_one_and_no_errors_is_not_an_empty_list_of_them():
    assert json.loads(problem(500, "a", "b", code="x7k2").data)["code"] == "x7k2"
    assert not {"code", "errors"} & set(json.loads(problem(400, "a", "b").data))
    assert json.loads(problem(422, "a", "b", errors={}).data)["errors"] == {}


def test_what_is_no_refusal_is_plain_json():
    answer = as_json({"ö": None})
    assert (answer.status_code, answer.content_type, answer.data) == (200, "application/json", '{"ö": null}'.encode())


@pytest.mark.parametrize(
    ("path", "ours"),
    [
        ("/stegvis/api/v1/openapi.json", True),
        ("/stegvis/api/finns-inte", True),
        ("/stegvis/finns-inte", False),
        ("/stegvis/", False),
        ("/api/v1/", False),
    ],
)
def test_an_address_under_the_interface_is_answered_by_it_even_when_there_is_none(tmp_path, path, ours):
    app = mounted(tmp_path)
    with app.test_request_context(path):
        assert is_api() is ours, request.endpoint
