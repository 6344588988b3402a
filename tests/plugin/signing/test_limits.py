"""The limits of signing are those that docs/signing.md tells, and what it hands about cannot be changed on the way."""

import dataclasses
import importlib
import pkgutil
import re
from pathlib import Path

import pytest

from stegvis.plugin import signing

PAGE = Path(__file__).parents[3] / "docs/signing.md"
ELSEWHERE = ("documents.signing", "documents.sealing", "web.kiosk")
MODULES = [
    importlib.import_module(f"stegvis.plugin.{name}")
    for name in (*(f"signing.{found.name}" for found in pkgutil.iter_modules(signing.__path__)), *ELSEWHERE)
]
KINDS = sorted(
    {
        kind
        for module in MODULES
        for kind in vars(module).values()
        if dataclasses.is_dataclass(kind) and isinstance(kind, type) and kind.__module__ == module.__name__
    },
    key=lambda kind: (kind.__module__, kind.__name__),
)
ONLY_BY_NAME = {
    "Kiosk",
    "SigningEvent",
    "Created",
    "Shown",
    "SignatureGiven",
    "Declined",
    "Withdrawn",
    "Expired",
    "Halted",
    "Reactivated",
    "Completed",
    "Voided",
    "Signing",
    "Party",
}


def told():
    """Each limit in the page: where it stands and what it is."""
    rows = re.findall(r"^\| `([\w.]+)\.(\w+)` \| ([0-9 ]+) \|", PAGE.read_text("utf-8"), re.MULTILINE)
    return {(module, name): int(number.replace(" ", "")) for module, name, number in rows}


def limits():
    """Every number that a module of signing names, but for the tags of the container."""
    return {
        (module.__name__.removeprefix("stegvis.plugin.").removeprefix("signing.").removeprefix("web."), name): value
        for module in MODULES
        if not module.__name__.endswith(".container")
        for name, value in vars(module).items()
        if name.isupper()
        and type(value) is int
        and re.search(rf"^\w*[A-Z_, ]*\b{name}\b[A-Z_, ]* = ", Path(module.__file__).read_text("utf-8"), re.MULTILINE)
    }


def test_every_limit_is_told_as_it_is():
    assert told() == limits()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_what_is_handed_about_cannot_be_changed(kind):
    assert kind.__dataclass_params__.frozen


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_what_has_many_parts_is_made_by_name(kind):
    by_name = all(field.kw_only for field in dataclasses.fields(kind))
    assert by_name is (kind.__name__ in ONLY_BY_NAME), kind
