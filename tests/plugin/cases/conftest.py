"""The case that the rules are tried in."""

import pytest
from support.casework import Casework


@pytest.fixture
def case(office):
    """A case in the programme that has nearly everything."""
    return Casework(office, "ur-hemloshet-i-jobb")
