"""`stegvis registers`: workplaces, partners and modules brought in and out as JSON Lines."""

from datetime import UTC, datetime
from pathlib import Path

import click

from ...forms import Context
from ..exchange.registers import RegisterMover
from ..installation.access import ONLY_TENANT
from ..installation.database import open_store
from .jsonl import export_lines, import_lines
from .shared import attempt, installation_of
from .swedish import say


@click.group(help="Register som JSON Lines, en rad för varje arbetsplats, samarbetspartner eller modul.")
def registers() -> None:
    """Registers of the installation."""


@registers.command(
    "import",
    help="Tar in poster ur FILE. Slutkod 0: alla finns, 1: rader att rätta, 2: går inte alls. Samma fil två gånger "
    "ändrar inget.",
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--namnd", default="", help="Nämnden som posterna hör till; utan den kommunen.")
@click.pass_context
def import_(ctx: click.Context, file: Path, namnd: str) -> None:
    """Tells of every line that cannot be brought in, and goes on."""
    import_lines(file, _mover(ctx, namnd).import_)


@registers.command(
    help="Skriver alla poster, en rad för varje. Filen innehåller personuppgifter: förvara den därefter."
)
@click.option("--namnd", default="", help="Nämnden vars poster det är; utan den kommunen.")
@click.option(
    "-o", "--output", required=True, type=click.Path(path_type=Path), help="Filen att skriva, bara läsbar för dig."
)
@click.pass_context
def export(ctx: click.Context, namnd: str, output: Path) -> None:
    """Entries with what has been noted of them."""
    say(f"Skrev {export_lines(output, _mover(ctx, namnd).export)} poster till {output}.")


def _mover(ctx: click.Context, namnd: str) -> RegisterMover:
    found = installation_of(ctx)
    store = attempt(lambda: open_store(found.settings, found.folder.resolve(), None, lambda: datetime.now(UTC)))
    return RegisterMover(store, Context(**found.settings.known()), namnd or ONLY_TENANT)
