"""Filling in: drafts are kept as typed, judged when asked, and nobody's words are lost."""

import re

import pytest
from support.form_examples import example

FORMS = ("samtycke", "praktikavtal")


@pytest.mark.parametrize("form", FORMS)
def test_a_form_goes_all_the_way_from_begin_to_files(office, form):
    check = office.fill(form, example(form))
    assert check.h1 == "Kontrollera svaren" and check.status == 200
    document = check.submit("kontrollera")
    assert "Sparat 2026-11-21 kl. 13.00." in document.text and "Klar för underskrift" in document.text
    for link in document.soup.select(".st-files a"):
        assert len(office.page.get(link["href"]).response.data) > 5000


@pytest.mark.parametrize("form", FORMS)
def test_a_new_draft_begins_with_what_is_known(office, form):
    values = office.begin(form).values("fyll-i")
    assert values["upprattad_datum"] == "2026-11-21"
    assert values["upprattad_av"] == values["handlaggare_namn"] == "Kim Konsulent"
    assert values["handlaggare_roll"] == "Konsulent"


@pytest.mark.parametrize("form", FORMS)
def test_a_draft_may_hold_anything_and_comes_back_as_typed(office, form):
    odd = {
        "handlaggare_telefon": "ring växeln",
        "upprattad_datum": "i går",
        "handlaggare_namn": '<b onclick="x">"Å"</b>',
    }
    draft = office.begin(form).submit("fyll-i", press="spara", **odd)
    assert draft.status == 200 and "Utkastet sparades 2026-11-21 kl. 13.00." in draft.text
    values = draft.values("fyll-i")
    assert {name: values[name] for name in odd} == odd
    assert not draft.soup.select("b[onclick]")


def test_rows_are_added_and_taken_away_without_a_script(office):
    draft = office.begin("samtycke")
    two = {"parter-0-organisation": "Region X", "parter-1-organisation": "Kommun Y", "syfte": "Planera"}
    more = draft.submit("fyll-i", press="lagg-till:parter", **two)
    assert more.values("fyll-i")["parter-antal"] == "3"
    marked = more.submit("fyll-i", press="spara", **{"uppgifter-narvaro-2": "y", "riktning-1": "bada"})
    fewer = marked.submit("fyll-i", press="ta-bort:parter[0]")
    values = fewer.values("fyll-i")
    assert values["parter-0-organisation"] == "Kommun Y" and values["syfte"] == "Planera"
    assert values["uppgifter-narvaro-1"] == "y" and values["riktning-0"] == "bada"


def test_a_new_row_is_where_one_goes_on(office):
    draft = office.begin("samtycke")
    sent = office.page.client.post(
        draft.path, data=draft.values("fyll-i") | {"gor": "lagg-till:parter"}, headers={"Sec-Fetch-Site": "same-origin"}
    )
    assert sent.status_code == 303 and sent.location.endswith("#st-parter-2-organisation")
    assert office.page.get(sent.location.split("#")[0]).soup.find(id="st-parter-2-organisation")


@pytest.mark.parametrize(
    "press", ["lagg-till:syfte", "lagg-till:", "ta-bort:parter[99]", "ta-bort:parter[x", "radera", "lagg-till:a[1].b"]
)
def test_a_button_nobody_has_made_only_saves(office, press):
    draft = office.begin("samtycke").submit("fyll-i", press=press, syfte="Planera")
    assert draft.status == 200 and draft.values("fyll-i")["syfte"] == "Planera"


def test_a_day_counted_from_another_follows_when_that_is_filled_in(office):
    draft = office.begin("praktikavtal").submit("fyll-i", press="spara", period_fran="2026-11-30")
    assert draft.values("fyll-i")["period_till"] == "2026-12-29"
    assert draft.values("fyll-i")["uppfoljning_datum"] == "2026-12-22"
    emptied = draft.submit("fyll-i", press="spara", period_till="")
    assert emptied.values("fyll-i")["period_till"] == ""


