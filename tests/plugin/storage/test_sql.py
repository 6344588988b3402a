"""The contract of `Store`, the same on both engines."""

import hashlib
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import UTC, timedelta
from threading import Barrier, BrokenBarrierError
from typing import ClassVar
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from support.store_acts import ONCE, PAYLOAD, SHA256, TENANT, discard, finish, rows, save, start

from stegvis.plugin.storage import Conflict, Finish, Locked, NotFound, OnceReused, Replaced, State, Verb

CHANGED = {"answers": {"fornamn": "Åsa-Märta", "syfte": "Planera anpassad praktik"}}
ODD = {"text": "å\u0000\ud800\u202e😀<b>=1+1", "list": [1, 2.5, None, True, {"djup": []}], "": ""}


def verbs(store, draft):
    return [event.verb for event in store.events(TENANT, draft.id)]


def test_a_draft_is_read_back_as_it_was_started(store, clock):
    draft = start(store)
    assert draft == store.read(TENANT, draft.id, by="anna")
    assert (draft.version, draft.state, draft.form, draft.payload) == (1, State.UTKAST, "samtycke", PAYLOAD)
    assert draft.created == draft.changed
    assert draft.created.tzinfo is UTC
    assert draft.id.version == 7


def test_any_json_is_read_back_sign_for_sign(store):
    assert store.read(TENANT, start(store, ODD).id, by="anna").payload == ODD


def test_what_json_cannot_hold_is_refused_and_nothing_is_written(store):
    with pytest.raises(ValueError, match="not JSON compliant"):
        start(store, {"tal": float("nan")})
    assert store.listing(TENANT, by="anna") == ()


def test_each_save_is_one_version_and_says_who_and_when(store):
    draft = start(store)
    saved = save(store, draft, CHANGED, by="bo")
    assert (saved.version, saved.payload, saved.changed_by, saved.created_by) == (2, CHANGED, "bo", "anna")
    assert saved.changed > draft.changed
    assert store.read(TENANT, draft.id, by="anna") == saved


def test_an_earlier_version_of_a_draft_can_be_merged_from(store):
    draft = start(store)
    save(store, draft, CHANGED)
    assert store.revision(TENANT, draft.id, 1, by="anna") == PAYLOAD
    assert store.revision(TENANT, draft.id, 2, by="anna") == CHANGED
    for never in (3, 0, -1, 10**30):
        with pytest.raises(NotFound):
            store.revision(TENANT, draft.id, never, by="anna")


@pytest.mark.parametrize("act", [save, finish])
def test_of_two_who_save_from_the_same_version_the_second_is_shown_the_first(store, act):
    draft = start(store)
    first = save(store, draft, CHANGED, by="bo")
    with pytest.raises(Conflict) as refused:
        act(store, draft, {"answers": {}}, by="cilla")
    assert refused.value.current == first
    assert store.events(TENANT, draft.id)[-1].verb == Verb.READ  # what was shown was read
    assert store.events(TENANT, draft.id)[-1].by == "cilla"
    assert store.read(TENANT, draft.id, by="anna") == first


def test_a_finished_document_is_ready_to_sign_and_never_edited(store):
    finished = finish(store, start(store), CHANGED)
    assert (finished.state, finished.version, finished.payload) == (State.KLAR, 2, CHANGED)
    for act in (save, finish):
        with pytest.raises(Locked):
            act(store, finished, PAYLOAD)
    with pytest.raises(Locked):
        discard(store, finished)
    assert store.read(TENANT, finished.id, by="anna") == finished


def test_the_versions_of_a_draft_are_gone_when_it_is_finished(store, url):
    draft = start(store)
    finish(store, save(store, draft, CHANGED))
    with pytest.raises(NotFound):
        store.revision(TENANT, draft.id, 1, by="anna")
    assert len(rows(url, "SELECT version FROM stegvis_revisions")) == 1


