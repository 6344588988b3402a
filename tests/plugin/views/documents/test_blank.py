"""The list of forms, and the blank ones."""

from dataclasses import replace
from datetime import timedelta

import pytest

from stegvis.forms import list_forms


def test_every_form_can_be_begun_and_printed_for_each_reader(office):
    page = office.page.get("/stegvis/blanketter/")
    titles = [heading.get_text(" ", strip=True) for heading in page.soup.find_all("h2")]
    assert titles == [f"{form.code}, version {form.version} {form.title}" for form in list_forms()]
    blanks = page.soup.select(".st-files a")
    assert len(blanks) == 4 * sum(len(form.audiences) for form in list_forms())
    for link in blanks:
        assert office.page.get(link["href"]).status == 200


def test_each_form_says_what_it_usually_is_for(office):
    page = office.page.get("/stegvis/blanketter/")
    assert "Det här är din plan." in page.text and "som krävs för ditt försörjningsstöd" not in page.text


def test_who_may_not_write_is_offered_only_blanks(office):
    office.become("iris", "Iris It-ansvarig", role="admin")
    page = office.page.get("/stegvis/blanketter/")
    assert page.soup.select(".st-files a") and not page.soup.select("form")


@pytest.mark.parametrize("path", ["finns-inte/tom.pdf", "samtycke/tom.pdf?kopia=arbetsgivare", "samtycke/tom.txt"])
def test_a_blank_that_is_not_there_is_not_found(office, path):
    assert office.page.get(f"/stegvis/blanketter/{path}").status == 404


def test_beginning_twice_with_one_key_makes_one_draft(office):
    page = office.page.get("/stegvis/blanketter/")
    assert page.submit("samtycke/borja").path == page.submit("samtycke/borja").path


def test_a_form_that_is_switched_off_is_not_begun_but_its_drafts_live_on(office):
    draft = office.begin("samtycke")
    overlays = office.folder / "stegvis" / "forms"
    overlays.mkdir()
    (overlays / "lokalt.toml").write_text('form = "samtycke"\noff = true\n', "utf-8")
    assert "SAM-01" not in office.page.get("/stegvis/blanketter/").text
    assert office.page.get(draft.path).submit("fyll-i", press="spara", syfte="Planera").status == 200
    assert "samtycke" in office.page.get("/stegvis/").text


def begin_again(office, key, form="samtycke"):
    """What comes when Börja is sent with a one-time key, from an old page."""
    return office.page.post(f"/stegvis/blanketter/{form}/borja", {"engangsnyckel": key})


def test_begun_thrown_away_and_begun_again_from_the_same_page_is_a_new_draft(office):
    draft = begin_again(office, "samma")
    office.page.get(draft.path.replace("fyll-i", "kasta")).submit()
    again = begin_again(office, "samma")
    assert again.status == 200 and again.path.endswith("/fyll-i") and again.path != draft.path


def test_the_key_of_one_form_begins_another_all_the_same(office):
    assert begin_again(office, "samma").h1 == "Samtycke till att häva sekretess"
    assert begin_again(office, "samma", "praktikavtal").h1 == "Praktikavtal"


def test_a_page_sent_again_after_midnight_leads_to_the_draft_it_began(office):
    """The default day is another then, so the content is not the same."""
    draft = begin_again(office, "samma")
    mounted = office.app.extensions["stegvis"]
    office.app.extensions["stegvis"] = replace(mounted, clock=lambda: mounted.clock() + timedelta(days=1))
    assert begin_again(office, "samma").path == draft.path


@pytest.mark.parametrize("key", ["", " ", "å" * 5000])
def test_any_key_will_do(office, key):
    assert begin_again(office, key).status == 200
