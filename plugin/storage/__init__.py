"""Storage: what the plugin keeps, sealed and logged. `open_store` gives a `Store`; nothing connects before its
first verb.
"""

from sqlalchemy import URL

from ..keys import Keyring, KeyringError, UnknownKey
from .acting import Acting
from .codec import AesGcm, Codec
from .engine import Database
from .errors import (
    BrokenSeal,
    CaseMoved,
    Conflict,
    EntryMoved,
    Locked,
    NotFound,
    NotSaved,
    OnceReused,
    Replaced,
    SchemaOutdated,
    StoreError,
    StoreUnavailable,
)
from .ids import stable_id
from .model import (
    STANDING,
    Artefact,
    CaseDocument,
    CaseEvent,
    Deadline,
    Entry,
    Finish,
    ImportedCase,
    ImportedDocument,
    LogCheck,
    LogEvent,
    OpenedDocument,
    Payload,
    State,
    Stay,
    StoredCase,
    StoredDocument,
    Verb,
)
from .sql import SqlStore
from .store import Cases, Clock, Registers, Store, utc_now

__all__ = [
    "STANDING",
    "Acting",
    "Artefact",
    "BrokenSeal",
    "CaseDocument",
    "CaseEvent",
    "CaseMoved",
    "Cases",
    "Clock",
    "Codec",
    "Conflict",
    "Deadline",
    "Entry",
    "EntryMoved",
    "Finish",
    "ImportedCase",
    "ImportedDocument",
    "KeyringError",
    "Locked",
    "LogCheck",
    "LogEvent",
    "NotFound",
    "NotSaved",
    "OnceReused",
    "OpenedDocument",
    "Payload",
    "Registers",
    "Replaced",
    "SchemaOutdated",
    "State",
    "Stay",
    "Store",
    "StoreError",
    "StoreUnavailable",
    "StoredCase",
    "StoredDocument",
    "UnknownKey",
    "Verb",
    "open_store",
    "stable_id",
]


def open_store(url: str | URL, keyring: Keyring, clock: Clock = utc_now) -> Store:
    """The store at a database URL (`sqlite:////path/file` or `postgresql://…`); it connects on first use."""
    return SqlStore(Database(url), AesGcm(keyring), clock)
