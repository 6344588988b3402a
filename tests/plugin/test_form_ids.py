"""What a case goes by is told by form files: the plugin names no form by its id."""

import ast
from pathlib import Path

from stegvis.forms import list_forms

PLUGIN = Path(__file__).parents[2] / "plugin"
ALLOWED = {
    ("cases/deadlines.py", "uppfoljning"): "what falls due, as it stands in the database",
    ("cases/deadlines.py", "samtycke"): "what falls due, as it stands in the database",
    ("views/cases/case.py", "samtycke"): "the list of statuses that a samtycke has words from",
    ("views/documents/document.py", "overlamning"): "a word in the page's address, about a screen handed over",
    ("views/openapi.py", "schema"): "a key of OpenAPI",
    ("installation/database.py", "schema"): "a key of what is said of the database",
}
"""Words that are also the id of a form, and what they mean there."""


def named(ids):
    """Each text in the plugin that is the id of a form: its file and itself, as often as it stands there."""
    for path in sorted(PLUGIN.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and node.value in ids:
                yield path.relative_to(PLUGIN).as_posix(), node.value


def test_no_form_is_named_in_code():
    found = set(named({form.id for form in list_forms()}))
    assert found - set(ALLOWED) == set()


def test_what_is_allowed_is_there_and_is_little():
    assert set(ALLOWED) <= set(named({form.id for form in list_forms()}))
    assert len(ALLOWED) <= 10
