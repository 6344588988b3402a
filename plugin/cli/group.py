"""The command line: `stegvis`, and `flask stegvis` in a host. Here stands which commands there are, and where."""

from pathlib import Path

import click

from .lazy_group import LazyGroup
from .swedish import stop

COMMANDS = {
    "blank": ".export:blank",
    "bulk": ".bulk:bulk",
    "cases": ".cases:cases",
    "db": ".db:db",
    "export": ".export:export",
    "forms": ".forms:forms",
    "programmes": ".programmes:programmes",
    "read": ".read:read",
    "registers": ".registers:registers",
    "run": "..demo_server:run",
    "signing": ".signing:signing",
    "validate": ".forms:validate",
    "verify": ".signing:verify",
}
"""Every command, and the file that it is read from when it runs."""
READING = ("forms", "validate", "export", "blank", "bulk", "read")
"""What can be done without an installation, so that a folder that is given must be there."""


@click.group(cls=LazyGroup, lazy=COMMANDS, name="stegvis", help="Blanketter för socialtjänst och arbetsmarknad.")
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
    if given and not instance.exists() and ctx.invoked_subcommand in READING:
        stop(f"Kontrollera --instance. Mappen {instance} finns inte.")
    ctx.meta["stegvis.instance"] = instance
