"""A group whose commands lie in files that are read when a command is asked for."""

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click

from .swedish import Swedish


class LazyGroup(Swedish):
    """A group of commands named by where they lie: `".forms:validate"` is `validate` in the file beside this one.

    A host mounts the whole command line, and reads none of it.
    """

    def __init__(self, *args: Any, lazy: Mapping[str, str], **more: Any) -> None:
        super().__init__(*args, **more)
        self.lazy = lazy

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands; reads no file."""
        return sorted({*super().list_commands(ctx), *self.lazy})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, out of its file; None when there is none."""
        if cmd_name in self.lazy and cmd_name not in self.commands:
            self.add_command(self._read(cmd_name), cmd_name)
        return super().get_command(ctx, cmd_name)

    def _read(self, name: str) -> click.Command:
        module, _, attribute = self.lazy[name].partition(":")
        found = getattr(import_module(module, __package__), attribute)
        if not isinstance(found, click.Command):
            raise TypeError(f"{self.lazy[name]} is no command")
        return found
