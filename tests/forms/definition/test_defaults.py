"""Answers to begin with: today, a month on, the installation's own text; never over what somebody has answered."""

import pytest
from support.making import CONTEXT, form

from stegvis.forms import Context

DAYS = [
    {"name": "fran", "kind": "date", "default": "today"},
    {"name": "till", "kind": "date", "default": {"from": "fran", "months": 6}},
]


def test_today_is_the_day_in_sweden_and_days_build_on_each_other():
    assert form(*DAYS).defaults(CONTEXT) == {"fran": "2026-11-21", "till": "2027-05-20"}


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2026-11-15", 1, "2026-12-14"),
        ("2027-01-31", 1, "2027-02-28"),
        ("2028-01-31", 1, "2028-02-29"),
        ("2026-12-01", 1, "2026-12-31"),
        ("2026-11-20", 6, "2027-05-19"),
        ("2026-08-31", 6, "2027-02-28"),
    ],
)
def test_a_month_runs_to_the_day_before_the_same_day(start, months, end):
    made = form(DAYS[0], {"name": "till", "kind": "date", "default": {"from": "fran", "months": months}})
    assert made.defaults(CONTEXT, {"fran": start}) == {"till": end}


def test_a_number_of_days_may_lie_before():
    made = form(
        {"name": "till", "kind": "date"}, {"name": "mote", "kind": "date", "default": {"from": "till", "days": -7}}
    )
    assert made.defaults(CONTEXT, {"till": "2026-12-03"}) == {"mote": "2026-11-26"}
    assert made.defaults(CONTEXT, {"till": "nyår"}) == {}
    assert made.defaults(CONTEXT) == {}


def test_what_is_answered_is_left_alone():
    assert form(*DAYS).defaults(CONTEXT, {"fran": "nyår", "till": "2026-12-01"}) == {}


def test_a_setting_is_the_installations_own_text_or_the_forms():
    made = form(
        {"name": "a", "kind": "text", "default": {"setting": "bolag", "text": "Trygg"}},
        {"name": "b", "kind": "text", "default": {"setting": "nr"}},
    )
    assert made.defaults(CONTEXT) == {"a": "Trygg"}
    assert made.defaults(Context(now=CONTEXT.now, settings={"bolag": "Egen", "nr": "17"})) == {"a": "Egen", "b": "17"}


def test_a_value_as_it_stands():
    made = form(
        {"name": "a", "kind": "choice", "options": [["x", "X"]], "default": "x"},
        {"name": "b", "kind": "integer", "default": 0},
    )
    assert made.defaults(CONTEXT) == {"a": "x", "b": 0}
