"""What the quickstart says of settings, arguments and roles is what there is: nothing left out, nothing that is not
there.
"""

import inspect
import re
from ast import literal_eval
from dataclasses import MISSING, fields
from pathlib import Path
from typing import get_args

from stegvis.plugin import Stegvis
from stegvis.plugin.installation.identity import Role
from stegvis.plugin.installation.settings import POLICY, PREFIX, Settings
from stegvis.plugin.keys import ENVIRONMENT

TEXT = (Path(__file__).parents[3] / "docs/quickstart.md").read_text("utf-8")


def rows(head):
    """The cells of a table, by its first line."""
    table = TEXT.split(f"\n| {head} |", 1)[1].split("\n\n", 1)[0]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()[2:]]


def code(cell):
    return re.findall(r"`([^`]+)`", cell)


def test_every_setting_stands_in_the_table_with_its_default():
    told = {code(name)[0]: default for name, default, _ in rows("setting | default | is")}
    assert list(told) == [PREFIX + field.name.upper() for field in fields(Settings)]
    for field in fields(Settings):
        if field.default != POLICY:
            default = field.default_factory() if field.default is MISSING else field.default
            assert literal_eval(code(told[PREFIX + field.name.upper()])[0]) == default


def test_what_is_read_from_the_environment_is_told():
    assert f"`{ENVIRONMENT}`" in TEXT and "`STEGVIS_INSTANCE`" in TEXT


def test_every_argument_of_the_extension_is_told():
    told = [name for cell, _ in rows("argument of `Stegvis` | is") for name in code(cell)]
    assert set(told) == set(inspect.signature(Stegvis).parameters) and len(told) == len(set(told))


def test_every_role_is_told():
    assert {name for cell, _ in rows("role | may") for name in code(cell)} == set(get_args(Role))
