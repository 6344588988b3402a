"""The command line: `stegvis`, and `flask stegvis` in a host. Everything is loaded when its command runs."""

import sys
from contextlib import redirect_stderr, suppress
from io import StringIO
from pathlib import Path
from typing import Any

import click

from .cases import cases
from .db import db
from .programmes import programmes
from .read import read
from .registers import registers
from .shared import (
    AUDIENCES,
    INVALID,
    UNREADABLE,
    answers_in,
    attempt,
    context_of,
    form_of,
    hand_out,
    place_of,
    refuse,
    say,
    stop,
    why,
    write_out,
)
from .signing import signing, verify
from .swedish import Swedish


@click.group(cls=Swedish, name="stegvis", help="Blanketter för socialtjänst och arbetsmarknad.")
@click.version_option(package_name="stegvis", message="%(version)s")
@click.option(
    "--instance",
    type=click.Path(path_type=Path),
    envvar="STEGVIS_INSTANCE",
    default=Path("instance"),
    show_default=True,
    help="Installationens mapp, med config.py och forms/.",
)
@click.pass_context
def main(ctx: click.Context, instance: Path) -> None:
    """Keep the folder for the commands; in a host its own application says where it is."""
    given = ctx.get_parameter_source("instance") is not click.core.ParameterSource.DEFAULT
    if instance.exists() and not instance.is_dir():
        stop(f"Välj en annan mapp med --instance. {instance} är ingen mapp.")
    if (
        given
        and not instance.exists()
        and ctx.invoked_subcommand in ("forms", "validate", "export", "blank", "bulk", "read")
    ):
        stop(f"Kontrollera --instance. Mappen {instance} finns inte.")
    ctx.meta["stegvis.instance"] = instance


@main.command(help="Visar demonstrationen på den här datorn, med påhittade personer.")
@click.option("--port", type=click.IntRange(1, 65535), default=5000, show_default=True)
@click.pass_context
def run(ctx: click.Context, port: int) -> None:
    """The demo intranet, on loopback only."""
    from ..app import create_demo_app
    from ..errors import StegvisError
    from ..installation.demo import prepare
    from ..installation.state import NAME

    try:
        app = create_demo_app(ctx.meta["stegvis.instance"])
        prepare(app.extensions[NAME])
    except StegvisError as problem:
        stop(str(problem))
    except OSError as problem:
        stop(f"Kontrollera {problem.filename or 'mappen'}. Den går inte att använda ({why(problem)}).")
    from werkzeug.serving import make_server

    try:
        with redirect_stderr(StringIO()):  # what it says of a port that is taken is English
            server = make_server("127.0.0.1", port, app, threaded=True)
    except (OSError, SystemExit):
        stop(f"Välj en annan port med --port. {port} går inte att använda.")
    click.echo(f"Stegvis visas på http://127.0.0.1:{port}/ – avsluta med Ctrl+C. Allt är påhittat.")
    with suppress(KeyboardInterrupt):
        server.serve_forever()


class FormOrCommand(Swedish):
    """A group that takes the id of a form where a command of its own may stand."""

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        """The command of that name, or the one that shows the form."""
        return super().resolve_command(ctx, args if args[0] in self.commands else ["visa", *args])


@main.group(
    cls=FormOrCommand,
    invoke_without_command=True,
    subcommand_metavar="[FORM | check-template FILE]",
    help="Visar blanketterna, eller en av dem. Slutkod 2: en fil i forms/ har något att rätta.",
)
@click.option("--json", "as_json", is_flag=True, help="Som JSON; med en blankett: dess JSON Schema.")
@click.pass_context
def forms(ctx: click.Context, as_json: bool) -> None:
    """The forms there are, or the questions of one."""
    ctx.meta["stegvis.json"] = as_json
    if ctx.invoked_subcommand is None:
        _show(ctx, None, as_json)


@forms.command("visa", hidden=True, help="Visar en blankett.")
@click.argument("form")
@click.option("--json", "as_json", is_flag=True, help="Som JSON Schema.")
@click.pass_context
def show_form(ctx: click.Context, form: str, as_json: bool) -> None:
    """The questions of one form."""
    _show(ctx, form, as_json or ctx.meta["stegvis.json"])


@forms.command(
    "check-template",
    short_help="Kontrollerar ett eget brevhuvud för Word.",
    help=(
        "Säger vad som saknas eller är fel i ett eget brevhuvud för Word. Slutkod 0: går bra, 1: något att rätta, 2: "
        "går inte att läsa."
    ),
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--neutral", is_flag=True, help="Kontrollerar också att en arbetsgivare får läsa det.")
@click.option(
    "--preview", type=click.Path(path_type=Path), help="Skriver en provhandling på brevhuvudet till den här filen."
)
@click.pass_context
def check_template(ctx: click.Context, file: Path, neutral: bool, preview: Path | None) -> None:
    """What somebody who has made a letterhead should know."""
    from .letterhead_check import check_letterhead

    place = place_of(ctx)
    code, lines, sample = attempt(lambda: check_letterhead(file, place, neutral=neutral, preview=preview is not None))
    for line in lines:
        click.echo(line, err=code == UNREADABLE)
    if preview is not None and sample:
        write_out(preview, sample)
    if code:
        sys.exit(code)


def _show(ctx: click.Context, form: str | None, as_json: bool) -> None:
    from .listing import form_json, form_lines, forms_json, forms_lines

    if form is None:
        from ...forms import broken_forms, list_forms

        overlays = place_of(ctx).overlays
        every = list_forms(overlays)
        say(forms_json(every) if as_json else forms_lines(every))
        if broken := broken_forms(overlays):
            stop("\n".join(one.problem for one in broken))
    else:
        found = form_of(ctx, form)
        say(form_json(found) if as_json else form_lines(found))


@main.command(
    help="Kontrollerar svaren i FILE (JSON). Slutkod 0: går att spara, 1: något att rätta, 2: går inte att läsa."
)
@click.argument("form")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Skriver felen som JSON på standard ut.")
@click.pass_context
def validate(ctx: click.Context, form: str, file: Path, as_json: bool) -> None:
    """Judges answers as a page would."""
    definition = form_of(ctx, form)
    context = context_of(ctx)
    errors = definition.schema(context).validate(answers_in(file))
    if as_json:
        from json import dumps

        say(dumps({"valid": not errors, "errors": errors}, ensure_ascii=False, indent=2))
    refuse(errors)


@main.command(help="Skriver en handling av svaren i FILE (JSON).")
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
    from marshmallow import ValidationError

    from ...schemas.schema import flatten
    from ..documents.numbering import numbered

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
    hand_out(definition, answers, audience, numbered(context, definition, answers), format_name, output)


@main.command(help="Skriver en tom blankett att skriva ut eller fylla i.")
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


@main.command(
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
    from ...exporters import ExportError
    from .bulk import run_bulk
    from .bulk_work import Order

    if part is not None and audience != "part":
        stop(f"Ta bort --part {part}. Det hör till --audience part.")
    form_of(ctx, form)
    order = Order(form, place_of(ctx).overlays.resolve(), context_of(ctx, part=part), audience, format_name, out)
    try:
        order.check()
        refused = attempt(lambda: run_bulk(order, file, jobs))
    except ExportError as problem:
        stop(str(problem))
    if refused:
        sys.exit(INVALID)


main.add_command(cases)
main.add_command(registers)
main.add_command(db)
main.add_command(programmes)
main.add_command(read)
main.add_command(signing)
main.add_command(verify)
