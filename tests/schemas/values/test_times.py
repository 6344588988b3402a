"""Times of day: one spelling each."""

from datetime import time

import pytest
from support.spellings import refusal

from stegvis.schemas.values import times


@pytest.mark.parametrize("written", ["08:30", "8.30", "0830", "８：３０", " 08:30 "])
def test_one_time_has_one_spelling(written):
    assert times.parse(written) == time(8, 30)


@pytest.mark.parametrize(
    ("written", "message_id"),
    [("24:00", "time_not_real"), ("12:60", "time_not_real"), ("halv nio", "time_format"), ("8", "time_format")],
)
def test_what_is_wrong_with_a_time_is_said(written, message_id):
    assert refusal(times.parse, written) == message_id
