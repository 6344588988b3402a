"""What is kept of signing: events in order, one signature each, files that never change, all with the document's
state.
"""

from uuid import uuid4

import pytest
from alembic import command
from support.store_acts import ONCE, PAYLOAD, SHA256, TENANT, finish, rows, start

from stegvis.plugin.storage import Artefact, Conflict, NotFound, NotSaved, OnceReused, Replaced, State
from stegvis.plugin.storage.engine import make_engine
from stegvis.plugin.storage.schema import SchemaStatus, check, configuration, upgrade

AT = "2026-11-21T12:00:00+00:00"
BEGUN = {"kind": "created", "at": AT, "by": "kim", "sha256": "7f3a"}


def approved(party, name="Åsa-Märta"):
    return {"kind": "approved", "at": AT, "by": "kim", "party": party, "name": name}


def add(store, document, events, after=0, *, round=1, request_key=None, **more):
    return store.add_to_signing(
        TENANT, document.id, after, round, events, by="kim", request_key=request_key or next(ONCE), **more
    )


@pytest.fixture
def saved(store):
    return finish(store, start(store))


class TestEvents:
    def test_they_come_back_in_order_with_the_state_they_led_to(self, store, saved):
        add(store, saved, [BEGUN])
        assert add(store, saved, [approved("a")], 1, state=State.DELVIS).state == State.DELVIS
        assert store.signing(TENANT, saved.id) == (BEGUN, approved("a"))
        assert store.read(TENANT, saved.id, by="kim").state == State.DELVIS

    def test_nothing_has_happened_before_it_begins(self, store, saved):
        assert store.signing(TENANT, saved.id) == ()

    def test_a_draft_is_not_signed(self, store):
        draft = start(store)
        for act in (
            lambda: add(store, draft, [BEGUN]),
            lambda: store.end(TENANT, draft.id, State.UPPHAVD, by="kim", reason="x"),
        ):
            with pytest.raises(NotSaved):
                act()

    def test_something_has_happened_since(self, store, saved):
        add(store, saved, [BEGUN])
        for after in (0, 2):
            with pytest.raises(Conflict):
                add(store, saved, [approved("a")], after)
        assert store.signing(TENANT, saved.id) == (BEGUN,)

    def test_the_same_key_does_it_once(self, store, saved):
        for _ in range(2):
            add(store, saved, [BEGUN], request_key="k")
        assert len(store.signing(TENANT, saved.id)) == 1
        with pytest.raises(OnceReused):
            add(store, finish(store, start(store)), [BEGUN], request_key="k")

    def test_the_database_itself_refuses_a_second_signature_in_a_round(self, store, saved):
        add(store, saved, [BEGUN, approved("a")])
        with pytest.raises(Exception, match="(?i)unique"):
            add(store, saved, [approved("a")], 2)
        add(store, saved, [approved("a")], 2, round=2)
        add(store, saved, [{**approved("a"), "kind": "shown"}, {**approved("a"), "kind": "shown"}], 3)

    def test_no_name_lies_open_and_the_log_says_what_was_done(self, store, saved, url):
        add(
            store,
            saved,
            [BEGUN, approved("a")],
            files=[Artefact(name="scan-1", media_type="image/png", data="Åsa-Märta".encode())],
        )
        everything = str([rows(url, f"SELECT * FROM stegvis_{table}") for table in ("signing_events", "artefacts")])
        assert "Märta" not in everything and "M\\xc3" not in everything
        assert store.events(TENANT, saved.id)[-1].reason == "created, approved"
        assert store.verify_log(TENANT).intact

    def test_of_another_tenant_there_is_nothing(self, store, saved):
        add(store, saved, [BEGUN])
        assert store.signing("utbildningsnamnden", saved.id) == ()
        with pytest.raises(NotFound):
            store.add_to_signing("utbildningsnamnden", saved.id, 1, 1, [BEGUN], by="kim", request_key=next(ONCE))


