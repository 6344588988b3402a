"""Where a document stands after each status of its signing."""

from types import SimpleNamespace as Made

import pytest

from stegvis.plugin.documents import signing
from stegvis.plugin.signing.errors import SigningError
from stegvis.plugin.signing.state_machine import OPEN, Status
from stegvis.plugin.storage import State


@pytest.mark.parametrize("status", list(Status))
@pytest.mark.parametrize("approved", [{}, {"a": 1}])
def test_the_state_follows_the_status(status, approved):
    expected = (
        State.UNDERTECKNAD
        if status == Status.COMPLETED
        else State.DELVIS
        if approved and status in OPEN
        else State.KLAR
    )
    assert signing._state(Made(status=Status(status.value), approved=approved)) == expected


def test_what_cannot_be_compared_is_told_by_who_signs():
    class Old:
        @property
        def instrument(self):
            raise SigningError("x")

    new = Made(form=None, instrument=None)
    assert signing._changes(Old(), new) == ("Vilka som skriver under",)
