"""`stegvis db`: how the database stands, bringing it up, and what waits to be handed over."""

import sys

import click


@click.group(help="Databasen: check säger hur den står, upgrade för den till den här versionen.")
def db() -> None:
    """The database of the installation."""


@db.command(help="För databasen till den här versionen, eller skapar den.")
@click.option("--database", help="SQLAlchemy-adress; utan den gäller installationens inställning.")
@click.pass_context
def upgrade(ctx: click.Context, database: str | None) -> None:
    """Migrates; never done by the application itself."""
    from .cli import INVALID, _operated, _place
    from .operations import upgrade_database

    current, words = _operated(lambda: upgrade_database(_place(ctx), database))
    click.echo(words)
    if not current:
        sys.exit(INVALID)


@db.command(help="Säger hur databasen står. Slutkod 0: aktuell, 1: behöver uppgraderas eller går inte att använda.")
@click.option("--database", help="SQLAlchemy-adress; utan den gäller installationens inställning.")
@click.pass_context
def check(ctx: click.Context, database: str | None) -> None:
    """Changes and creates nothing."""
    from .cli import INVALID, _operated, _place
    from .operations import check_database

    current, words = _operated(lambda: check_database(_place(ctx), database))
    click.echo(words)
    if not current:
        sys.exit(INVALID)


@db.command(help="Lämnar över handlingar som väntar på att läggas i STEGVIS_DROP_FOLDER. Slutkod 1: några väntar än.")
@click.pass_context
def handover(ctx: click.Context) -> None:
    """Tries again what could not be handed over when it was saved."""
    from .cli import INVALID, _operated
    from .operations import hand_over_waiting

    done, waiting = _operated(lambda: hand_over_waiting(ctx))
    click.echo(f"Lämnade över nu: {done}. Väntar än: {waiting}.")
    if waiting:
        sys.exit(INVALID)
