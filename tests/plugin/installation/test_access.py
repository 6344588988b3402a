"""Deny by default: every address of ours demands a permission, and a role gives what it is meant to and no more."""

from uuid import UUID

import pytest
from support.hosts import mounted, someone
from werkzeug.exceptions import Forbidden, Unauthorized

from stegvis.plugin.app import create_demo_app
from stegvis.plugin.installation.access import require, signed_in
from stegvis.plugin.web.routing import Guarded

# What addresses with a shape of their own accept.
PARTS = {
    "entry_id": "0197f7a0-0000-7000-8000-000000000000",
    "case_id": UUID(int=1),
    "document_id": UUID(int=0),
    "form": "pdf",
}
# Nothing on these comes from a case.
OPEN = {"static", "unknown", "health", "help_page", "accessibility"}


def test_every_address_demands_a_permission_and_only_these_are_open_to_all(tmp_path):
    app = mounted(tmp_path)
    ours = {name: view for name, view in app.view_functions.items() if name.startswith("stegvis.")}
    assert ours and all(isinstance(view, Guarded) for view in ours.values())
    public = {name.removeprefix("stegvis.") for name, view in ours.items() if view.permission == "public"}
    assert public == OPEN


def test_the_demonstration_adds_only_the_page_where_one_chooses_a_person(tmp_path):
    demo, host = create_demo_app(tmp_path), mounted(tmp_path)
    added = {rule.endpoint for rule in demo.url_map.iter_rules()} - {
        rule.endpoint for rule in host.url_map.iter_rules()
    }
    assert added == {"stegvis.demo", "intranet"}


@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "PATCH", "DELETE"])
def test_nobody_gets_in_without_login(tmp_path, method):
    """Each address that is not open answers 401, whatever the method."""
    app = mounted(tmp_path, identity=lambda: None)
    for rule in app.url_map.iter_rules():
        view = app.view_functions[rule.endpoint]
        if isinstance(view, Guarded) and view.permission != "public" and method in rule.methods:
            path = app.url_map.bind("localhost").build(
                rule.endpoint, {name: PARTS.get(name, "x") for name in rule.arguments}, method=method
            )
            answer = app.test_client().open(path, method=method, headers={"Sec-Fetch-Site": "same-origin"})
            assert answer.status_code == 401 and "Logga in" in answer.text


@pytest.mark.parametrize(
    ("role", "permission", "may"),
    [
        ("handlaggare", "document.write", True),
        ("arkiv", "document.export", True),
        ("arkiv", "document.write", False),
        ("arkiv", "document.review", False),
        ("konsulent", "document.review", True),
        ("admin", "system.read", True),
        ("chef", "system.read", False),
    ],
)
def test_a_role_opens_what_it_is_for(tmp_path, role, permission, may):
    app = mounted(tmp_path, identity=someone(role))
    with app.test_request_context("/stegvis/"):
        if may:
            require(permission)
            assert signed_in().roles == {role}
        else:
            with pytest.raises(Forbidden):
                require(permission)


def test_nobody_is_unauthorized(tmp_path):
    app = mounted(tmp_path, identity=lambda: None)
    with app.test_request_context("/stegvis/"), pytest.raises(Unauthorized):
        signed_in()


def test_the_host_is_asked_who_it_is_once_a_request_and_never_remembered_longer(tmp_path):
    asked = []
    app = mounted(tmp_path, identity=lambda: asked.append(1) or someone("chef")())
    client = app.test_client()
    client.get("/stegvis/")
    client.get("/stegvis/")
    assert len(asked) == 2
