"""One event for each read and write, that nobody can change or leave out unseen."""

import pytest
from sqlalchemy.exc import DBAPIError
from support.store_acts import PAYLOAD, TENANT, discard, finish, opened, rows, save, start

from stegvis.plugin.storage import Conflict, NotFound, Verb
from stegvis.plugin.storage.audit import digest
from stegvis.plugin.storage.tables import events

ACTS = {
    Verb.STARTED: lambda store, draft: start(store),
    Verb.SAVED: lambda store, draft: save(store, draft, PAYLOAD),
    Verb.FINISHED: lambda store, draft: finish(store, draft),
    Verb.DISCARDED: lambda store, draft: discard(store, draft),
    Verb.READ: lambda store, draft: store.read(TENANT, draft.id, by="anna"),
    Verb.LISTED: lambda store, draft: store.listing(TENANT, by="anna"),
}


def log(url):
    return rows(url, "SELECT * FROM stegvis_events ORDER BY number")


def tamper(url, sql):
    """What only one who owns the database can do: the guards are taken away first."""
    if url.startswith("sqlite"):
        for act in ("update", "delete"):
            rows(url, f"DROP TRIGGER IF EXISTS stegvis_events_no_{act}")
    else:
        rows(url, "DROP TRIGGER IF EXISTS stegvis_events_append_only ON stegvis_events")
    rows(url, sql)


@pytest.mark.parametrize("verb", ACTS)
def test_each_verb_leaves_one_event(store, url, verb):
    draft = start(store)
    before = len(log(url))
    ACTS[verb](store, draft)
    assert [row["verb"] for row in log(url)[before:]] == [verb]


def test_reading_an_earlier_version_is_logged_with_that_version(store):
    draft = start(store)
    save(store, draft, PAYLOAD)
    store.revision(TENANT, draft.id, 1, by="anna")
    assert store.events(TENANT, draft.id)[-1].version == 1


def test_an_event_says_who_when_what_which_and_why(store, clock):
    draft = start(store)
    store.read(TENANT, draft.id, by="bo", reason="Granskning före utlämnande")
    event = store.events(TENANT, draft.id)[-1]
    assert (event.by, event.verb, event.document_id, event.version) == ("bo", Verb.READ, draft.id, 1)
    assert (event.at, event.reason) == (clock.now, "Granskning före utlämnande")


def test_what_came_to_nothing_leaves_no_event(store, url):
    draft = finish(store, start(store))
    before = log(url)
    for act in (save, finish):
        with pytest.raises(Exception, match="saved and cannot"):
            act(store, draft, PAYLOAD)
    with pytest.raises(NotFound):
        store.revision(TENANT, draft.id, 9, by="anna")
    assert log(url) == before


def test_a_conflict_is_a_read_and_leaves_its_event(store, url):
    draft = start(store)
    save(store, draft, {"answers": {}})
    before = len(log(url))
    with pytest.raises(Conflict):
        save(store, draft, PAYLOAD)
    assert [row["verb"] for row in log(url)[before:]] == ["read"]


def test_the_person_is_one_pseudonym_per_document_that_says_nothing_by_itself(store):
    first, second = start(store), start(store)
    save(store, first, PAYLOAD)
    names = [{event.person for event in store.events(TENANT, draft.id)} for draft in (first, second)]
    assert [len(name) for name in names] == [1, 1]
    assert names[0] != names[1]  # the same answers, another key


def test_every_tenant_has_a_chain_of_its_own(store):
    start(store)
    start(store, tenant="annan")
    assert [store.verify_log(tenant).length for tenant in (TENANT, "annan", "ingen")] == [1, 1, 0]


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE stegvis_events SET who = 'ingen' WHERE number = 2",
        "DELETE FROM stegvis_events WHERE number = 2",
    ],
)
def test_the_database_itself_refuses_to_change_or_delete_an_event(store, url, sql):
    for _ in range(3):
        start(store)
    with pytest.raises(DBAPIError, match="append-only"):
        rows(url, sql)
    assert store.verify_log(TENANT).intact


@pytest.mark.parametrize(
    ("sql", "broken_at"),
    [
        ("UPDATE stegvis_events SET who = 'ingen' WHERE number = 2", 2),
        ("UPDATE stegvis_events SET verb = 'read' WHERE number = 2", 2),
        ("UPDATE stegvis_events SET at = '2026-11-20 10:00:00' WHERE number = 2", 2),
        ("UPDATE stegvis_events SET document_id = NULL WHERE number = 2", 2),
        ("UPDATE stegvis_events SET version = 7 WHERE number = 2", 2),
        ("UPDATE stegvis_events SET reason = NULL WHERE number = 4", 4),
        ("UPDATE stegvis_events SET person = '' WHERE number = 2", 2),
        ("UPDATE stegvis_events SET previous = hash WHERE number = 2", 2),
        ("UPDATE stegvis_events SET hash = previous WHERE number = 2", 2),
        ("UPDATE stegvis_events SET number = number + 10 WHERE number >= 3", 3),
        ("DELETE FROM stegvis_events WHERE number = 1", 1),
        ("DELETE FROM stegvis_events WHERE number = 2", 2),
        ("DELETE FROM stegvis_events WHERE number = 4", 4),
        ("UPDATE stegvis_logs SET length = 3", 5),
        ("UPDATE stegvis_logs SET head = 'x'", 5),
        ("DELETE FROM stegvis_logs", 5),
    ],
)
def test_whoever_owns_the_database_is_found_out(store, url, sql, broken_at):
    for _ in range(3):
        draft = start(store)
    store.read(TENANT, draft.id, by="bo", reason="skäl")
    assert store.verify_log(TENANT).intact
    tamper(url, sql)
    assert store.verify_log(TENANT).broken_at == broken_at


def test_a_log_changed_together_with_its_own_hash_breaks_at_the_next_event(store, url):
    for _ in range(3):
        start(store)
    with opened(url) as engine, engine.connect() as connection:
        row = dict(connection.execute(events.select().where(events.c.number == 2)).mappings().one())
    tamper(url, f"UPDATE stegvis_events SET who = 'ingen', hash = '{digest(row | {'who': 'ingen'})}' WHERE number = 2")
    assert store.verify_log(TENANT).broken_at == 3
