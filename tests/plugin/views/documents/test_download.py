"""Documents as files: who may take out which copy, what the log says of it, and what the file is called."""

from uuid import UUID

import pytest
from support.form_examples import example

PROTECTED = {"skydd": "sekretessmarkering", "kontaktvag": ["brev"], "lamna_meddelande": "nej"}


@pytest.fixture
def agreement(office):
    """A saved praktikavtal."""
    return office.saved("praktikavtal", example("praktikavtal"))


@pytest.fixture
def protected(office):
    """A saved praktikavtal of a person with protected data."""
    return office.saved("praktikavtal", example("praktikavtal") | PROTECTED)


def logged(office, document_id):
    """The reasons under which a document has been read."""
    return [event.reason for event in office.store.events(office.who.tenant, document_id) if event.reason]


def id_of(page):
    return UUID(page.path.rpartition("/")[2])


def test_the_log_says_which_copy_was_taken_out_and_only_when_it_was(office, agreement):
    for query in ("", "?kopia=arbetsgivare"):
        office.page.get(f"{agreement.path}.pdf{query}")
    assert office.page.get(f"{agreement.path}.docx?kopia=finnsinte").status == 404
    assert logged(office, id_of(agreement)) == ["Hämtad som pdf: kommunen", "Hämtad som pdf: arbetsgivaren"]


def test_a_copy_that_was_refused_is_not_logged_as_taken_out(office, protected):
    office.page.get(f"{protected.path}.pdf?kopia=arbetsgivare")
    broken = office.begin("samtycke").path.removesuffix("/fyll-i")
    assert office.page.get(f"{broken}.pdf").status == 422
    assert not [
        reason
        for made in (protected.path, broken)
        for reason in logged(office, UUID(made.rpartition("/")[2]))
        if "Hämtad" in reason
    ]


def test_an_archivist_takes_out_no_draft(office):
    draft = office.fill("praktikavtal", example("praktikavtal")).path.removesuffix("/kontrollera")
    assert office.page.get(draft + ".pdf").status == 200
    office.become("arvid", "Arvid Arkivarie", role="arkiv")
    assert office.page.get(draft + ".pdf").status == 403


def test_a_draft_that_can_be_judged_is_printed_with_its_mark_and_one_that_cannot_shows_why(office):
    check = office.fill("samtycke", example("samtycke"))
    draft = check.path.removesuffix("/kontrollera")
    assert "Utkast – gäller inte" in check.text
    assert office.page.get(draft + ".pdf").response.mimetype == "application/pdf"
    broken = office.begin("samtycke")
    assert office.page.get(broken.path.replace("/fyll-i", ".pdf")).status == 422


def test_addresses_titles_and_file_names_name_nobody(office, agreement):
    response = office.page.get(agreement.path + ".pdf").response
    name = response.headers["Content-Disposition"]
    for secret in ("Kim", "praktik@", "Kuggen", example("praktikavtal")["deltagare_namn"].split()[0]):
        assert secret not in agreement.soup.title.get_text() + agreement.path + name
    assert name.startswith("attachment; filename=praktikavtal_")


def test_a_saved_document_says_the_same_when_the_clock_has_moved_on(office, agreement):
    before = office.page.get(agreement.path + ".pdf").response.data
    assert office.page.get(agreement.path + ".pdf").response.data == before
