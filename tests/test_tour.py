"""The way in tells of what is there: every path, every name beside a path, every folder in the contracts' order."""

import ast
import configparser
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TOUR = (ROOT / "docs/tour.md").read_text("utf-8")
SAID = re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", TOUR, flags=re.DOTALL))
PATH = re.compile(r"[\w.-]+(/[\w.-]+)*(/|\.(py|toml|html|md|cfg))")
VIEW = re.compile(r"[\w.]+:\w+")
NAME = re.compile(r"(_?[A-Za-z]\w*(?:\.\w+)*)\(\)|([A-Z]\w*(?:\.\w+)?)")
PLAIN = re.compile(r"make (check|test)( ARGS=\S+)?|stegvis run|url_for|/dokument/<id>/fyll-i|fill|_")
"""What is no path and no name in a file."""


def named():
    """Every name, with the path that stands before it; views as the routes write them."""
    beside = ""
    for said in SAID:
        if PATH.fullmatch(said):
            beside = said
        elif VIEW.fullmatch(said) or (NAME.fullmatch(said) and not PLAIN.fullmatch(said)):
            yield beside, said.removesuffix("()")


@cache
def defined(path):
    """The names that a file of code defines, those in its classes after the class."""
    found = set()
    for node in ast.parse((ROOT / path).read_text("utf-8")).body:
        found |= own_names(node)
        if isinstance(node, ast.ClassDef):
            found |= {f"{node.name}.{name}" for inner in ast.walk(node) for name in own_names(inner)}
    return found


def own_names(node):
    """What one statement defines; an attribute that a method sets is its class's."""
    if isinstance(node, ast.ClassDef | ast.FunctionDef):
        return {node.name}
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    inner = [one for target in targets for one in ast.walk(target)]
    return {getattr(one, "id", "") or getattr(one, "attr", "") for one in inner} - {""}


def floors(room):
    """The floors of a room as the contract has them, the top one first, each a set."""
    config = configparser.ConfigParser()
    config.read(ROOT / "setup.cfg", "utf-8")
    layers = config[f"importlinter:contract:{room}"]["layers"].split("\n")
    return [set(layer.split(" | ")) for layer in layers if layer]


def on_the_map(room):
    """The paths that begin a row of the room's table, in order."""
    rows = TOUR.partition(f"| `{room}/` |")[2].partition("\n\n")[0]
    return re.findall(r"^\| `([^`]+)` \|", rows, re.MULTILINE)


def test_all_that_is_said_is_a_path_a_name_or_known():
    strange = [said for said in SAID if not any(kind.fullmatch(said) for kind in (PATH, VIEW, NAME, PLAIN))]
    assert not strange


def test_every_path_is_there():
    paths = [said for said in SAID if PATH.fullmatch(said)]
    assert len(paths) > 100 and not [path for path in paths if not (ROOT / path).exists()]
    assert not [path for path in paths if path.endswith("/") is not (ROOT / path).is_dir()]


def test_every_name_stands_in_the_file_beside_it():
    names = list(named())
    assert len(names) > 50
    for path, name in names:
        if VIEW.fullmatch(name):
            assert f'"{name}"' in (ROOT / path).read_text("utf-8"), (path, name)
        else:
            assert path.endswith(".py") and name in defined(path), (path, name)


@pytest.mark.parametrize("room", ["plugin", "forms"])
def test_every_folder_with_code_is_on_the_map(room):
    folders = {f"{path.parent.relative_to(ROOT)}/" for path in (ROOT / room).rglob("*.py")} - {f"{room}/"}
    assert folders <= set(on_the_map(room))


@pytest.mark.parametrize("room", ["plugin", "forms"])
def test_the_floors_stand_in_the_order_of_the_contract(room):
    rows = [Path(path).relative_to(room).with_suffix("").parts for path in on_the_map(room)]
    told = [parts[0] for parts in rows if len(parts) == 1 and parts[0] != "migrations"]
    for floor in floors(room):
        here, told = told[: len(floor)], told[len(floor) :]
        assert set(here) == floor
    assert not told


def test_every_view_has_its_own_tests():
    """As the tour says: tests mirror the rooms."""
    views = [path.relative_to(ROOT) for path in (ROOT / "plugin/views").rglob("*.py") if path.name != "__init__.py"]
    assert not [view for view in views if not (ROOT / "tests" / view.with_name(f"test_{view.name}")).exists()]
