"""`stegvis run`: the demonstration on this machine."""

from contextlib import redirect_stderr, suppress
from io import StringIO

import click
from werkzeug.serving import make_server

from .app import create_demo_app
from .cli.shared import why
from .cli.swedish import stop
from .errors import StegvisError
from .installation.database import database_url, key_file
from .installation.state import NAME, Mounted
from .keys import make_key_file
from .storage.schema import upgrade


@click.command(help="Visar demonstrationen på den här datorn, med påhittade personer.")
@click.option("--port", type=click.IntRange(1, 65535), default=5000, show_default=True)
@click.pass_context
def run(ctx: click.Context, port: int) -> None:
    """The demo intranet, on loopback only."""
    try:
        app = create_demo_app(ctx.meta["stegvis.instance"])
        prepare(app.extensions[NAME])
    except StegvisError as problem:
        stop(str(problem))
    except OSError as problem:
        stop(f"Kontrollera {problem.filename or 'mappen'}. Den går inte att använda ({why(problem)}).")
    try:
        with redirect_stderr(StringIO()):  # what it says of a port that is taken is English
            server = make_server("127.0.0.1", port, app, threaded=True)
    except (OSError, SystemExit):
        stop(f"Välj en annan port med --port. {port} går inte att använda.")
    click.echo(f"Stegvis visas på http://127.0.0.1:{port}/ – avsluta med Ctrl+C. Allt är påhittat.")
    with suppress(KeyboardInterrupt):
        server.serve_forever()


def prepare(mounted: Mounted) -> None:
    """Make the key and the database of the demonstration, where they are not there yet."""
    mounted.folder.mkdir(parents=True, exist_ok=True)
    keys = key_file(mounted.settings, mounted.folder)
    if not keys.exists():
        make_key_file(keys)
    upgrade(database_url(mounted.settings, mounted.folder))