def test_a_discarded_draft_is_gone_with_its_key_and_only_the_log_remembers(store, url):
    draft = start(store)
    store.read(TENANT, draft.id, by="bo", reason="Åsa-Märta bad om det")
    discard(store, draft)
    with pytest.raises(NotFound):
        store.read(TENANT, draft.id, by="anna")
    assert rows(url, "SELECT 1 FROM stegvis_documents") == rows(url, "SELECT 1 FROM stegvis_revisions") == []
    assert verbs(store, draft) == [Verb.STARTED, Verb.READ, Verb.DISCARDED]
    assert store.events(TENANT, draft.id)[1].reason is None
    assert store.verify_log(TENANT).intact


def test_a_new_version_replaces_the_old_document_when_it_is_finished_itself(store):
    old = finish(store, start(store), CHANGED)
    new = store.new_version(TENANT, old.id, PAYLOAD, by="bo", request_key="ny")
    assert (new.replaces, new.state, new.version) == (old.id, State.UTKAST, 1)
    assert store.read(TENANT, new.id, by="bo").payload == PAYLOAD
    assert store.read(TENANT, old.id, by="bo").state == State.KLAR
    finish(store, new)
    replaced = store.read(TENANT, old.id, by="bo")
    assert (replaced.state, replaced.payload) == (State.ERSATT, CHANGED)
    assert Verb.REPLACED in verbs(store, old)


def test_only_a_saved_document_that_is_not_replaced_gets_a_new_version(store):
    draft = start(store)
    with pytest.raises(Conflict):
        store.new_version(TENANT, draft.id, PAYLOAD, by="anna", request_key="utkast")
    old = finish(store, draft)
    finish(store, store.new_version(TENANT, old.id, PAYLOAD, by="anna", request_key="forsta"))
    with pytest.raises(Conflict):
        store.new_version(TENANT, old.id, PAYLOAD, by="anna", request_key="andra")


def test_of_two_new_versions_only_the_one_that_is_finished_first_replaces(store):
    """The other stays a draft: there are never two in force in the place of one."""
    old = finish(store, start(store))
    first, second = (
        store.new_version(TENANT, old.id, PAYLOAD, by="anna", request_key=request_key)
        for request_key in ("forsta", "andra")
    )
    finish(store, first)
    with pytest.raises(Replaced) as refused:
        finish(store, second)
    assert (refused.value.current.id, refused.value.current.state) == (old.id, State.ERSATT)
    left = store.read(TENANT, second.id, by="anna")
    assert (left.state, left.version) == (State.UTKAST, 1)
    assert [verb for verb in verbs(store, old) if verb == Verb.REPLACED] == [Verb.REPLACED]
    save(store, second, CHANGED)
    discard(store, second)


