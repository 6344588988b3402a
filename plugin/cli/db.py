"""`stegvis db`: how the database stands, bringing it up, and what waits to be handed over."""

import sys
from datetime import date, datetime

import click
from flask.cli import ScriptInfo

from ..documents.drop_folder import hand_over_all
from ..errors import SetupError
from ..installation.database import database_url
from ..storage import schema
from .installation import Installation, find_installation
from .shared import attempt, installation_of
from .swedish import INVALID

STATUS = {
    "current": "Databasen är aktuell.",
    "behind": "Kör db upgrade. Databasen är äldre än den här versionen.",
    "ahead": "Installera en nyare version av Stegvis. Databasen är nyare än den här.",
    "missing": "Kör db upgrade. Det finns ingen databas än.",
    "not ours": "Välj en annan databas. Den här har andras tabeller.",
}


@click.group(help="Databasen: check säger hur den står, upgrade för den till den här versionen.")
def db() -> None:
    """The database of the installation."""


@db.command(help="För databasen till den här versionen, eller skapar den.")
@click.option("--database", help="SQLAlchemy-adress; utan den gäller installationens inställning.")
@click.pass_context
def upgrade(ctx: click.Context, database: str | None) -> None:
    """Migrates; never done by the application itself."""
    current, words = attempt(lambda: upgrade_database(installation_of(ctx), database))
    click.echo(words)
    if not current:
        sys.exit(INVALID)


@db.command(help="Säger hur databasen står. Slutkod 0: aktuell, 1: behöver uppgraderas eller går inte att använda.")
@click.option("--database", help="SQLAlchemy-adress; utan den gäller installationens inställning.")
@click.pass_context
def check(ctx: click.Context, database: str | None) -> None:
    """Changes and creates nothing."""
    current, words = attempt(lambda: check_database(installation_of(ctx), database))
    click.echo(words)
    if not current:
        sys.exit(INVALID)


@db.command(help="Lämnar över handlingar som väntar på att läggas i STEGVIS_DROP_FOLDER. Slutkod 1: några väntar än.")
@click.option(
    "--since",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="2026-11-21",
    help="Bara det som är sparat den dagen eller senare.",
)
@click.pass_context
def handover(ctx: click.Context, since: datetime | None) -> None:
    """Tries again what could not be handed over when it was saved."""
    done, waiting = attempt(lambda: hand_over_waiting(ctx, since.date() if since else None))
    click.echo(f"Lämnade över nu: {done}. Väntar än: {waiting}.")
    if waiting:
        sys.exit(INVALID)


def upgrade_database(found: Installation, url: str | None) -> tuple[bool, str]:
    """Migrates the database; whether it is current afterwards, and how it stands. Raises StegvisError."""
    if url is None and not found.settings.database:
        found.folder.mkdir(parents=True, exist_ok=True)
    schema.upgrade(url or database_url(found.settings, found.folder.resolve()))
    return check_database(found, url)


def check_database(found: Installation, url: str | None) -> tuple[bool, str]:
    """Whether the database is current, and how it stands in words. Raises StegvisError."""
    status = schema.check(url or database_url(found.settings, found.folder.resolve())).value
    return status == "current", STATUS[status]


def hand_over_waiting(ctx: click.Context, since: date | None = None) -> tuple[int, int]:
    """Lays every saved document that has not been handed over in the folder; how many now, and how many still wait.

    With *since* only those that were saved on that day or later.

    Raises SetupError, and the storage's errors.
    """
    if not isinstance(ctx.obj, ScriptInfo):
        raise SetupError("Kör kommandot i er applikation: flask --app … stegvis db handover.")
    found = find_installation(ctx)
    if not found.settings.drop_folder:
        raise SetupError("Sätt STEGVIS_DROP_FOLDER till mappen som handlingarna ska läggas i.")
    with ctx.obj.load_app().app_context():
        return hand_over_all(since)
