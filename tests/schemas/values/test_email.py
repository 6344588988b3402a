"""One mailbox, one address."""

import pytest
from support.spellings import refusal

from stegvis.schemas.values import email


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        (" Anna@Exempel.SE ", "Anna@exempel.se"),
        ("anna@malmö.se", "anna@malmö.se"),
        ("anna@xn--malm-8qa.se", "anna@malmö.se"),
        ("anna@MALMÖ.se", "anna@malmö.se"),
    ],
)
def test_one_mailbox_has_one_address(written, canonical):
    assert email.parse(written) == canonical
    assert email.parse(canonical) == canonical


@pytest.mark.parametrize(
    "written",
    ["", "anna", "anna@", "@exempel.se", "a b@exempel.se", "a@exempel", "a@b\x00.se", "\ud800@exempel.se", "a@" * 5000],
)
def test_what_is_no_address_is_refused(written):
    assert refusal(email.parse, written) == "email_format"
