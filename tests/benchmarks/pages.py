"""The page of a praktikavtal with every field, against a bare Flask and WTForms page with the same controls and labels.

Nothing is stored: our store is a document in memory. `python -m tests.benchmarks.pages [ROUNDS]`
"""

import gc
import json
import statistics
import sys
import tempfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter
from uuid import UUID

from flask import Flask, render_template, request
from jinja2 import DictLoader
from wtforms import Form, HiddenField, StringField, TextAreaField
from wtforms.validators import DataRequired, Length, Optional

from stegvis.forms import load_form
from stegvis.plugin import Identity, Stegvis
from stegvis.plugin.storage import State, StoredDocument

EXAMPLE = Path(__file__).parent.parent / "forms" / "examples" / "praktikavtal.json"
WHO = Identity("berit", "Berit Testlund", frozenset({"handlaggare"}), (), "Socialnämnden")
ID = UUID("019aa7b2-0000-7000-8000-00001a2b3c4d")
NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
PLAIN = """<!doctype html><html lang="sv"><head><title>Praktikavtal</title></head><body><main><h1>Praktikavtal</h1>
<form method="post">{% for field in form %}<div>{{ field.label }}
{% for error in field.errors %}<p>{{ error }}</p>{% endfor %}
{{ field() }}</div>{% endfor %}<button>Spara</button></form></main></body></html>"""


class OneDocument:
    """A store that holds one draft, in memory, and logs nothing."""

    def __init__(self, form, answers):
        payload = {"answers": answers, "saved_by": WHO.name}
        self.form = form
        self.draft = StoredDocument(
            id=ID,
            tenant=WHO.tenant,
            form=form.id,
            definition_sha256=form.sha256,
            version=1,
            state=State.UTKAST,
            created=NOW,
            created_by=WHO.subject,
            changed=NOW,
            changed_by=WHO.subject,
            payload=payload,
        )

    def definition(self, sha256):
        """The form's own."""
        return self.form.snapshot()

    def read(self, tenant, document_id, **_):
        """The draft."""
        return self.draft

    def save_draft(self, tenant, document_id, version, payload, **_):
        """The draft with what was given, which is forgotten."""
        return replace(self.draft, payload=payload)


def ours(folder, form, answers):
    """Our own application around one draft."""
    app = Flask("ours", instance_path=str(folder))
    Stegvis(identity=lambda: WHO, store=OneDocument(form, answers), clock=lambda: NOW).init_app(app)
    return app


def bare(form, answers):
    """A page as one would write it by hand: a form class and a loop."""
    made = {}
    for name, control in form.page(answers).controls._fields.items():
        written = isinstance(control, StringField | TextAreaField) and not isinstance(control, HiddenField)
        checks = [DataRequired(), Length(max=4000)] if written else [Optional()]
        options = {"choices": control.choices, "validate_choice": False} if hasattr(control, "choices") else {}
        made[name] = type(control)(control.label.text, checks, **options)
    shape, data = type("Bare", (Form,), made), {name: c.data for name, c in form.page(answers).controls._fields.items()}
    app = Flask("bare")
    app.jinja_loader = DictLoader({"page.html": PLAIN})

    @app.route("/", methods=["GET", "POST"])
    def page():
        drawn = shape(request.form) if request.method == "POST" else shape(data=data)
        status = 200 if request.method == "GET" or drawn.validate() else 422
        return render_template("page.html", form=drawn), status

    return app


def posted(form, answers):
    """What a browser sends for these answers."""
    fields = form.page(answers).controls._fields
    values = {name: "y" if field.data is True else field.data for name, field in fields.items()}
    return {name: value for name, value in values.items() if value not in (None, "", [], False)}


def measure(rounds=60):
    """Medians in seconds of GET, and of POST with errors to point out; ours and bare, interleaved, and the ratio."""
    form, answers = load_form("praktikavtal"), json.loads(EXAMPLE.read_text("utf-8"))
    broken = posted(form, answers) | {"deltagare_namn": "", "period_till": "2026-02-30", "mal_praktik": ""}
    with tempfile.TemporaryDirectory() as folder:
        clients = {"ours": ours(folder, form, answers).test_client(), "bare": bare(form, answers).test_client()}
        ways = {"ours": (f"/stegvis/dokument/{ID}/fyll-i", {"gor": "kontrollera", "version": "1"}), "bare": ("/", {})}
        times = {}
        for number in range(rounds + 3):
            for name, client in clients.items():
                path, more = ways[name]
                for verb, options in (
                    ("GET", {}),
                    ("POST", {"data": broken | more, "headers": {"Sec-Fetch-Site": "same-origin"}}),
                ):
                    gc.collect()
                    start = perf_counter()
                    answer = client.open(path, method=verb, **options)
                    seconds = perf_counter() - start
                    assert answer.status_code == (200 if verb == "GET" else 422), answer.text[:500]
                    if number > 2:
                        times.setdefault((verb, name), []).append(seconds)
    found = {key: statistics.median(values) for key, values in times.items()}
    return {
        verb: {
            "ours": found[verb, "ours"],
            "bare": found[verb, "bare"],
            "ratio": found[verb, "ours"] / found[verb, "bare"],
        }
        for verb in ("GET", "POST")
    }


def main(rounds=60):
    """Prints the medians and ratios."""
    for verb, found in measure(rounds).items():
        print(
            f"{verb:4} ours {found['ours'] * 1000:.1f} ms, bare {found['bare'] * 1000:.1f} ms, "
            f"ratio {found['ratio']:.2f} (bar 1.5)"
        )


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
