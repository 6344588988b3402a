"""My work: what there is to go on with, and no name in sight."""

from support.form_examples import example


def test_drafts_and_saved_documents_of_the_namnd_are_listed(office):
    office.begin("samtycke")
    office.saved("praktikavtal", example("praktikavtal"))
    office.become("hanna", "Hanna Handläggarsson")
    page = office.page.get("/stegvis/")
    headings = [heading.get_text(" ", strip=True) for heading in page.soup.find_all("h2")]
    assert headings == ["Att göra i dina ärenden (0)", "Utkast (1)", "Senast sparade handlingar (1)"]
    assert page.text.count("Senast sparad av en kollega.") == 2
    assert office.page.get(page.soup.select_one(".st-list a")["href"]).h1 == "Samtycke till att häva sekretess"
    assert example("praktikavtal")["deltagare_namn"] not in page.text


def test_nothing_of_another_namnd_is_listed(office):
    office.begin("samtycke")
    office.become("osa", "Osa Obehörig", tenant="Byggnadsnämnden")
    assert "Det finns inga utkast." in office.page.get("/stegvis/").text


def test_older_documents_are_one_page_away(office, monkeypatch):
    monkeypatch.setattr("stegvis.plugin.views.home.MOST", 2)
    for _ in range(3):
        office.begin("samtycke")
    first = office.page.get("/stegvis/")
    assert "Utkast (2 eller fler)" in first.soup.find_all("h2")[1].get_text(" ", strip=True)
    older = office.page.get(first.soup.find("a", string="Visa äldre")["href"])
    assert len(older.soup.select(".st-list a")) == 1 and not older.soup.find("a", string="Visa äldre")
    assert office.page.get("/stegvis/?utkast_efter=x").status == 200


def test_who_cannot_write_is_shown_no_drafts(office):
    """Their links would lead to a refusal."""
    office.begin("samtycke")
    office.saved("praktikavtal", example("praktikavtal"))
    office.become("arvid", "Arvid Arkivarie", role="arkiv")
    page = office.page.get("/stegvis/")
    assert "Utkast" not in page.text and len(page.soup.select(".st-list a")) == 1
    assert {office.page.get(link["href"]).status for link in page.soup.select("main a")} == {200}
