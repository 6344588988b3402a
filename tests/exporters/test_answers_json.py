"""The answers as JSON: what the audience may see, and what names the document."""

import json

from support.sample_base import document

from stegvis.exporters import export


def test_answers_and_names_of_the_document():
    made = document("x", (), answers='{"b": 1, "a": "Åsa"}')
    assert json.loads(export(made, "json")) == {
        "answers": {"b": 1, "a": "Åsa"},
        "audience": "kommun",
        "code": "PRA-01",
        "document_id": "0193b3c2-6f00-7000-8000-00007f3a9c21",
        "form": "praktikavtal",
        "made": "2026-11-21T09:30:00+00:00",
        "version": "1",
    }


def test_it_is_written_one_way_only():
    one, other = (document("x", (), answers=answers) for answers in ('{"b":1,"a":"Å"}', '{"a": "Å",  "b": 1}'))
    assert export(one, "json") == export(other, "json")
    assert '\n  "answers": {\n    "a": "Å",\n    "b": 1\n  },\n' in export(one, "json").decode()


def test_odd_characters_survive():
    answers = {"text": "NUL \x00, surrogat \ud800, <b>, 😀, \x7f"}
    assert json.loads(export(document("x", (), answers=json.dumps(answers)), "json"))["answers"] == answers
