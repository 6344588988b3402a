"""`stegvis db`: how the database stands. What waits to be handed over is tried in documents/test_drop_folder.py."""

import sqlite3
import stat

from stegvis.plugin.cli.db import STATUS
from stegvis.plugin.storage.schema import SchemaStatus


def test_upgrade_makes_it_and_check_says_how_it_stands(stegvis, tmp_path):
    assert stegvis("db", "check")[:2] == (1, "Kör db upgrade. Det finns ingen databas än.\n")
    assert stegvis("db", "upgrade")[0] == 0
    assert stegvis("db", "check")[:2] == (0, "Databasen är aktuell.\n")
    file = tmp_path / "instance" / "stegvis.sqlite3"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_database_that_is_not_ours_is_left_alone(stegvis, tmp_path):
    with sqlite3.connect(tmp_path / "others.sqlite3") as others:
        others.execute("create table theirs (id integer)")
    others.close()
    url = f"sqlite:///{tmp_path / 'others.sqlite3'}"
    assert stegvis("db", "check", "--database", url)[:2] == (1, STATUS["not ours"] + "\n")


def test_there_are_words_for_every_way_that_it_can_stand():
    assert set(STATUS) == {status.value for status in SchemaStatus}


def test_what_waits_is_handed_over_by_a_host_alone(stegvis):
    code, _, err = stegvis("db", "handover")
    assert (code, err) == (2, "Kör kommandot i er applikation: flask --app … stegvis db handover.\n")