class TestOnce:
    """One one-time key, one effect."""

    ACTS: ClassVar = {
        "start_draft": lambda store, draft: start(store, request_key="k"),
        "save_draft": lambda store, draft: save(store, draft, CHANGED, request_key="k"),
        "finish": lambda store, draft: finish(store, draft, CHANGED, request_key="k"),
        "discard_draft": lambda store, draft: discard(store, draft, request_key="k"),
        "new_version": lambda store, draft: store.new_version(TENANT, draft.id, PAYLOAD, by="anna", request_key="k"),
    }

    @pytest.mark.parametrize("name", ACTS)
    def test_the_same_again_gives_the_first_result_and_changes_nothing(self, store, url, name):
        draft = start(store)
        if name == "new_version":
            draft = finish(store, draft)
        first = self.ACTS[name](store, draft)
        before = self.everything(url)
        assert self.ACTS[name](store, draft) == first
        assert self.everything(url) == before

    def test_a_save_sent_again_after_later_saves_still_gives_its_own_result(self, store):
        draft = start(store)
        first = save(store, draft, CHANGED, request_key="k")
        finish(store, first)
        assert save(store, draft, CHANGED, request_key="k") == first

    @pytest.mark.parametrize("name", ["start_draft", "save_draft", "finish"])
    def test_other_content_is_no_double_click_but_a_conflict(self, store, name):
        """The back button, another text, and save: that text must not be lost in silence."""
        draft = start(store)
        first = self.ACTS[name](store, draft)
        acts = {"start_draft": start, "save_draft": save, "finish": finish}
        arguments = [store] if name == "start_draft" else [store, draft]
        with pytest.raises(Conflict) as refused:
            acts[name](*arguments, {"answers": {"syfte": "annat"}}, request_key="k")
        assert refused.value.current == first

    @pytest.mark.parametrize("name", ACTS)
    def test_for_another_act_or_document_it_is_refused(self, store, name):
        draft, other = start(store), finish(store, start(store))
        save(store, draft, CHANGED, request_key="k")
        target = {"new_version": other, "save_draft": start(store)}.get(name, draft)
        with pytest.raises(OnceReused):
            self.ACTS[name](store, target)

    def test_it_starts_one_form_only(self, store):
        start(store, {}, request_key="k")
        with pytest.raises(OnceReused):
            store.start_draft(TENANT, "praktikavtal", SHA256, {}, by="anna", request_key="k")

    def test_a_key_that_started_a_document_starts_no_new_version(self, store):
        old = finish(store, start(store, request_key="k"))
        with pytest.raises(OnceReused):
            store.new_version(TENANT, old.id, PAYLOAD, by="anna", request_key="k")

    def test_it_is_each_tenants_own(self, store):
        assert start(store, request_key="k").id != start(store, request_key="k", tenant="utbildningsnamnden").id

    def test_it_cannot_be_left_out(self, store):
        with pytest.raises(ValueError, match="request_key"):
            store.start_draft(TENANT, "samtycke", SHA256, PAYLOAD, by="anna", request_key="")

    def test_it_is_kept_as_a_hash_whatever_it_holds(self, store, url):
        start(store, request_key="1890\ud800\u000001019802")
        assert "1890" not in rows(url, "SELECT once_sha256 FROM stegvis_requests")[0]["once_sha256"]

    @staticmethod
    def everything(url):
        tables = ("documents", "revisions", "requests", "events")
        return [sorted(map(str, rows(url, f"SELECT * FROM stegvis_{table}"))) for table in tables]


def test_every_tenant_with_documents_is_named_once(store):
    assert store.tenants() == ()
    for tenant in ("utbildningsnamnden", TENANT, TENANT):
        start(store, tenant=tenant)
    assert store.tenants() == tuple(sorted((TENANT, "utbildningsnamnden")))


class TestTenant:
    """A document of another tenant does not exist."""

    ACTS: ClassVar = {
        "read": lambda store, key: store.read("annan", key, by="x"),
        "save_draft": lambda store, key: store.save_draft("annan", key, 1, PAYLOAD, by="x", request_key=next(ONCE)),
        "finish": lambda store, key: store.finish("annan", key, 1, PAYLOAD, by="x", request_key=next(ONCE)),
        "discard_draft": lambda store, key: store.discard_draft("annan", key, by="x", request_key=next(ONCE)),
        "new_version": lambda store, key: store.new_version("annan", key, PAYLOAD, by="x", request_key=next(ONCE)),
        "revision": lambda store, key: store.revision("annan", key, 1, by="x"),
    }

    @pytest.mark.parametrize("name", ACTS)
    def test_no_verb_reaches_it(self, store, name):
        draft = start(store)
        with pytest.raises(NotFound):
            self.ACTS[name](store, draft.id)
        assert store.read(TENANT, draft.id, by="anna") == draft

    def test_neither_listing_nor_log_shows_it(self, store):
        draft = start(store)
        assert store.listing("annan", by="x") == ()
        assert store.events("annan", draft.id) == ()
        assert store.verify_log("annan").length == 1  # their own listing

    @pytest.mark.parametrize(("tenant", "by"), [("", "anna"), (TENANT, "")])
    def test_nobody_and_nowhere_are_refused(self, store, tenant, by):
        with pytest.raises(ValueError, match="tenant and by"):
            store.read(tenant, uuid4(), by=by)


