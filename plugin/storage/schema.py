"""Brings the database to the revision of this release, by command alone. Alembic is loaded only here."""

import os
from enum import StrEnum
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import URL, Connection, Engine, inspect, text

from ..errors import SetupError
from .engine import answering, make_engine, revision
from .tables import PREFIX, VERSION_TABLE

_LOCK = 0x57E6715
"""Number of the PostgreSQL advisory lock that lets one migration run at a time."""


class SchemaStatus(StrEnum):
    """How a database stands against this release."""

    CURRENT = "current"
    BEHIND = "behind"
    AHEAD = "ahead"
    MISSING = "missing"
    NOT_OURS = "not ours"


class NotOurDatabase(SetupError):
    """The database holds another program's tables; give Stegvis a file, or a PostgreSQL schema, of its own."""


def check(url: str | URL) -> SchemaStatus:
    """How the database stands. Changes and creates nothing. Raises `StoreUnavailable`."""
    engine = make_engine(url)
    if _is_sqlite(engine) and not _file(engine).exists():
        return SchemaStatus.MISSING
    try:
        with answering(), engine.connect() as connection:
            return _status(connection)
    finally:
        engine.dispose()


def upgrade(url: str | URL) -> None:
    """Brings the database to this release's revision, in one transaction; a new SQLite file is for its owner alone.

    Raises `NotOurDatabase` and `StoreUnavailable`. A database that is ahead is left as it is.
    """
    engine = make_engine(url)
    if _is_sqlite(engine):
        os.close(os.open(_file(engine), os.O_RDWR | os.O_CREAT, 0o600))
    try:
        with answering(), engine.begin() as connection:
            if not _is_sqlite(engine):
                connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
            match _status(connection):
                case SchemaStatus.NOT_OURS:
                    raise NotOurDatabase(f"{engine.url!r}: {NotOurDatabase.__doc__}")
                case SchemaStatus.MISSING | SchemaStatus.BEHIND:
                    command.upgrade(configuration(connection), "head")
    finally:
        engine.dispose()


def configuration(connection: Connection) -> Config:
    """Alembic's configuration for our migrations over a connection that is already open."""
    config = Config()
    config.set_main_option("script_location", "stegvis.plugin:migrations")
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def _status(connection: Connection) -> SchemaStatus:
    found = revision(connection)
    if found is None:
        tables = [name for name in inspect(connection).get_table_names() if name != VERSION_TABLE]
        alone = connection.dialect.name == "sqlite"  # a PostgreSQL schema may be shared, a SQLite file never
        foreign = [name for name in tables if alone or name.startswith(PREFIX)]
        return SchemaStatus.NOT_OURS if foreign else SchemaStatus.MISSING
    scripts = ScriptDirectory.from_config(configuration(connection))
    if found == scripts.get_current_head():
        return SchemaStatus.CURRENT
    known = {script.revision for script in scripts.walk_revisions()}
    return SchemaStatus.BEHIND if found in known else SchemaStatus.AHEAD


def _is_sqlite(engine: Engine) -> bool:
    return engine.dialect.name == "sqlite"


def _file(engine: Engine) -> Path:
    return Path(str(engine.url.database))
