"""A process that is killed loses nothing it said was saved, and leaves nothing half done."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from support.store_acts import TENANT, rows, start

from stegvis.plugin.storage import Verb
from stegvis.plugin.storage.unit_of_work import KEPT

KILLS = int(os.environ.get("KILLS", "6"))
"""How often; `KILLS=200 pytest tests/plugin/storage/test_kill.py` for a long run."""
SAVER = Path(__file__).parents[2] / "support/saver.py"


def kill_while_saving(url, document_id, seconds):
    """Starts a saver, kills it some time after its first save, and returns the last version it was told is saved."""
    command = [sys.executable, SAVER, url, str(document_id)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        first = process.stdout.readline()
        time.sleep(seconds)
        process.send_signal(signal.SIGKILL)
        said = [first, *process.stdout.read().splitlines(keepends=True)]
    assert process.returncode == -signal.SIGKILL
    return int([line for line in said if line.endswith("\n")][-1])


def test_no_save_that_was_acknowledged_is_lost(store, url):
    draft = start(store)
    chance = random.Random(url.startswith("sqlite"))
    for _ in range(KILLS):
        acknowledged = kill_while_saving(url, draft.id, chance.uniform(0, 0.2))
        found = store.read(TENANT, draft.id, by="anna")
        assert found.version in (acknowledged, acknowledged + 1)  # one may be on disk that nobody was told of
        assert found.payload["answers"]["number"] == found.version
    versions = [event.version for event in store.events(TENANT, draft.id) if event.verb in (Verb.STARTED, Verb.SAVED)]
    kept = rows(url, "SELECT version FROM stegvis_revisions ORDER BY version")
    remembered = rows(url, "SELECT version FROM stegvis_requests ORDER BY version")
    assert versions == list(range(1, found.version + 1))  # a row for each event, an event for each row
    assert [row["version"] for row in remembered] == versions
    assert [row["version"] for row in kept] == versions[-KEPT - 1 :]
    assert store.verify_log(TENANT).intact
    if url.startswith("sqlite"):
        assert rows(url, "PRAGMA integrity_check") == [{"integrity_check": "ok"}]