class TestListing:
    """The tenant's documents, newest first, without payload."""

    def test_pages_follow_each_other_without_gaps(self, store):
        made = [start(store).id for _ in range(5)]
        first = store.listing(TENANT, by="anna", limit=2)
        second = store.listing(TENANT, by="anna", limit=9, after=first[-1].id)
        assert [document.id for document in first + second] == made[::-1]

    def test_it_holds_no_payload(self, store):
        start(store)
        assert [document.payload for document in store.listing(TENANT, by="anna")] == [None]

    def test_it_may_be_of_one_state(self, store):
        draft, finished = start(store), finish(store, start(store))
        assert [found.id for found in store.listing(TENANT, by="anna", state=State.UTKAST)] == [draft.id]
        assert [found.id for found in store.listing(TENANT, by="anna", state=State.KLAR)] == [finished.id]


class TestDefinitions:
    """A definition is kept once, under the hash of what it says."""

    def test_it_is_read_back_and_may_be_given_again(self, store, url):
        store.put_definition(SHA256, store.definition(SHA256))
        assert len(rows(url, "SELECT sha256 FROM stegvis_definitions")) == 1

    def test_a_hash_that_does_not_agree_is_refused(self, store):
        with pytest.raises(ValueError, match="SHA-256"):
            store.put_definition(SHA256, "{}")

    def test_what_was_never_kept_is_not_found(self, store):
        with pytest.raises(NotFound):
            store.definition("0" * 64)
        with pytest.raises(NotFound):
            store.start_draft(TENANT, "samtycke", "0" * 64, PAYLOAD, by="anna", request_key="k")


def test_times_are_utc_whatever_zone_the_clock_has(store, clock):
    clock.now = clock.now.astimezone(ZoneInfo("Europe/Stockholm"))
    expected = clock.now.astimezone(UTC) + timedelta(seconds=1)
    assert store.read(TENANT, start(store).id, by="anna").created == expected


def test_a_draft_moves_to_another_definition_that_is_kept(store):
    """And stays where it is when nothing is said."""
    other = '{"format":1,"id":"samtycke","version":2}'
    sha256 = hashlib.sha256(other.encode()).hexdigest()
    draft = start(store)
    with pytest.raises(NotFound):
        store.save_draft(TENANT, draft.id, 1, PAYLOAD, by="anna", request_key="a", definition_sha256=sha256)
    store.put_definition(sha256, other)
    store.save_draft(TENANT, draft.id, 1, PAYLOAD, by="anna", request_key="b", definition_sha256=sha256)
    store.save_draft(TENANT, draft.id, 2, PAYLOAD, by="anna", request_key="c")
    assert store.read(TENANT, draft.id, by="anna").definition_sha256 == sha256


