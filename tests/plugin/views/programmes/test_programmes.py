"""The pages of programmes: which there are, how many places are taken, and who waits in the queue."""

import pytest
from support.casework import Casework

from stegvis.forms import list_programmes


def test_those_that_run_stand_first(office):
    page = office.page.get("/stegvis/verksamheter/")
    shown = [link["href"].rpartition("/")[2] for link in page.soup.select("main a")]
    running = [programme.id for programme in list_programmes() if programme.runs]
    assert shown[: len(running)] == running and len(shown) == len(list_programmes())


@pytest.mark.parametrize("where", ["finns-inte", "finns-inte/ko", "texas/ko"])
def test_one_that_is_not_there_and_a_queue_to_one_that_does_not_run_are_not_found(office, where):
    assert office.page.get(f"/stegvis/verksamheter/{where}").status == 404


def test_it_reads_about_the_programme_and_nothing_about_its_cases(office):
    office.become("iris", "Iris It-ansvarig", role="admin")
    page = office.page.get("/stegvis/verksamheter/ostervik")
    assert page.status == 200 and "Arbetsträning: 12." in page.text and "Upptagna" not in page.text
    assert not page.soup.select('a[href*="/arenden/"], a[href$="/ko"]')
    assert office.page.get("/stegvis/verksamheter/ostervik/ko").status == 403


def test_places_are_counted_by_their_activity(office):
    case = Casework(office, "ostervik")
    where = "/stegvis/verksamheter/ostervik"
    assert "Arbetsträning: 12. Upptagna: 0. Lediga: 12." in office.page.get(where).text
    case.save("schema")
    case.note("aktivitet", aktivitet="arbetstraning")
    assert "Arbetsträning: 12. Upptagna: 1. Lediga: 11." in office.page.get(where).text
    case.note("aktivitet-slut", aktivitet="arbetstraning", hur="genomford")
    assert "Arbetsträning: 12. Upptagna: 0." in office.page.get(where).text


def test_too_few_in_a_group_is_pointed_out(office):
    assert "färre än överenskommet" in office.page.get("/stegvis/verksamheter/kraft").text


def test_a_consultant_with_too_few_or_too_many_is_told(office):
    """A112."""
    case = Casework(office, "natkraft")
    assert "Har 1 deltagare. Det är färre än överenskommet (15–20)." in case.now.text
    assert "Du har 1." in office.page.get("/stegvis/verksamheter/natkraft").text
    office.become("hanna", "Hanna Handläggarsson")
    assert "Du har 0." in office.page.get("/stegvis/verksamheter/natkraft").text


def test_who_goes_first_stands_first_and_nobody_is_shut_out(office):
    waits = {"beslut": "vantar", "beslut_skal": "Vi har fullt just nu.", "prioritet": "nej", "prioritet_skal": None}
    names = {}
    for name, more in (
        ("Alva", {"inkommen_datum": "2026-11-10"}),
        ("Bertil", {"inkommen_datum": "2026-11-02"}),
        ("Cia", {"inkommen_datum": "2026-11-18", "prioritet": "ja", "prioritet_skal": "Bor på Valet"}),
    ):
        case = Casework(
            office,
            "ur-hemloshet-i-jobb",
            fornamn=name,
            personnummer=None,
            saknar_personnummer="y",
            fodelsedatum="1990-01-02",
        )
        case.save("intresseanmalan", **(waits | more))
        names[name] = case
    page = office.page.get("/stegvis/verksamheter/ur-hemloshet-i-jobb/ko")
    assert [link.get_text().split()[0] for link in page.soup.select("ol.st-list a")] == ["Cia", "Bertil", "Alva"]
    assert page.soup.select_one(".st-list .st-tag").get_text() == "Förtur"
    names["Bertil"].note("kallad", dag="2026-11-20", mote_dag="2026-12-01 10:00")
    names["Cia"].save("intresseanmalan", beslut="kallas", beslut_skal=None)
    page = office.page.get("/stegvis/verksamheter/ur-hemloshet-i-jobb/ko")
    assert [link.get_text().split()[0] for link in page.soup.select("ol.st-list a")] == ["Bertil", "Alva"]
