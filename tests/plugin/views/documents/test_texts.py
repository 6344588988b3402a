"""The municipality's copy as words to paste into another system: a section at a time, in the form's order, and
logged.
"""

from uuid import UUID

import pytest
from support.form_examples import example

from stegvis.plugin.storage import Verb
from stegvis.plugin.views.documents.document import AS_TEXT


@pytest.fixture
def saved(office):
    return office.saved("praktikavtal", example("praktikavtal"))


def sections(page):
    return [tag.get_text(strip=True) for tag in page.soup.select("main section.st-sec > h2")]


def test_a_button_for_each_section_in_the_forms_order_copies_its_words(saved):
    buttons = saved.soup.select("button[data-copy]")
    assert buttons and [button.get_text() for button in buttons] == [
        f"Kopiera {heading}" for heading in sections(saved)
    ]
    assert all(button["type"] == "button" for button in buttons)
    words = "\n".join(button["data-copy"] for button in buttons)
    assert "Cykelverkstaden Kuggen" in words and "Vad bygger praktiken på?" in words and "<" not in words
    assert saved.soup.select_one("[data-copying]").has_attr("hidden")


def test_without_a_script_the_same_words_stand_on_a_page_of_their_own(office, saved):
    link = next(link for link in saved.soup.select("main a, aside a") if link.get_text() == "Visa som text att kopiera")
    page = office.page.get(link["href"])
    areas = page.soup.select("textarea[readonly]")
    assert [page.soup.find("label", {"for": area["id"]}).get_text() for area in areas] == sections(saved)
    assert [area.get_text().removeprefix("\n") for area in areas] == [
        button["data-copy"] for button in saved.soup.select("[data-copy]")
    ]


def test_it_is_logged_that_the_words_were_shown_to_be_copied(office, saved):
    office.page.get(f"{saved.path}/text")
    document_id = UUID(saved.path.rpartition("/")[2])
    events = [event for event in office.store.events(office.who.tenant, document_id) if event.verb == Verb.READ]
    assert events[-1].reason == AS_TEXT


def test_only_the_municipalitys_own_copy_is_copied_out(office, saved):
    employer = office.page.get(f"{saved.path}?kopia=arbetsgivare")
    assert not employer.soup.select("[data-copy]") and "Visa som text" not in employer.text


def test_a_draft_is_filled_in_first(office):
    draft = office.begin("praktikavtal")
    page = office.page.get(draft.path.replace("fyll-i", "text"))
    assert page.path == draft.path


@pytest.mark.parametrize(
    ("role", "tenant", "status"), [("arkiv", None, 200), ("admin", None, 403), ("handlaggare", "En annan nämnd", 404)]
)
def test_who_may_read_it_may_copy_it(office, saved, role, tenant, status):
    office.become("nils", "Nils Ny", role, tenant or office.who.tenant)
    assert office.page.get(f"{saved.path}/text").status == status
