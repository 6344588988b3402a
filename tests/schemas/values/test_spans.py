"""Weeks as ISO 8601 counts them, and months of the calendar: the days they go from and to."""

from calendar import monthrange
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.spellings import refusal

from stegvis.schemas.errors import ValueProblem
from stegvis.schemas.values.spans import parse_month, parse_week


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2026-01", "2025-12-29", "2026-01-04"),
        ("2026-53", "2026-12-28", "2027-01-03"),
        ("2027-01", "2027-01-04", "2027-01-10"),
        ("2024-09", "2024-02-26", "2024-03-03"),
    ],
)
def test_a_week_goes_from_monday_to_sunday_and_belongs_to_the_year_of_its_thursday(written, first, last):
    """ISO 8601; the days are the Swedish almanac's."""
    week = parse_week(written)
    assert (week.first, week.last) == (date.fromisoformat(first), date.fromisoformat(last))


@given(st.dates(date(1801, 1, 1), date(2199, 1, 1)))
def test_every_day_lies_in_the_week_and_the_month_that_the_calendar_says(day):
    week, month = parse_week(f"{day:%G-%V}"), parse_month(f"{day:%Y-%m}")
    assert week.first == datetime.strptime(f"{day:%G-%V}-1", "%G-%V-%u").date()
    assert week.last - week.first == timedelta(6) and week.first <= day <= week.last
    assert (month.first.day, month.last.day) == (1, monthrange(day.year, day.month)[1])
    assert month.first <= day <= month.last


@pytest.mark.parametrize("written", ["2026-7", "2026v7", "2026 V07", "2026-W07", "2026 w 7", " ２０２６–０７ "])
def test_one_week_has_one_name(written):
    assert str(parse_week(written)) == "2026-07"


@pytest.mark.parametrize("number", ["2026-00", "2026-54", "2025-53"])
def test_a_week_that_the_year_does_not_have_is_named(number):
    """2025 has 52 weeks and 2026 has 53."""
    with pytest.raises(ValueProblem) as caught:
        parse_week(number)
    assert (caught.value.message_id, caught.value.values) == ("week_not_real", {"värde": number})


def test_what_is_no_week_or_month_is_refused():
    for written in ("", "47", "v47", "2026-047", "1799-01", "2200-01"):
        assert refusal(parse_week, written) == "week_format"
    for written in ("", "2026-00", "2026-13", "2026-1", "november 2026", "2026-11-21", "1799-12", "2200-01"):
        assert refusal(parse_month, written) == "month_format"
