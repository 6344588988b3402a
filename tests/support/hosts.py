"""Applications to mount Stegvis in, for tests."""

from flask import Flask

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
