"""`stegvis cases`: cases brought in and out as JSON Lines."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from .jsonl import bring_lines, write_lines
from .shared import attempt, place_of, say

if TYPE_CHECKING:
    from ..exchange.cases import Mover


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
def bring(ctx: click.Context, file: Path, namnd: str) -> None:
    """Tells of every line that cannot be brought in, and goes on."""
    mover = _mover(ctx, namnd)
    bring_lines(file, mover.bring, skip=lambda line: b'"definition"' in line[:40])


@cases.command(help="Skriver alla ärenden, en rad för varje. Filen innehåller personuppgifter: förvara den därefter.")
@click.option("--namnd", default="", help="Nämnden vars ärenden det är; utan den kommunen.")
@click.option(
    "-o", "--output", required=True, type=click.Path(path_type=Path), help="Filen att skriva, bara läsbar för dig."
)
@click.pass_context
def export(ctx: click.Context, namnd: str, output: Path) -> None:
    """Open and closed cases with their documents, signatures and files."""
    mover = _mover(ctx, namnd)
    count = write_lines(output, mover.out, counts=lambda line: b'"definition":{"sha256"' not in line[:60])
    say(f"Skrev {count} ärenden till {output}.")


def _mover(ctx: click.Context, namnd: str) -> "Mover":
    from datetime import UTC, datetime

    from ...forms import Context
    from ..exchange.cases import Mover
    from ..installation.access import ONLY_TENANT
    from ..installation.database import open_store

    place = place_of(ctx)
    store = attempt(lambda: open_store(place.settings, place.folder.resolve(), None, lambda: datetime.now(UTC)))
    context = Context(letterhead=attempt(place.letterhead), **place.settings.known())
    return Mover(store, place.folder, context, namnd or ONLY_TENANT)
