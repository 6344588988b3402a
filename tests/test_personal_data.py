"""docs/personal-data.md lists every answer of every form, and names no question that is not there."""

import re

from sqlalchemy import LargeBinary
from support import personal_data

from stegvis.forms import list_forms
from stegvis.plugin.storage.tables import metadata


def test_the_tables_are_those_of_the_forms():
    assert personal_data.PAGE.read_text("utf-8") == personal_data.text(), "run: python tests/support/personal_data.py"


def test_every_question_that_is_named_by_hand_is_asked():
    head, _, _ = personal_data.PAGE.read_text("utf-8").partition("## Where it lies")
    asked = {question.name for form in list_forms() for _, question in form.walk()}
    named = [name.removesuffix("*") for name in re.findall(r"`([a-z_*]+)`", head)]
    assert named
    assert not [
        name for name in named if not any(each == name or name[-1] == "_" and each.startswith(name) for each in asked)
    ]


def test_every_column_that_is_sealed_is_told():
    text = personal_data.PAGE.read_text("utf-8")
    sealed = [
        column for table in metadata.tables.values() for column in table.columns if isinstance(column.type, LargeBinary)
    ]
    assert not [str(column) for column in sealed if f"`{column.name}` of `{column.table.name}`" not in text]
