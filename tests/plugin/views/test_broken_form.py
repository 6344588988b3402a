"""A mistake in a form's file: that form is away with a word to staff, everything else works, and IT is told what to
mend.
"""

import logging

import pytest
from support.form_examples import example

from stegvis.forms import list_forms

NOTICE = "Blanketten Samtycke till att häva sekretess kan inte visas. IT behöver rätta en fil."
PROBLEM = 'lokalt.toml, rad 3: frågan "syfte" har en källa i lag (OSL 10:1, 12:2); ta bort ändringen av required'


@pytest.fixture
def spoil(office):
    """Writes the municipality's own file about samtycke; a broken one unless told otherwise."""

    def write(text='form = "samtycke"\n[questions.syfte]\nrequired = false\n'):
        folder = office.folder / "stegvis" / "forms"
        folder.mkdir(exist_ok=True)
        (folder / "lokalt.toml").write_text(text, "utf-8")

    return write


def test_the_other_forms_are_listed_begun_and_saved(office, spoil):
    spoil()
    page = office.page.get("/stegvis/blanketter/")
    assert page.status == 200 and NOTICE in page.text
    headings = [heading.get_text(" ", strip=True) for heading in page.soup.find_all("h2")]
    assert headings == [
        f"{form.code}, version {form.version} {form.title}" for form in list_forms() if form.id != "samtycke"
    ]
    assert office.saved("praktikavtal", example("praktikavtal")).status == 200


def test_a_draft_of_it_is_filled_in_and_listed_by_its_title(office, spoil):
    draft = office.begin("samtycke")
    spoil()
    assert office.page.get(draft.path).submit("fyll-i", press="spara", syfte="Planera").status == 200
    assert "Samtycke till att häva sekretess" in office.page.get("/stegvis/").text


def test_it_is_neither_begun_nor_printed_and_says_why(office, spoil):
    page = office.page.get("/stegvis/blanketter/")
    spoil()
    for answer in (page.submit("samtycke/borja"), office.page.get("/stegvis/blanketter/samtycke/tom.pdf")):
        assert answer.status == 503 and NOTICE in answer.text and "OSL" not in answer.text


def test_the_log_is_told_once_and_health_as_long_as_it_lasts(office, spoil, caplog):
    client = office.app.test_client()
    spoil()
    with caplog.at_level(logging.ERROR, "stegvis"):
        for _ in range(2):
            answer = client.get("/stegvis/halsa")
            assert (answer.status_code, answer.json) == (
                200,
                {"status": "limited", "database": "ok", "forms": "broken"},
            )
            office.page.get("/stegvis/blanketter/")
    assert [record.getMessage() for record in caplog.records] == [f"forms: {PROBLEM}"]
    spoil('form = "samtycke"\n')
    assert client.get("/stegvis/halsa").json == {"status": "ok", "database": "ok"}


def test_a_file_about_no_form_there_is_bothers_it_alone(office, spoil):
    spoil('form = "samtyke"\n')
    page = office.page.get("/stegvis/blanketter/")
    assert len(page.soup.find_all("h2")) == len(list_forms()) and "kan inte visas" not in page.text
    assert office.app.test_client().get("/stegvis/halsa").json["forms"] == "broken"
