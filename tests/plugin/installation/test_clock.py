"""The day is the one in Stockholm, by the application's clock."""

from datetime import UTC, date, datetime

import pytest
from support.hosts import mounted

from stegvis.plugin.installation.clock import today


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 11, 21, 22, 59, tzinfo=UTC), date(2026, 11, 21)),
        (datetime(2026, 11, 21, 23, 0, tzinfo=UTC), date(2026, 11, 22)),  # an hour ahead in winter
        (datetime(2026, 6, 30, 21, 59, tzinfo=UTC), date(2026, 6, 30)),
        (datetime(2026, 6, 30, 22, 0, tzinfo=UTC), date(2026, 7, 1)),  # and two in summer
    ],
)
def test_it_turns_at_swedish_midnight(tmp_path, moment, day):
    with mounted(tmp_path, clock=lambda: moment).test_request_context():
        assert today() == day
