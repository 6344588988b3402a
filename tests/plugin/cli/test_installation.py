"""Which installation a command is about: the folder that is given, or the host's own."""

import click
import pytest
from flask import Flask
from flask.cli import ScriptInfo
from support.hosts import mounted

from stegvis.plugin import SetupError
from stegvis.plugin.cli.installation import find_installation
from stegvis.plugin.installation.settings import Settings


def context(folder=None, app=None):
    made = click.Context(click.Command("x"), obj=ScriptInfo(create_app=lambda: app) if app else None)
    made.meta["stegvis.instance"] = folder
    return made


def test_a_folder_with_settings_and_one_without(tmp_path):
    assert find_installation(context(tmp_path)).letterhead().kommun == Settings().letterhead().kommun
    (tmp_path / "config.py").write_text('STEGVIS_KOMMUN = "Åviks kommun"\n', "utf-8")
    found = find_installation(context(tmp_path))
    assert (found.folder, found.overlays) == (tmp_path, tmp_path / "forms")
    assert found.context(part=2).letterhead.kommun == "Åviks kommun" and found.context(part=2).part == 2


def test_settings_that_cannot_be_run_are_named(tmp_path):
    (tmp_path / "config.py").write_text("1 / 0\n")
    with pytest.raises(SetupError, match=r"Rätta .*config\.py.*ZeroDivisionError"):
        find_installation(context(tmp_path))


def test_in_a_host_it_is_the_hosts_own_whatever_folder_is_given(tmp_path):
    app = mounted(tmp_path, config={"STEGVIS_KOMMUN": "Åviks kommun"})
    found = find_installation(context(tmp_path / "other", app))
    assert (found.folder, found.letterhead().kommun) == (app.extensions["stegvis"].folder, "Åviks kommun")


def test_a_host_without_stegvis_is_told_what_to_call():
    with pytest.raises(SetupError, match="init_app"):
        find_installation(context(app=Flask("host")))


def test_a_neutral_name_that_tells_too_much_is_refused(tmp_path):
    (tmp_path / "config.py").write_text('STEGVIS_ANORDNARE = "Socialtjänsten"\n', "utf-8")
    with pytest.raises(SetupError, match="neutral name"):
        find_installation(context(tmp_path)).letterhead()
