"""The JSON interface: the same judge and the same documents as the pages, described as it is, and nothing is kept."""

import logging
import sqlite3
from contextlib import closing
from io import BytesIO

import jsonschema
import pikepdf
import pytest
from support.form_examples import example
from support.hosts import SAME_ORIGIN, mounted, someone

from stegvis.forms import list_forms, load_form

FORMS = [form.id for form in list_forms()]
PROTECTED = {"skydd": "sekretessmarkering", "kontaktvag": ["brev"], "lamna_meddelande": "nej"}
ROOT = "/stegvis/api/v1"
NAME = "Alva Testberg"


@pytest.fixture(scope="module")
def app(tmp_path_factory):
    return mounted(tmp_path_factory.mktemp("api"), identity=someone("handlaggare"))


@pytest.fixture(scope="module")
def described(app):
    return app.test_client().get(f"{ROOT}/openapi.json").json


@pytest.fixture
def send(app):
    """Posts a body to `form/action`."""

    def post(where, body, **headers):
        return app.test_client().post(f"{ROOT}/forms/{where}", json=body, headers={**SAME_ORIGIN, **headers})

    return post


def schema_at(described, *path):
    """A validator of one part of the description, with its references."""
    found = described
    for step in path:
        found = found[step]
    return jsonschema.Draft202012Validator({**found, "components": described["components"]})


def body_of(described, form, action):
    return schema_at(
        described, "paths", f"/forms/{form}/{action}", "post", "requestBody", "content", "application/json", "schema"
    )


def check_refusal(described, answer, action="export", form="praktikavtal"):
    """A refusal is one that is described, in Swedish, as a problem."""
    assert answer.mimetype == "application/problem+json" and answer.json["status"] == answer.status_code
    told = described["paths"][f"/forms/{form}/{action}"]["post"]["responses"][str(answer.status_code)]
    jsonschema.validate(
        answer.json, {**told["content"]["application/problem+json"]["schema"], "components": described["components"]}
    )
    return answer.json


class TestValidate:
    @pytest.mark.parametrize("form", FORMS)
    def test_an_example_is_valid(self, send, described, form):
        body = {"answers": example(form)}
        body_of(described, form, "validate").validate(body)
        answer = send(f"{form}/validate", body)
        schema_at(described, "components", "schemas", "judgement").validate(answer.json)
        assert answer.status_code == 200 and (answer.json["valid"], answer.json["errors"]) == (True, {})

    @pytest.mark.parametrize("answers", [{}, {"hemligt": 1}, [], None, "text", {"galler_till": "2026-02-30"}])
    def test_what_is_wrong_is_told_as_the_page_tells_it(self, send, described, answers):
        answer = send("samtycke/validate", {"answers": answers}).json
        schema_at(described, "components", "schemas", "judgement").validate(answer)
        assert answer["valid"] is False and answer["errors"] == load_form("samtycke").schema().validate(answers)

    def test_warnings_are_told_and_stop_nobody(self, send):
        given = example("praktikavtal") | {"omfattning_timmar": 30}
        answer = send("praktikavtal/validate", {"answers": given}).json
        assert answer["valid"] and any("30" in text for texts in answer["warnings"].values() for text in texts)


class TestExport:
    @pytest.mark.parametrize("form", FORMS)
    @pytest.mark.parametrize("name", ["pdf", "docx", "html", "txt", "json"])
    def test_every_form_in_every_format(self, send, described, form, name):
        body = {"answers": example(form), "format": name}
        body_of(described, form, "export").validate(body)
        answer = send(f"{form}/export", body)
        told = described["paths"][f"/forms/{form}/export"]["post"]["responses"]["200"]["content"]
        assert answer.status_code == 200 and answer.mimetype in told and answer.data
        file_name = answer.headers["Content-Disposition"].removeprefix("attachment; filename=")
        assert file_name.startswith(f"{form}_") and file_name.endswith(f"_kommun.{name}")
        assert len(file_name) == len(f"{form}_12345678_kommun.{name}")

    def test_the_same_answers_have_the_same_number(self, send):
        names = {
            send("praktikavtal/export", {"answers": example("praktikavtal"), "format": "txt"}).headers[
                "Content-Disposition"
            ]
            for _ in "ab"
        }
        assert len(names) == 1

    def test_a_copy_for_a_party(self, send):
        body = {"answers": example("samtycke"), "format": "txt", "audience": "part", "part": 2}
        answer = send("samtycke/export", body)
        assert (
            "Region X, Vårdcentralen Lärkan" in answer.text and "_part-2.txt" in answer.headers["Content-Disposition"]
        )

    def test_a_pdf_is_one(self, send):
        answer = send(
            "praktikavtal/export", {"answers": example("praktikavtal"), "format": "pdf", "audience": "arbetsgivare"}
        )
        assert pikepdf.open(BytesIO(answer.data)).pages

    def test_answers_that_validate_refuses_are_refused_with_the_same_words(self, send, described):
        told = check_refusal(described, send("praktikavtal/export", {"answers": {"hemligt": 1}, "format": "pdf"}))
        assert told["status"] == 422 and told["errors"] == load_form("praktikavtal").schema().validate({"hemligt": 1})

    def test_protected_data_leave_only_after_a_review(self, send, described):
        body = {"answers": example("praktikavtal") | PROTECTED, "format": "pdf", "audience": "arbetsgivare"}
        told = check_refusal(described, send("praktikavtal/export", body))
        assert told["status"] == 403 and "granska" in told["detail"]
        assert send("praktikavtal/export", body | {"audience": "kommun"}).status_code == 200

    @pytest.mark.parametrize(
        ("more", "status", "where"),
        [
            ({"format": "odt"}, 422, None),
            ({"audience": "part"}, 422, None),
            ({"part": 1}, 422, None),
            ({"part": 0}, 400, "part"),
            ({"part": "1"}, 400, "part"),
            ({"format": 1}, 400, "format"),
            ({"format": None}, 400, "format"),
            ({"audience": ["kommun"]}, 400, "audience"),
            ({"hemligt": 1}, 400, "hemligt"),
        ],
    )
    def test_what_the_description_does_not_allow_is_refused(self, send, described, more, status, where):
        body = {"answers": example("praktikavtal"), "format": "txt"} | more
        told = check_refusal(described, send("praktikavtal/export", body))
        assert told["status"] == status and list(told.get("errors", {})) == ([where] if where else [])
        if more != {"part": 1}:  # that part goes with a reader stands in words alone
            assert not body_of(described, "praktikavtal", "export").is_valid(body)


