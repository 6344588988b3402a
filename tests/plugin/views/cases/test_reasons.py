"""A person with protected data: nobody is named in a list, and a reason is given before anything about them is read."""

from uuid import UUID

import pytest
from support.casework import Casework

from stegvis.forms import load_programme


@pytest.fixture
def case(office):
    """A case of somebody with protected data; the page that opened it has asked for a reason."""
    case = Casework.__new__(Casework)
    case.office, case.page, case.programme = office, office.page, load_programme("kraft")
    given = {
        "fornamn": "Sixten",
        "efternamn": "Hemligsson",
        "personnummer": "18900102-9819",
        "skydd": "sekretessmarkering",
        "grund": "behovsprovad",
    }
    case.first = case.page.get("/stegvis/arenden/nytt/kraft").submit("kraft", **given)
    case.path = case.first.path.removesuffix("/skal")
    return case


def test_the_name_is_in_no_list_and_no_search_by_name_finds_it(case, office):
    assert case.first.h1 == "Skyddade personuppgifter"
    for path in ("/stegvis/arenden/", "/stegvis/"):
        assert "Hemligsson" not in office.page.get(path).text
    assert not office.page.get("/stegvis/arenden/sok").submit("sok", sok="Hemligsson").soup.select(".st-list li")
    assert office.page.get("/stegvis/arenden/sok").submit("sok", sok="18900102-9819").soup.select(".st-list li")


def test_a_reason_opens_it_and_is_in_the_log(case, office):
    short = office.page.get(f"{case.path}/skal").submit("skal", skal="x")
    assert short.status == 422 and short.errors == {"st-skal": "Skriv varför du behöver läsa. Några ord räcker."}
    page = office.page.get(f"{case.path}/skal").submit("skal", skal="Uppföljning av praktiken")
    assert page.path == case.path and "Sixten Hemligsson" in page.text and "Sixten" not in page.soup.title.get_text()
    case_id = UUID(case.path.rpartition("/")[2])
    office.become("hanna", "Hanna Handläggarsson")
    assert office.page.get(case.path).h1 == "Skyddade personuppgifter", "the reason was another's"
    assert office.store.cases.peek(office.who.tenant, case_id)[0].payload["person"]["fornamn"] == "Sixten", (
        "and the case is whole"
    )


def test_a_colleague_gives_a_reason_before_a_document_too(case, office):
    office.page.get(f"{case.path}/skal").submit("skal", skal="Uppföljning av praktiken")
    draft = case.begin("genomforandeplan")
    assert draft.h1 != "Skyddade personuppgifter", "who writes it needs none"
    office.become("hanna", "Hanna Handläggarsson")
    for path in ("", "/fyll-i", ".pdf"):
        asked = office.page.get(draft.path.removesuffix("/fyll-i") + path)
        assert asked.h1 == "Skyddade personuppgifter" and "Hemligsson" not in asked.text
    assert office.page.get(draft.path).submit("skal", skal="x").status == 422
    opened = office.page.get(draft.path).submit("skal", skal="Vikarierar i dag")
    assert opened.path == draft.path and "Hemligsson" in opened.text
    assert "Sixten Hemligsson" in office.page.get(case.path).text, "the reason is for the case"
    with office.app.test_request_context():
        events = office.store.events(office.who.tenant, UUID(draft.path.split("/")[-2]))
    assert [event.reason for event in events if event.by == "hanna" and event.reason] == ["Vikarierar i dag"]


def test_the_calendar_says_nothing_of_anybody(case, office):
    text = office.page.client.get("/stegvis/mitt-arbete.ics").text
    assert "BEGIN:VEVENT" in text and "Hemligsson" not in text and "Sixten" not in text and "Ny intresseanmälan" in text
