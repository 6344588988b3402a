"""`stegvis verify` and `stegvis signing`: whether a sealed file holds, and the key that files are sealed with."""

import sys
from datetime import UTC, datetime
from json import dumps
from pathlib import Path

import click
from flask.cli import ScriptInfo

from ..errors import SetupError
from ..signing.extra import MOST_BYTES, must_be_installed
from ..signing.report import Report
from .shared import attempt, content_of, installation_of
from .swedish import INVALID, say

WORTH = (
    "Nyckeln är till för prov. Förseglingen visar att ingenting i en fil har ändrats, men inte vems den är: vem som "
    "helst kan göra en\n"
    "nyckel med samma namn. Skaffa en e-stämpel från en betrodd utfärdare innan ni använder den på riktigt."
)


@click.command(
    help=(
        "Säger om en förseglad PDF håller, av vem den är förseglad och vad det visar. Inget sparas och inget skickas. "
        "Slutkod 0: håller, 1: håller inte, 2: går inte att läsa."
    )
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--trust",
    type=click.Path(path_type=Path),
    multiple=True,
    help="Ett certifikat (PEM eller DER) som du litar på, som du har fått på annat sätt än med filen.",
)
@click.option("--json", "as_json", is_flag=True, help="Som JSON.")
def verify(file: Path, trust: tuple[Path, ...], as_json: bool) -> None:
    """What the file proves by itself."""
    report = attempt(lambda: _report(file, trust))
    if as_json:
        say(dumps(report.json(), ensure_ascii=False, indent=2))
    else:
        say("\n".join(report.lines()))
    if not report.holds:
        sys.exit(INVALID)


def _report(file: Path, trust: tuple[Path, ...]) -> Report:
    data, trusted = content_of(file, MOST_BYTES), [content_of(one, MOST_BYTES) for one in trust]
    must_be_installed()
    from ..signing import verifying  # pyHanko is an extra, and loads slowly

    return verifying.verify(data, trusted)


@click.group(help="Underskrifter: nyckeln som kommunen förseglar med.")
def signing() -> None:
    """The seal of the installation."""


@signing.command("make-seal", help="Gör en nyckel och ett certifikat till prov i FOLDER, eller i installationens mapp.")
@click.argument("folder", type=click.Path(path_type=Path), required=False)
@click.pass_context
def make_seal(ctx: click.Context, folder: Path | None) -> None:
    """A pair that has signed itself; says what it is worth."""
    from ..signing.trial_key import make_trial_key  # with it comes cryptography, which the other commands do without

    found = installation_of(ctx)
    key, certificate = attempt(lambda: make_trial_key(folder or found.folder, found.settings.kommun, datetime.now(UTC)))
    say(
        f"{key}: nyckeln. Dela den inte med någon.\n{certificate}: certifikatet, att ge till den som vill "
        f"kontrollera.\n{WORTH}"
    )


@signing.command(help="Förseglar det som är underskrivet och väntar på sin stämpel. Slutkod 1: något väntar än.")
@click.pass_context
def seal(ctx: click.Context) -> None:
    """Seals what waits; a worker does it too, when somebody has signed last."""
    done, waiting = attempt(lambda: seal_waiting(ctx))
    say(f"Förseglade nu: {done}. Väntar än: {waiting}.")
    if waiting:
        sys.exit(INVALID)


def seal_waiting(ctx: click.Context) -> tuple[int, int]:
    """Seals everything that is signed and waits for it; how many now, and how many still wait.

    Raises SetupError, and the storage's errors.
    """
    from ..documents.sealing import seal_all  # with it comes the storage, which `verify` does without

    if not isinstance(ctx.obj, ScriptInfo):
        raise SetupError("Kör kommandot i er applikation: flask --app … stegvis signing seal.")
    with ctx.obj.load_app().app_context():
        return seal_all()
