"""The store that a request asks: for the one who is logged in, in their nämnd, and for nobody else."""

import pytest
from werkzeug.exceptions import Unauthorized

from stegvis.plugin.installation.acting import acting


def test_it_acts_for_the_one_who_is_logged_in_and_in_their_namnd(office):
    with office.app.test_request_context("/stegvis/"):
        assert (acting().tenant, acting().subject) == (office.who.tenant, "kim")
    office.become("hanna", "Hanna Handläggarsson", tenant="")
    with office.app.test_request_context("/stegvis/"):
        assert (acting().tenant, acting().subject) == ("kommunen", "hanna")


def test_for_nobody_there_is_no_store(office):
    office.who = None
    with office.app.test_request_context("/stegvis/"), pytest.raises(Unauthorized):
        acting()
