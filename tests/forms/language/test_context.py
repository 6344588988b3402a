"""The moment, as a day in Sweden; the sender; the eight signs that stand for a document."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from stegvis.forms import Context, Letterhead


@pytest.mark.parametrize(
    ("now", "today"),
    [
        (datetime(2026, 11, 20, 22, 59, tzinfo=UTC), date(2026, 11, 20)),
        (datetime(2026, 11, 20, 23, 0, tzinfo=UTC), date(2026, 11, 21)),
        (datetime(2026, 6, 20, 21, 59, tzinfo=UTC), date(2026, 6, 20)),
        (datetime(2026, 6, 20, 22, 0, tzinfo=UTC), date(2026, 6, 21)),
        (datetime(2026, 11, 21, 8, 0, tzinfo=timezone(timedelta(hours=12))), date(2026, 11, 20)),
    ],
)
def test_a_day_begins_at_midnight_in_stockholm(now, today):
    """One hour before UTC in winter, two in summer (SFS 1979:988, 2001:127), wherever the server stands."""
    assert Context(now=now).today == today


def test_the_moment_is_aware_also_when_nobody_gives_one():
    assert Context().now.utcoffset() == timedelta(0)


def test_a_document_goes_by_the_last_eight_signs_of_its_id():
    """The first of a UUID of version 7 are a clock (RFC 9562, 5.7) and alike in all that is made at one time."""
    assert Context(document_id="0193b3c2-6f00-7000-8000-00007f3a9c21").short_code == "7F3A9C21"
    assert Context().short_code == ""


def test_an_employer_is_told_a_neutral_name_and_no_address_that_there_is_not():
    assert "social" not in Letterhead().anordnare.lower()
    assert Context().web == "" and Context(letterhead=Letterhead(web="exempel.se")).web == "exempel.se"
