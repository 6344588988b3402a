"""The page of a case: what is in it and what has happened, for those who may read it; with a name or without."""

import re

import pytest
from support.casework import Casework


@pytest.fixture
def case(office):
    """A case in the programme that has nearly everything."""
    return Casework(office, "ur-hemloshet-i-jobb")


def test_it_names_the_person_on_the_page_and_nowhere_else(case):
    page = case.now
    assert (
        page.h1 == f"Ärende i {case.programme.title}" and "Alva Testberg" in page.soup.select_one(".st-lead").get_text()
    )
    assert "Alva" not in page.soup.title.get_text() + page.path
    for where in ("handlingar", "historia"):
        assert "Alva" not in case.page.get(f"{case.path}/{where}").soup.title.get_text()


def test_all_that_has_happened_stands_on_a_page_of_its_own_newest_first(case):
    case.note("anteckning", dag="2026-11-20", text="Hon ringde.")
    case.note("kallad", dag="2026-11-21", mote_dag="2026-11-25 10:00")
    page = case.page.get(f"{case.path}/historia")
    words = page.soup.main.get_text(" ", strip=True)
    places = [words.index(told) for told in ("Kallad till möte", "Hon ringde.", "Ärendet öppnades")]
    assert page.h1 == "Det som har hänt i ärendet" and places == sorted(places)


def test_every_document_stands_on_a_page_of_its_own(case):
    saved = case.save("kartlaggning")
    page = case.page.get(f"{case.path}/handlingar")
    assert page.h1 == "Handlingar i ärendet" and [link["href"] for link in page.soup.select("table a")] == [saved.path]


@pytest.mark.parametrize(("role", "tenant", "status"), [("handlaggare", "Byggnadsnämnden", 404), ("admin", None, 403)])
@pytest.mark.parametrize("where", ["", "/handlingar", "/historia"])
def test_another_namnd_and_it_see_nothing(office, case, role, tenant, status, where):
    office.become("nils", "Nils Ny", role, tenant or office.who.tenant)
    page = office.page.get(case.path + where)
    assert page.status == status and "Alva" not in page.text


def test_an_archivist_reads_and_is_offered_nothing_to_do(office, case):
    office.become("arvid", "Arvid Arkivarie", role="arkiv")
    page = office.page.get(case.path)
    assert page.status == 200 and not page.soup.select('form[method="post"], a[href*="/anteckna/"], a[href*="/borja/"]')


class TestAnonymous:
    """SoL 14:5: it is not written down who the person is."""

    @pytest.fixture
    def case(self, office):
        return Casework(office, "hudiksvalls-resurscentrum", anonymous=True)

    def test_there_is_no_name_and_no_form_that_asks_for_one(self, case):
        page = case.now
        assert "Utan namn" in page.text
        begun = {re.search(r"borja/([\w-]+)", link["href"])[1] for link in page.soup.select('a[href*="/borja/"]')}
        assert begun and not {"intresseanmalan", "bestallning", "samtycke", "genomforandeplan"} & begun
        assert case.page.get(f"{case.path}/borja/bestallning").status == 404

    def test_meetings_are_counted(self, case):
        case.note("mote", slag="dropin", kom="ja")
        assert "Möte" in case.now.text

    def test_only_a_programme_that_allows_it_has_it(self, office):
        assert office.page.get("/stegvis/arenden/nytt/kraft?utan-namn=1").status == 404
