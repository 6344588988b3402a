"""What the command line says while many documents are written: how far it has come, and each line there is
something about.
"""

import os
import sys
from contextlib import closing, nullcontext
from pathlib import Path

import click

from .bulk_work import Order, Outcome, bulk


def run_bulk(order: Order, file: Path, jobs: int | None) -> int:
    """Writes the documents of every line in *file*; how many lines were refused. Raises OSError."""
    written = there = refused = 0
    with file.open("rb") as opened:
        order.out.mkdir(parents=True, exist_ok=True)
        shown = sys.stderr.isatty()
        size = os.fstat(opened.fileno()).st_size
        bar = click.progressbar(length=size, file=sys.stderr, label="Skriver") if shown else nullcontext()
        with bar as progress, closing(bulk(order, opened, jobs or _cores())) as outcomes:
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
