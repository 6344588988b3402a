"""Moments: a day and a time together, in one spelling, and what is wrong with either is said."""

from datetime import datetime

import pytest
from support.spellings import refusal

from stegvis.schemas.values import moments


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


def test_a_moment_has_no_time_zone_and_is_read_in_any_script():
    read = moments.parse("２０２６–１１–２１\u00a0１４：３０")
    assert read == datetime(2026, 11, 21, 14, 30) and read.tzinfo is None


def test_a_moment_in_running_text_is_written_with_the_month():
    assert moments.shown(datetime(2026, 12, 7, 8, 30)) == "7 december 2026 kl. 08:30"
