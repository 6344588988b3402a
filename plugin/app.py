"""Applications of our own: Stegvis alone on a host name, and the demonstration."""

import os
import secrets
from pathlib import Path
from typing import Any

from flask import Flask, abort, redirect, request, url_for
from flask.typing import ResponseReturnValue

from .errors import SetupError
from .extension import DEMO, Stegvis
from .installation.demo import PEOPLE, own_folder
from .installation.identity import DemoIdentity, IdentityAdapter

LOOPBACK = frozenset({"127.0.0.1", "::1"})


def create_app(
    instance_path: str | Path | None = None, identity: IdentityAdapter | None = None, **choices: Any
) -> Flask:
    """Stegvis alone, for production: configured by `config.py` in the instance folder, refused without an *identity*.

    *choices* go to `Stegvis`. The folder is the argument, or STEGVIS_INSTANCE, or ./instance.
    """
    if identity is None:
        raise SetupError(
            "Call create_app(identity=…) from a wsgi.py of your own, with a function that returns who is logged in; "
            "`stegvis run` shows the demonstration."
        )
    app = _make(_instance(instance_path))
    app.config.update(SESSION_COOKIE_SECURE=True, SESSION_COOKIE_SAMESITE="Lax")
    app.config.from_pyfile("config.py", silent=True)
    Stegvis(identity=identity, folder=app.instance_path, **choices).init_app(app, url_prefix="/")
    return app


def create_demo_app(instance_path: str | Path | None = None, **choices: Any) -> Flask:
    """The demonstration: made-up people, a database and a key of its own in the folder `demo`, on this machine only.

    Raises SetupError when the folder holds a database that the demonstration has not made.
    """
    app = _make(own_folder(_instance(instance_path)))
    app.config.update(SECRET_KEY=secrets.token_hex(), SESSION_COOKIE_NAME="stegvis_demo", STEGVIS_KOMMUN="Åviks kommun")
    app.extensions[DEMO] = True
    app.before_request(_refuse_others)
    app.add_url_rule("/", "intranet", _go_in)
    Stegvis(identity=DemoIdentity(PEOPLE), **choices).init_app(app)
    return app


def _instance(path: str | Path | None) -> Path:
    return Path(path or os.environ.get("STEGVIS_INSTANCE", "instance")).resolve()


def _make(folder: Path) -> Flask:
    """The folder is always named: Flask cannot find it for a package whose folders lie apart."""
    return Flask(__name__, instance_path=str(folder), instance_relative_config=True, static_folder=None)


def _refuse_others() -> None:
    if request.remote_addr not in LOOPBACK:
        abort(403)


def _go_in() -> ResponseReturnValue:
    return redirect(url_for("stegvis.demo"))
