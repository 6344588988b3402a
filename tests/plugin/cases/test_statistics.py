"""What the cases come to: placements are not persons, and statuses sum to the participants (R17)."""

from datetime import date

import pytest
from support.case_files import PERSON, case_file, document, noted

from stegvis.plugin.cases import statistics

PROGRAMME = "ur-hemloshet-i-jobb"
LAST = date(2026, 12, 31)


def case(*events, met=3, **more):
    """A case in a programme where three meetings make a participant."""
    meetings = [noted("mote", f"2026-02-{day:02}", kom=True) for day in range(1, met + 1)]
    return case_file(PROGRAMME, *meetings, *events, **more)


def begun(activity, day):
    """An activity that begins."""
    return noted("aktivitet", day, aktivitet=activity)


def ended(activity, day):
    """An activity that ends."""
    return noted("aktivitet-slut", day, aktivitet=activity)


class TestFunnel:
    CASES = (
        case(begun("uma", "2026-03-01"), begun("praktik", "2026-04-01")),
        case(),
        case(begun("uma", "2026-03-01"), met=2),
        case(noted("mote", "2026-02-20", kom=False), met=2),
    )

    def test_only_meetings_that_somebody_came_to_make_a_participant(self):
        assert statistics.funnel(self.CASES) == statistics.Funnel(enquiries=4, participants=2, active=1)
        assert statistics.unable(self.CASES) == 1

    def test_placements_are_more_than_the_persons(self):
        assert statistics.placements(self.CASES) == {"uma": 2, "praktik": 1}

    def test_statuses_sum_to_the_participants(self):
        cases = [case(noted("status", "2026-05-01", status="af")), case(), case(met=1)]
        assert statistics.statuses(cases) == {"af": 1, "utan_status": 1}


class TestMainActivity:
    """A24: the one with the most days, both the first and the last counted."""

    @pytest.mark.parametrize(
        ("events", "main"),
        [
            # 10 days, and then 11
            (("uma", "2026-03-01", "2026-03-10"), "praktik"),
            # 12 days
            (("uma", "2026-03-01", "2026-03-12"), "uma"),
            # 11 as well: the one that began first
            (("uma", "2026-03-01", "2026-03-11"), "uma"),
        ],
    )
    def test_it_is_counted_in_days(self, events, main):
        activity, first, last = events
        other = begun("praktik", "2026-04-01"), ended("praktik", "2026-04-11")
        one = case(begun(activity, first), ended(activity, last), *other)
        assert statistics.main_activities([one], LAST) == {main: 1}

    def test_two_times_in_the_same_are_added(self):
        twice = [
            begun("uma", "2026-03-01"),
            ended("uma", "2026-03-06"),
            begun("uma", "2026-05-01"),
            ended("uma", "2026-05-06"),
        ]
        other = [begun("praktik", "2026-04-01"), ended("praktik", "2026-04-11")]
        assert statistics.main_activities([case(*twice, *other)], LAST) == {"uma": 1}

    def test_one_that_goes_on_counts_until_the_last_day(self):
        one = case(begun("uma", "2026-03-01"), ended("uma", "2026-03-10"), begun("praktik", "2026-12-22"))
        assert statistics.main_activities([one], date(2026, 12, 30)) == {"uma": 1}
        assert statistics.main_activities([one], date(2027, 1, 1)) == {"praktik": 1}

    def test_who_is_no_participant_has_none(self):
        assert statistics.main_activities([case(begun("uma", "2026-03-01"), met=2)], LAST) == {}


@pytest.mark.parametrize(
    ("born", "band"),
    [
        ("2008-07-01", "18–24"),
        ("2008-07-02", "under 18"),
        ("2001-07-01", "25–34"),
        ("1961-07-01", "65 eller äldre"),
        ("", "okänd"),
    ],
)
def test_an_age_is_of_the_calendar(born, band):
    found = statistics.ages([case(person={**PERSON, "fodelsedatum": born, "kon": "kvinna"})], date(2026, 7, 1))
    assert found == {(band, "kvinna"): 1}


def test_a_person_counts_once_for_a_goal_and_once_in_each_outcome():
    several = case_file(
        "kraft",
        noted("utfall", "2026-05-01", utfall="sjukvard"),
        noted("utfall", "2026-05-02", utfall="socialtjanst"),
        noted("utfall", "2026-05-03", utfall="sjukvard"),
    )
    closing = case_file("kraft", documents=[document("avslut", "2026-06-01", outcome=["sjukvard"])])
    cases = [several, closing, case_file("kraft")]
    assert statistics.outcomes_of(several) == ("sjukvard", "socialtjanst")
    assert statistics.matrix(cases) == {"sjukvard": 2, "socialtjanst": 1}
    assert statistics.reached(cases, ["sjukvard", "socialtjanst"]) == (2, 3)
