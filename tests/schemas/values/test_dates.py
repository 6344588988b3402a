"""Days, periods of months, ages."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.spellings import refusal, spellings

from stegvis.schemas.errors import ValueProblem
from stegvis.schemas.values import dates

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize("written", spellings("2026-11-21", "2026-11-21"))
def test_one_day_has_one_date(written):
    assert dates.parse(written) == TODAY


@pytest.mark.parametrize(
    ("written", "message_id"),
    [
        ("2026-02-30", "date_not_real"),
        ("2026-13-01", "date_not_real"),
        ("2026-2-3", "date_format"),
        ("21/11 2026", "date_format"),
        ("2026-11-21 14:30", "date_format"),
        ("0206-11-21", "date_format"),
        ("9999-12-31", "date_format"),
        ("", "date_format"),
    ],
)
def test_what_is_wrong_with_a_date_is_said(written, message_id):
    assert refusal(dates.parse, written) == message_id


def test_a_date_that_is_not_real_is_named():
    with pytest.raises(ValueProblem) as caught:
        dates.parse("２０２６-02-30")
    assert caught.value.values == {"värde": "2026-02-30"}


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2026-11-15", 1, "2026-12-14"),
        ("2026-11-01", 1, "2026-11-30"),
        ("2026-01-31", 1, "2026-02-28"),
        ("2028-01-31", 1, "2028-02-29"),
        ("2026-01-29", 1, "2026-02-28"),
        ("2026-01-28", 1, "2026-02-27"),
        ("2026-11-15", 12, "2027-11-14"),
        ("2028-02-29", 12, "2029-02-28"),
    ],
)
def test_a_period_of_months_ends_the_day_before(start, months, end):
    assert dates.period_end(date.fromisoformat(start), months) == date.fromisoformat(end)


@given(st.dates(dates.EARLIEST, date(2100, 1, 1)), st.integers(1, 60))
def test_a_later_start_never_gives_an_earlier_end(start, months):
    assert dates.period_end(start, months) <= dates.period_end(date.fromordinal(start.toordinal() + 1), months)


def test_months_are_added_to_the_last_day_if_the_month_is_short():
    assert dates.add_months(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert dates.add_months(date(2026, 3, 31), -1) == date(2026, 2, 28)
    assert dates.add_months(date(2026, 12, 1), 1) == date(2027, 1, 1)


def test_a_day_in_running_text_is_written_with_the_month():
    assert dates.shown(date(2026, 12, 7)) == "7 december 2026"


def test_age_is_counted_in_whole_years():
    assert dates.age(date(2008, 11, 22), TODAY) == 17
    assert dates.age(date(2008, 11, 21), TODAY) == 18
    assert dates.age(date(2008, 2, 29), date(2026, 2, 28)) == 17
