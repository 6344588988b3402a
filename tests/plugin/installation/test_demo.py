"""What the demonstration is made of: made-up people, and a folder that holds nothing real."""

import sqlite3
from typing import get_args

import pytest
from support.hosts import mounted

from stegvis.plugin import SetupError
from stegvis.plugin.demo_server import prepare
from stegvis.plugin.installation.demo import DUTIES, MARK, PEOPLE, own_folder
from stegvis.plugin.installation.identity import Role


def test_there_is_somebody_in_every_role_and_each_duty_is_told():
    assert {role for person in PEOPLE for role in person.roles} == set(DUTIES) == set(get_args(Role))
    assert len({person.subject for person in PEOPLE}) == len(PEOPLE)


def test_its_folder_is_made_and_marked_and_found_again(tmp_path):
    folder = own_folder(tmp_path)
    assert folder == tmp_path / "demo" and [path.name for path in folder.iterdir()] == [MARK]
    (folder / "stegvis.sqlite3").touch()
    assert own_folder(tmp_path) == folder


def test_a_folder_that_it_did_not_make_is_left_as_it_is(tmp_path):
    (tmp_path / "demo").mkdir()
    (tmp_path / "demo" / "riktig.sqlite3").write_text("x")
    with pytest.raises(SetupError, match="Move .*demo away"):
        own_folder(tmp_path)
    assert [path.name for path in (tmp_path / "demo").iterdir()] == ["riktig.sqlite3"]


def test_the_key_and_the_database_are_made_once(tmp_path):
    state = mounted(tmp_path).extensions["stegvis"]
    prepare(state)
    key = (state.folder / "keys").read_bytes()
    with sqlite3.connect(state.folder / "stegvis.sqlite3") as database:
        tables = {row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    database.close()
    assert {"stegvis_documents", "stegvis_cases", "stegvis_events"} <= tables
    prepare(state)
    assert (state.folder / "keys").read_bytes() == key
