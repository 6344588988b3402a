"""Applications to mount Stegvis in, for tests."""

import jinja2
from flask import Flask
from flask_wtf import CSRFProtect

from stegvis.plugin import Identity, Stegvis

BERIT = Identity("berit", "Berit Testlund", frozenset({"handlaggare"}), ("Enhet Norr",), "Socialnämnden")
SAME_ORIGIN = {"Sec-Fetch-Site": "same-origin"}


def bare(folder, **config):
    """A host with nothing in it; outside TESTING, so that errors meet users as they would."""
    app = Flask("host", instance_path=str(folder))
    app.secret_key = "not a secret"
    app.config.update(config)
    return app


def someone(*roles):
    """An identity adapter for one person with these roles."""
    return lambda: Identity("berit", "Berit Testlund", frozenset(roles))


def mounted(folder, *, identity=lambda: BERIT, prefix="/stegvis", config=None, **choices):
    """A bare host with Stegvis in it."""
    app = bare(folder, **config or {})
    Stegvis(identity=identity, **choices).init_app(app, url_prefix=prefix)
    return app


def _protected(app):
    CSRFProtect(app)


def _renamed(app):
    app.config["WTF_CSRF_FIELD_NAME"] = "motmedel"  # csrf_token would match "_token", too
    CSRFProtect(app)


def _switched_off(app):
    app.config["WTF_CSRF_ENABLED"] = False
    CSRFProtect(app)


def _no_autoescape(app):
    app.jinja_env.autoescape = False


def _strict(app):
    app.jinja_env.undefined = jinja2.StrictUndefined


def _catches_everything(app):
    app.register_error_handler(Exception, lambda error: ("HOST", 500))
    app.register_error_handler(404, lambda error: ("HOST", 404))


HOSTILE = (_protected, _renamed, _switched_off, _no_autoescape, _strict, _catches_everything)
"""What a host may do that must change nothing for us."""
