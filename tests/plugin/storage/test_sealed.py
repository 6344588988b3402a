"""Personal data lies in one place, sealed, and bound to its row."""

import itertools
from pathlib import Path

import pytest
from sqlalchemy import inspect, make_url
from support.store_acts import KEYRING, PAYLOAD, SHA256, TENANT, finish, opened, rows, save, start

from stegvis.plugin.keys import Keyring, UnknownKey
from stegvis.plugin.storage import BrokenSeal, open_store

SECRETS = ("Åsa-Märta", "Asa-M", "189001019802", "Planera praktik", "fornamn", "personnummer", "granskad av Sixten")


def forms_of(secret):
    """The ways a text may lie in a file."""
    yield secret.encode()
    yield secret.encode("utf-16-le")
    yield secret.encode("ascii", "backslashreplace").replace(b"\\x", b"\\u00")
    yield secret.encode().hex().encode()


@pytest.mark.parametrize("empty_url", ["sqlite"], indirect=True)
def test_the_bytes_of_the_database_files_hold_nothing_personal(store, url):
    draft = start(store)
    store.read(TENANT, draft.id, by="bo", reason="granskad av Sixten")
    finish(store, save(store, draft, PAYLOAD | {"mer": "Planera praktik"}))
    files = list(Path(make_url(url).database).parent.iterdir())
    content = b"".join(path.read_bytes() for path in files)
    assert {path.suffix for path in files} >= {".sqlite", ".sqlite-wal"}
    assert SHA256.encode() in content  # the search can find something
    found = [form for secret in SECRETS for form in forms_of(secret) if form in content]
    assert found == []


def test_no_column_of_any_table_holds_anything_personal(store, url):
    draft = start(store)
    store.read(TENANT, draft.id, by="bo", reason="granskad av Sixten")
    finish(store, save(store, draft, PAYLOAD))
    with opened(url) as engine:
        tables = inspect(engine).get_table_names()
    values = itertools.chain.from_iterable(
        row.values() for table in tables for row in rows(url, f"SELECT * FROM {table}")
    )
    content = b"".join(
        bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode() for value in values
    )
    assert [form for secret in SECRETS for form in forms_of(secret) if form in content] == []


def swap(url, table, column, key):
    """Exchanges the sealed values of two rows."""
    first, second = rows(url, f"SELECT {key}, {column} FROM stegvis_{table} ORDER BY {key}")
    for row, other in ((first, second), (second, first)):
        sql = f"UPDATE stegvis_{table} SET {column} = :value WHERE {key} = :key"
        rows(url, sql, value=other[column], key=row[key])


def test_payloads_that_change_places_are_found_out(store, url):
    first, second = start(store), start(store, {"answers": {"fornamn": "Bo"}})
    swap(url, "revisions", "payload", "document_id")
    for draft in (first, second):
        with pytest.raises(BrokenSeal, match="k1"):
            store.read(TENANT, draft.id, by="anna")


def test_an_older_version_put_back_is_found_out(store, url):
    draft = start(store)
    save(store, draft, {"answers": {}})
    swap(url, "revisions", "payload", "version")
    with pytest.raises(BrokenSeal):
        store.read(TENANT, draft.id, by="anna")


def test_secrets_that_change_places_are_found_out(store, url):
    first, _ = start(store), start(store)
    swap(url, "documents", "secret", "id")
    with pytest.raises(BrokenSeal):
        save(store, first, PAYLOAD)


def test_a_document_moved_to_another_tenant_cannot_be_read(store, url):
    draft = start(store, tenant="annan")
    rows(
        url,
        f"INSERT INTO stegvis_documents SELECT '{TENANT}', id, form, definition_sha256, version, state, created, "
        "created_by, changed, changed_by, replaces, secret, case_id, digest FROM stegvis_documents",
    )
    rows(url, f"UPDATE stegvis_revisions SET tenant = '{TENANT}'")
    with pytest.raises(BrokenSeal):
        store.read(TENANT, draft.id, by="anna")


class TestKeys:
    """What the wrong keys, and new ones, do to a store."""

    @pytest.fixture
    def reopened(self, url):
        opened = []

        def reopen(**keys):
            opened.append(open_store(url, Keyring(keys)))
            return opened[-1]

        yield reopen
        for store in opened:
            store.close()

    def test_another_key_of_the_same_name_is_refused(self, store, reopened):
        draft = start(store)
        with pytest.raises(BrokenSeal, match="'k1'"):
            reopened(k1=b"x" * 32).read(TENANT, draft.id, by="anna")

    def test_a_missing_key_is_named(self, store, reopened):
        draft = start(store)
        with pytest.raises(UnknownKey, match="'k1'") as refused:
            reopened(k2=b"x" * 32).read(TENANT, draft.id, by="anna")
        assert refused.value.key_id == "k1"

    def test_after_rotation_the_old_is_read_and_the_new_key_seals(self, store, reopened, url):
        draft = start(store)
        rotated = reopened(k2=b"x" * 32, k1=KEYRING.key("k1"))
        assert rotated.read(TENANT, draft.id, by="anna") == draft
        save(rotated, draft, PAYLOAD)
        sealed = [bytes(row["payload"]) for row in rows(url, "SELECT payload FROM stegvis_revisions ORDER BY version")]
        assert [payload[2:4] for payload in sealed] == [b"k1", b"k2"]

    def test_what_cannot_be_opened_is_never_logged_as_read(self, store, reopened):
        draft = start(store)
        with pytest.raises(BrokenSeal):
            reopened(k1=b"x" * 32).read(TENANT, draft.id, by="bo")
        assert [event.by for event in store.events(TENANT, draft.id)] == ["anna"]
