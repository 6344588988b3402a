"""How a function becomes a page: never without the permission it takes to go there."""

import pytest
from flask import Blueprint, Flask
from support.hosts import mounted, someone
from werkzeug.exceptions import Forbidden, Unauthorized

from stegvis.plugin.web.routing import Routes


def test_a_page_cannot_be_registered_without_a_permission_we_know():
    route = Routes()
    with pytest.raises(TypeError):
        route("/x")
    with pytest.raises(ValueError, match=r"document\.read"):
        route("/x", permission="document.raed")


def test_a_page_runs_only_for_who_may_go_there(tmp_path):
    ran, route = [], Routes()

    @route("/x", permission="document.write")
    def page(number):
        """Words of the page."""
        ran.append(number)
        return "sidan"

    guarded = route.made[0].view
    for role, refused in (("arkiv", Forbidden), ("deltagare", Forbidden)):
        with mounted(tmp_path, identity=someone(role)).test_request_context(), pytest.raises(refused):
            guarded(number=1)
    with mounted(tmp_path, identity=lambda: None).test_request_context(), pytest.raises(Unauthorized):
        guarded(number=1)
    assert ran == []
    with mounted(tmp_path, identity=someone("chef")).test_request_context():
        assert guarded(number=2) == "sidan" and ran == [2]
    assert page(3) == "sidan" and guarded.__doc__ == "Words of the page.", "the function itself stays as it was"


def test_the_function_names_the_page_and_stands_in_the_menu_under_its_phrase():
    route = Routes()

    @route("/a/<name>", permission="form.list", methods=("GET", "POST"), menu="nav_forms")
    def forms(name):
        return name

    (made,) = route.made
    assert made.in_menu() == ("forms", "nav_forms", "form.list")
    app, blueprint = Flask("app"), Blueprint("ours", "ours")
    route.add_to(blueprint, None)
    app.register_blueprint(blueprint)
    rule = next(rule for rule in app.url_map.iter_rules() if rule.endpoint == "ours.forms")
    assert str(rule) == "/a/<name>" and {"GET", "POST"} <= rule.methods
