"""Signing on a stored document: what it leads to, and that whoever acts at the same moment acts once."""

import threading
from concurrent.futures import ThreadPoolExecutor
from uuid import UUID

import pytest
from support.desk import ARBETSGIVARE, DELTAGARE, KOMMUN, NAME, Desk
from support.form_examples import example
from support.signings import DAY

from stegvis.plugin.documents import signing
from stegvis.plugin.documents.service import open_document
from stegvis.plugin.documents.signatures import signatures
from stegvis.plugin.installation import access
from stegvis.plugin.signing.errors import AlreadySigned, CannotBegin, Closed, SigningError
from stegvis.plugin.signing.state_machine import Status
from stegvis.plugin.storage import Conflict, State
from stegvis.plugin.storage.sql import SqlStore


@pytest.fixture
def desk(office):
    return Desk(office)


class TestWhatItLeadsTo:
    def test_from_ready_to_partly_to_signed(self, desk):
        assert desk.state == State.KLAR and desk.at(lambda document: document.signing) is None
        desk.begin()
        assert desk.state == State.KLAR
        assert desk.sign(DELTAGARE).status == Status.ACTIVE and desk.state == State.DELVIS
        desk.sign(ARBETSGIVARE)
        assert desk.sign(KOMMUN, "Kim Konsulent").status == Status.COMPLETED and desk.state == State.UNDERTECKNAD

    def test_a_signed_document_is_neither_begun_anew_nor_acted_on(self, desk):
        desk.begin()
        for party in (DELTAGARE, ARBETSGIVARE, KOMMUN):
            desk.sign(party)
        for act in (desk.begin, lambda: desk.do("withdraw", "x"), lambda: desk.do("halt", "x")):
            with pytest.raises((Closed, CannotBegin)):
                act()

    def test_when_a_round_ends_without_signatures_it_is_ready_again(self, desk):
        desk.begin()
        desk.sign(DELTAGARE)
        desk.do("withdraw", "Fel arbetsplats")
        assert desk.state == State.KLAR
        assert desk.begin().round == 2

    def test_nothing_is_done_before_it_begins(self, desk):
        with pytest.raises(Closed, match="inte börjat"):
            desk.do("withdraw", "x")

    def test_the_copies_say_who_has_signed(self, desk):
        desk.begin()
        desk.sign(DELTAGARE, place="Åvik", evidence={"ink": {"strokes": [[[0.1, 0.5], [0.9, 0.4]]], "ratio": 3.0}})
        page = desk.office.page.get(f"/stegvis/dokument/{desk.id}")
        assert "Ritad på skärm" in page.text and "Åvik 2026-11-21" in page.text
        (signed,) = desk.at(signatures)
        assert signed.name == NAME and signed.ink.ratio == 3.0 and signed.ink.strokes == (((0.1, 0.5), (0.9, 0.4)),)

    def test_the_last_day_ends_it_whoever_comes(self, desk):
        desk.begin(expires=DAY.replace(day=20))
        with pytest.raises(Closed, match="gått ut"):
            desk.do("halt", "x")
        assert desk.at(lambda document: document.signing).status == Status.EXPIRED and desk.state == State.KLAR

    def test_nobody_signs_a_draft(self, office):
        page = office.begin("praktikavtal")
        with office.app.test_request_context("/stegvis/"):
            draft = open_document(UUID(page.path.split("/")[3]))
            with pytest.raises(Closed):
                signing.begin(draft, "skarm", "k")
            assert signatures(draft) == ()


