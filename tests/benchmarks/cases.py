"""Pages over many cases, a case with many documents, and bringing cases in; SQLite as it is in use, everything sealed.

`python -m tests.benchmarks.cases [MANY]`: 100,000 cases against 1,000, unless another number is given. Each
consultant has forty.
"""

import json
import statistics
import sys
import tempfile
import tracemalloc
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from time import perf_counter

from flask import Flask
from support.form_examples import CONTEXT, example

from stegvis.forms import load_form
from stegvis.plugin import Identity, Stegvis
from stegvis.plugin.cases.people import tokens
from stegvis.plugin.demo_server import prepare
from stegvis.plugin.documents.digest import digest
from stegvis.plugin.exchange.cases import Mover
from stegvis.plugin.storage import (
    CaseEvent,
    Deadline,
    ImportedCase,
    ImportedDocument,
    State,
    StoredCase,
    StoredDocument,
    stable_id,
)

WHO = Identity("konsulent0", "Kim Konsulent", frozenset({"konsulent", "chef"}), (), "Nämnden")
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
EACH, ROUNDS = 40, 15
PAGES = {
    "my work": "/stegvis/",
    "case list, first page": "/stegvis/arenden/?visa=alla",
    "case list, last page": "/stegvis/arenden/?visa=alla&sista=1",
    "manager's list": "/stegvis/oversikt",
}


def office(folder):
    """An application with a database of its own."""
    app = Flask("cases", instance_path=str(folder))
    Stegvis(identity=lambda: WHO, clock=lambda: NOW).init_app(app)
    prepare(app.extensions["stegvis"])
    return app, app.extensions["stegvis"].store


def case(number, consultants):
    """A case with two events, of one of so many consultants."""
    at = NOW - timedelta(minutes=number)
    person = {"fornamn": "Alva", "efternamn": f"Testberg{number}", "skydd": "nej"}
    payload = {"person": person, "number": f"2026-{number:06}", "responsible": "Kim"}
    stored = StoredCase(
        id=stable_id(at, str(number)),
        tenant=WHO.tenant,
        programme="kraft",
        responsible=f"konsulent{number % consultants}",
        closed=False,
        version=1,
        opened=at,
        opened_by="x",
        changed=at,
        stale=False,
        payload=payload,
    )
    events = (CaseEvent(number=1, at=at, who="x", payload={"kind": "oppnad", "dag": "2026-11-01"}),)
    day = date(2026, 11, 1) + timedelta(days=number % 60)
    due = (Deadline(kind="ny", day=day, shown_from=day),)
    return ImportedCase(case=stored, events=events, documents=(), tokens=tokens(payload), dues=due)


def median(client, path):
    """Milliseconds for the page, in the middle of several."""
    taken = []
    for _ in range(ROUNDS):
        start = perf_counter()
        assert client.get(path).status_code == 200
        taken.append((perf_counter() - start) * 1000)
    return statistics.median(taken)


