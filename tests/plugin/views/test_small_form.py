"""A small form on a page of its own: what is wrong is told, nothing that was typed is lost, and it is kept once."""

import pytest
from support.casework import Casework


@pytest.fixture
def case(office):
    return Casework(office, "kraft")


def test_it_begins_with_what_is_known(case):
    page = case.page.get(f"{case.path}/anteckna/kallad")
    assert (page.status, page.h1) == (200, "Kallad till möte") and page.values("kallad")["dag"] == "2026-11-21"
    assert page.soup.find("a", string="Avbryt")["href"] == case.path


def test_what_is_wrong_is_told_and_nothing_is_lost_or_kept(case):
    page = case.note("kallad", mote_dag="i morgon", plats="<b>Rådhuset</b>")
    assert page.status == 422 and set(page.errors) == {"st-mote_dag"} and not page.soup.select("main b b")
    assert (page.values("kallad")["mote_dag"], page.values("kallad")["plats"]) == ("i morgon", "<b>Rådhuset</b>")
    assert "Kallad till möte" not in case.page.get(f"{case.path}/historia").text
    assert page.submit("kallad", mote_dag="2026-11-25 10:00").path == case.path, "and mended it goes on"


def test_sent_twice_it_is_kept_once(case):
    page = case.page.get(f"{case.path}/anteckna/anteckning")
    for _ in range(2):
        assert page.submit("anteckning", text="Hon ringde.").path == case.path
    assert case.page.get(f"{case.path}/historia").text.count("Hon ringde.") == 1
