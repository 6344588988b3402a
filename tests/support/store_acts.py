"""What the storage tests do over and over."""

import hashlib
import itertools
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

from sqlalchemy import text

from stegvis.plugin.keys import Keyring
from stegvis.plugin.storage.engine import make_engine

KEYRING = Keyring({"k1": bytes(range(32))})
DEFINITION = '{"format":1,"id":"samtycke"}'
SHA256 = hashlib.sha256(DEFINITION.encode()).hexdigest()
TENANT = "socialnamnden"
PAYLOAD = {"answers": {"fornamn": "Åsa-Märta", "personnummer": "189001019802", "syfte": "Planera praktik"}}
ONCE = (f"once-{number}" for number in itertools.count())


class Ticking:
    """A clock that moves one second each time it is asked."""

    def __init__(self):
        self.now = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)

    def __call__(self):
        self.now += timedelta(seconds=1)
        return self.now


def start(store, payload=PAYLOAD, *, tenant=TENANT, by="anna", request_key=None):
    """A new draft."""
    return store.start_draft(tenant, "samtycke", SHA256, payload, by=by, request_key=request_key or next(ONCE))


def save(store, draft, payload, *, version=None, by="anna", request_key=None):
    """The draft with another payload."""
    return store.save_draft(
        TENANT, draft.id, version or draft.version, payload, by=by, request_key=request_key or next(ONCE)
    )


def finish(store, draft, payload=PAYLOAD, *, version=None, by="anna", request_key=None):
    """The draft, saved for good."""
    return store.finish(
        TENANT, draft.id, version or draft.version, payload, by=by, request_key=request_key or next(ONCE)
    )


def discard(store, draft, *, request_key=None):
    """The draft is destroyed."""
    store.discard_draft(TENANT, draft.id, by="anna", request_key=request_key or next(ONCE))


@contextmanager
def opened(url):
    """An engine that is closed again, whatever happens."""
    engine = make_engine(url)
    try:
        yield engine
    finally:
        engine.dispose()


def rows(url, sql, **values):
    """What the database itself answers."""
    with opened(url) as engine, engine.begin() as connection:
        result = connection.execute(text(sql), values)
        return result.mappings().all() if result.returns_rows else []
