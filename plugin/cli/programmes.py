"""`stegvis programmes`: the programmes there are, or one of them."""

import click

from ...forms import FormError, broken_programmes, list_programmes, load_programme
from .listing import programme_json, programme_lines, programmes_json, programmes_lines
from .shared import installation_of
from .swedish import say, stop


@click.command(help="Visar verksamheterna, eller en av dem. Slutkod 2: en fil i programmes/ har något att rätta.")
@click.argument("name", required=False)
@click.option("--json", "as_json", is_flag=True, help="Som JSON.")
@click.pass_context
def programmes(ctx: click.Context, name: str | None, as_json: bool) -> None:
    """One line for each; with a name its steps and what must be there before them."""
    own = installation_of(ctx).folder / "programmes"
    if name is None:
        found = list_programmes(own)
        say(programmes_json(found) if as_json else programmes_lines(found))
        if broken := broken_programmes(own):
            stop("\n".join(broken))
        return
    try:
        programme = load_programme(name, own)
    except FormError as problem:
        stop(str(problem))
    say(programme_json(programme) if as_json else programme_lines(programme))
