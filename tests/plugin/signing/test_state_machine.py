"""The state machine: who may do what when, told by example and by a walk that knows a simpler truth."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from support.signings import AT, DAY, FIRST, OTHER, SECOND, SHA, THIRD, THREE, Round, begun, party

from stegvis.plugin.signing import state_machine
from stegvis.plugin.signing.errors import (
    AlreadySigned,
    BrokenHistory,
    CannotBegin,
    Changed,
    Closed,
    NoSuchParty,
    NotComplete,
    NotShown,
    NotYet,
    SigningError,
)
from stegvis.plugin.signing.events import Completed, Created, Reactivated, Shown, SignatureGiven
from stegvis.plugin.signing.state_machine import Status


class TestBegin:
    def test_a_round_begins_with_everybody_waited_for(self):
        now = begun()
        assert (now.number, now.round, now.status, now.sha256, now.track) == (1, 1, Status.ACTIVE, SHA, "skarm")
        assert now.waited_for == now.next == now.parties == THREE and not now.approved and not now.shown

    def test_not_while_another_is_open(self):
        round = Round()
        for _ in ("active", "halted"):
            with pytest.raises(CannotBegin, match="Avbryt"):
                state_machine.create(round.now, THREE, SHA, "skarm", at=AT, by="kim")
            round.do("halt", "Semester") if round.now.status == Status.ACTIVE else None

    def test_not_when_all_have_signed(self):
        round = Round()
        for key in (FIRST, SECOND, THIRD):
            round.sign(key)
        with pytest.raises(CannotBegin, match="ny version"):
            state_machine.create(round.now, THREE, SHA, "skarm", at=AT, by="kim")

    def test_anew_after_one_that_ended_and_with_nothing_of_it(self):
        round = Round(expires=DAY)
        round.sign(FIRST)
        round.do("withdraw", "Fel person")
        round.events += state_machine.create(round.now, THREE, OTHER, "papper", at=AT, by="kim")
        now = round.now
        assert (now.round, now.status, now.sha256, now.track, now.expires) == (2, Status.ACTIVE, OTHER, "papper", None)
        assert not now.approved and not now.shown and now.number == len(round.events)

    @pytest.mark.parametrize("order", [(FIRST,), (FIRST, SECOND, SECOND), (FIRST, SECOND, THIRD, "x")])
    def test_an_order_is_of_everybody(self, order):
        with pytest.raises(CannotBegin, match="en gång"):
            begun(order=order)


class TestSign:
    def test_one_after_the_other_in_any_order_and_the_last_completes(self):
        round = Round()
        assert [event.kind for event in round.sign(SECOND)] == ["approved"]
        assert [one.key for one in round.now.waited_for] == [FIRST, THIRD]
        round.sign(THIRD)
        assert [event.kind for event in round.sign(FIRST)] == ["approved", "completed"]
        now = round.now
        assert (
            now.status == Status.COMPLETED
            and now.waited_for == now.next == ()
            and set(now.approved) == {FIRST, SECOND, THIRD}
        )
        assert now.approved[FIRST].name == "Alva Testberg" and now.approved[FIRST].method == "Ritad på skärm"

    def test_nobody_signs_twice(self):
        round = Round()
        round.sign(FIRST)
        with pytest.raises(AlreadySigned, match="Deltagare har redan"):
            round.sign(FIRST)
        with pytest.raises(AlreadySigned):
            round.do("decline", FIRST, SHA, "Ångrar mig")

    def test_in_order(self):
        round = Round(order=(SECOND, FIRST, THIRD))
        assert [one.key for one in round.now.next] == [SECOND]
        with pytest.raises(NotYet, match="Arbetsgivare skriver under först"):
            round.sign(FIRST)
        round.sign(SECOND)
        assert [one.key for one in round.now.next] == [FIRST]
        round.sign(FIRST)
        assert [one.key for one in round.now.next] == [THIRD]
        round.sign(THIRD)
        assert round.now.status == Status.COMPLETED

    def test_who_is_not_required_is_not_waited_for_in_an_order_but_may_sign_in_turn(self):
        optional = (replace(THREE[0], required=False), *THREE[1:])
        now = begun(optional, order=(FIRST, SECOND, THIRD))
        assert [one.key for one in now.next] == [FIRST, SECOND]

    def test_the_one_waited_for_in_an_order_is_the_first_that_is_required(self):
        optional = (replace(THREE[0], required=False), *THREE[1:])
        round = Round(optional, order=(FIRST, SECOND, THIRD))
        with pytest.raises(NotYet, match="Arbetsgivare skriver under först"):
            round.sign(THIRD)

    def test_when_nobody_is_required_one_is_enough(self):
        round = Round((party("deltagare", required=False), party("kommun", required=False)))
        assert len(round.now.waited_for) == 2
        assert [event.kind for event in round.sign("underskrift_kommun")] == ["approved", "completed"]

    def test_what_was_shown_is_what_is_signed(self):
        round = Round()
        with pytest.raises(NotShown, match="Öppna handlingen"):
            round.do("approve", FIRST, SHA, round=1, name="Alva Testberg", method="x", on=DAY)
        with pytest.raises(Changed, match="ändrats"):
            round.do("show", FIRST, OTHER)
        round.do("show", FIRST, SHA)
        assert round.do("show", FIRST, SHA) == ()
        with pytest.raises(Changed):
            round.do("approve", FIRST, OTHER, round=1, name="Alva Testberg", method="x", on=DAY)

    @pytest.mark.parametrize("other", ["0" * 64, "f" * 64, SHA[:-1], f"{SHA}0", SHA.upper(), ""])
    def test_any_other_hash_is_other_words(self, other):
        round = Round()
        round.do("show", FIRST, SHA)
        for act in (("show", SECOND, other), ("decline", SECOND, other, "Nej")):
            with pytest.raises(Changed):
                round.do(*act)
        with pytest.raises(Changed):
            round.do("approve", FIRST, other, round=1, name="Alva Testberg", method="x", on=DAY)
        with pytest.raises(BrokenHistory):
            state_machine.replay(
                [
                    *round.events,
                    SignatureGiven(at=AT, by="kim", party=FIRST, sha256=other, name="A", method="x", on=DAY),
                ]
            )

    def test_a_page_of_an_earlier_round_signs_nothing(self):
        round = Round()
        round.do("show", FIRST, SHA)
        round.do("withdraw", "Fel")
        round.events += state_machine.create(round.now, THREE, SHA, "skarm", at=AT, by="kim")
        round.do("show", FIRST, SHA)
        with pytest.raises(Changed):
            round.do("approve", FIRST, SHA, round=1, name="Alva Testberg", method="x", on=DAY)
        assert round.do("approve", FIRST, SHA, round=2, name="Alva Testberg", method="x", on=DAY)

    def test_nobody_else(self):
        with pytest.raises(NoSuchParty):
            Round().sign("underskrift_granne", "Gun")

    @pytest.mark.parametrize("typed", ["alva  testberg", " Alva Testberg ", "ALVA TESTBERG"])
    def test_ones_own_name_however_it_is_spaced(self, typed):
        signed = Round().sign(FIRST, typed)[0]
        assert signed.name == " ".join(typed.split()) and signed.behalf == ""

    def test_a_party_cannot_sign_for_another(self):
        with pytest.raises(NotComplete, match="Alva Testberg") as told:
            Round().sign(FIRST, "Robin Handledarsson")
        assert told.value.path == "namn"
        with pytest.raises(NotComplete, match="Låt Alva Testberg skriva under") as told:
            Round().sign(FIRST, "Robin Handledarsson", deputy=True)
        assert told.value.path == "namn"

    @pytest.mark.parametrize("role", ["kommun", "arbetsgivare"])
    def test_a_deputy_signs_for_the_one_who_is_named(self, role):
        round = Round((party(role, "Karin Chef"),))
        signed = round.sign(f"underskrift_{role}", "Nils Vikarie", deputy=True)[0]
        assert (signed.name, signed.behalf) == ("Nils Vikarie", "Karin Chef")

    def test_a_representative_signs_for_the_one_it_represents(self):
        round = Round((party("god_man", "Siv Exempelsson", behalf="Alva Testberg"),))
        assert round.sign("underskrift_god_man")[0].behalf == "Alva Testberg"

    @pytest.mark.parametrize(
        ("name", "words"), [("", "Skriv ditt namn"), ("  \n", "Skriv ditt namn"), ("a" * 201, "högst 200")]
    )
    def test_a_name_there_must_be(self, name, words):
        round = Round()
        round.do("show", SECOND, SHA)
        with pytest.raises(NotComplete, match=words) as told:
            round.do("approve", SECOND, SHA, round=1, name=name, method="x", on=DAY)
        assert told.value.path == "namn"

    def test_a_place_of_reasonable_length(self):
        signed = Round().sign(FIRST, place=" Åvik ", evidence={"ink": [1]})[0]
        assert (signed.place, signed.evidence, signed.on, signed.by) == ("Åvik", {"ink": [1]}, DAY, "kim")
        assert Round().sign(FIRST, place="å" * 200)[0].place == "å" * 200
        with pytest.raises(NotComplete, match="orten") as told:
            Round().sign(FIRST, place="å" * 201)
        assert told.value.path == "ort"


ENDS = {
    "decline": (FIRST, SHA, "Tiderna stämmer inte."),
    "withdraw": ("Fel arbetsplats.",),
    "void": (("Schema",),),
}


class TestEnd:
    @pytest.mark.parametrize("act", ENDS)
    def test_after_an_end_nothing_more_is_done(self, act):
        round = Round()
        round.do("show", FIRST, SHA)
        round.do(act, *ENDS[act])
        for next_act, given in {**ENDS, "halt": ("x",), "reactivate": (), "show": (SECOND, SHA)}.items():
            with pytest.raises(Closed):
                round.do(next_act, *given)
        with pytest.raises(Closed):
            round.do("approve", FIRST, SHA, round=1, name="Alva Testberg", method="x", on=DAY)
        assert round.now.next == ()

    def test_a_no_says_why(self):
        round = Round()
        round.do("decline", FIRST, SHA, " Tiderna stämmer inte. ")
        now = round.now
        assert (now.status, now.reason, now.declined.party) == (Status.DECLINED, "Tiderna stämmer inte.", FIRST)

    @pytest.mark.parametrize("act", ["decline", "withdraw", "halt"])
    @pytest.mark.parametrize(
        ("reason", "words"), [("", "Skriv varför"), (" \n ", "Skriv varför"), ("x" * 2001, "2000 tecken")]
    )
    def test_a_reason_there_must_be(self, act, reason, words):
        given = (FIRST, SHA, reason) if act == "decline" else (reason,)
        with pytest.raises(NotComplete, match=words) as told:
            Round().do(act, *given)
        assert told.value.path == "skal"

    def test_a_long_reason_is_kept_whole(self):
        round = Round()
        round.do("withdraw", "x" * 2000)
        assert (round.now.status, round.now.reason) == (Status.WITHDRAWN, "x" * 2000)

    def test_a_rest_and_on_again(self):
        round = Round()
        round.sign(FIRST)
        round.do("halt", "Semester")
        assert (round.now.status, round.now.reason, round.now.next) == (Status.HALTED, "Semester", ())
        with pytest.raises(Closed, match="pausade"):
            round.sign(SECOND)
        with pytest.raises(Closed, match="pausade"):
            round.do("halt", "Igen")
        round.do("reactivate")
        assert (round.now.status, round.now.reason) == (Status.ACTIVE, "") and FIRST in round.now.approved
        with pytest.raises(Closed, match="pågår"):
            round.do("reactivate")
        round.sign(SECOND)

    def test_what_rests_may_be_ended(self):
        for act in ("withdraw", "void"):
            round = Round()
            round.do("halt", "Semester")
            assert round.do(act, *ENDS[act])

    def test_a_change_voids_and_says_what(self):
        round = Round()
        round.sign(FIRST)
        round.do("void", ("Schema", "Sista dag"))
        assert (round.now.status, round.now.changes) == (Status.VOIDED, ("Schema", "Sista dag"))

    def test_what_all_have_signed_is_never_undone(self):
        round = Round((THREE[0],))
        round.sign(FIRST)
        for act, given in {"withdraw": ("x",), "void": (("x",),), "halt": ("x",), "reactivate": ()}.items():
            with pytest.raises(Closed, match="Alla som behövs"):
                round.do(act, *given)
        assert round.do("expire", date(2099, 1, 1)) == ()

    def test_the_last_day_counts(self):
        round = Round(expires=DAY)
        assert round.do("expire", DAY - timedelta(days=3)) == ()
        assert round.do("expire", DAY) == () == Round().do("expire", date(2099, 1, 1))
        round.do("expire", DAY + timedelta(days=1))
        assert round.now.status == Status.EXPIRED
        with pytest.raises(Closed, match="gått ut"):
            round.sign(FIRST)
        resting = Round(expires=DAY)
        resting.do("halt", "x")
        assert resting.do("expire", DAY + timedelta(days=1))


class TestHistory:
    def test_nothing_has_happened(self):
        assert state_machine.replay(()) is None

    @pytest.mark.parametrize(
        "events",
        [
            [Shown(at=AT, by="kim", party=FIRST, sha256=SHA)],
            [*Round().events, *Round().events],
            [*Round().events, Completed(at=AT, by="kim", sha256=SHA)],
            [
                *Round().events,
                *[SignatureGiven(at=AT, by="kim", party=FIRST, sha256=SHA, name="A", method="x", on=DAY)] * 2,
            ],
            [*Round().events, SignatureGiven(at=AT, by="kim", party=FIRST, sha256=OTHER, name="A", method="x", on=DAY)],
        ],
    )
    def test_events_that_cannot_follow_each_other(self, events):
        with pytest.raises(BrokenHistory, match="Kontakta IT"):
            state_machine.replay(events)

    def test_a_signature_after_the_end(self):
        round = Round()
        round.do("withdraw", "x")
        with pytest.raises(BrokenHistory):
            state_machine.replay(
                [*round.events, SignatureGiven(at=AT, by="kim", party=FIRST, sha256=SHA, name="A", method="x", on=DAY)]
            )


class Walk(RuleBasedStateMachine):
    """Acts at random, by people who may and people who may not; the model is a set of names and a word."""

    def __init__(self):
        super().__init__()
        self.round, self.signed, self.status, self.shown = Round(), set(), Status.ACTIVE, set()

    keys = st.sampled_from([FIRST, SECOND, THIRD, "underskrift_granne"])

    def attempt(self, may, act, *given, **named):
        """Acts, and demands that it goes through just when the model says that it may."""
        try:
            self.round.do(act, *given, **named)
        except SigningError as refused:
            assert not may, refused
            assert str(refused)[0].isupper() and str(refused).endswith(".")
            return False
        assert may
        return True

    @rule(key=keys, sha=st.sampled_from([SHA, OTHER]))
    def show(self, key, sha):
        may = self.status == Status.ACTIVE and key in {FIRST, SECOND, THIRD} - self.signed and sha == SHA
        if self.attempt(may, "show", key, sha):
            self.shown.add(key)

    @rule(
        key=keys,
        sha=st.sampled_from([SHA, SHA, OTHER]),
        round=st.integers(1, 2),
        name=st.sampled_from(["Alva Testberg", "Bo"]),
    )
    def approve(self, key, sha, round, name):
        right = key in {FIRST, SECOND, THIRD} - self.signed and sha == SHA and round == self.round.now.round
        may = self.status == Status.ACTIVE and right and key in self.shown and (key != FIRST or name == "Alva Testberg")
        if self.attempt(may, "approve", key, sha, round=round, name=name, method="x", on=DAY):
            self.signed.add(key)
            if len(self.signed) == 3:
                self.status = Status.COMPLETED

    @rule(key=keys, reason=st.sampled_from(["Nej tack", ""]))
    def decline(self, key, reason):
        may = self.status == Status.ACTIVE and key in {FIRST, SECOND, THIRD} - self.signed and bool(reason)
        if self.attempt(may, "decline", key, SHA, reason):
            self.status = Status.DECLINED

    @rule(act=st.sampled_from(["withdraw", "halt", "reactivate", "void"]))
    def lead(self, act):
        opened = self.status in (Status.ACTIVE, Status.HALTED)
        may = {
            "withdraw": opened,
            "void": opened,
            "halt": self.status == Status.ACTIVE,
            "reactivate": self.status == Status.HALTED,
        }[act]
        given = {"withdraw": ("x",), "halt": ("x",), "void": (("Schema",),)}.get(act, ())
        if self.attempt(may, act, *given):
            after = {
                "withdraw": Status.WITHDRAWN,
                "void": Status.VOIDED,
                "halt": Status.HALTED,
                "reactivate": Status.ACTIVE,
            }
            self.status = after[act]

    @precondition(lambda self: self.status not in (Status.ACTIVE, Status.HALTED, Status.COMPLETED))
    @rule()
    def begin_anew(self):
        self.round.events += state_machine.create(self.round.now, THREE, SHA, "skarm", at=AT, by="kim")
        self.signed, self.status, self.shown = set(), Status.ACTIVE, set()

    @invariant()
    def the_state_is_what_the_model_says(self):
        now = self.round.now
        assert (now.status, set(now.approved), now.shown) == (self.status, self.signed, self.shown)
        assert now.number == len(self.round.events) and set(now.approved) <= now.shown
        assert all(event.sha256 == now.sha256 for event in now.approved.values())

    @invariant()
    def a_round_is_complete_just_when_all_have_signed(self):
        now = self.round.now
        assert (now.status == Status.COMPLETED) is (not now.waited_for)
        assert not (now.status != Status.ACTIVE and now.next)

    @invariant()
    def nobody_has_signed_twice_in_a_round(self):
        signed = [(0, "")]
        for event in self.round.events:
            if isinstance(event, Created):
                signed.append((len(signed), ""))
            elif isinstance(event, SignatureGiven):
                entry = (signed[-1][0], event.party)
                assert entry not in signed
                signed.append(entry)


Walk.TestCase.settings = settings(
    max_examples=60, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)
)
TestWalk = Walk.TestCase


def test_the_round_that_rests_is_reactivated_by_an_event():
    round = Round()
    round.do("halt", "x")
    assert isinstance(round.do("reactivate")[0], Reactivated)
