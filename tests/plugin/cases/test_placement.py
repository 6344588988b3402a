"""Praktik as the documents tell it: periods, extensions, and how it stands on a day."""

from datetime import date

import pytest
from support.case_files import case_file, document

from stegvis.plugin.storage import State

BOTH = [{"roll": "deltagare"}, {"roll": "handledare"}]


def agreement(number=1, state=State.UNDERTECKNAD, first="2026-03-01", last="2026-03-31", **told):
    """An agreement about March."""
    told = {"from": first, "until": last, "hours": "20", "follow_up_by": "2026-03-20", **told}
    return document("praktikavtal", "2026-02-20", number, state, **told)


def review(day="2026-03-18", present=BOTH, **told):
    """A follow-up that extends it through April."""
    told = {
        "day": day,
        "present": present,
        "decision": "forlangs",
        "new_until": "2026-04-30",
        "next": "2026-04-23",
        **told,
    }
    return document("praktikuppfoljning", day, 10, **told)


def only(*documents):
    """The one praktik of a case."""
    (found,) = case_file("stegen", documents=documents).placements
    return found


class TestAnExtension:
    def test_each_period_begins_the_day_after_the_last(self):
        one = only(review(), agreement())
        march, april = (date(2026, 3, 1), date(2026, 3, 31)), (date(2026, 4, 1), date(2026, 4, 30))
        assert one.until == date(2026, 4, 30) and one.periods == (march, april)
        assert one.period(date(2026, 2, 1)) == march and one.period(date(2026, 3, 31)) == march
        assert one.period(date(2026, 4, 1)) == april and one.period(date(2026, 6, 1)) == april

    def test_the_follow_up_of_a_period_is_none_for_the_next(self):
        one = only(review(), agreement())
        assert one.followed_up(date(2026, 3, 31)) and not one.followed_up(date(2026, 4, 1))

    def test_a_decision_to_end_extends_nothing(self):
        assert only(review(decision="avslutas"), agreement()).until == date(2026, 3, 31)


@pytest.mark.parametrize("present", [[], BOTH[:1], BOTH[1:]])
def test_a_follow_up_without_one_of_the_two_does_not_count(present):
    assert not only(review(present=present), agreement()).followed_up(date(2026, 3, 15))


class TestStatus:
    @pytest.mark.parametrize(
        ("day", "status"),
        [
            (date(2026, 2, 28), "planerad"),
            (date(2026, 3, 1), "pagaende"),
            (date(2026, 3, 20), "pagaende"),
            (date(2026, 3, 21), "uppfoljning_kravs"),
            (date(2026, 4, 1), "genomford"),
        ],
    )
    def test_it_follows_the_days(self, day, status):
        assert only(agreement()).status(day) == status

    def test_nobody_has_begun_before_all_have_signed(self):
        one = only(agreement(state=State.DELVIS))
        assert one.status(date(2026, 3, 15)) == "planerad" and not one.running(date(2026, 3, 15))

    def test_one_that_goes_on_longer_is_extended(self):
        assert only(review(), agreement()).status(date(2026, 3, 25)) == "forlangd"

    def test_an_ending_ends_it_on_its_last_day_and_nothing_is_waited_for(self):
        ending = document("upphavande", "2026-03-10", 11, ends=1, last_day="2026-03-12")
        one = only(ending, agreement(state=State.UPPHAVD))
        assert (one.until, one.status_day, one.next_follow_up) == (date(2026, 3, 12), date(2026, 3, 12), None)
        assert one.status(date(2026, 3, 11)) == "upphavd" and not one.running(date(2026, 3, 13))


def test_one_that_a_new_version_has_replaced_is_left_out():
    found = case_file("stegen", documents=[agreement(2), agreement(1, State.ERSATT)]).placements
    assert [one.document_id.int for one in found] == [2]


def test_a_follow_up_belongs_to_the_agreement_that_had_begun_last():
    april = agreement(2, first="2026-04-01", last="2026-04-30", follow_up_by="2026-04-20")
    second, first = case_file("stegen", documents=[review("2026-04-15"), april, agreement()]).placements
    assert (len(first.follow_ups), len(second.follow_ups)) == (0, 1)
