"""What the command line does to an installation: find it, and bring its database up."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click
from flask import Config

from ..errors import SetupError
from ..installation.database import database_url
from ..installation.settings import Settings
from ..installation.state import NAME, State

if TYPE_CHECKING:
    from ...forms import Letterhead

STATUS = {
    "current": "Databasen är aktuell.",
    "behind": "Kör db upgrade. Databasen är äldre än den här versionen.",
    "ahead": "Installera en nyare version av Stegvis. Databasen är nyare än den här.",
    "missing": "Kör db upgrade. Det finns ingen databas än.",
    "not ours": "Välj en annan databas. Den här har andras tabeller.",
}


@dataclass(frozen=True)
class Place:
    """One installation: its folder and its settings."""

    folder: Path
    settings: Settings
    own_letterhead: "Letterhead | None" = None

    @property
    def overlays(self) -> Path:
        """The folder of the municipality's own form files."""
        return self.folder / "forms"

    def letterhead(self) -> "Letterhead":
        """Who sends the documents."""
        from ..documents.kept_letterheads import checked
        from ..installation.letterhead import with_stationery

        sender = checked(self.own_letterhead or self.settings.letterhead(), self.settings.revealing)
        return with_stationery(sender, self.folder, self.settings.revealing)


def find_place(ctx: click.Context) -> Place:
    """The host's application under `flask stegvis`, or else the instance folder. Raises SetupError."""
    from flask.cli import ScriptInfo

    if isinstance(ctx.obj, ScriptInfo):
        mounted = ctx.obj.load_app().extensions.get(NAME)
        if not isinstance(mounted, State):
            raise SetupError("Call Stegvis(identity=…).init_app(app) in this application first.")
        return Place(mounted.folder, mounted.settings, mounted.own_letterhead)
    folder = Path(ctx.meta["stegvis.instance"])
    config = Config(folder)
    file = folder / "config.py"
    if file.exists():
        try:
            config.from_pyfile(str(file.resolve()))
        except Exception as problem:
            raise SetupError(
                f"Rätta {file}. Filen går inte att köra ({type(problem).__name__}: {problem})."
            ) from problem
    return Place(folder, Settings.from_config(config))


def upgrade_database(place: Place, url: str | None) -> tuple[bool, str]:
    """Migrates the database; whether it is current afterwards, and how it stands. Raises StegvisError."""
    from ..storage.schema import upgrade

    if url is None and not place.settings.database:
        place.folder.mkdir(parents=True, exist_ok=True)
    upgrade(url or database_url(place.settings, place.folder.resolve()))
    return check_database(place, url)


def check_database(place: Place, url: str | None) -> tuple[bool, str]:
    """Whether the database is current, and how it stands in words. Raises StegvisError."""
    from ..storage.schema import check

    status = check(url or database_url(place.settings, place.folder.resolve())).value
    return status == "current", STATUS[status]


def hand_over_waiting(ctx: click.Context, since: date | None = None) -> tuple[int, int]:
    """Lays every saved document that has not been handed over in the folder; how many now, and how many still wait.

    With *since* only those that were saved on that day or later.

    Raises SetupError, and the storage's errors.
    """
    from flask.cli import ScriptInfo

    from ..documents.drop_folder import hand_over_all

    if not isinstance(ctx.obj, ScriptInfo):
        raise SetupError("Kör kommandot i er applikation: flask --app … stegvis db handover.")
    place = find_place(ctx)
    if not place.settings.drop_folder:
        raise SetupError("Sätt STEGVIS_DROP_FOLDER till mappen som handlingarna ska läggas i.")
    with ctx.obj.load_app().app_context():
        return hand_over_all(since)


def seal_waiting(ctx: click.Context) -> tuple[int, int]:
    """Seals everything that is signed and waits for it; how many now, and how many still wait.

    Raises SetupError, and the storage's errors.
    """
    from flask.cli import ScriptInfo

    if not isinstance(ctx.obj, ScriptInfo):
        raise SetupError("Kör kommandot i er applikation: flask --app … stegvis signing seal.")
    with ctx.obj.load_app().app_context():
        from ..documents.sealing import seal_all

        return seal_all()
