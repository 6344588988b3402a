"""A value that cannot be accepted says why by the id of a message."""

import pytest

from stegvis.schemas.errors import ValueProblem
from stegvis.schemas.messages import message


def test_a_problem_is_a_value_error_with_a_message_and_what_fills_it():
    with pytest.raises(ValueError, match=r"^date_too_late$") as caught:
        raise ValueProblem("date_too_late", datum="2026-12-01")
    assert caught.value.message_id == "date_too_late"
    assert message(caught.value.message_id, **caught.value.values) == "Välj 2026-12-01 eller en tidigare dag."


def test_a_placeholder_may_be_called_anything():
    assert ValueProblem("x", message_id="y", self="z").values == {"message_id": "y", "self": "z"}
