"""What the plugin raises: one root for what is ours, and two that answer a request with HTTP's own status."""

from uuid import UUID

from werkzeug.exceptions import HTTPException

from stegvis.plugin import SetupError
from stegvis.plugin.errors import FormUnavailable, ReasonNeeded, Refused, StegvisError


def test_a_mistake_in_the_setup_is_caught_as_ours_and_as_a_fault_of_the_program():
    assert issubclass(SetupError, StegvisError) and issubclass(SetupError, RuntimeError)


def test_a_line_that_is_refused_is_a_wrong_value_and_no_fault_of_ours():
    assert issubclass(Refused, ValueError) and not issubclass(Refused, StegvisError)


def test_those_that_answer_have_the_status_of_rfc_9110_and_say_what_the_page_needs():
    """503: unable for a while (15.6.4). 403: understood and refused (15.5.4)."""
    broken, asked = FormUnavailable("Samtycke"), ReasonNeeded("case_reason", case_id=UUID(int=1))
    assert isinstance(broken, HTTPException) and (broken.code, broken.title) == (503, "Samtycke")
    assert isinstance(asked, HTTPException) and asked.code == 403
    assert (asked.endpoint, asked.values) == ("case_reason", {"case_id": UUID(int=1)})
