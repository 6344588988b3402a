"""The package's own engine: made on first use, safe to fork, with short transactions and nothing shared with the
host.
"""

import os
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, DatabaseError, InterfaceError, OperationalError

from ..errors import SetupError
from .errors import SchemaOutdated, StoreUnavailable
from .tables import VERSION_TABLE

HEAD = "0004"
"""The revision this release is written for, named here so that Alembic need not be loaded to serve a page."""

WRITTEN = "write the database as sqlite:////path/to/file or postgresql://user@host/name"

BUSY_MILLISECONDS = 10_000


def make_engine(url: str | URL) -> Engine:
    """An engine that has not connected. Parameters never reach an error message or a log.

    SQLite waits for its turn and has each commit on disk before it returns; a PostgreSQL pooler may stand in between.
    """
    where = _where(url)
    if where.get_backend_name() == "sqlite":
        engine = create_engine(where, hide_parameters=True)
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    arguments = {"prepare_threshold": None, "connect_timeout": 10}
    try:
        return create_engine(where, hide_parameters=True, pool_pre_ping=True, connect_args=arguments)
    except ModuleNotFoundError as error:
        raise SetupError("PostgreSQL needs its driver: pip install 'stegvis[postgresql]'") from error


@contextmanager
def answering() -> Iterator[None]:
    """Turns a database that is away, full, busy or broken into `StoreUnavailable`."""
    try:
        yield
    except (OperationalError, InterfaceError) as error:
        raise StoreUnavailable from error
    except DatabaseError as error:
        if type(error) is DatabaseError:  # not one of its kinds: the file is no database, or is damaged
            raise StoreUnavailable from error
        raise


class Database:
    """Lends connections in explicit transactions; refuses a database that is at another revision."""

    def __init__(self, url: str | URL) -> None:
        self._engine = make_engine(url)
        self._process = os.getpid()
        self._checked = False
        _alive.add(self)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction that is committed, or leaves nothing; SQLite lets one writer in at a time."""
        with self._transaction(self._engine) as connection:
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One transaction that changes nothing and waits for nobody."""
        with self._transaction(self._engine.execution_options(stegvis_reading=True)) as connection:
            yield connection

    def close(self) -> None:
        """Closes idle connections; the next transaction opens new ones."""
        self._engine.dispose()

    @contextmanager
    def _transaction(self, engine: Engine) -> Iterator[Connection]:
        if self._process != os.getpid():  # a fork Python was not told of: the connections are the parent's
            self._engine.dispose(close=False)
            self._process = os.getpid()
        with answering():
            if not self._checked:
                self._check()
            with engine.begin() as connection:
                yield connection

    def _check(self) -> None:
        path = self._engine.url.database
        if self._engine.dialect.name == "sqlite" and not Path(str(path)).exists():
            raise SchemaOutdated(f"there is no database at {path}")
        with self._engine.connect() as connection:
            found = revision(connection)
        if found is not None and found > HEAD:
            raise SchemaOutdated(f"the database is at revision {found} of a newer release", "install that release")
        if found != HEAD:
            raise SchemaOutdated(f"the database is at revision {found or 'none'}, this release needs {HEAD}")
        self._checked = True


def revision(connection: Connection) -> str | None:
    """The revision the database says it is at, if any."""
    if not connection.dialect.has_table(connection, VERSION_TABLE):
        return None
    found: str | None = connection.scalar(text(f"SELECT version_num FROM {VERSION_TABLE}"))
    return found


def _where(url: str | URL) -> URL:
    try:
        where = make_url(url)
    except ArgumentError as error:
        raise SetupError(WRITTEN) from error
    backend = where.get_backend_name()
    if backend == "postgresql":
        return where.set(drivername="postgresql+psycopg")
    if backend != "sqlite" or where.database in (None, "", ":memory:"):
        raise SetupError(WRITTEN)
    return where


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # the driver must not begin transactions by itself
    for pragma in (
        f"busy_timeout = {BUSY_MILLISECONDS}",
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
        "secure_delete = ON",
    ):
        connection.execute(f"PRAGMA {pragma}").close()


def _begin_sqlite(connection: Connection) -> None:
    reading = connection.get_execution_options().get("stegvis_reading")
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")


_alive: "weakref.WeakSet[Database]" = weakref.WeakSet()


def _close_all() -> None:
    for database in list(_alive):
        database.close()


if hasattr(os, "register_at_fork"):  # an open SQLite file must not be carried into a child
    os.register_at_fork(before=_close_all)
