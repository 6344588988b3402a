"""Helpers for tests of values: many spellings of one value, and which message a refusal gives."""

import pytest

from stegvis.schemas.errors import ValueProblem
from stegvis.schemas.messages import MESSAGES

FULL_WIDTH = str.maketrans("0123456789-+", "０１２３４５６７８９－＋")
ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def refusal(parse, *values, **limits):
    """The id of the message that the value gives."""
    with pytest.raises(ValueProblem) as caught:
        parse(*values, **limits)
    assert caught.value.message_id in MESSAGES
    return caught.value.message_id


def spellings(canonical, *patterns):
    """Ways to write the same digits, and the canonical one: with dashes, spaces and other scripts."""
    written = [canonical]
    for pattern in patterns:
        written += [pattern, f"  {pattern}\u00a0", pattern.replace("-", "–")]
        written += [pattern.translate(FULL_WIDTH), pattern.translate(ARABIC)]
    return written
