"""The cases there are: listed without what a person is like, found by little, and opened in programmes that run."""

import pytest
from support.casework import Casework

from stegvis.forms import list_forms, list_programmes


@pytest.fixture
def case(office):
    """A case in the programme that has nearly everything."""
    return Casework(office, "ur-hemloshet-i-jobb")


class TestSearch:
    """R19: persons are found by name, personal number and case number, and by nothing else (refusal 5)."""

    @pytest.mark.parametrize("asked", ["Alva Testberg", "testberg", "18900101-9802", "900101-9802", "189001019802"])
    def test_by_these(self, case, office, asked):
        assert self.found(office, asked) == 1

    @pytest.mark.parametrize(
        "asked", ["Alv", "Kaffestugan", "kvinna", "ur-hemloshet-i-jobb", "08-123 456 78", "uppehåll", ""]
    )
    def test_by_nothing_else(self, case, office, asked):
        assert self.found(office, asked) == 0

    def test_what_is_asked_for_is_never_in_the_address(self, case, office):
        page = office.page.get("/stegvis/arenden/sok")
        form = page.form("sok")
        assert form["method"] == "post"

    def found(self, office, asked):
        page = office.page.get("/stegvis/arenden/sok").submit("sok", sok=asked)
        return len(page.soup.select(".st-list li"))


def test_r21_lists_say_nothing_of_how_a_person_is(case, office):
    case.note("status", status="forhindrad")
    listed = office.page.get("/stegvis/arenden/").text
    assert "Alva Testberg" in listed and "Återfall" not in listed and "18900101" not in listed
    assert not any("fack" in q.name and "medlem" in q.name for form in list_forms() for q in form.questions.values())


def test_ones_own_all_that_are_open_and_those_that_are_closed(office, case):
    def numbers(which):
        page = office.page.get(f"/stegvis/arenden/?visa={which}")
        return len(page.soup.select(f'a[href="{case.path}"]'))

    assert [numbers(which) for which in ("mina", "alla", "avslutade", "andras")] == [1, 1, 0, 1]
    office.become("hanna", "Hanna Handläggarsson")
    assert [numbers(which) for which in ("mina", "alla", "avslutade")] == [0, 1, 0]
    assert "avslutat" in case.note("stang", skal="kom_aldrig").text
    assert [numbers(which) for which in ("mina", "alla", "avslutade")] == [0, 0, 1]
    office.become("osa", "Osa Obehörig", tenant="Byggnadsnämnden")
    assert [numbers(which) for which in ("mina", "alla", "avslutade")] == [0, 0, 0]


def test_a_case_is_opened_only_in_a_programme_that_runs(office):
    links = [link["href"] for link in office.page.get("/stegvis/arenden/nytt").soup.select(".st-list span > a")]
    running = [programme.id for programme in list_programmes() if programme.runs]
    assert [link.rpartition("/")[2] for link in links] == running
    resting = next(programme.id for programme in list_programmes() if not programme.runs)
    assert office.page.get(f"/stegvis/arenden/nytt/{resting}").status == 404
    office.become("arvid", "Arvid Arkivarie", role="arkiv")
    assert {office.page.get(f"/stegvis/arenden/{where}").status for where in ("nytt", "nytt/kraft")} == {403}
