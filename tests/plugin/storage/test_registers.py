"""The registers: added, changed, noted of, read; sealed, logged, and each nämnd's own."""

from uuid import uuid4

import pytest
from support.store_acts import TENANT, rows

from stegvis.plugin.storage import EntryMoved, NotFound, OnceReused

PAYLOAD = {"arbetsplats_namn": "Kaffestugan", "handledare_namn": "Hugo Handledarsson"}


def add(store, request_key="a", **changes):
    return store.registers.add(TENANT, "arbetsplats", {**PAYLOAD, **changes}, by="kim", request_key=request_key)


def test_an_entry_comes_back_as_it_was_added(store):
    entry = add(store)
    assert store.registers.read(TENANT, entry.id, by="kim") == (entry, ())
    assert store.registers.all(TENANT, "arbetsplats", by="kim") == (entry,)
    assert store.registers.all(TENANT, "partner", by="kim") == ()


def test_the_same_key_adds_changes_and_notes_once(store):
    entry = add(store)
    assert add(store) == entry
    for _ in range(2):
        changed = store.registers.change(
            TENANT, entry.id, 1, by="kim", request_key="b", payload={**PAYLOAD, "platser": 2}
        )
        store.registers.note(TENANT, entry.id, {"vad": "Ringde."}, by="kim", request_key="c")
    found, noted = store.registers.read(TENANT, entry.id, by="kim")
    assert found == changed and found.version == 2 and [event.payload for event in noted] == [{"vad": "Ringde."}]
    with pytest.raises(OnceReused):
        store.registers.note(TENANT, entry.id, {"vad": "Ringde."}, by="kim", request_key="a")


def test_what_is_not_where_one_thinks_is_not_written_over(store):
    entry = add(store)
    store.registers.change(TENANT, entry.id, 1, by="kim", request_key="b", payload=PAYLOAD)
    with pytest.raises(EntryMoved) as moved:
        store.registers.change(TENANT, entry.id, 1, by="bo", request_key="c", payload={})
    assert moved.value.version == 2
    assert store.registers.read(TENANT, entry.id, by="kim")[0].payload == PAYLOAD


def test_a_retired_entry_is_shown_when_asked_for(store):
    entry = add(store)
    retired = store.registers.change(TENANT, entry.id, 1, by="kim", request_key="b", retired=True)
    assert store.registers.all(TENANT, "arbetsplats", by="kim") == ()
    assert store.registers.all(TENANT, "arbetsplats", by="kim", retired=True) == (retired,)


def test_another_namnd_has_none_of_it(store):
    entry = add(store)
    assert store.registers.all("annan", "arbetsplats", by="osa") == ()
    for verb in (
        lambda: store.registers.read("annan", entry.id, by="osa"),
        lambda: store.registers.change("annan", entry.id, 1, by="osa", request_key="x", payload={}),
        lambda: store.registers.note("annan", entry.id, {}, by="osa", request_key="y"),
        lambda: store.registers.read(TENANT, uuid4(), by="osa"),
    ):
        with pytest.raises(NotFound):
            verb()


def test_every_verb_leaves_one_event_and_the_log_is_whole(store):
    entry = add(store)
    store.registers.change(TENANT, entry.id, 1, by="kim", request_key="b", payload=PAYLOAD)
    store.registers.note(TENANT, entry.id, {"vad": "Ringde."}, by="kim", request_key="c")
    store.registers.read(TENANT, entry.id, by="bo")
    store.registers.all(TENANT, "arbetsplats", by="bo")
    check = store.verify_log(TENANT)
    assert check.intact and check.length == 5


def test_nothing_that_was_written_lies_open(store, url):
    entry = add(store)
    store.registers.note(TENANT, entry.id, {"vad": "Carin ringde."}, by="kim", request_key="c")
    for table in ("entries", "entry_events"):
        for row in rows(url, f"SELECT * FROM stegvis_{table}"):
            content = b"".join(
                bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode() for value in row.values()
            )
            assert not [word for word in (b"Kaffestugan", b"Hugo", b"Carin") if word in content]