def many(numbers):
    """Each page over so many cases; the rounds of both take turns in one run."""
    clients = {}
    with tempfile.TemporaryDirectory() as folder:
        for number in numbers:
            app, store = office(Path(folder, str(number)))
            for one in range(number):
                store.cases.import_(case(one, max(25, number // EACH) if number > 1000 else 25), by="x")
            clients[number] = app.test_client()
        few, most = numbers
        for name, path in PAGES.items():
            times = {number: median(client, path) for number, client in clients.items()}
            print(
                f"  {name}: {times[few]:.1f} ms over {few}, {times[most]:.1f} ms over {most}: "
                f"{times[most] / times[few]:.2f} × (bar 2)"
            )


def documents(numbers=(5, 200)):
    """Opening a case with few and with many documents."""
    form, given = load_form("uppfoljning"), example("uppfoljning")
    answers = form.schema(replace(CONTEXT, now=NOW)).dump(form.schema(replace(CONTEXT, now=NOW)).load(given))
    with tempfile.TemporaryDirectory() as folder:
        app, store = office(folder)
        store.put_definition(form.sha256, form.snapshot())
        times = {}
        for number in numbers:
            made = case(number, 1)
            held = tuple(
                ImportedDocument(
                    document=StoredDocument(
                        id=stable_id(NOW + timedelta(seconds=n), str(number), str(n)),
                        tenant=WHO.tenant,
                        form=form.id,
                        definition_sha256=form.sha256,
                        version=1,
                        state=State.KLAR,
                        created=NOW,
                        created_by="x",
                        changed=NOW,
                        changed_by="x",
                        case_id=made.case.id,
                        payload={"answers": answers, "saved_by": "x"},
                    ),
                    digest=digest(form, answers),
                )
                for n in range(number)
            )
            store.cases.import_(replace(made, documents=held), by="x")
            times[number] = median(app.test_client(), f"/stegvis/arenden/{made.case.id}")
    few, most = numbers
    print(
        f"  a case: {times[few]:.1f} ms with {few} documents, {times[most]:.1f} ms with {most}: "
        f"{times[most] / times[few]:.2f} × (bar 1.5)"
    )


def bringing(number=300):
    """How many cases of ten documents are brought in a minute, and whether memory grows."""
    forms = (
        "intresseanmalan",
        "samtycke_muntligt",
        "kartlaggning",
        "genomforandeplan",
        "schema",
        "uppfoljning",
        "uppfoljning_praktik",
        "avslut",
        "modulblad",
        "intyg",
    )
    held = [
        {"form": name.partition("_")[0], "saved": f"2026-11-21T11:{n:02}:00", "answers": example(name)}
        for n, name in enumerate(forms)
    ]
    person = {
        "fornamn": "Alva",
        "efternamn": "Testberg",
        "saknar_personnummer": True,
        "fodelsedatum": "1970-10-03",
        "skydd": "nej",
    }
    with tempfile.TemporaryDirectory() as folder:
        _, store = office(folder)
        mover = Mover(store, Path(folder), CONTEXT)
        line = {
            "format": 1,
            "programme": "kraft",
            "grund": "behovsprovad",
            "person": person,
            "events": [{"kind": "oppnad", "dag": "2026-01-10"}],
            "documents": held,
        }
        start = perf_counter()
        for n in range(number):
            assert mover.import_(json.dumps({**line, "key": str(n)}).encode())
        taken, marks = perf_counter() - start, []
        tracemalloc.start()
        for n in range(number, 2 * number):
            assert mover.import_(json.dumps({**line, "key": str(n)}).encode())
            if n in (number + number // 3, 2 * number - 1):
                marks.append(tracemalloc.get_traced_memory()[0])
        tracemalloc.stop()
    print(
        f"  brought in, ten documents each: {60 * number / taken:.0f} cases a minute (bar 1000); memory "
        f"{(marks[1] - marks[0]) / 1e6:+.2f} MB over {2 * number // 3} cases"
    )


def modules(numbers=(20, 200)):
    """The catalogue with few and with many modules of one area: the register, and the page to choose among them in
    a case.
    """
    with tempfile.TemporaryDirectory() as folder:
        times = {}
        for number in numbers:
            app, store = office(Path(folder, str(number)))
            for n in range(number):
                store.registers.add(
                    WHO.tenant,
                    "modul",
                    {"titel": f"Moment {n:03}", "omrade": "5", "slag": "traning"},
                    by="x",
                    request_key=str(n),
                )
            made = case(number, 1)
            store.cases.import_(replace(made, case=replace(made.case, programme="dc-tjanst")), by="x")
            client, path = app.test_client(), f"/stegvis/arenden/{made.case.id}/moduler/valj"
            times[number] = median(client, "/stegvis/register/modul?omrade=5"), median(client, path)
    few, most = numbers
    for place, name in enumerate(("the register of modules", "choosing modules in a case")):
        print(f"  {name}: {times[few][place]:.1f} ms with {few}, {times[most][place]:.1f} ms with {most}")


def main(most=100_000):
    """Prints the medians."""
    bringing()
    documents()
    modules()
    many((1000, most))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
