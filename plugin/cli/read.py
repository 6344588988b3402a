"""The command that reads a filled form back."""

from json import dumps
from pathlib import Path

import click

from ...exporters import ExportError
from ...exporters.reading import MOST_BYTES
from ...exporters.reading import read as read_back
from .shared import content_of, context_of, form_of, refuse, write_out
from .swedish import say, stop


@click.command(
    help="Läser en ifylld blankett till svar som JSON. Slutkod 0: går att spara, 1: något att rätta eller "
    "kontrollera, 2: går inte att läsa."
)
@click.argument("form")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, allow_dash=True),
    help="Filen att skriva svaren till; annars standard ut.",
)
@click.pass_context
def read(ctx: click.Context, form: str, file: Path, output: Path | None) -> None:
    """The raw answers as JSON; what to doubt and what to correct as lines on standard error."""
    definition, context = form_of(ctx, form), context_of(ctx)
    if output is not None and output.exists() and output.samefile(file):
        stop(f"Välj en annan fil med -o. {output} är den ifyllda blanketten.")
    try:
        returned = read_back(definition, content_of(file, MOST_BYTES), context)
    except ExportError as problem:
        stop(f"{file}: {problem}")
    text = dumps(returned.raw, ensure_ascii=False, indent=2)
    if output is None or str(output) == "-":
        say(text)
    else:
        write_out(output, f"{text}\n".encode())
    found = {path: list(texts) for path, texts in returned.doubts.items()}
    for path, texts in definition.schema(context).validate(returned.raw).items():
        found.setdefault(path, []).extend(texts)
    refuse(found)
