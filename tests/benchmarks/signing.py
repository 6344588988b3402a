"""One signature on the server: the post of a party's page, from the request to the answer, with SQLite as it is in use.

`python -m tests.benchmarks.signing [ROUNDS]`. Beside it stands saving a draft by post in the same run.
"""

import statistics
import sys
import tempfile
from datetime import UTC, datetime
from time import perf_counter
from uuid import UUID

from flask import Flask
from support.form_examples import example
from support.hosts import SAME_ORIGIN
from support.page_client import PageClient

from stegvis.forms import load_form
from stegvis.plugin import Identity, Stegvis
from stegvis.plugin.demo_server import prepare

WHO = Identity("kim", "Kim Konsulent", frozenset({"konsulent"}), (), "Nämnden")
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
PARTY = "underskrift_kommun"


def main(rounds=15):
    """Prints the medians."""
    with tempfile.TemporaryDirectory() as folder:
        app = Flask("signing", instance_path=folder)
        Stegvis(identity=lambda: WHO, clock=lambda: NOW).init_app(app)
        prepare(app.extensions["stegvis"])
        signing, saving = [], []
        for _ in range(rounds):
            page, draft = ready(app)
            saving.append(timed(page.client, *draft))
            signing.append(timed(page.client, *to_sign(page, saved(page, draft))))
        app.extensions["stegvis"].store.close()
    print(f"  a signature, post to answer: {statistics.median(signing):.1f} ms (bar 60)")
    print(f"  a draft saved, post to answer: {statistics.median(saving):.1f} ms")


def ready(app):
    """A client, and the post that saves a filled-in draft."""
    page = PageClient(app)
    draft = page.get("/stegvis/blanketter/").submit("praktikavtal/borja")
    fields = load_form("praktikavtal").page(example("praktikavtal")).controls._fields
    given = {
        name: "y" if field.data is True else field.data
        for name, field in fields.items()
        if field.data is not None and field.data is not False
    }
    return page, (draft.path, draft.values("fyll-i") | given | {"gor": "spara"})


def saved(page, draft):
    """The document, saved for good."""
    path, _ = draft
    checked = page.get(path).submit("fyll-i", press="kontrollera")
    assert checked.status == 200, checked.errors
    return checked.submit("kontrollera").path


def to_sign(page, path):
    """The post that signs for the kommun."""
    page.get(f"{path}/underskrifter").submit("underskrifter", press="borja:skarm")
    shown = page.get(f"{path}/underskrifter/{PARTY}/skriv-under")
    return shown.path, shown.values() | {"last": "ja", "gor": "skriv-under"}


def timed(client, path, values):
    """Milliseconds from post to answer, which must be a redirect."""
    start = perf_counter()
    answer = client.post(path, data=values, headers=SAME_ORIGIN)
    took = (perf_counter() - start) * 1000
    assert answer.status_code == 303, (answer.status_code, answer.text[:500])
    assert UUID(answer.location.split("/dokument/")[1].split("/")[0].split("?")[0])
    return took


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
