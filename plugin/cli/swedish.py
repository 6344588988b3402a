"""How the command line speaks: a line of Swedish for what is refused, and an exit code. It stands in every host, and
loads Click alone.
"""

import sys
from typing import Any, NoReturn

import click

INVALID, UNREADABLE = 1, 2


class Swedish(click.Group):
    """A group whose own refusals are Swedish, one line, exit code 2, and never a traceback."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run the command line; leaves by SystemExit."""
        kwargs["standalone_mode"] = False
        try:
            code = super().main(*args, **kwargs)
        except click.exceptions.NoArgsIsHelpError as asked:
            say(asked.ctx.get_help() if asked.ctx else "")
            code = 0
        except click.exceptions.Abort:
            code = 130
        except click.ClickException as problem:
            stop(in_swedish(problem))
        sys.exit(code if isinstance(code, int) else 0)


def in_swedish(problem: click.ClickException) -> str:
    """What is wrong with how a command was written, and what to write instead."""
    match problem:
        case click.NoSuchOption():
            words = f"Ta bort {problem.option_name}. Kommandot har inget sådant val."
        case click.MissingParameter():
            name = problem.param.opts[0] if isinstance(problem.param, click.Option) else _named(problem.param)
            words = f"Skriv också {name}."
        case click.BadParameter() if problem.param is not None:
            words = f"Ändra värdet för {problem.param.opts[-1]}. Det går inte att använda."
        case _:
            words = "Kontrollera kommandot. Det går inte att förstå så som det är skrivet."
    context = getattr(problem, "ctx", None)
    return f"{words} Se {context.command_path} --help." if context else words


def say(text: str) -> None:
    """A line on standard out."""
    click.echo(text)


def stop(text: str) -> NoReturn:
    """Ends the command with words on standard error and exit code 2."""
    click.echo(text, err=True)
    sys.exit(UNREADABLE)


def _named(param: click.Parameter | None) -> str:
    return param.human_readable_name.upper() if param is not None else "det som saknas"
