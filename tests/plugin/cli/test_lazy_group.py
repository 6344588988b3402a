"""A command's file is read when the command is asked for, and not before."""

import sys

import click
import pytest

from stegvis.plugin.cli.lazy_group import LazyGroup

LAZY = {"verify": ".signing:verify", "why": ".shared:why"}


@pytest.fixture
def group():
    made = LazyGroup(name="prov", lazy=LAZY)
    made.add_command(click.Command("always"))
    return made


def test_the_names_are_known_in_order_before_any_file_is_read(group):
    assert group.list_commands(click.Context(group)) == ["always", "verify", "why"]
    assert set(group.commands) == {"always"}


def test_a_command_is_read_once_and_one_that_there_is_not_is_none(group, monkeypatch):
    ctx = click.Context(group)
    found = group.get_command(ctx, "verify")
    assert found is sys.modules["stegvis.plugin.cli.signing"].verify
    monkeypatch.setattr(group, "lazy", {})
    assert group.get_command(ctx, "verify") is found
    assert group.get_command(ctx, "no") is None


def test_what_is_no_command_is_refused(group):
    with pytest.raises(TypeError, match=r"\.shared:why"):
        group.get_command(click.Context(group), "why")
