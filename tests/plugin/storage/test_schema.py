"""The database is brought forward by command alone, and a wrong one is refused."""

import multiprocessing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, make_url
from support.store_acts import KEYRING, SHA256, opened, rows

from stegvis.plugin.storage import SchemaOutdated, open_store
from stegvis.plugin.storage.engine import HEAD
from stegvis.plugin.storage.schema import NotOurDatabase, SchemaStatus, check, configuration, upgrade
from stegvis.plugin.storage.tables import VERSION_TABLE, metadata

SPAWN = multiprocessing.get_context("spawn")


def test_models_and_migrations_say_the_same(url):
    with opened(url) as engine, engine.connect() as connection:
        options = {"version_table": VERSION_TABLE, "compare_type": True, "compare_server_default": True}
        found = compare_metadata(MigrationContext.configure(connection, opts=options), metadata)
    assert found == []


def test_constraints_and_indexes_have_the_names_of_the_models(url):
    with opened(url) as engine:
        inspector = inspect(engine)
        for table in metadata.sorted_tables:
            assert inspector.get_pk_constraint(table.name)["name"] == f"pk_{table.name}"
            names = {key["name"] for key in inspector.get_foreign_keys(table.name)}
            assert names == {key.name for key in table.foreign_key_constraints}


def test_the_revision_the_store_asks_for_is_the_last_migration(url):
    with opened(url) as engine, engine.connect() as connection:
        assert ScriptDirectory.from_config(configuration(connection)).get_heads() == [HEAD]


def test_an_empty_database_is_brought_to_this_release_and_stays_there(empty_url):
    assert check(empty_url) == SchemaStatus.MISSING
    upgrade(empty_url)
    assert check(empty_url) == SchemaStatus.CURRENT
    upgrade(empty_url)
    assert check(empty_url) == SchemaStatus.CURRENT


@pytest.mark.parametrize(("revision", "status"), [("9999", SchemaStatus.AHEAD), (HEAD, SchemaStatus.CURRENT)])
def test_a_database_of_a_newer_release_is_known_and_left_alone(url, revision, status):
    rows(url, f"UPDATE {VERSION_TABLE} SET version_num = '{revision}'")
    upgrade(url)
    assert check(url) == status


def test_two_upgrades_at_once_are_one(empty_url):
    processes = [SPAWN.Process(target=upgrade, args=(empty_url,)) for _ in range(3)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0, 0, 0]
    assert check(empty_url) == SchemaStatus.CURRENT


def test_a_migration_that_fails_leaves_nothing(empty_url, monkeypatch):
    from alembic.operations import Operations

    def fail(*_arguments):
        raise RuntimeError("the disk burns")

    monkeypatch.setattr(Operations, "execute", fail)  # the triggers are the last step
    with pytest.raises(RuntimeError, match="burns"):
        upgrade(empty_url)
    monkeypatch.undo()
    assert check(empty_url) == SchemaStatus.MISSING


class TestForeign:
    """Other programs' tables."""

    @pytest.mark.parametrize("empty_url", ["sqlite"], indirect=True)
    def test_a_sqlite_file_of_another_program_is_left_alone(self, empty_url):
        rows(empty_url, "CREATE TABLE arenden (id INTEGER)")
        assert check(empty_url) == SchemaStatus.NOT_OURS
        with pytest.raises(NotOurDatabase, match="a file, or a PostgreSQL schema, of its own"):
            upgrade(empty_url)
        assert len(rows(empty_url, "SELECT * FROM sqlite_master")) == 1

    def test_tables_with_our_names_that_we_did_not_make_are_left_alone(self, empty_url):
        rows(empty_url, "CREATE TABLE stegvis_documents (id INTEGER)")
        assert check(empty_url) == SchemaStatus.NOT_OURS
        with pytest.raises(NotOurDatabase):
            upgrade(empty_url)

    @pytest.mark.parametrize("empty_url", [pytest.param("postgresql", marks=pytest.mark.postgresql)], indirect=True)
    def test_a_host_may_have_its_own_tables_and_revisions_beside_ours(self, empty_url):
        rows(empty_url, "CREATE TABLE alembic_version (version_num TEXT)")
        rows(empty_url, "INSERT INTO alembic_version VALUES ('hostens')")
        upgrade(empty_url)
        assert check(empty_url) == SchemaStatus.CURRENT
        assert rows(empty_url, "SELECT version_num FROM alembic_version") == [{"version_num": "hostens"}]

    @pytest.mark.parametrize("empty_url", [pytest.param("postgresql", marks=pytest.mark.postgresql)], indirect=True)
    def test_a_password_never_stands_in_the_refusal(self, empty_url):
        rows(empty_url, "CREATE TABLE stegvis_documents (id INTEGER)")
        with pytest.raises(NotOurDatabase) as refused:
            upgrade(empty_url.replace("stegvis@", "stegvis:hemligt@"))
        assert "hemligt" not in str(refused.value)


class TestRefusal:
    """A store never migrates; it says what to run."""

    REMEDY = "flask stegvis db upgrade"

    def test_no_database(self, empty_url):
        store = open_store(empty_url, KEYRING)
        with pytest.raises(SchemaOutdated, match=self.REMEDY):
            store.definition(SHA256)
        store.close()
        assert check(empty_url) == SchemaStatus.MISSING

    def test_another_revision(self, url):
        rows(url, f"UPDATE {VERSION_TABLE} SET version_num = '0000'")
        store = open_store(url, KEYRING)
        with pytest.raises(SchemaOutdated, match=f"revision 0000, this release needs {HEAD}.*{self.REMEDY}"):
            store.definition(SHA256)
        store.close()

    def test_a_newer_release(self, url):
        rows(url, f"UPDATE {VERSION_TABLE} SET version_num = '9999'")
        store = open_store(url, KEYRING)
        with pytest.raises(SchemaOutdated, match="revision 9999 of a newer release; install that release"):
            store.definition(SHA256)
        store.close()

    def test_it_works_as_soon_as_the_database_is_brought_forward(self, empty_url):
        store = open_store(empty_url, KEYRING)
        with pytest.raises(SchemaOutdated):
            store.listing("socialnamnden", by="anna")
        upgrade(empty_url)
        assert store.listing("socialnamnden", by="anna") == ()
        store.close()


@pytest.mark.parametrize("empty_url", ["sqlite"], indirect=True)
class TestFile:
    """The embedded database is a file."""

    def test_only_its_owner_may_read_it(self, empty_url):
        upgrade(empty_url)
        rows(empty_url, "SELECT 1")
        folder = Path(make_url(empty_url).database).parent
        assert {path.stat().st_mode & 0o077 for path in folder.iterdir()} == {0}

    def test_neither_looking_nor_refusing_makes_it(self, empty_url):
        check(empty_url)
        with pytest.raises(SchemaOutdated, match="there is no database at"):
            open_store(empty_url, KEYRING).definition(SHA256)
        assert not Path(make_url(empty_url).database).exists()
