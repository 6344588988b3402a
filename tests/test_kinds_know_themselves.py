"""A kind of question is known by its own class alone: nobody else asks which kind a question is."""

import ast
from dataclasses import fields
from pathlib import Path

import pytest

from stegvis.forms.kinds import KINDS
from stegvis.forms.questions.question import Question

ROOT = Path(__file__).parents[1]
AT_HOME = ("forms/kinds/", "forms/questions/")
ALLOWED = {
    ("plugin/installation/identity.py", "roles"): "the roles of the user whom Flask-Login has logged in",
}
"""File and what is asked there, with why it is asked of no question."""


def classes(kind=Question):
    """The class of every kind, and those that kinds share."""
    for made in kind.__subclasses__():
        if made.__module__.startswith("stegvis.forms."):
            yield made
            yield from classes(made)


NAMES = {made.__name__ for made in classes()}
EVERYBODYS = {field.name for field in fields(Question)}
OWN = {name for made in classes() for name in (*dir(made), *made.__dataclass_fields__) if name[0] != "_"} - EVERYBODYS
"""What kinds have, but for the keys that every question has and anybody may ask for."""


def modules():
    """The modules that must not know the kinds."""
    for room in ("forms", "exporters", "plugin"):
        for path in sorted((ROOT / room).rglob("*.py")):
            if not path.relative_to(ROOT).as_posix().startswith(AT_HOME):
                yield path


def asked(source):
    """Line and name of each place that asks which kind a question is, or whether it has what only some kinds have."""
    tree = ast.parse(source)
    known = set(_imported(tree))
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id="isinstance" | "issubclass"), args=[_, classinfo]):
                yield from ((node.lineno, name) for name in _last_names(classinfo) if name in known)
            case ast.Call(func=ast.Name(id="getattr" | "hasattr"), args=[_, ast.Constant(value=str(name)), *_]):
                if name in OWN:
                    yield node.lineno, name
            case ast.MatchClass(cls=cls):
                yield from ((cls.lineno, name) for name in _last_names(cls) if name in known)
            case ast.Compare(left=left, comparators=others):
                sides = [left, *others]
                if any(_is_kind(side) for side in sides):
                    yield from ((node.lineno, word) for side in sides for word in _words(side) if word in KINDS)
                if any(_is_type(side) for side in sides):
                    names = (name for side in sides for name in _last_names(side))
                    yield from ((node.lineno, name) for name in names if name in known)
            case ast.Match(subject=subject, cases=cases) if _is_kind(subject):
                words = (word for case in cases for word in _words(case.pattern))
                yield from ((node.lineno, word) for word in words if word in KINDS)


def _imported(tree):
    """The classes of kinds that a module can name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and "kinds" in f"{node.module}.".split("."):
            yield from (name.asname or name.name for name in node.names if name.name in NAMES)
        if isinstance(node, ast.Import | ast.ImportFrom) and any(name.name == "kinds" for name in node.names):
            yield from NAMES


def _last_names(node):
    for inner in ast.walk(node):
        match inner:
            case ast.Name(id=name) | ast.Attribute(attr=name):
                yield name


def _words(node):
    return [str(inner.value) for inner in ast.walk(node) if isinstance(inner, ast.Constant)]


def _is_kind(node):
    """Whether it is `something.kind`, `something["kind"]` or a tuple with one of them."""
    match node:
        case ast.Attribute(attr="kind") | ast.Name(id="kind") | ast.Subscript(slice=ast.Constant(value="kind")):
            return True
        case ast.Call(func=ast.Attribute(attr="get"), args=[ast.Constant(value="kind"), *_]):
            return True
        case ast.Tuple(elts=parts):
            return any(_is_kind(part) for part in parts)
    return False


def _is_type(node):
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "type"


@pytest.mark.parametrize("path", [*modules()], ids=lambda path: path.relative_to(ROOT).as_posix())
def test_nobody_asks_which_kind_a_question_is(path):
    where = path.relative_to(ROOT).as_posix()
    found = [f"{where}:{line}: {name}" for line, name in asked(path.read_text("utf-8")) if (where, name) not in ALLOWED]
    assert not found, "give the kinds a face instead (docs/add-a-question-kind.md)"


def test_what_is_allowed_is_still_there():
    for where, name in ALLOWED:
        assert name in {asked_for for _, asked_for in asked((ROOT / where).read_text("utf-8"))}


@pytest.mark.parametrize(
    "told",
    [
        "from ..kinds.repeat import Repeat\nisinstance(question, Repeat)",
        "from ..kinds.repeat import Repeat as Rows\nisinstance(question, str | Rows)",
        "from ..kinds import Repeat, Text\nisinstance(question, (Text, Repeat))",
        "from .. import kinds\nisinstance(question, kinds.Repeat)",
        "from ..kinds.tick import Tick\nmatch question:\n    case Tick() | None: ...",
        "from ..kinds.tick import Tick\ntype(question) is Tick",
        'getattr(question, "of", "")',
        'hasattr(question, "words_of")',
        'question.kind == "fixed"',
        'question["kind"] != "fixed"',
        'question.get("kind") == "fixed"',
        'question.kind not in ("fixed", "signature")',
        '(question["kind"], key) == ("signers", "max")',
        'match question.kind:\n    case "tick": ...',
    ],
)
def test_each_way_to_ask_is_seen(told):
    assert list(asked(told))


@pytest.mark.parametrize(
    "told",
    [
        "from .document import Group\nisinstance(block, Group)",
        'getattr(current_user, "name", "")',
        'event.kind == "aktivitet"',
        "KINDS[question.kind]",
        "mine.kind == theirs.kind",
    ],
)
def test_what_asks_nothing_of_a_question_is_let_be(told):
    assert not list(asked(told))