class TestOpen:
    """A document with all that was kept of it, in one transaction."""

    def test_it_comes_with_its_payload_its_signing_and_its_log(self, store):
        saved = finish(store, start(store), CHANGED)
        happened = [{"kind": "shown", "at": "2026-11-21T12:00:00+00:00", "party": party} for party in "abc"]
        store.add_to_signing(TENANT, saved.id, 0, 1, happened, by="kim", request_key=next(ONCE))
        opened = store.open(TENANT, saved.id, by="bo", reason="Vikarierar", logged=True)
        assert (opened.document, list(opened.signing), opened.replaced) == (saved, happened, None)
        assert opened.log == store.events(TENANT, saved.id) and opened.log[-1].reason == "Vikarierar"
        assert [(event.verb, event.by) for event in opened.log][-2:] == [(Verb.SIGNING, "kim"), (Verb.READ, "bo")]
        assert store.open(TENANT, saved.id, by="bo").log == (), "it is long, and asked for"

    def test_compared_is_a_reading_of_what_it_replaces_and_stands_in_that_documents_log(self, store):
        old = finish(store, start(store), CHANGED)
        new = finish(store, store.new_version(TENANT, old.id, PAYLOAD, by="anna", request_key=next(ONCE)))
        before = len(store.events(TENANT, old.id))
        assert store.open(TENANT, new.id, by="bo").replaced is None
        assert len(store.events(TENANT, old.id)) == before, "nobody was shown it"
        assert store.open(TENANT, new.id, by="bo", reason="x", compared=True).replaced == CHANGED
        told = store.events(TENANT, old.id)[before:]
        assert [(one.verb, one.by, one.reason) for one in told] == [(Verb.READ, "bo", "Jämförd med nästa version")]

    def test_whoever_compares_with_what_nobody_has_saved_stays_nobody(self, store):
        """ENK-01 keeps neither who nor when: also not of the reading that comparing is."""
        nameless = store.start_draft(
            TENANT, "samtycke", SHA256, PAYLOAD, by="anna", request_key=next(ONCE), nameless=True
        )
        old = finish(store, nameless, CHANGED)
        new = store.new_version(TENANT, old.id, PAYLOAD, by="anna", request_key=next(ONCE))
        store.open(TENANT, new.id, by="anna", compared=True)
        read = store.events(TENANT, old.id)[-1]
        assert (read.verb, read.by, read.at.hour, read.at.minute) == (Verb.READ, "–", 12, 0)

    def test_a_first_version_is_compared_with_nothing(self, store):
        draft = start(store)
        assert store.open(TENANT, draft.id, by="bo", compared=True).replaced is None
        assert verbs(store, draft) == [Verb.STARTED, Verb.READ]

    def test_of_another_tenant_there_is_none(self, store):
        with pytest.raises(NotFound):
            store.open("annan", start(store).id, by="x")


