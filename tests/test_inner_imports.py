"""Imports stand at the top of a file, but for those that are named here, each with its reason in its own line too."""

import ast
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[1]
ROOMS = ("plugin", "forms", "exporters", "schemas")
ALLOWED = {
    "plugin/cli/forms.py": 1,  # python-docx, for one of its commands
    "plugin/cli/shared.py": 1,  # SQLAlchemy, for the commands that write a file
    "plugin/cli/signing.py": 3,  # pyHanko, cryptography and the storage, each for one of its commands
    "plugin/documents/sealing.py": 1,  # pyHanko, an extra
    "plugin/installation/database.py": 1,  # SQLAlchemy, which a host starts without
    "plugin/installation/identity.py": 1,  # Flask-Login, an extra
    "plugin/installation/letterhead.py": 1,  # python-docx, for those who have a letterhead
    "plugin/installation/settings.py": 1,  # the form engine, which a host starts without
    "plugin/installation/state.py": 1,  # the form engine, which a host starts without
    "plugin/signing/scan_reader.py": 1,  # POSIX alone has it
    "plugin/views/signing/verify.py": 1,  # pyHanko, an extra
    "plugin/web/error_pages.py": 1,  # SQLAlchemy, which a host starts without
    "plugin/web/sealed_cookie.py": 1,  # SQLAlchemy, which a host starts without
    "plugin/web/rendering.py": 1,  # the form engine, which a host starts without
    "exporters/pdf/__init__.py": 1,  # ReportLab, for the first document
    "exporters/pdf/scripts.py": 2,  # an extra
    "exporters/reading.py": 2,  # pypdf for a PDF, python-docx for a Word file
    "schemas/values/digits.py": 1,  # what it loads takes time, and a start judges nothing
    "schemas/values/email.py": 1,  # the same
    "schemas/values/personnummer.py": 1,  # the same
    "schemas/values/phone.py": 1,  # the same
}
MOST = 25


def inner_imports(text):
    """The import statements inside functions, each once."""
    functions = (node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    found = {node for each in functions for node in ast.walk(each) if isinstance(node, ast.Import | ast.ImportFrom)}
    return sorted(found, key=lambda node: node.lineno)


def files():
    """Every file of ours by its path, and its text."""
    for room in ROOMS:
        for path in (ROOT / room).rglob("*.py"):
            yield path.relative_to(ROOT).as_posix(), path.read_text("utf-8")


def test_no_import_in_a_function_but_those_that_are_named():
    found = Counter({path: len(inner_imports(text)) for path, text in files()})
    assert +found == Counter(ALLOWED)
    assert found.total() <= MOST


def test_each_says_why_in_its_own_line():
    bare = [
        f"{path}:{node.lineno}"
        for path, text in files()
        for node in inner_imports(text)
        if "  # " not in text.splitlines()[node.lineno - 1]
    ]
    assert not bare


def test_an_import_is_counted_once_wherever_in_a_function_it_stands():
    text = "import a\nif a:\n    import b\ndef f():\n    import c\n    async def g():\n        from d import e\n"
    assert [node.lineno for node in inner_imports(text)] == [5, 7]
