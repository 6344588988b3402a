"""One transaction: what a one-time key is remembered for, what is kept of earlier versions, and whose moment it is."""

import hashlib
from contextlib import contextmanager
from datetime import UTC, datetime

import pytest
from support.store_acts import KEYRING, PAYLOAD, SHA256, TENANT, finish, opened, rows, save, start

from stegvis.plugin.storage import Locked, NotFound, NotSaved, OnceReused, Verb, unit_of_work
from stegvis.plugin.storage.audit import Chain
from stegvis.plugin.storage.codec import AesGcm
from stegvis.plugin.storage.sealed import Seals
from stegvis.plugin.storage.unit_of_work import Work

AT = datetime(2026, 11, 21, 16, 43, 7, 123, tzinfo=UTC)


@pytest.fixture
def working(store, url):
    """The steps of a transaction of its own, at one known moment."""

    @contextmanager
    def begun():
        with opened(url) as engine, engine.begin() as connection:
            yield Work(connection, Chain(connection, TENANT), Seals(AesGcm(KEYRING)), TENANT, "anna", AT)

    return begun


def test_a_key_is_remembered_for_one_act_with_one_document_and_as_a_hash_alone(store, working):
    draft, other = start(store), start(store)
    with working() as work:
        work.remember(Verb.SAVED, "nyckeln", work.find(draft.id), PAYLOAD)
    with working() as work:
        assert work.used(Verb.SAVED, "nyckeln", draft.id).once_sha256 == hashlib.sha256(b"nyckeln").hexdigest()
        assert work.used(Verb.SAVED, "en annan", draft.id) is None
        for verb, document_id in ((Verb.FINISHED, draft.id), (Verb.SAVED, other.id)):
            with pytest.raises(OnceReused):
                work.used(verb, "nyckeln", document_id)


def test_a_nameless_work_is_nobodys_at_noon(working):
    with working() as work:
        nameless = work.nameless()
    assert (nameless.by, nameless.at) == ("–", datetime(2026, 11, 21, 12, tzinfo=UTC))


def test_a_nameless_document_is_saved_and_read_by_nobody(store):
    draft = store.start_draft(TENANT, "samtycke", SHA256, PAYLOAD, by="anna", request_key="a", nameless=True)
    save(store, draft, PAYLOAD)
    store.read(TENANT, draft.id, by="anna")
    events = store.events(TENANT, draft.id)
    assert {event.by for event in events} == {"–"} and {(event.at.hour, event.at.second) for event in events} == {
        (12, 0)
    }


def test_so_many_earlier_versions_of_a_draft_are_kept(store, url, monkeypatch):
    monkeypatch.setattr(unit_of_work, "KEPT", 2)
    draft = start(store)
    for number in range(1, 6):
        draft = save(store, draft, {"number": number})
    assert [row["version"] for row in rows(url, "SELECT version FROM stegvis_revisions ORDER BY 1")] == [4, 5, 6]


def test_only_a_draft_is_changed_and_only_what_is_saved_is_signed(store, working):
    draft, saved = start(store), finish(store, start(store))
    with working() as work:
        assert work.find_draft(draft.id).document.id == draft.id and work.find_saved(saved.id).is_saved
        with pytest.raises(Locked):
            work.find_draft(saved.id)
        with pytest.raises(NotSaved):
            work.find_saved(draft.id)
        with pytest.raises(NotFound):
            work.payload(draft.id, 2)


def test_a_text_is_kept_once_under_its_hash(working, url):
    for _ in range(2):
        with working() as work:
            work.keep_definition("a" * 64, "text")
    kept = rows(url, "SELECT content FROM stegvis_definitions WHERE sha256 = :sha256", sha256="a" * 64)
    assert [row["content"] for row in kept] == ["text"]
