"""How times lie in a database that may have no time zones, and which columns hold what is sealed."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import LargeBinary

from stegvis.plugin.storage.tables import UtcMoment, metadata

SUMMER_NOON = datetime(2026, 7, 1, 12, tzinfo=timezone(timedelta(hours=2)))


def test_a_time_is_written_in_utc():
    assert UtcMoment().process_bind_param(SUMMER_NOON, None).isoformat() == "2026-07-01T10:00:00+00:00"


def test_a_time_without_zone_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        UtcMoment().process_bind_param(datetime(2026, 7, 1, 12), None)


@pytest.mark.parametrize("stored", [datetime(2026, 7, 1, 10), SUMMER_NOON])
def test_a_time_is_read_in_utc_whatever_the_database_gives(stored):
    read = UtcMoment().process_result_value(stored, None)
    assert (read, read.tzinfo) == (SUMMER_NOON, UTC)


def test_no_time_is_no_time():
    assert UtcMoment().process_bind_param(None, None) is UtcMoment().process_result_value(None, None) is None


def test_only_sealed_columns_can_hold_bytes():
    binary = {
        (table.name, column.name)
        for table in metadata.sorted_tables
        for column in table.columns
        if isinstance(column.type, LargeBinary)
    }
    assert binary == {
        ("stegvis_documents", "secret"),
        ("stegvis_revisions", "payload"),
        ("stegvis_requests", "fingerprint"),
        ("stegvis_events", "reason"),
        ("stegvis_signing_events", "payload"),
        ("stegvis_artefacts", "content"),
        ("stegvis_documents", "digest"),
        ("stegvis_cases", "secret"),
        ("stegvis_stays", "place"),
        ("stegvis_entries", "secret"),
        ("stegvis_entries", "payload"),
        ("stegvis_entry_events", "payload"),
        ("stegvis_cases", "payload"),
        ("stegvis_case_events", "payload"),
        ("stegvis_case_tokens", "token"),  # a keyed hash; the key is sealed
        ("stegvis_search_keys", "secret"),
    }