class TestFiles:
    SCAN = Artefact(name="scan-1", media_type="image/png", data=bytes(range(256)) * 50)

    def test_they_are_kept_as_they_are(self, store, saved):
        add(store, saved, [BEGUN], files=[self.SCAN])
        store.keep_files(
            TENANT,
            saved.id,
            [Artefact(name="kommun.pdf", media_type="application/pdf", data=b"%PDF")],
            by="kim",
            reason="Förseglad",
        )
        assert store.files(TENANT, saved.id) == ("kommun.pdf", "scan-1")
        assert store.file(TENANT, saved.id, "scan-1", by="kim", reason="Visad") == self.SCAN
        assert store.events(TENANT, saved.id)[-1].reason == "Visad"

    def test_a_name_is_never_written_over(self, store, saved):
        store.keep_files(TENANT, saved.id, [self.SCAN], by="kim", reason="x")
        with pytest.raises(Conflict):
            store.keep_files(TENANT, saved.id, [self.SCAN], by="kim", reason="x")

    def test_there_is_no_other(self, store, saved):
        with pytest.raises(NotFound):
            store.file(TENANT, saved.id, "scan-2", by="kim")
        with pytest.raises(NotFound):
            store.file(TENANT, uuid4(), "scan-1", by="kim")

    def test_what_is_signed_waits_for_its_seal(self, store, saved):
        add(store, saved, [BEGUN])
        assert store.unsealed(TENANT) == ()
        add(store, saved, [{"kind": "completed", "at": AT, "by": "kim"}], 1, state=State.UNDERTECKNAD)
        assert store.unsealed(TENANT) == (saved.id,) and store.unsealed("utbildningsnamnden") == ()
        store.end(TENANT, saved.id, State.UPPHAVD, by="kim", reason="Upphävd")
        assert store.unsealed(TENANT) == (saved.id,)
        store.keep_files(
            TENANT,
            saved.id,
            [Artefact(name="kommun.pdf", media_type="application/pdf", data=b"x")],
            by="kim",
            reason="x",
        )
        assert store.unsealed(TENANT) == ()


class TestTheNewInPlaceOfTheOld:
    def renewed(self, store, old):
        return finish(store, store.new_version(TENANT, old.id, PAYLOAD, by="anna", request_key=next(ONCE)))

    def state(self, store, document):
        return store.read(TENANT, document.id, by="kim").state

    @pytest.mark.parametrize("state", [State.KLAR, State.DELVIS])
    def test_what_is_not_signed_by_all_is_replaced_when_the_new_one_is_saved(self, store, saved, state):
        add(store, saved, [BEGUN], state=state)
        self.renewed(store, saved)
        assert self.state(store, saved) == State.ERSATT

    def test_what_is_signed_holds_until_the_new_one_is_signed(self, store, saved):
        add(store, saved, [BEGUN], state=State.UNDERTECKNAD)
        new = self.renewed(store, saved)
        assert self.state(store, saved) == State.UNDERTECKNAD
        add(store, new, [BEGUN], state=State.DELVIS)
        assert self.state(store, saved) == State.UNDERTECKNAD
        add(store, new, [approved("a")], 1, state=State.UNDERTECKNAD)
        assert self.state(store, saved) == State.ERSATT

    def test_two_new_versions_of_what_is_signed(self, store, saved):
        add(store, saved, [BEGUN], state=State.UNDERTECKNAD)
        first, second = self.renewed(store, saved), self.renewed(store, saved)
        add(store, first, [BEGUN], state=State.UNDERTECKNAD)
        add(store, second, [BEGUN], state=State.UNDERTECKNAD)
        assert self.state(store, saved) == State.ERSATT
        draft = store.new_version(TENANT, first.id, PAYLOAD, by="anna", request_key=next(ONCE))
        add(store, first, [], 1, state=State.ERSATT)
        with pytest.raises(Replaced):
            finish(store, draft)

    @pytest.mark.parametrize("state", [State.UPPHAVD, State.ATERKALLAD])
    def test_what_has_ended_gets_no_new_version(self, store, saved, state):
        assert store.end(TENANT, saved.id, state, by="kim", reason="Upphävd").state == state
        assert store.events(TENANT, saved.id)[-1].reason == "Upphävd"
        with pytest.raises(Conflict):
            store.new_version(TENANT, saved.id, PAYLOAD, by="anna", request_key=next(ONCE))


def test_a_database_of_the_first_release_is_brought_here_with_what_it_holds(empty_url):
    engine = make_engine(empty_url)
    with engine.begin() as connection:
        command.upgrade(configuration(connection), "0001")
    engine.dispose()
    rows(empty_url, "INSERT INTO stegvis_definitions VALUES (:sha, '{}', '2026-11-21 12:00:00')", sha=SHA256)
    assert check(empty_url) == SchemaStatus.BEHIND
    upgrade(empty_url)
    assert check(empty_url) == SchemaStatus.CURRENT
    assert rows(empty_url, "SELECT sha256 FROM stegvis_definitions")[0]["sha256"] == SHA256
    assert rows(empty_url, "SELECT * FROM stegvis_signing_events") == []
