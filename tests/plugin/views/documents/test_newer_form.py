"""A draft keeps the form it was begun with, and moves to a newer one only after the difference has been seen."""

OVERLAY = """
form = "samtycke"
version = "2"
[questions.mote]
help = "Skriv vilken dag och var."
[questions.galler_insats]
help = "Berätta."
"""


def renew(office, text=OVERLAY):
    folder = office.folder / "stegvis" / "forms"
    folder.mkdir(exist_ok=True)
    (folder / "lokalt.toml").write_text(text, "utf-8")


def test_a_draft_keeps_its_form_until_it_is_moved(office):
    draft = office.begin("samtycke").submit("fyll-i", press="spara", mote="Tisdag")
    renew(office)
    page = office.page.get(draft.path)
    assert "Det finns en nyare version av blanketten" in page.text and "Skriv vilken dag och var." not in page.text
    assert "Gäller det ett visst möte?" in page.soup.select_one('.st-note[data-tone="wait"]').get_text()
    moved = page.submit("flytta")
    assert "Skriv vilken dag och var." in moved.text and moved.values("fyll-i")["mote"] == "Tisdag"
    assert "nyare version" not in moved.text


def test_a_difference_that_was_not_shown_is_shown_first(office):
    draft = office.begin("samtycke")
    renew(office)
    page = office.page.get(draft.path)
    renew(office, OVERLAY + '[questions.vittne]\nhelp = "Ett namn."\n')
    again = page.submit("flytta")
    assert "nyare version" in again.text and "Var någon mer med?" in again.text


def test_moving_saves_nothing_of_an_older_screen(office):
    draft = office.begin("samtycke")
    renew(office)
    page = office.page.get(draft.path)
    office.page.get(draft.path).submit("fyll-i", press="spara", mote="Onsdag")
    again = page.submit("flytta")
    assert "nyare version" in again.text and again.values("fyll-i")["mote"] == "Onsdag"


def test_another_text_and_another_limit_are_shown_before_one_moves(office):
    """A fixed text, and a rule that judges two answers together, are what somebody agrees to as much as a question
    is.
    """
    draft = office.begin("samtycke")
    renew(
        office,
        OVERLAY + '[texts.info_frivilligt_frivillig]\ntext = "Stödet är frivilligt."\n[rules.for_lang]\nmonths = 3\n',
    )
    note = office.page.get(draft.path).soup.select_one('.st-note[data-tone="wait"]').get_text(" ", strip=True)
    assert "är nu ”Stödet är frivilligt.”" in note and "Till och med vilken dag gäller samtycket?" in note