class TestJudged:
    """Read, judged and saved for good in one transaction."""

    KEPT: ClassVar = '{"letterhead":1}'

    def judged(self, store, document, made, *, by="anna", request_key=None):
        return store.judge_and_finish(
            TENANT, document.id, lambda found: made, by=by, request_key=request_key or next(ONCE)
        )

    def test_what_the_judge_says_is_kept_and_the_judge_was_shown_the_draft(self, store, url):
        draft, seen = start(store), []
        sha256 = hashlib.sha256(self.KEPT.encode()).hexdigest()
        made = Finish(payload=CHANGED, kept={sha256: self.KEPT})
        found, done = store.judge_and_finish(
            TENANT, draft.id, lambda opened: seen.append(opened) or made, by="bo", request_key=next(ONCE)
        )
        assert seen == [found] and (found.document, done) == (draft, made)
        saved = store.read(TENANT, draft.id, by="anna")
        assert (saved.state, saved.version, saved.payload, saved.changed_by) == (State.KLAR, 2, CHANGED, "bo")
        assert store.definition(sha256) == self.KEPT
        assert verbs(store, draft) == [Verb.STARTED, Verb.FINISHED, Verb.READ]
        assert len(rows(url, "SELECT version FROM stegvis_revisions")) == 1

    def test_when_the_judge_says_nothing_the_draft_is_read_and_nothing_else(self, store, url):
        draft = start(store)
        before = self.everything(url)
        assert self.judged(store, draft, None, by="bo")[1] is None
        assert self.everything(url) == before
        assert [(event.verb, event.by) for event in store.events(TENANT, draft.id)][1:] == [(Verb.READ, "bo")]
        assert finish(store, draft).version == 2, "the key and the draft are as they were"

    def test_what_is_saved_is_never_judged_again(self, store):
        saved = finish(store, start(store), CHANGED)
        judge = lambda _: pytest.fail("judged")
        found, done = store.judge_and_finish(TENANT, saved.id, judge, by="bo", request_key=next(ONCE))
        assert (found.document, done) == (saved, None) and verbs(store, saved)[-1] == Verb.READ

    def test_a_key_that_did_something_else_writes_nothing(self, store, url):
        sha256 = hashlib.sha256(self.KEPT.encode()).hexdigest()
        made = Finish(payload=CHANGED, digest={"a": 1}, kept={sha256: self.KEPT})
        draft, other = start(store), start(store, request_key="k")
        save(store, other, CHANGED, request_key="sparad")
        before, log = self.everything(url), store.verify_log(TENANT)
        for key in ("k", "sparad"):
            with pytest.raises(OnceReused):
                self.judged(store, draft, made, request_key=key)
        assert (self.everything(url), store.verify_log(TENANT)) == (before, log)
        assert store.read(TENANT, draft.id, by="anna") == draft
        with pytest.raises(NotFound):
            store.definition(sha256)

    def test_two_namnder_keep_the_same_text_in_the_same_moment(self, store):
        """A letterhead is the kommun's, and its nämnder save under it at once."""
        sha256 = hashlib.sha256(self.KEPT.encode()).hexdigest()
        drafts = {
            tenant: store.start_draft(tenant, "samtycke", SHA256, PAYLOAD, by="anna", request_key="k")
            for tenant in (TENANT, "annan")
        }
        both = Barrier(2)

        def save(tenant):
            def judge(_):
                with suppress(BrokenBarrierError):
                    both.wait(0.5)  # SQLite lets one in at a time
                return Finish(payload=CHANGED, kept={sha256: self.KEPT})

            return store.judge_and_finish(tenant, drafts[tenant].id, judge, by="anna", request_key="s")[1]

        with ThreadPoolExecutor(2) as pool:
            assert all(pool.map(save, drafts))
        assert store.definition(sha256) == self.KEPT

    def test_of_two_new_versions_the_second_is_refused_and_stays_a_draft(self, store):
        old = finish(store, start(store))
        first, second = (
            store.new_version(TENANT, old.id, PAYLOAD, by="anna", request_key=next(ONCE)) for _ in range(2)
        )
        self.judged(store, first, Finish(payload=CHANGED))
        with pytest.raises(Replaced) as refused:
            self.judged(store, second, Finish(payload=CHANGED))
        assert (refused.value.current.id, refused.value.current.state) == (old.id, State.ERSATT)
        left = store.read(TENANT, second.id, by="anna")
        assert (left.state, left.version, left.payload) == (State.UTKAST, 1, PAYLOAD)

    def test_what_json_cannot_hold_is_refused_and_nothing_is_written(self, store, url):
        draft = start(store)
        before, log = self.everything(url), store.verify_log(TENANT)
        with pytest.raises(ValueError, match="not JSON compliant"):
            self.judged(store, draft, Finish(payload={"tal": float("inf")}))
        assert (self.everything(url), store.verify_log(TENANT)) == (before, log)

    def test_a_judge_that_fails_leaves_no_trace(self, store):
        draft = start(store)
        with pytest.raises(ZeroDivisionError):
            store.judge_and_finish(TENANT, draft.id, lambda _: 1 / 0, by="bo", request_key=next(ONCE))
        assert verbs(store, draft) == [Verb.STARTED]

    def test_a_digest_is_what_its_case_reads_and_the_case_counts_anew(self, store):
        case = store.cases.open(TENANT, "kraft", {}, [], by="kim", request_key=next(ONCE), responsible="kim")
        draft = store.start_draft(
            TENANT, "samtycke", SHA256, PAYLOAD, by="kim", request_key=next(ONCE), case_id=case.id
        )
        assert store.cases.stale(TENANT) == ()
        self.judged(store, draft, Finish(payload=CHANGED, digest={"gäller_till": "2027-01-01"}))
        assert store.cases.stale(TENANT) == (case.id,)
        (document,) = store.cases.peek(TENANT, case.id)[2]
        assert document.digest == {"gäller_till": "2027-01-01"}

    @staticmethod
    def everything(url):
        tables = ("documents", "revisions", "requests", "definitions")
        return [sorted(map(str, rows(url, f"SELECT * FROM stegvis_{table}"))) for table in tables]
