"""How much each who is responsible has to do: in numbers, for the manager alone, and without participants' names."""

import pytest
from support.casework import Casework


def rows(page):
    """The figures, by who is responsible."""
    return {row.th.get_text(): [cell.get_text() for cell in row.select("td")] for row in page.soup.select("tbody tr")}


def test_the_manager_sees_numbers_and_no_names_of_participants(office):
    Casework(office, "kraft")
    office.become("charlie", "Charlie Chefsson", role="chef")
    page = office.page.get("/stegvis/oversikt")
    assert rows(page) == {"Kim Konsulent": ["1", "0"]}
    assert not [name for name in ("Alva", "Testberg", "18900101") if name in page.text]


def test_a_page_of_them_at_a_time(office, monkeypatch):
    monkeypatch.setattr("stegvis.plugin.views.overview.ROWS", 1)
    Casework(office, "kraft")
    office.become("hanna", "Hanna Handläggarsson")
    Casework(office, "kraft")
    office.become("charlie", "Charlie Chefsson", role="chef")
    page, seen = office.page.get("/stegvis/oversikt"), {}
    for _ in range(2):
        seen |= rows(page)
        page = office.page.get(page.soup.find("a", string="Visa fler")["href"])
    assert set(seen) == {"Kim Konsulent", "Hanna Handläggarsson"} and rows(page) == {}


@pytest.mark.parametrize("role", ["handlaggare", "konsulent", "arkiv", "admin"])
def test_it_is_for_the_manager_alone(office, role):
    office.become("nils", "Nils Ny", role)
    page = office.page.get("/stegvis/oversikt")
    assert page.status == 403 and not page.soup.select('nav a[href$="/oversikt"]')


def test_a_manager_of_another_namnd_sees_none_of_it(office):
    Casework(office, "kraft")
    office.become("osa", "Osa Obehörig", role="chef", tenant="Byggnadsnämnden")
    assert "Det finns inga ärenden än." in office.page.get("/stegvis/oversikt").text
