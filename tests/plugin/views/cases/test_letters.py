"""Papers that a case makes: modules as stairs and as a table, and the letter that calls somebody to a meeting."""

import pytest
from support import verapdf
from support.casework import Casework
from support.parity import WORDS


@pytest.fixture
def case(office):
    """A case in the programme that has nearly everything."""
    return Casework(office, "ur-hemloshet-i-jobb")


def test_the_modules_as_stairs_and_as_a_table_that_says_the_same(office):
    case = Casework(office, "dc-tjanst")
    assert case.page.get(f"{case.path}/moduler").status == 404
    case.save("modulblad")
    page = case.page.get(f"{case.path}/moduler")
    assert [svg["aria-label"] for svg in page.soup.select("svg")] == [
        "Trappa med tio steg. Började på steg 2, nu på steg 4.",
        "Trappa med tio steg. Började på steg 1, nu på steg 3.",
    ]
    rows = [[cell.get_text() for cell in row.select("th, td")] for row in page.soup.select("tbody tr")]
    assert [row[:5] for row in rows] == [
        ["Självförtroende", "Mentalt", "2", "4", "7"],
        ["Tapetsering", "Arbetsmoment", "1", "3", "–"],
    ]
    assert len(page.soup.select("rect.on")) == 7 and "Modulöversikt" in case.now.text


def test_the_letter_has_the_day_the_hour_and_the_place(case):
    assert case.page.get(f"{case.path}/kallelse").status == 404
    case.note("kallad", mote_dag="2026-11-25 10:00", plats="Storgatan 1")
    page = case.page.get(f"{case.path}/kallelse")
    assert (
        all(words in page.text for words in ("2026-11-25", "10.00", "Storgatan 1", "Alva Testberg"))
        and "Alva" not in page.soup.title.get_text()
    )


def test_it_is_fetched_as_a_file_and_names_nobody_in_its_name(office):
    case = Casework(office, "ur-hemloshet-i-jobb", adress="Storgatan 1\n123 45 Påhittby")
    case.note("kallad", dag="2026-11-20", mote_dag="2026-12-01 10:00", plats="Rådhuset")
    page = office.page.get(f"{case.path}/kallelse")
    assert "Rådhuset" in page.text and "10.00" in page.text
    for name in ("pdf", "docx"):
        file = office.page.client.get(f"{case.path}/kallelse.{name}")
        words = " ".join(WORDS[name](file.data))
        assert "Alva Testberg" in words and "Storgatan 1" in words and "2026-12-01" in words
        assert file.headers["Content-Disposition"] == f"attachment; filename=kallelse_deltagare.{name}"
    assert verapdf.check(office.page.client.get(f"{case.path}/kallelse.pdf").data) == []


def test_one_who_has_not_been_called_has_none(office):
    case = Casework(office, "ur-hemloshet-i-jobb")
    assert office.page.get(f"{case.path}/kallelse.pdf").status == 404
