"""Two people in one draft: what only one of them changed is kept, what both changed is asked about."""

import pytest
from support.form_examples import example


def both_open(office, form="praktikavtal", **answers):
    """The same draft on two screens."""
    page = office.begin(form).submit("fyll-i", press="spara", **answers)
    return page, office.page.get(page.path)


def test_what_only_the_other_changed_is_taken_in_and_pointed_out(office):
    mine, theirs = both_open(office)
    theirs.submit("fyll-i", press="spara", arbetsplats_namn="Kuggen")
    office.become("hanna", "Hanna Handläggarsson")
    merged = mine.submit("fyll-i", press="spara", mal_praktik="Lära mig laga cyklar")
    assert merged.status == 409 and "Kim Konsulent har också ändrat" in merged.text
    assert merged.soup.select_one('#st-andrat a[href="#st-arbetsplats_namn"]').get_text() == "Arbetsplats"
    assert not merged.soup.select("#st-andrat fieldset")
    saved = merged.submit("fyll-i", press="spara")
    values = saved.values("fyll-i")
    assert saved.status == 200 and (values["arbetsplats_namn"], values["mal_praktik"]) == (
        "Kuggen",
        "Lära mig laga cyklar",
    )


def test_nothing_is_saved_before_the_changes_have_been_read(office):
    mine, theirs = both_open(office)
    theirs.submit("fyll-i", press="spara", arbetsplats_namn="Kuggen")
    mine.submit("fyll-i", press="spara", mal_praktik="Lära mig laga cyklar")
    assert office.page.get(mine.path).values("fyll-i")["mal_praktik"] == ""


def test_what_both_changed_shows_both_answers_and_one_chooses(office):
    mine, theirs = both_open(office)
    theirs.submit("fyll-i", press="spara", period_fran="2026-12-01")
    merged = mine.submit("fyll-i", press="spara", period_fran="2026-12-07", handledare_namn="Märta Navsdotter")
    choice = merged.soup.select_one("#st-andrat fieldset").get_text(" ", strip=True)
    assert "Första dag" in choice and "2026-12-07" in choice and "Kim Konsulent har skrivit: ”2026-12-01”" in choice
    kept = merged.submit("fyll-i", press="spara").values("fyll-i")
    assert kept["period_fran"] == "2026-12-07"


def test_the_others_answer_may_be_chosen(office):
    mine, theirs = both_open(office)
    theirs.submit("fyll-i", press="spara", period_fran="2026-12-01")
    merged = mine.submit("fyll-i", press="spara", period_fran="2026-12-07", handledare_namn="Märta Navsdotter")
    taken = merged.submit("fyll-i", press="spara", **{"val:period_fran": "ta"}).values("fyll-i")
    assert (taken["period_fran"], taken["handledare_namn"]) == ("2026-12-01", "Märta Navsdotter")


def test_rows_that_both_added_are_asked_about_as_one(office):
    parties = {
        "parter-0-organisation": "Region X",
        "parter-0-enhet": "A",
        "parter-1-organisation": "Kommun Y",
        "parter-1-enhet": "B",
    }
    mine, theirs = both_open(office, "samtycke", **parties)
    theirs.submit("fyll-i", press="lagg-till:parter").submit(
        "fyll-i", press="spara", **{"parter-2-organisation": "Tredje"}
    )
    merged = mine.submit("fyll-i", press="spara", **{"parter-0-enhet": "Egen"})
    assert "Mellan vilka får uppgifter lämnas?" in merged.soup.select_one("#st-andrat fieldset legend").get_text()
    chosen = merged.submit("fyll-i", press="spara", **{"val:parter-antal": "ta"}).values("fyll-i")
    assert chosen["parter-2-organisation"] == "Tredje" and chosen["parter-0-enhet"] == "A"


def test_a_tick_for_a_party_that_another_has_taken_away_is_asked_about(office):
    """Ann removes the first party and adds another, Bo ticks for the first: the page shows whole versions by party."""
    mine = office.fill("samtycke", example("samtycke"), press="spara")
    theirs = office.page.get(mine.path)
    fewer = theirs.submit("fyll-i", press="ta-bort:parter[0]").submit("fyll-i", press="lagg-till:parter")
    last = {"parter-2-organisation": "Bostadsbolaget", "parter-2-enhet": "Uthyrningen"}
    fewer.submit("fyll-i", press="spara", **last)
    merged = mine.submit("fyll-i", press="spara", **{"uppgifter-missbruk_behandling-1": "y"})
    words = merged.soup.select_one("#st-andrat fieldset").get_text(" ", strip=True)
    assert merged.status == 409 and "Missbruk eller behandling" in words and "Bostadsbolaget, Uthyrningen" in words
    taken = merged.submit("fyll-i", press="spara", **{"val:parter-antal": "ta"}).values("fyll-i")
    assert taken["parter-2-organisation"] == "Bostadsbolaget" and not [
        name for name in taken if name.startswith("uppgifter-missbruk")
    ]


@pytest.mark.parametrize("version", [None, "", "0", "x", "-1", "99", "9" * 5000])
def test_a_page_that_does_not_say_what_it_was_made_from_overwrites_nobody(office, version):
    mine, theirs = both_open(office)
    theirs.submit("fyll-i", press="spara", arbetsplats_namn="Kuggen")
    asked = mine.submit("fyll-i", press="spara", arbetsplats_namn="Navet", mal_praktik="Lära mig", version=version)
    values = asked.values("fyll-i")
    assert asked.status == 409 and (values["arbetsplats_namn"], values["mal_praktik"]) == ("Navet", "Lära mig")
    assert "”Kuggen”" in asked.soup.select_one("#st-andrat fieldset").get_text()
    assert office.page.get(mine.path).values("fyll-i")["arbetsplats_namn"] == "Kuggen"


def test_who_is_too_late_is_told_that_the_changes_are_not_in_the_document(office):
    check = office.fill("samtycke", example("samtycke"))
    mine = office.page.get(check.path.replace("kontrollera", "fyll-i"))
    check.submit("kontrollera")
    late = mine.submit("fyll-i", press="spara", mote="Ett annat möte")
    assert late.h1 == "Samtycke till att häva sekretess" and "Dina senaste ändringar kom inte med." in late.text
