"""The installation that a command is about: where it lies, and what it is set to."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
from flask import Config
from flask.cli import ScriptInfo

from ...forms import Context, Letterhead
from ..errors import SetupError
from ..installation.letterhead import must_be_neutral, with_stationery
from ..installation.settings import Settings
from ..installation.state import NAME, Mounted


@dataclass(frozen=True)
class Installation:
    """One installation: its folder and its settings."""

    folder: Path
    settings: Settings
    own_letterhead: Letterhead | None = None

    @property
    def overlays(self) -> Path:
        """The folder of the municipality's own form files."""
        return self.folder / "forms"

    def letterhead(self) -> Letterhead:
        """Who sends the documents. Raises SetupError, OSError."""
        sender = must_be_neutral(self.own_letterhead or self.settings.letterhead(), self.settings.revealing)
        return with_stationery(sender, self.folder, self.settings.revealing)

    def context(self, **given: Any) -> Context:
        """What a form is judged and printed with here. Raises SetupError, OSError."""
        return Context(letterhead=self.letterhead(), **self.settings.known(), **given)


def find_installation(ctx: click.Context) -> Installation:
    """The host's application under `flask stegvis`, or else the instance folder. Raises SetupError."""
    if isinstance(ctx.obj, ScriptInfo):
        mounted = ctx.obj.load_app().extensions.get(NAME)
        if not isinstance(mounted, Mounted):
            raise SetupError("Call Stegvis(identity=…).init_app(app) in this application first.")
        return Installation(mounted.folder, mounted.settings, mounted.own_letterhead)
    folder = Path(ctx.meta["stegvis.instance"])
    return Installation(folder, Settings.from_config(_config(folder)))


def _config(folder: Path) -> Config:
    config = Config(folder)
    file = folder / "config.py"
    if file.exists():
        try:
            config.from_pyfile(str(file.resolve()))
        except Exception as problem:
            raise SetupError(
                f"Rätta {file}. Filen går inte att köra ({type(problem).__name__}: {problem})."
            ) from problem
    return config
