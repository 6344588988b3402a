"""`stegvis bulk`: many documents, and what is said while they are written: how far it has come, and each line there is
something about.
"""

import os
import sys
from contextlib import closing, nullcontext
from pathlib import Path

import click

from ...exporters import ExportError
from .bulk_work import Order, Outcome, write_documents
from .shared import AUDIENCES, attempt, context_of, form_of, installation_of
from .swedish import INVALID, stop


@click.command(
    help="Skriver en handling för varje rad i FILE (JSONL). Slutkod 0: alla finns, 1: rader att rätta, 2: går inte "
    "alls."
)
@click.argument("form")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("-f", "--format", "format_name", required=True, metavar="pdf|docx|html|txt|json")
@click.option(
    "--out",
    required=True,
    type=click.Path(path_type=Path),
    help="Mappen att skriva i. Det som redan är skrivet görs inte om.",
)
@click.option("--jobs", type=click.IntRange(1, 256), help="Hur många som arbetar samtidigt; annars en för varje kärna.")
@click.option("--audience", default="kommun", show_default=True, metavar="|".join(AUDIENCES))
@click.option("--part", type=click.IntRange(1), help="Vilken part i samtycket kopiorna är till: 1, 2 …")
@click.pass_context
def bulk(
    ctx: click.Context,
    form: str,
    file: Path,
    format_name: str,
    out: Path,
    jobs: int | None,
    audience: str,
    part: int | None,
) -> None:
    """Many documents; tells of every line that `export` would refuse, and goes on."""
    if part is not None and audience != "part":
        stop(f"Ta bort --part {part}. Det hör till --audience part.")
    form_of(ctx, form)
    order = Order(form, installation_of(ctx).overlays.resolve(), context_of(ctx, part=part), audience, format_name, out)
    try:
        order.check()
        refused = attempt(lambda: run_bulk(order, file, jobs))
    except ExportError as problem:
        stop(str(problem))
    if refused:
        sys.exit(INVALID)


def run_bulk(order: Order, file: Path, jobs: int | None) -> int:
    """Writes the documents of every line in *file*; how many lines were refused. Raises OSError."""
    written = there = refused = 0
    with file.open("rb") as opened:
        order.out.mkdir(parents=True, exist_ok=True)
        shown = sys.stderr.isatty()
        size = os.fstat(opened.fileno()).st_size
        bar = click.progressbar(length=size, file=sys.stderr, label="Skriver") if shown else nullcontext()
        with bar as progress, closing(write_documents(order, opened, jobs or _cores())) as outcomes:
            come = 0
            for outcome in outcomes:
                _tell(outcome, shown=shown)
                written, there = written + outcome.written, there + (not outcome.written and not outcome.problems)
                refused += bool(outcome.problems)
                if progress is not None:
                    progress.update(outcome.end - come)
                come = outcome.end
    click.echo(f"Skrivna nu: {written}. Fanns redan: {there}. Att rätta: {refused}.")
    return refused


def _tell(outcome: Outcome, *, shown: bool) -> None:
    clear = "\r\033[K" if shown else ""
    for problem in outcome.problems:
        click.echo(f"{clear}rad {outcome.number}: {problem}", err=True)
    for name in outcome.stale:
        click.echo(
            f"{clear}rad {outcome.number}: Ta bort {name} om den inte behövs. Raden har ändrats sedan den skrevs.",
            err=True,
        )


def _cores() -> int:
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on Windows and macOS
        return os.cpu_count() or 1
