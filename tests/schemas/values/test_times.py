"""Times and moments: one spelling each."""

from datetime import datetime, time

import pytest
from support.spellings import refusal

from stegvis.schemas.values import moments, times


@pytest.mark.parametrize("written", ["08:30", "8.30", "0830", "８：３０", " 08:30 "])
def test_one_time_has_one_spelling(written):
    assert times.parse(written) == time(8, 30)


@pytest.mark.parametrize(
    ("written", "message_id"),
    [("24:00", "time_not_real"), ("12:60", "time_not_real"), ("halv nio", "time_format"), ("8", "time_format")],
)
def test_what_is_wrong_with_a_time_is_said(written, message_id):
    assert refusal(times.parse, written) == message_id


@pytest.mark.parametrize(
    "written", ["2026-11-21 14:30", "2026-11-21T14:30", "2026-11-21 kl. 14.30", "2026-11-21, 1430"]
)
def test_a_moment_is_a_day_and_a_time(written):
    assert moments.parse(written) == datetime(2026, 11, 21, 14, 30)


@pytest.mark.parametrize(
    ("written", "message_id"),
    [
        ("2026-11-21", "time_format"),
        ("i morgon", "date_format"),
        ("2026-02-30 14:30", "date_not_real"),
        ("2026-11-21 25:00", "time_not_real"),
        ("2026-11-21 14:30:00", "time_format"),
    ],
)
def test_what_is_wrong_with_a_moment_is_said(written, message_id):
    assert refusal(moments.parse, written) == message_id
