"""`stegvis cases`: cases brought in and out as JSON Lines."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .cli_shared import INVALID, attempt, place_of, say, stop, why

if TYPE_CHECKING:
    from .cases.moving import Mover


@click.group(help="Ärenden som JSON Lines, en rad för varje ärende. Se docs/cases.schema.json.")
def cases() -> None:
    """Cases of the installation."""


@cases.command("import", help="Tar in ärenden ur FILE. Slutkod 0: alla finns, 1: rader att rätta, 2: går inte alls. Samma fil två gånger ändrar inget.")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--namnd", default="", help="Nämnden som ärendena hör till; utan den kommunen.")
@click.pass_context
def bring(ctx: click.Context, file: Path, namnd: str) -> None:
    """Tells of every line that cannot be brought in, and goes on."""
    from .cases.moving import Refused, lines

    mover = _mover(ctx, namnd)
    new = there = refused = 0
    try:
        with file.open("rb") as opened:
            for number, line in lines(opened):
                try:
                    done = attempt(lambda line=line: mover.bring(line))  # type: ignore[misc]
                except Refused as problem:
                    click.echo(f"rad {number}: {problem}", err=True)
                    refused += 1
                    continue
                new, there = new + done, there + (not done and b'"definition"' not in line[:40])
    except OSError as problem:
        stop(f"Kontrollera filen {file}. Den går inte att öppna ({why(problem)}).")
    say(f"Nya: {new}. Fanns redan: {there}. Att rätta: {refused}.")
    if refused:
        sys.exit(INVALID)


@cases.command(help="Skriver alla ärenden, en rad för varje. Filen innehåller personuppgifter: förvara den därefter.")
@click.option("--namnd", default="", help="Nämnden vars ärenden det är; utan den kommunen.")
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="Filen att skriva, bara läsbar för dig.")
@click.pass_context
def export(ctx: click.Context, namnd: str, output: Path) -> None:
    """Open and closed cases with their documents, signatures and files."""
    mover = _mover(ctx, namnd)
    count = 0
    try:
        output.touch(0o600, exist_ok=False)
        with output.open("wb") as opened:
            for line in attempt(mover.out):
                opened.write(line)
                count += b'"definition":{"sha256"' not in line[:60]
    except FileExistsError:
        stop(f"Välj en annan fil med -o. {output} finns redan.")
    except OSError as problem:
        stop(f"Välj en annan fil att skriva till. {output} går inte att skriva ({why(problem)}).")
    say(f"Skrev {count} ärenden till {output}.")


def _mover(ctx: click.Context, namnd: str) -> "Mover":
    from datetime import UTC, datetime

    from ..forms import Context
    from .cases.moving import Mover
    from .documents import ONLY_TENANT
    from .opening import open_store

    place = place_of(ctx)
    store = attempt(lambda: open_store(place.settings, place.folder.resolve(), None, lambda: datetime.now(UTC)))
    context = Context(letterhead=attempt(place.letterhead), **place.settings.known())
    return Mover(store, place.folder, context, namnd or ONLY_TENANT)
