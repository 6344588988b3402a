"""A document about a person with protected data is shown to whoever wrote it last, and to others with a reason."""

import pytest
from support.form_examples import example

PROTECTED = {
    "skydd": "sekretessmarkering",
    "kontaktvag": ["brev"],
    "lamna_meddelande": "nej",
    "sus_samtycke": "anonym",
}


@pytest.fixture
def saved(office):
    """A samtycke of a person with protected data, that Hanna is about to read."""
    page = office.saved("samtycke", example("samtycke") | PROTECTED)
    office.become("hanna", "Hanna Handläggarsson")
    return page


def test_a_document_beside_all_cases_needs_a_reason_too(office):
    protected = {
        "skydd": "sekretessmarkering",
        "kontaktvag": ["brev"],
        "lamna_meddelande": "nej",
        "sus_samtycke": "anonym",
    }
    saved = office.saved("samtycke", {**example("samtycke"), **protected})
    assert saved.h1 != "Skyddade personuppgifter"
    office.become("hanna", "Hanna Handläggarsson")
    assert office.page.get(saved.path).h1 == "Skyddade personuppgifter"
    assert office.page.get(saved.path).submit("skal", skal="Vikarierar i dag").path == saved.path


@pytest.mark.parametrize("where", ["", "?kopia=deltagare", ".pdf", ".docx", "/text"])
def test_no_way_to_its_words_goes_past_the_reason(office, saved, where):
    page = office.page.get(saved.path + where)
    assert page.h1 == "Skyddade personuppgifter" and example("samtycke")["efternamn"] not in page.text
    assert example("samtycke")["fornamn"] not in page.path + page.soup.title.get_text()


def test_what_is_posted_is_never_turned_away(office):
    """The page it came from has been read, and its words must not be lost."""
    draft = office.fill("samtycke", example("samtycke") | PROTECTED, press="spara")
    mine = office.page.get(draft.path)
    office.become("hanna", "Hanna Handläggarsson")
    office.page.get(draft.path).submit("skal", skal="Vikarierar i dag").submit("fyll-i", press="spara")
    office.become("kim", "Kim Konsulent", role="konsulent")
    assert office.page.get(draft.path).h1 == "Skyddade personuppgifter", "Hanna has written in it last"
    assert mine.submit("fyll-i", press="spara", mote="Ett annat möte").status == 409
