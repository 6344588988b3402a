"""Keys that sort by time and cannot be guessed."""

from datetime import UTC, datetime, timedelta

from stegvis.plugin.storage.ids import uuid7

NOW = datetime(2022, 2, 22, 19, 22, 22, tzinfo=UTC)


def test_it_is_version_7_of_the_standard():
    """The moment is the one of the example in RFC 9562, appendix A.6."""
    made = uuid7(NOW)
    assert (made.version, made.variant) == (7, "specified in RFC 4122")
    assert str(made).startswith("017f22e2-79b0-7")


def test_later_is_greater():
    made = [uuid7(NOW + timedelta(milliseconds=number)) for number in range(100)]
    assert made == sorted(made)


def test_two_of_the_same_moment_share_nothing_but_the_moment():
    made = [uuid7(NOW).int for _ in range(1000)]
    assert len(set(made)) == 1000
    differing = 0
    for other in made:
        differing |= other ^ made[0]
    assert differing.bit_count() == 74
