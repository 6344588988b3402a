"""`stegvis db`: how the database stands, bringing it up, and what waits to be handed over."""

import sys
from datetime import datetime

import click

from .shared import INVALID, attempt, place_of


@click.group(help="Databasen: check säger hur den står, upgrade för den till den här versionen.")
def db() -> None:
    """The database of the installation."""


@db.command(help="För databasen till den här versionen, eller skapar den.")
@click.option("--database", help="SQLAlchemy-adress; utan den gäller installationens inställning.")
@click.pass_context
def upgrade(ctx: click.Context, database: str | None) -> None:
    """Migrates; never done by the application itself."""
    from .installation import upgrade_database

    current, words = attempt(lambda: upgrade_database(place_of(ctx), database))
    click.echo(words)
    if not current:
        sys.exit(INVALID)


@db.command(help="Säger hur databasen står. Slutkod 0: aktuell, 1: behöver uppgraderas eller går inte att använda.")
@click.option("--database", help="SQLAlchemy-adress; utan den gäller installationens inställning.")
@click.pass_context
def check(ctx: click.Context, database: str | None) -> None:
    """Changes and creates nothing."""
    from .installation import check_database

    current, words = attempt(lambda: check_database(place_of(ctx), database))
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
    from .installation import hand_over_waiting

    done, waiting = attempt(lambda: hand_over_waiting(ctx, since.date() if since else None))
    click.echo(f"Lämnade över nu: {done}. Väntar än: {waiting}.")
    if waiting:
        sys.exit(INVALID)