class TestAChange:
    def renewed(self, desk, **changes):
        page = desk.office.page.get(f"/stegvis/dokument/{desk.id}").submit("ny-version")
        answers = example("praktikavtal_minimal") | changes
        checked = page.submit("fyll-i", press="kontrollera", **desk.office.typed("praktikavtal", answers))
        return checked.submit("kontrollera")

    def test_after_the_first_signature_it_voids_and_says_what(self, desk):
        desk.begin()
        desk.sign(DELTAGARE)
        assert "Sparat" in self.renewed(desk, deltagare_namn="Alva Nyasson").text
        old = desk.at(lambda document: document.signing)
        assert old.status == Status.VOIDED and "Deltagare" in old.changes
        assert desk.state == State.ERSATT
        with pytest.raises(Closed, match="nya versionen"):
            desk.sign(ARBETSGIVARE)

    def test_also_when_somebody_opens_it_to_sign_in_the_same_moment(self, desk, monkeypatch):
        desk.begin()
        desk.sign(DELTAGARE)
        add, tries = SqlStore.add_to_signing, []

        def late(store, tenant, document_id, *given, **named):
            tries.append(1)
            if len(tries) == 1:
                raise Conflict(store.read(tenant, document_id, by="test"))
            return add(store, tenant, document_id, *given, **named)

        monkeypatch.setattr(SqlStore, "add_to_signing", late)
        assert "Sparat" in self.renewed(desk, deltagare_namn="Alva Nyasson").text
        assert desk.at(lambda document: document.signing).status == Status.VOIDED and len(tries) == 2

    def test_what_all_have_signed_stands_until_the_new_one_is_signed(self, desk):
        desk.begin()
        for party in (DELTAGARE, ARBETSGIVARE, KOMMUN):
            desk.sign(party)
        new = self.renewed(desk)
        assert (
            desk.state == State.UNDERTECKNAD and desk.at(lambda document: document.signing).status == Status.COMPLETED
        )
        old, desk.id = desk.id, UUID(new.path.rpartition("/")[2])
        desk.begin()
        for party in (DELTAGARE, ARBETSGIVARE, KOMMUN):
            desk.sign(party)
        desk.id = old
        assert desk.state == State.ERSATT


class TestTheSameMoment:
    """1,000 times: same instant, double click, replay, stale page; one signature each."""

    def test_exactly_one_signature_however_often_and_by_however_many(self, desk):
        desk.begin()
        sha = desk.at(lambda document: document.signing).sha256
        for party in (DELTAGARE, ARBETSGIVARE):
            desk.do("show", party, sha)
        stale = {"sha": "f" * 64, "round": 1}, {"sha": sha, "round": 2}
        wanted = [({"sha": sha, "round": 1}, f"click-{n % 100}") for n in range(800)] + [
            (page, f"stale-{n}") for n in range(100) for page in stale
        ]
        start = threading.Barrier(8)

        def post(work):
            start.wait()
            outcome = []
            for page, request_key in work:
                try:
                    desk.do(
                        "approve",
                        DELTAGARE,
                        page["sha"],
                        request_key=request_key,
                        round=page["round"],
                        name=NAME,
                        method="x",
                        on=DAY,
                    )
                    outcome.append("signed")
                except SigningError as refused:
                    outcome.append(type(refused).__name__)
            return outcome

        with ThreadPoolExecutor(8) as pool:
            outcomes = [one for found in pool.map(post, [wanted[n::8] for n in range(8)]) for one in found]
        assert len(outcomes) == 1000 and outcomes.count("signed") == 1
        assert set(outcomes) <= {"signed", "AlreadySigned", "Changed"}
        kinds = [event["kind"] for event in desk.office.store.signing(desk.office.who.tenant, desk.id)]
        assert kinds.count("approved") == 1
        assert desk.at(lambda document: document.signing).approved.keys() == {DELTAGARE}

    def test_two_parties_at_once_both_sign(self, desk):
        desk.begin()
        start = threading.Barrier(2)

        def sign(party):
            start.wait()
            return desk.sign(party)

        with ThreadPoolExecutor(2) as pool:
            list(pool.map(sign, (DELTAGARE, ARBETSGIVARE)))
        assert desk.at(lambda document: document.signing).approved.keys() == {DELTAGARE, ARBETSGIVARE}

    def test_what_cannot_come_through_says_to_try_again(self, desk, monkeypatch):
        desk.begin()
        monkeypatch.setattr(signing, "TRIES", 0)
        with pytest.raises(SigningError, match="Försök igen"):
            desk.do("halt", "x")

    def test_signing_twice_one_after_the_other_is_refused(self, desk):
        desk.begin()
        desk.sign(DELTAGARE)
        with pytest.raises(AlreadySigned):
            desk.sign(DELTAGARE)


def test_who_acts_is_in_the_events_by_subject_alone(desk):
    desk.begin()
    with desk.office.app.test_request_context("/stegvis/"):
        who = access.signed_in()
    (event,) = desk.office.store.signing(who.tenant, desk.id)
    assert event["by"] == who.subject and who.name not in str({**event, "parties": ()})
