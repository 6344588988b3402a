"""What is made of a programme: a report for a period to read and to fetch, and the sheet of information."""

import pytest
from support.casework import Casework


def test_it_is_read_and_fetched_for_a_period(office):
    Casework(office, "kraft").note("mote", slag="samtal", kom="ja", dag="2026-11-20")
    page = office.page.get("/stegvis/verksamheter/kraft").soup.find("a", string="Redovisning")["href"]
    page = office.page.get(office.page.get(page).path + "?slag=slut&fran=2026-01-01&till=2026-12-31")
    assert "Anmälda" in page.text and "2026-01-01" in page.text
    for link in page.soup.select(".st-rail .st-files a"):
        file = office.page.client.get(link["href"])
        assert file.status_code == 200 and "kraft" in file.headers["Content-Disposition"]
    empty = office.page.get(page.path + "?slag=slut&fran=2020-01-01&till=2020-12-31")
    assert {cell.th.get_text(): cell.td.get_text() for cell in empty.soup.select("table")[0].select("tbody tr")}[
        "Anmälda"
    ] == "0"


@pytest.mark.parametrize(("query", "field"), [("fran=igår", "st-fran"), ("fran=2026-02-01&till=2026-01-01", "st-till")])
def test_a_day_that_is_none_is_told(office, query, field):
    page = office.page.get(f"/stegvis/verksamheter/kraft/redovisning?slag=slut&{query}")
    assert page.status == 422 and field in page.errors


def test_it_and_archivists_see_as_little_as_they_should(office):
    office.become("ida", "Ida It-tekniker", role="admin")
    assert office.page.get("/stegvis/verksamheter/kraft/redovisning").status == 403


def test_it_is_fetched_from_the_programmes_page(office):
    page = office.page.get("/stegvis/verksamheter/kraft")
    for link in page.soup.select(".st-body .st-files a"):
        assert office.page.client.get(link["href"]).status_code == 200
    assert office.page.get("/stegvis/verksamheter/texas/information.pdf").status == 404


@pytest.mark.parametrize("query", ["", "slag=finnsinte", "slag=slut&fran=2026-02-01&till=2026-01-01"])
def test_there_is_no_file_of_what_cannot_be_shown(office, query):
    assert office.page.get(f"/stegvis/verksamheter/kraft/redovisning.pdf?{query}").status == 404
