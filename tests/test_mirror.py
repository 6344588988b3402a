"""A file has its tests beside it: `forms/loading/x.py` ↔ `tests/forms/loading/test_x.py`."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROOMS = ("plugin", "forms", "exporters", "schemas")
MODULES = sorted(
    path.relative_to(ROOT)
    for room in ROOMS
    for path in (ROOT / room).rglob("*.py")
    if path.name != "__init__.py" and "migrations" not in path.parts
)
WITHOUT = {
    "forms/questions/signatory.py": "one frozen shape: tried with the kinds that make it, in kinds/test_signature.py",
    "forms/language/words.py": "frozen shapes without behaviour: each is tried where a kind makes it, and in documents",
}
MOST = 22
"""Files in a folder that can be taken in at a glance."""
WHOLE = {"exporters/pdf": "one machine: no seam was found that every change would not cross"}


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_a_file_has_its_tests_beside_it(module):
    has = (ROOT / "tests" / module.parent / f"test_{module.name}").is_file()
    assert has is not (module.as_posix() in WITHOUT)


def test_a_folder_can_be_taken_in_at_a_glance():
    sizes = {}
    for room in ("plugin", "forms", "exporters"):
        for folder in ((ROOT / room), *(path for path in (ROOT / room).rglob("*") if path.is_dir())):
            sizes[folder.relative_to(ROOT).as_posix()] = len(list(folder.glob("*.py")))
    assert {name for name, size in sizes.items() if size > MOST} == set(WHOLE)
    assert sizes["plugin"] <= 6, "what has a subject has a folder"


def test_no_public_class_has_the_name_of_another():
    """A word means one thing in the house."""
    named = [
        node.name
        for module in MODULES
        for node in ast.parse((ROOT / module).read_text("utf-8")).body
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    ]
    assert sorted(name for name in set(named) if named.count(name) > 1) == []
