"""JSON Lines on the command line: what comes in a line at a time, and what goes out."""

import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import click

from ..errors import Refused
from .shared import attempt, why
from .swedish import INVALID, say, stop


def import_lines(
    file: Path, import_: Callable[[bytes], bool], *, skip: Callable[[bytes], bool] = lambda line: False
) -> None:
    """Brings in every line that holds anything, tells of each that cannot be, and goes on; *skip* are lines that are
    not counted.

    Leaves by `INVALID` when there was one to mend.
    """
    new = there = refused = 0
    try:
        with file.open("rb") as opened:
            for number, line in ((number, line) for number, line in enumerate(opened, 1) if line.strip()):
                try:
                    done = attempt(lambda line=line: import_(line))  # type: ignore[misc]
                except Refused as problem:
                    click.echo(f"rad {number}: {problem}", err=True)
                    refused += 1
                    continue
                new, there = new + done, there + (not done and not skip(line))
    except OSError as problem:
        stop(f"Kontrollera filen {file}. Den går inte att öppna ({why(problem)}).")
    say(f"Nya: {new}. Fanns redan: {there}. Att rätta: {refused}.")
    if refused:
        sys.exit(INVALID)


def export_lines(
    output: Path, lines: Callable[[], Iterable[bytes]], *, counts: Callable[[bytes], bool] = lambda line: True
) -> int:
    """Writes the lines to a new file that only its owner may read; how many of them count. Never writes over a file."""
    count = 0
    try:
        output.touch(0o600, exist_ok=False)
        with output.open("wb") as opened:
            for line in attempt(lines):
                opened.write(line)
                count += counts(line)
    except FileExistsError:
        stop(f"Välj en annan fil med -o. {output} finns redan.")
    except OSError as problem:
        stop(f"Välj en annan fil att skriva till. {output} går inte att skriva ({why(problem)}).")
    return count
