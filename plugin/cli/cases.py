"""`stegvis cases`: cases brought in and out as JSON Lines."""

from datetime import UTC, datetime
from pathlib import Path

import click

from ..exchange.cases import Mover
from ..installation.access import ONLY_TENANT
from ..installation.database import open_store
from .jsonl import export_lines, import_lines
from .shared import attempt, installation_of
from .swedish import say


@click.group(help="Ärenden som JSON Lines, en rad för varje ärende. Se docs/cases.schema.json.")
def cases() -> None:
    """Cases of the installation."""


@cases.command(
    "import",
    help="Tar in ärenden ur FILE. Slutkod 0: alla finns, 1: rader att rätta, 2: går inte alls. Samma fil två gånger "
    "ändrar inget.",
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--namnd", default="", help="Nämnden som ärendena hör till; utan den kommunen.")
@click.pass_context
def import_(ctx: click.Context, file: Path, namnd: str) -> None:
    """Tells of every line that cannot be brought in, and goes on."""
    mover = _mover(ctx, namnd)
    import_lines(file, mover.import_, skip=lambda line: b'"definition"' in line[:40])


@cases.command(help="Skriver alla ärenden, en rad för varje. Filen innehåller personuppgifter: förvara den därefter.")
@click.option("--namnd", default="", help="Nämnden vars ärenden det är; utan den kommunen.")
@click.option(
    "-o", "--output", required=True, type=click.Path(path_type=Path), help="Filen att skriva, bara läsbar för dig."
)
@click.pass_context
def export(ctx: click.Context, namnd: str, output: Path) -> None:
    """Open and closed cases with their documents, signatures and files."""
    mover = _mover(ctx, namnd)
    count = export_lines(output, mover.export, counts=lambda line: b'"definition":{"sha256"' not in line[:60])
    say(f"Skrev {count} ärenden till {output}.")


def _mover(ctx: click.Context, namnd: str) -> Mover:
    found = installation_of(ctx)
    store = attempt(lambda: open_store(found.settings, found.folder.resolve(), None, lambda: datetime.now(UTC)))
    return Mover(store, found.folder, attempt(found.context), namnd or ONLY_TENANT)
