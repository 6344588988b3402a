"""What the commands share: the form and the installation they are about, how they read, write, and refuse."""

import errno
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import click

from ...exporters import ExportError, compose, export, file_name
from ...forms import Context, FormDefinition, FormError, load_form
from ...schemas.json_text import MOST_BYTES, Unreadable, read_json
from ..errors import StegvisError
from .installation import Installation, find_installation
from .swedish import INVALID, say, stop

T = TypeVar("T")

AUDIENCES = ("kommun", "deltagare", "arbetsgivare", "part")


def installation_of(ctx: click.Context) -> Installation:
    """Where the installation lies: the host's application if there is one, or the instance folder."""
    return attempt(lambda: find_installation(ctx))


def form_of(ctx: click.Context, name: str) -> FormDefinition:
    """The form of that name where the installation lies; stops when there is none, or its file has a mistake."""
    try:
        return load_form(name, installation_of(ctx).overlays)
    except FormError as problem:
        stop(str(problem))


def context_of(ctx: click.Context, **given: Any) -> Context:
    """What a form is judged and printed with here."""
    found = installation_of(ctx)
    return attempt(lambda: found.context(**given))


def content_of(file: Path, most: int) -> bytes:
    """The file, and of one that is larger than *most* no more than shows that it is; stops when it cannot be read."""
    try:
        with file.open("rb") as opened:
            return opened.read(most + 1)
    except OSError as problem:
        stop(f"Kontrollera filen {file}. Den går inte att öppna ({why(problem)}).")


def answers_in(file: Path) -> Any:
    """What the JSON of a file holds; stops when it cannot be read."""
    try:
        return read_json(content_of(file, MOST_BYTES))
    except Unreadable as problem:
        stop(f"{file}: {problem}")


def hand_out(
    form: FormDefinition,
    answers: Mapping[str, Any] | None,
    audience: str,
    context: Context,
    format_name: str,
    output: Path | None,
    *,
    fillable: bool = False,
) -> None:
    """Writes one copy, blank when there are no *answers*, to *output*; stops when it cannot be made."""
    try:
        document = compose(form, answers, audience, context, fillable=fillable)
        data = export(document, format_name)
        where = output or Path(file_name(document, format_name))
    except ExportError as problem:
        stop(str(problem))
    if str(where) == "-":
        sys.stdout.buffer.write(data)
        return
    write_out(where, data)


def write_out(where: Path, data: bytes) -> None:
    """Writes a file and says where; stops when it cannot be written."""
    from ..storage.atomic_file import write_whole  # with it comes SQLAlchemy, which what only reads does without

    try:
        write_whole(where, data)
    except OSError as problem:
        stop(f"Välj en annan fil att skriva till. {where} går inte att skriva ({why(problem)}).")
    say(str(where))


def attempt(action: Callable[[], T]) -> T:
    """What the action gives; stops with its words when it refuses or a file cannot be used."""
    try:
        return action()
    except StegvisError as problem:
        stop(str(problem))
    except OSError as problem:
        stop(f"Kontrollera {problem.filename or 'sökvägen'}. Den går inte att använda ({why(problem)}).")


def refuse(errors: Mapping[str, list[str]]) -> None:
    """One line for each mistake, and exit code 1 if there is any."""
    for path, messages in errors.items():
        for text in messages:
            click.echo(f"{path}: {text}" if path else text, err=True)
    if errors:
        sys.exit(INVALID)


def why(problem: OSError) -> str:
    """What the operating system said, in Swedish."""
    known = {
        errno.ENOENT: "den finns inte",
        errno.EACCES: "behörighet saknas",
        errno.EISDIR: "det är en mapp",
        errno.ENOSPC: "disken är full",
        errno.EFBIG: "filen blir för stor",
        errno.EROFS: "disken går inte att skriva på",
        errno.ENOTDIR: "mappen finns inte",
        errno.EADDRINUSE: "den är upptagen",
    }
    return known.get(problem.errno or 0, f"fel {problem.errno}")