class TestRefusals:
    @pytest.mark.parametrize("action", ["validate", "export"])
    @pytest.mark.parametrize(
        "data", [b"", b"{", b"\xff", b'{"answers": 1, "answers": 2}', b"[]", b"{}", b"[" * 100_000]
    )
    def test_what_cannot_be_read(self, app, described, action, data):
        where = f"{ROOT}/forms/praktikavtal/{action}"
        answer = app.test_client().post(where, data=data, content_type="application/json", headers=SAME_ORIGIN)
        assert check_refusal(described, answer, action)["status"] == 400 and answer.json["errors"]

    @pytest.mark.parametrize("size", [5_000_001, 9_000_000])
    def test_what_is_too_large(self, app, described, size):
        where = f"{ROOT}/forms/praktikavtal/validate"
        answer = app.test_client().post(where, data=b"x" * size, content_type="application/json", headers=SAME_ORIGIN)
        assert check_refusal(described, answer, "validate")["status"] == 413

    def test_what_is_not_json(self, app, described):
        answer = app.test_client().post(
            f"{ROOT}/forms/praktikavtal/validate", data={"answers": "x"}, headers=SAME_ORIGIN
        )
        assert check_refusal(described, answer, "validate")["status"] == 415

    @pytest.mark.parametrize("headers", [{}, {"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://other.example"}])
    def test_another_site_is_refused(self, app, described, headers):
        answer = app.test_client().post(f"{ROOT}/forms/praktikavtal/validate", json={"answers": {}}, headers=headers)
        assert check_refusal(described, answer, "validate")["status"] == 403 and "Origin" in answer.json["detail"]

    def test_a_program_says_where_it_sends(self, app):
        where = f"{ROOT}/forms/praktikavtal/validate"
        assert (
            app.test_client().post(where, json={"answers": {}}, headers={"Origin": "http://localhost"}).status_code
            == 200
        )

    def test_an_unknown_form_and_an_unknown_address(self, send, app, described):
        assert check_refusal(described, send("okand/validate", {"answers": {}}), "validate")["status"] == 404
        for path in ("/forms/praktikavtal", "/forms/praktikavtal/validate", "/finns-inte"):
            answer = app.test_client().get(ROOT + path)
            assert answer.status_code == 404 and answer.mimetype == "application/problem+json"

    @pytest.mark.parametrize(
        ("role", "allowed"),
        [
            ("handlaggare", (200, 200, 200)),
            ("arkiv", (200, 403, 200)),
            ("admin", (200, 403, 403)),
            ("deltagare", (403, 403, 403)),
            (None, (401, 401, 401)),
        ],
    )
    def test_each_role_may_do_what_it_may_on_the_pages(self, tmp_path, role, allowed):
        app = mounted(tmp_path, identity=someone(role) if role else lambda: None, login=lambda: "/login")
        client, body = app.test_client(), {"answers": example("praktikavtal")}
        answers = (
            client.get(f"{ROOT}/openapi.json"),
            client.post(f"{ROOT}/forms/praktikavtal/validate", json=body, headers=SAME_ORIGIN),
            client.post(f"{ROOT}/forms/praktikavtal/export", json=body | {"format": "txt"}, headers=SAME_ORIGIN),
        )
        assert tuple(answer.status_code for answer in answers) == allowed


def rows(office):
    """How many rows each table has."""
    assert office.store
    (file,) = office.folder.rglob("*.sqlite3")
    with closing(sqlite3.connect(file)) as connection:
        tables = [name for (name,) in connection.execute("select name from sqlite_master where type = 'table'")]
        return {name: connection.execute(f"select count(*) from {name}").fetchone() for name in tables}


def test_nothing_is_kept_and_nothing_is_logged(office, caplog):
    client, given = office.page.client, example("praktikavtal") | {"deltagare_namn": NAME}
    before = rows(office)
    with caplog.at_level(logging.DEBUG):
        for body in (
            {"answers": given, "format": "pdf"},
            {"answers": given | {"x": 1}, "format": "pdf"},
            {"answers": {"x": NAME}, "format": "odt"},
        ):
            client.post(f"{ROOT}/forms/praktikavtal/export", json=body, headers=SAME_ORIGIN)
    assert NAME not in caplog.text
    assert rows(office) == before


def test_a_fault_is_a_code_and_says_nothing_of_the_answers(tmp_path, caplog, monkeypatch):
    app = mounted(tmp_path, identity=someone("chef"))

    def fail(*_, **__):
        raise ValueError(NAME)

    monkeypatch.setattr("stegvis.plugin.views.api.form_now", fail)
    answer = app.test_client().post(f"{ROOT}/forms/praktikavtal/validate", json={"answers": {}}, headers=SAME_ORIGIN)
    assert answer.status_code == 500 and len(answer.json["code"]) == 6
    assert NAME not in answer.text + caplog.text
