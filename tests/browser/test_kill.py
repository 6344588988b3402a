"""A server that is killed while somebody types: what the page has called saved is saved, and each save stands in
the log.
"""

import os
import random
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

import pytest
from support.browser_acts import Screen
from support.hosts import mounted

from stegvis.plugin.demo_server import prepare
from stegvis.plugin.storage import Verb

pytestmark = pytest.mark.browser
KILLS = int(os.environ.get("KILLS", "4"))
"""How often; `KILLS=200 pytest tests/browser/test_kill.py` for a long run."""
SERVER = Path(__file__).parents[1] / "support/typing_server.py"
TENANT = "Nämnden"


@contextmanager
def killed_after(folder, port):
    """A server that answers, until it is killed without warning."""
    with subprocess.Popen(
        [sys.executable, SERVER, folder, str(port)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        assert process.stdout.readline() == "up\n"
        try:
            yield
        finally:
            process.send_signal(signal.SIGKILL)
    assert process.returncode == -signal.SIGKILL


def free_port():
    with socket.socket() as here:
        here.bind(("127.0.0.1", 0))
        return here.getsockname()[1]


class Kept:
    """What is in the database, read beside the server."""

    def __init__(self, folder):
        extension = mounted(folder, identity=lambda: None).extensions["stegvis"]
        prepare(extension)
        self.store = extension.store

    def draft(self, document_id):
        return self.store.read(TENANT, document_id, by="test")


LISTEN = """
const real = window.fetch;
window.acknowledged = "";
window.fetch = async (where, how) => {
  const answer = await real(where, how);
  if (answer.ok) window.acknowledged = new URLSearchParams(how.body.toString()).get("syfte");
  return answer;
};"""
AGAIN = "dispatchEvent(new Event('online'))"
"""The page tries at once, however long it has waited because the server was gone."""


def test_nothing_the_page_has_called_saved_is_lost(scripted, tmp_path):
    kept, port, chance = Kept(tmp_path), free_port(), random.Random(5)
    screen, words, acknowledged = Screen(scripted.browser, f"http://127.0.0.1:{port}"), "", 0
    with killed_after(tmp_path, port):
        screen.begin("samtycke")
        screen.browser.execute_script(LISTEN)
    document_id = UUID(screen.path.split("/")[2])
    for number in range(KILLS):
        with killed_after(tmp_path, port):
            words += f"{number} "
            screen.one('[name="syfte"]').send_keys(f"{number} ")
            screen.browser.execute_script(AGAIN)
            time.sleep(chance.uniform(0, 0.9))  # the first answer of a new server takes about half a second
        told = screen.browser.execute_script("return window.acknowledged")
        found = kept.draft(document_id)
        assert found.version >= int(screen.one('[name="version"]').get_attribute("value"))
        assert found.payload["answers"].get("syfte", "").startswith(told), "what was acknowledged is there"
        acknowledged += told == words
    with killed_after(tmp_path, port):
        screen.browser.execute_script(AGAIN)
        screen.wait(lambda: kept.draft(document_id).payload["answers"].get("syfte") == words, 20)
    scripted.browser.get("about:blank")
    assert KILLS < 50 or KILLS > acknowledged > KILLS / 10, "some kills came before the answer, and some after it"
    made = [
        event.version for event in kept.store.events(TENANT, document_id) if event.verb in (Verb.STARTED, Verb.SAVED)
    ]
    assert made == list(range(1, kept.draft(document_id).version + 1)), (
        "a row in the log for each save, a save for each row"
    )
    assert kept.store.verify_log(TENANT).intact
    kept.store.close()
