"""Opens the storage that the settings name, and says whether it can be used."""

import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from ..keys import ENVIRONMENT, Keyring, KeyringError
from .settings import Settings
from .state import Mounted

if TYPE_CHECKING:
    from ..storage import Codec, Store

DATABASE = "stegvis.sqlite3"
KEY_FILE = "keys"


def database_url(settings: Settings, folder: Path) -> str:
    """The database of these settings: the one they name, or the embedded one in the folder."""
    return settings.database or f"sqlite:///{folder / DATABASE}"


def key_file(settings: Settings, folder: Path) -> Path:
    """Where the keys lie when the environment does not hold them."""
    return Path(settings.key_file) if settings.key_file else folder / KEY_FILE


def read_keys(settings: Settings, folder: Path) -> Keyring:
    """The keys in the environment variable STEGVIS_KEYS, or else in the key file. Raises KeyringError."""
    if os.environ.get(ENVIRONMENT):
        return Keyring.from_environment()
    return Keyring.from_file(key_file(settings, folder))


def open_store(settings: Settings, folder: Path, keys: Keyring | None, clock: Callable[[], datetime]) -> "Store":
    """The store; it connects when it is first used."""
    store: Store = _storage().open_store(database_url(settings, folder), keys or read_keys(settings, folder), clock)
    return store


def open_codec(settings: Settings, folder: Path, keys: Keyring | None) -> "Codec":
    """What seals with the same keys as the store. Raises KeyringError."""
    codec: Codec = _storage().AesGcm(keys or read_keys(settings, folder))
    return codec


def storage_problem(mounted: Mounted) -> str:
    """Empty when the storage answers and is of this release; otherwise one word: keys, schema or unreachable."""
    storage = _storage()
    try:
        mounted.store.definition("0" * 64)  # the cheapest question: no definition has this hash, and nothing is logged
    except storage.NotFound:
        return ""
    except KeyringError:
        return "keys"
    except storage.SchemaOutdated:
        return "schema"
    except storage.StoreUnavailable:
        return "unreachable"
    return ""


def _storage() -> ModuleType:
    from .. import storage  # with it comes SQLAlchemy, which a host starts without

    return storage
