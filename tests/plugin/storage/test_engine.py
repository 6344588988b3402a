"""An engine of our own: made late, safe to fork, quiet about what it is given."""

import multiprocessing
import os
import subprocess
import sys

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from support.store_acts import KEYRING, SHA256, TENANT, opened, rows, start

from stegvis.plugin.errors import SetupError
from stegvis.plugin.storage import StoreUnavailable, open_store
from stegvis.plugin.storage.engine import Database, make_engine
from stegvis.plugin.storage.schema import check, upgrade


def test_opening_a_store_connects_to_nothing():
    open_store("postgresql://nobody@192.0.2.1/nowhere", KEYRING)
    open_store("sqlite:////does/not/exist.sqlite", KEYRING)


def test_importing_storage_loads_neither_alembic_nor_psycopg():
    """They are for commands, and for those who have that database. What a start loads is told in test_extension.py: no
    storage at all.
    """
    code = "import sys, stegvis.plugin.storage; print({'alembic', 'psycopg'} & set(sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "set()\n"


def test_postgresql_means_psycopg_3():
    assert make_engine("postgresql://x@y/z").driver == "psycopg"


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:", "mysql://host/name", "inte en adress", ""])
def test_any_other_database_is_refused_with_how_to_write_it(url):
    with pytest.raises(SetupError, match="sqlite:////path/to/file or postgresql://user@host/name"):
        make_engine(url)


def test_a_missing_driver_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(SetupError, match=r"stegvis\[postgresql\]"):
        make_engine("postgresql://x@y/z")


@pytest.mark.parametrize("empty_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("busy_timeout", 10_000), ("secure_delete", 1)],
)
def test_sqlite_is_set_to_keep_what_it_was_given(url, pragma, value):
    with opened(url) as engine, engine.connect() as connection:
        assert connection.scalar(text(f"PRAGMA {pragma}")) == value


@pytest.mark.parametrize("empty_url", ["sqlite"], indirect=True)
def test_whoever_reads_does_not_wait_for_whoever_writes(store, url):
    draft = start(store)
    with Database(url).writing():
        assert len(store.events(TENANT, draft.id)) == 1


def test_an_error_never_shows_what_was_to_be_written(url):
    with opened(url) as engine, engine.connect() as connection, pytest.raises(DBAPIError) as refused:
        connection.execute(text("INSERT INTO finns_inte VALUES (:value)"), {"value": "189001019802"})
    assert "189001019802" not in str(refused.value)


def test_a_change_without_end_leaves_nothing(store, url):
    database = Database(url)
    with pytest.raises(RuntimeError), database.writing() as connection:
        connection.execute(text("INSERT INTO stegvis_logs VALUES ('x', 0, 'x')"))
        raise RuntimeError
    database.close()
    assert rows(url, "SELECT tenant FROM stegvis_logs") == []


@pytest.mark.parametrize("empty_url", ["sqlite"], indirect=True)
def test_a_database_that_does_not_answer_is_said_so(store, url, monkeypatch):
    monkeypatch.setattr("stegvis.plugin.storage.engine.BUSY_MILLISECONDS", 50)
    draft = start(store)
    late = open_store(url, KEYRING)
    with Database(url).writing(), pytest.raises(StoreUnavailable, match="same one-time key"):
        late.read(TENANT, draft.id, by="bo")
    late.close()
    assert store.read(TENANT, draft.id, by="anna") == draft


def test_a_server_that_is_not_there_is_said_so():
    url = "postgresql://nobody@/none?host=/nonexistent"
    for act in (check, upgrade, lambda url: open_store(url, KEYRING).definition(SHA256)):
        with pytest.raises(StoreUnavailable):
            act(url)


def test_a_file_that_is_no_database_is_said_so(tmp_path):
    path = tmp_path / "brev.txt"
    path.write_text("Hej!" * 1000)
    for act in (check, upgrade, lambda url: open_store(url, KEYRING).definition(SHA256)):
        with pytest.raises(StoreUnavailable):
            act(f"sqlite:///{path}")
    assert path.read_text() == "Hej!" * 1000


def test_a_lost_connection_is_made_anew(store, url):
    draft = start(store)
    if url.startswith("postgresql"):
        with opened(url) as engine, engine.connect() as connection:
            others = "FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
            connection.execute(text(f"SELECT pg_terminate_backend(pid) {others}"))
    else:
        store.close()
    assert store.read(TENANT, draft.id, by="anna") == draft


def test_a_store_that_was_used_before_a_fork_works_on_both_sides(store):
    draft = start(store)

    def act():
        for _ in range(10):
            store.read(TENANT, draft.id, by="child")

    def in_child():
        assert store._database._engine.pool.checkedin() == 0  # no open file or socket was carried over
        act()

    child = multiprocessing.get_context("fork").Process(target=in_child)
    child.start()
    act()
    child.join()
    assert child.exitcode == 0
    assert store.verify_log(TENANT).length == 21
    assert store.verify_log(TENANT).intact


def test_a_fork_python_was_not_told_of_is_noticed(store, monkeypatch):
    """As when a server written in C forks: the pool holds the parent's connections."""
    draft = start(store)
    before = store._database._engine.pool
    monkeypatch.setattr(store._database, "_process", -1)
    store.read(TENANT, draft.id, by="anna")
    assert store._database._engine.pool is not before
    assert store._database._process == os.getpid()
    before.dispose()
