"""What sealing and logging cost a save: the same save with and without them, interleaved, on SQLite with `synchronous =
FULL`.

`python -m tests.benchmarks.storage [ROUNDS]`
"""

import hashlib
import statistics
import sys
import tempfile
import time
from pathlib import Path

from stegvis.plugin.keys import Keyring
from stegvis.plugin.storage.audit import Chain
from stegvis.plugin.storage.codec import AesGcm
from stegvis.plugin.storage.engine import Database
from stegvis.plugin.storage.schema import upgrade
from stegvis.plugin.storage.sql import SqlStore

DEFINITION = "{}"
SHA256 = hashlib.sha256(DEFINITION.encode()).hexdigest()
TASKS = "Plocka upp varor, fylla på hyllor, hålla lagret i ordning och hjälpa kunder att hitta. "
PAYLOAD = {
    "answers": {
        "personnummer": "189001019802",
        "fornamn": "Åsa-Märta",
        "uppgifter": TASKS * 20,
        "stod": TASKS * 20,
        "schema": [{"dag": day, "fran": "08:00", "till": "16:30", "rast": 45} for day in range(5)],
        **{f"fraga_{number}": "Svar av vanlig längd, ungefär så här" for number in range(40)},
    }
}


class NullCodec:
    """Stores in the clear; lives here, so that no installation can choose it."""

    def seal(self, plain, *_row):
        """The same bytes."""
        return plain

    def open(self, sealed, *_row):
        """The same bytes."""
        return sealed


class NoLog(Chain):
    """A log that keeps nothing."""

    def __init__(self, connection, tenant):
        """Locks nothing."""

    def append(self, verb, **_event):
        """Keeps nothing."""


def stores(folder):
    """The store as it is, and one without seal and log, each in a file of its own."""
    keys = Keyring({"k1": bytes(32)})
    made = {}
    for name, codec, chain in (("sealed and logged", AesGcm(keys), Chain), ("neither", NullCodec(), NoLog)):
        url = f"sqlite:///{folder}/{name.replace(' ', '_')}.sqlite"
        upgrade(url)
        made[name] = SqlStore(Database(url), codec, chain=chain)
        made[name].put_definition(SHA256, DEFINITION)
    return made


def time_saves(store, number, times):
    """Starts a document, saves it as a draft and finishes it, and adds the seconds of each verb to *times*."""
    tenant, by = "socialnamnden", "anna"
    begin = time.perf_counter()
    draft = store.start_draft(tenant, "praktikavtal", SHA256, PAYLOAD, by=by, request_key=f"start-{number}")
    started = time.perf_counter()
    saved = store.save_draft(tenant, draft.id, 1, PAYLOAD, by=by, request_key=f"save-{number}")
    middle = time.perf_counter()
    store.finish(tenant, draft.id, saved.version, PAYLOAD, by=by, request_key=f"finish-{number}")
    end = time.perf_counter()
    for verb, seconds in (("start_draft", started - begin), ("save_draft", middle - started), ("finish", end - middle)):
        times.setdefault(verb, []).append(seconds)


def measure(rounds=300, folder=None):
    """Medians in seconds by verb and store, and the ratio: {verb: {store: seconds, …, "ratio": number}}."""
    with tempfile.TemporaryDirectory(dir=folder) as place:
        made = stores(place)
        times = {name: {} for name in made}
        for number in range(rounds):
            for name, store in made.items():
                time_saves(store, number, times[name])
        for store in made.values():
            store.close()
    medians = {name: {verb: statistics.median(seconds) for verb, seconds in by.items()} for name, by in times.items()}
    full, bare = medians["sealed and logged"], medians["neither"]
    return {
        verb: {"sealed and logged": full[verb], "neither": bare[verb], "ratio": full[verb] / bare[verb]}
        for verb in full
    }


def main(rounds=300):
    """Prints the medians and ratios."""
    for verb, found in measure(rounds, Path.cwd()).items():
        full, bare = (f"{found[name] * 1000:.2f} ms" for name in ("sealed and logged", "neither"))
        print(f"{verb:12} sealed and logged {full}, neither {bare}, ratio {found['ratio']:.2f} (bar 1.5)")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
