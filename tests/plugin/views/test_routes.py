"""The addresses: each leads to a view that takes what the address says, with a permission that is enough for it."""

import ast
import inspect
from importlib import import_module
from pathlib import Path

import pytest
from support.hosts import mounted
from werkzeug.routing import Map, Rule

from stegvis.plugin.views import routes

WRITTEN = [
    node.args[0].value
    for node in ast.walk(ast.parse(Path(routes.__file__).read_text("utf-8")))
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "later"
]
"""Every `module:function` in the order they stand."""
ASKS = {"case_search", "case_reason", "document_reason", "register_list", "check_seal"}
"""What is posted so that it is not in the address, and changes nothing of anybody's."""


@pytest.mark.parametrize(("written", "made"), list(zip(WRITTEN, routes.route.made, strict=True)), ids=WRITTEN)
def test_the_view_is_there_and_takes_what_the_address_says(written, made):
    """The views are imported when somebody first asks: a slip would else be met by a case worker."""
    module, _, name = written.partition(":")
    view = getattr(import_module(f"stegvis.plugin.views.{module}"), name)
    rule = Rule(made.rule, endpoint=name)
    Map([rule])
    assert made.endpoint == name and set(inspect.signature(view).parameters) == rule.arguments


def test_reading_is_enough_for_no_page_that_changes_something():
    posted = {made.endpoint: made.view.permission for made in routes.route.made if "POST" in made.methods}
    reading = {name for name, permission in posted.items() if permission.rpartition(".")[2] in ("read", "list")}
    assert reading == ASKS


def test_nobody_comes_to_any_of_them_without_a_login(tmp_path):
    app = mounted(tmp_path, identity=lambda: None)
    assert [made.endpoint for made in routes.route.made if made.view.permission == "public"] == ["health"]
    for where in ("", "arenden/", "register/", "verksamheter/", "blanketter/", "oversikt", "mitt-arbete.ics"):
        assert app.test_client().get(f"/stegvis/{where}").status_code == 401
