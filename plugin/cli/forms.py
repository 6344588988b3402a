"""`stegvis forms` and `stegvis validate`: the forms there are, and whether answers or a letterhead can be used."""

import sys
from json import dumps
from pathlib import Path
from typing import Any

import click

from ...forms import broken_forms, list_forms
from .listing import form_json, form_lines, forms_json, forms_lines
from .shared import answers_in, attempt, context_of, form_of, installation_of, refuse, write_out
from .swedish import UNREADABLE, Swedish, say, stop


class FormOrCommand(Swedish):
    """A group that takes the id of a form where a command of its own may stand."""

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        """The command of that name, or the one that shows the form."""
        return super().resolve_command(ctx, args if args[0] in self.commands else ["visa", *args])


@click.group(
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
    from .letterhead_check import check_letterhead  # with it comes python-docx, which the other commands do without

    found = installation_of(ctx)
    code, lines, sample = attempt(lambda: check_letterhead(file, found, neutral=neutral, preview=preview is not None))
    for line in lines:
        click.echo(line, err=code == UNREADABLE)
    if preview is not None and sample:
        write_out(preview, sample)
    if code:
        sys.exit(code)


def _show(ctx: click.Context, form: str | None, as_json: bool) -> None:
    if form is None:
        overlays = installation_of(ctx).overlays
        every = list_forms(overlays)
        say(forms_json(every) if as_json else forms_lines(every))
        if broken := broken_forms(overlays):
            stop("\n".join(one.problem for one in broken))
    else:
        found = form_of(ctx, form)
        say(form_json(found) if as_json else form_lines(found))


@click.command(
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
        say(dumps({"valid": not errors, "errors": errors}, ensure_ascii=False, indent=2))
    refuse(errors)