def test_the_agreement_gets_its_number_when_it_is_first_saved(office):
    draft = office.begin("praktikavtal")
    assert draft.values("fyll-i")["avtal_nr"] == ""
    assert re.fullmatch("[0-9A-F]{8}", draft.submit("fyll-i", press="spara").values("fyll-i")["avtal_nr"])


def test_sending_the_same_page_twice_saves_once(office):
    page = office.begin("praktikavtal")
    first = page.submit("fyll-i", press="spara", period_fran="2026-11-30")
    second = page.submit("fyll-i", press="spara", period_fran="2026-11-30")
    assert first.values("fyll-i")["version"] == second.values("fyll-i")["version"] == "2"
    assert second.status == 200


def test_a_draft_is_thrown_away_only_after_asking(office):
    draft = office.begin("samtycke")
    ask = office.page.get(draft.path.replace("fyll-i", "kasta"))
    assert ask.h1 == "Kasta utkastet?" and office.page.get(draft.path).status == 200
    assert ask.submit().h1 == "Mitt arbete"
    assert office.page.get(draft.path).status == 404


@pytest.mark.parametrize("key", [None, "", "anvand"])
def test_a_draft_is_thrown_away_whatever_the_key_and_only_once(office, key):
    """Without a key, with one that began it, and when the button is pressed twice."""
    draft = office.page.post("/stegvis/blanketter/samtycke/borja", {"engangsnyckel": "anvand"})
    ask = office.page.get(draft.path.replace("fyll-i", "kasta"))
    assert ask.submit(engangsnyckel=key).h1 == "Mitt arbete"
    assert office.page.get(draft.path).status == 404


def test_the_button_that_throws_away_may_be_pressed_twice(office):
    ask = office.page.get(office.begin("samtycke").path.replace("fyll-i", "kasta"))
    assert (ask.submit().h1, ask.submit().h1) == ("Mitt arbete", "Mitt arbete")
    assert ask.submit(engangsnyckel="ny").status == 404


def test_a_draft_that_somebody_saved_meanwhile_is_not_thrown_away(office):
    check = office.fill("samtycke", example("samtycke"))
    ask = office.page.get(check.path.replace("kontrollera", "kasta"))
    document = check.submit("kontrollera")
    assert ask.submit().path == document.path


def test_a_saved_document_is_not_filled_in_again(office):
    document = office.saved("samtycke", example("samtycke"))
    for place in ("fyll-i", "kasta", "kontrollera"):
        assert office.page.get(f"{document.path}/{place}").path == document.path


OWN = """
id = "egen"
code = "EGN-01"
version = 1
title = "Egen blankett"
audiences = ["kommun", "deltagare"]
[[sections]]
id = "allt"
title = "Allt"
  [[sections.questions]]
  name = "boende"
  kind = "text"
  label = "Hur bor du?"
  wanted = true
  audience = ["kommun", "deltagare"]
"""


def test_a_wanted_question_may_be_empty_if_one_says_why(office):
    """And a municipality's own form needs nothing but its file."""
    folder = office.folder / "stegvis" / "forms"
    folder.mkdir()
    (folder / "egen.toml").write_text(OWN, "utf-8")
    check = office.begin("egen").submit("fyll-i", press="kontrollera")
    warning = check.soup.select_one('.st-note[data-tone="wait"] a')
    assert warning.get_text() == "Välj varför frågan inte har fått något svar." and warning["href"].endswith(
        "#st-boende"
    )
    page = office.page.get(check.path.replace("kontrollera", "fyll-i"))
    reason = page.soup.find("label", string="Varför är frågan tom?")["for"]
    told = page.submit("fyll-i", press="kontrollera", **{page.soup.find(id=reason)["name"]: "vill_inte_svara"})
    assert "Välj varför" not in told.text
    assert "Välj varför" not in page.submit("fyll-i", press="kontrollera", boende="I en lägenhet").text
