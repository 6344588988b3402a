"""Signing on the pages: the worker's view, and the way back."""

import json

import pytest
from support.form_examples import example
from support.signing_on_screen import ARBETSGIVARE, DELTAGARE, KOMMUN, NAME, STROKES, Agreement

from stegvis.plugin.signing import track_screen


@pytest.fixture
def agreement(office):
    return Agreement(office)


def test_three_parties_sign_one_after_the_other(agreement):
    assert "Skriv under, eller se vilka som har gjort det" in agreement.page.get(agreement.path).text
    begun = agreement.begin()
    assert begun.text.count("Väntar") >= 3 and "Märke:" in begun.text
    after = agreement.sign(DELTAGARE, underskrift=STROKES, forhallande="3.2", ort="Åvik")
    assert after.h1 == "Underskrifter" and "Har skrivit under" in after.text
    assert (
        agreement.status() == "Delvis underskriven"
        and "1 av 3 har skrivit under" in agreement.page.get(agreement.path).text
    )
    agreement.sign(ARBETSGIVARE)
    done = agreement.sign_here()
    assert "Alla som behövs har skrivit under." in done.text
    assert agreement.status() == "Underskriven"
    approved = {event["party"]: event for event in agreement.events if event["kind"] == "approved"}
    assert {key: (act["name"], act["method"]) for key, act in approved.items()} == {
        DELTAGARE: (NAME, "Ritad på skärm"),
        ARBETSGIVARE: ("Robin Handledarsson", "Skriven på skärm"),
        KOMMUN: ("Kim Konsulent", "Skriven på skärm"),
    }
    kept = approved[DELTAGARE]["evidence"]
    assert kept["ink"] == {"strokes": json.loads(STROKES), "ratio": 3.2} and kept["witness"] == "Kim Konsulent"
    assert kept["confirmed"] == track_screen.CONFIRMED and approved[DELTAGARE]["place"] == "Åvik"
    assert [event["party"] for event in agreement.events if event["kind"] == "shown"] == [
        DELTAGARE,
        ARBETSGIVARE,
        KOMMUN,
    ]


class TestTheWorkersPage:
    def test_a_document_nobody_signs_says_so(self, office):
        page = Agreement(office, "narvarorapport").signatures
        assert "Ingen skriver under den här blanketten" in page.text and not page.soup.select("button[value^=borja]")

    def test_in_order_only_the_first_is_handed_the_browser(self, agreement):
        page = agreement.begin(ordning="tur")
        assert [link["href"].split("/")[-2] for link in page.soup.select('a[href$="lamna-over"]')] == [DELTAGARE]
        assert agreement.page.get(f"{agreement.path}/underskrifter/{KOMMUN}/skriv-under").status == 404

    def test_a_last_day_is_kept_and_shown_and_one_that_is_none_is_told(self, agreement):
        assert "Sista dag: 2026-12-01" in agreement.begin(senast="2026-12-01").text
        assert agreement.events[0]["expires"] == "2026-12-01"

    @pytest.mark.parametrize(("given", "words"), [("i jul", "Skriv dagen med år"), ("2026-11-20", "Välj dagens datum")])
    def test_a_last_day_that_is_none(self, agreement, given, words):
        page = agreement.begin(senast=given, ordning="tur")
        assert page.status == 422 and words in page.errors["st-senast"]
        assert page.values("underskrifter")["senast"] == given and page.values("underskrifter")["ordning"] == "tur"
        assert not agreement.events

    def test_it_is_paused_and_goes_on(self, agreement):
        page = agreement.begin().submit("underskrifter", press="pausa", skal="Vi väntar på svar.")
        assert (
            "pausade" in page.text
            and "Vi väntar på svar." in page.text
            and not page.soup.select('a[href$="lamna-over"]')
        )
        assert page.submit("underskrifter", press="fortsatt").soup.select('a[href$="lamna-over"]')

    def test_it_is_ended_with_a_reason_and_begun_anew(self, agreement):
        page = agreement.begin().submit("underskrifter", press="avbryt")
        assert page.status == 422 and page.errors == {"st-skal": "Skriv varför."}
        ended = page.submit("underskrifter", press="avbryt", skal="Fel arbetsplats.")
        assert "avbrutna" in ended.text and "Fel arbetsplats." in ended.text
        assert "Lämna över plattan" in ended.submit("underskrifter", press="borja:skarm").text

    def test_begun_twice_is_told(self, agreement):
        page = agreement.signatures
        page.submit("underskrifter", press="borja:skarm")
        again = page.submit("underskrifter", press="borja:skarm", engangsnyckel="en-annan")
        assert again.status == 409 and "Avbryt underskrifterna som pågår" in again.text

    def test_an_act_that_is_none_is_told(self, agreement):
        assert agreement.begin().submit("underskrifter", press="hitta-pa").status == 409

    def test_a_draft_has_no_signatures(self, office):
        draft = office.begin("praktikavtal").path.removesuffix("/fyll-i")
        assert office.page.get(f"{draft}/underskrifter").status == 404

    def test_who_may_not_write_does_not_come_here(self, agreement):
        agreement.begin()
        agreement.office.become("arvid", "Arvid Arkivarie", "arkiv")
        for path in ("underskrifter", f"underskrifter/{DELTAGARE}/lamna-over", f"underskrifter/{KOMMUN}/skriv-under"):
            assert agreement.page.get(f"{agreement.path}/{path}").status == 403

    def test_a_change_voids_and_says_what(self, agreement):
        agreement.begin()
        agreement.sign(DELTAGARE)
        draft = agreement.page.get(agreement.path).submit("ny-version")
        answers = example("praktikavtal_minimal") | {"deltagare_namn": "Alva Nyasson"}
        draft.submit("fyll-i", press="kontrollera", **agreement.office.typed("praktikavtal", answers)).submit(
            "kontrollera"
        )
        page = agreement.signatures
        assert "Underskrifterna gäller inte längre" in page.text
        assert [item.get_text() for item in page.soup.select('[data-tone="stop"] li')] == [
            "Deltagare",
            "Vilka som skriver under",
        ]
