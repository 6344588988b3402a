"""A process that sends one request when told to: `writer.py URL ONCE`; prints the document's id, or the error's
name.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from stegvis.plugin.storage import StoreError, open_store
from support.store_acts import KEYRING, start

if __name__ == "__main__":
    store = open_store(sys.argv[1], KEYRING)
    print("ready", flush=True)
    sys.stdin.readline()
    try:
        print(start(store, request_key=sys.argv[2]).id, flush=True)
    except StoreError as error:
        print(type(error).__name__, flush=True)
    store.close()
