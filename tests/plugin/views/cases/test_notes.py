"""What is done in a case: noted if nothing stands before it, begun with what is known, and taken over."""

import pytest
from support.casework import Casework


@pytest.fixture
def case(office):
    return Casework(office, "ur-hemloshet-i-jobb")


def happened(case):
    """What has been noted, in words."""
    return case.page.get(f"{case.path}/historia").soup.main.get_text(" ", strip=True)


def test_what_must_wait_says_what_is_missing_and_where_to_mend_it_and_is_not_noted(case):
    page = case.note("aktivitet", aktivitet="uma")
    assert page.status == 409 and page.h1.endswith("kan inte börja än") and "Det här behövs först." in page.text
    assert f"{case.path}/borja/schema" in [link["href"] for link in page.soup.select(".st-checks a")]
    assert "Alva" not in page.soup.title.get_text() + page.path
    assert page.h1.removesuffix(" kan inte börja än") not in happened(case)


@pytest.mark.parametrize("kind", ["finns-inte", "nytt-arende", "nytt-arende-utan-namn"])
def test_what_is_not_noted_in_a_case_is_not_found(case, kind):
    assert case.page.get(f"{case.path}/anteckna/{kind}").status == 404


def test_in_a_closed_case_nothing_is_noted_or_begun(case):
    assert "avslutat" in case.note("stang", skal="kom_aldrig").text
    assert {case.page.get(f"{case.path}/{act}").status for act in ("anteckna/anteckning", "borja/schema")} == {404}


def test_who_takes_it_over_is_responsible_and_that_stands_in_the_case(case, office):
    assert not case.now.soup.select('form[action$="ta-over"]'), "it is Kim's own"
    office.become("hanna", "Hanna Handläggarsson")
    taken = case.now.submit("ta-over")
    assert taken.path == case.path and not taken.soup.select('form[action$="ta-over"]')
    assert "Ny ansvarig" in happened(case) and "Hanna Handläggarsson" in happened(case)


def test_who_only_reads_notes_and_begins_nothing(case, office):
    office.become("arvid", "Arvid Arkivarie", role="arkiv")
    assert {case.page.get(f"{case.path}/{act}").status for act in ("anteckna/anteckning", "borja/schema")} == {403}
