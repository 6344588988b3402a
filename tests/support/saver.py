"""A process that saves until it is killed, and says what it was told is saved: `saver.py URL DOCUMENT-ID`."""

import itertools
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
from uuid import UUID

from stegvis.plugin.storage import open_store
from support.store_acts import KEYRING, TENANT

if __name__ == "__main__":
    store = open_store(sys.argv[1], KEYRING)
    document = store.read(TENANT, UUID(sys.argv[2]), by="saver")
    for number in itertools.count(document.version):
        payload = {"answers": {"syfte": "x" * 6000, "number": number + 1}}
        document = store.save_draft(TENANT, document.id, number, payload, by="saver", request_key=f"kill-{number}")
        print(document.version, flush=True)
