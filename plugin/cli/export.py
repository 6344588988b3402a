"""`stegvis export` and `stegvis blank`: one document of answers, or an empty form."""

from pathlib import Path

import click
from marshmallow import ValidationError

from ...schemas.schema import flatten
from ..documents.numbering import with_number
from .shared import AUDIENCES, answers_in, context_of, form_of, hand_out, refuse
from .swedish import stop


@click.command(help="Skriver en handling av svaren i FILE (JSON).")
@click.argument("form")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("-f", "--format", "format_name", required=True, metavar="pdf|docx|html|txt|json")
@click.option("--audience", default="kommun", show_default=True, metavar="|".join(AUDIENCES))
@click.option("--part", type=click.IntRange(1), help="Vilken part i samtycket kopian är till: 1, 2 …")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, allow_dash=True), help="Filen att skriva; - är standard ut."
)
@click.pass_context
def export(
    ctx: click.Context, form: str, file: Path, format_name: str, audience: str, part: int | None, output: Path | None
) -> None:
    """One document; refuses answers that `validate` refuses."""
    definition = form_of(ctx, form)
    context = context_of(ctx, part=part)
    raw = answers_in(file)
    if output is not None and output.exists() and output.samefile(file):
        stop(f"Välj en annan fil med -o. {output} har svaren som du skriver ut.")
    try:
        answers = definition.schema(context).load(raw)
    except ValidationError as problem:
        refuse(flatten(problem.messages))
        raise
    if part is not None and (audience != "part" or part > len(answers.get("parter", ()))):
        stop(f"Ta bort --part {part}, eller välj en part som finns. Det hör till --audience part.")
    if audience == "part" and part is None:
        click.echo(
            "Kopian är inte till någon viss part. Välj med --part 1, 2 … för att visa partens uppgifter.", err=True
        )
    hand_out(definition, answers, audience, with_number(context, definition, answers), format_name, output)


@click.command(help="Skriver en tom blankett att skriva ut eller fylla i.")
@click.argument("form")
@click.option("-f", "--format", "format_name", required=True, metavar="pdf|docx|html")
@click.option(
    "--audience",
    metavar="|".join(AUDIENCES),
    help="Utan valet: deltagare, eller den första som blanketten får lämnas till.",
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, allow_dash=True), help="Filen att skriva; - är standard ut."
)
@click.option("--fillable", is_flag=True, help="Med fält att fylla i på skärmen. Word har alltid fält.")
@click.pass_context
def blank(
    ctx: click.Context, form: str, format_name: str, audience: str | None, output: Path | None, fillable: bool
) -> None:
    """An empty form."""
    if format_name in ("txt", "json"):
        stop("Välj ett annat format än " + format_name + ". En tom blankett finns som pdf, docx och html.")
    if fillable and format_name not in ("pdf", "docx"):
        stop("Ta bort --fillable, eller välj -f pdf eller docx. Fält att fylla i finns i PDF och Word.")
    definition = form_of(ctx, form)
    reader = audience or ("deltagare" if "deltagare" in definition.audiences else definition.audiences[0])
    hand_out(definition, None, reader, context_of(ctx), format_name, output, fillable=fillable or format_name == "docx")
