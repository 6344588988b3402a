"""Where a party signs: what must be there first, what a no says, and who may sign for somebody else."""

import pytest
from support.form_examples import example
from support.signing_on_screen import ARBETSGIVARE, CODE, DELTAGARE, KOMMUN, NAME, STROKES, Agreement


@pytest.fixture
def agreement(office):
    return Agreement(office)


class TestThePartysPage:
    def page_of(self, agreement, party=DELTAGARE):
        agreement.begin()
        return agreement.hand_over(party)

    @pytest.mark.parametrize(
        ("given", "path", "words"),
        [
            ({"last": "ja"}, "st-namn", "Rita din underskrift, eller skriv ditt namn."),
            ({"namn": NAME}, "st-last", "Kryssa i"),
            ({"namn": "Robin Handledarsson", "last": "ja"}, "st-namn", NAME),
            ({"namn": NAME, "last": "ja", "ort": "å" * 201}, "st-ort", "Skriv orten"),
            ({"namn": NAME, "last": "ja", "underskrift": "[[[0.1,"}, "st-namn", "Sudda och rita igen"),
            ({"namn": NAME, "last": "ja", "underskrift": "[[[0.1,0.1]]]", "forhallande": "3"}, "st-namn", "Rita hela"),
        ],
    )
    def test_what_is_missing_is_told_and_nothing_is_lost(self, agreement, given, path, words):
        page = self.page_of(agreement).submit(press="skriv-under", **given)
        assert page.status == 422 and words in page.errors[path]
        sent = page.values()
        assert (
            sent["namn"] == given.get("namn", "")
            and sent["ort"] == given.get("ort", "")
            and sent.get("last") == given.get("last")
        )
        assert not [event for event in agreement.events if event["kind"] == "approved"]

    def test_a_drawn_signature_needs_no_typed_name_where_the_name_is_known(self, agreement):
        assert (
            self.page_of(agreement).submit(press="skriv-under", underskrift=STROKES, forhallande="3", last="ja").h1
            == "Tack"
        )

    def test_but_where_it_is_not(self, agreement):
        page = self.page_of(agreement, ARBETSGIVARE).submit(
            press="skriv-under", underskrift=STROKES, forhallande="3", last="ja"
        )
        assert page.errors == {"st-namn": "Skriv ditt namn."}

    def test_no_says_why_and_the_worker_reads_it(self, agreement):
        page = self.page_of(agreement).submit(press="neka")
        assert page.errors == {"st-skal": "Skriv varför."}
        said = page.submit(press="neka", skal="Tiderna stämmer inte med <bussen>.")
        assert said.h1 == "Tack" and "valt att inte skriva under" in said.text
        worker = said.submit("las-upp", kod=CODE)
        assert (
            "Deltagare vill inte skriva under" in worker.text
            and "Tiderna stämmer inte med &lt;bussen&gt;." in worker.text
        )

    def test_waiting_signs_nothing_and_the_page_can_be_opened_again(self, agreement):
        waiting = self.page_of(agreement).submit(press="vanta")
        assert waiting.h1 == "Lämna tillbaka plattan" and "Du kan göra det senare" in waiting.text
        assert agreement.page.get("/stegvis/underskrift").h1 == "Läs och skriv under"

    def test_the_back_button_after_signing_never_shows_the_form_again(self, agreement):
        page = self.page_of(agreement)
        page.submit(press="skriv-under", namn=NAME, last="ja")
        assert agreement.page.get("/stegvis/underskrift").h1 == "Tack"
        again = page.submit(press="skriv-under", namn=NAME, last="ja")
        assert again.h1 == "Tack" and [event["kind"] for event in agreement.events].count("approved") == 1

    def test_a_page_of_other_words_signs_nothing_and_says_so(self, agreement):
        page = self.page_of(agreement).submit(press="skriv-under", namn=NAME, last="ja", sha256="f" * 64)
        assert page.status == 409 and "har ändrats sedan sidan visades" in page.text
        assert page.submit(press="skriv-under", namn=NAME, last="ja").h1 == "Tack"

    def test_a_round_that_ended_meanwhile_leads_to_the_way_back(self, agreement):
        page = self.page_of(agreement)
        other = agreement.page.client
        agreement.page.client = agreement.office.app.test_client()
        agreement.signatures.submit("underskrifter", press="avbryt", skal="Fel dag.")
        agreement.page.client = other
        assert page.submit(press="skriv-under", namn=NAME, last="ja").h1 == "Lämna tillbaka plattan"
        assert "Det finns inget att skriva under" in agreement.page.get("/stegvis/underskrift").text

    def test_the_words_are_the_ones_that_are_signed(self, agreement):
        page = self.page_of(agreement)
        assert (
            page.soup.select_one(".st-inst[data-size=large]")
            and example("praktikavtal_minimal")["deltagare_namn"] in page.text
        )
        assert page.values()["sha256"] == agreement.events[0]["sha256"]

    def test_in_a_host_with_its_own_token(self, hosted):
        agreement = Agreement(hosted)
        agreement.begin()
        assert agreement.sign(DELTAGARE).h1 == "Underskrifter"


class TestADeputy:
    """Somebody else signs for an organisation whose signer the document names, and says by what right; never for a
    participant.
    """

    @pytest.fixture
    def agreement(self, office):
        agreement = Agreement(office, "overenskommelse")
        agreement.begin()
        return agreement

    def page(self, agreement):
        return agreement.page.get(f"{agreement.path}/underskrifter/{KOMMUN}/skriv-under")

    def test_the_ground_is_kept_and_shown(self, agreement):
        page = self.page(agreement)
        assert "Jag skriver under i stället för Åsa Lindblomster" in page.text
        done = page.submit(press="skriv-under", **{"last": "ja", "i-stallet": "ja", "ratt": "Delegation 2026-3"})
        assert done.h1 == "Underskrifter"
        (approved,) = [event for event in agreement.events if event["kind"] == "approved"]
        assert (approved["name"], approved["behalf"], approved["evidence"]["ground"]) == (
            "Kim Konsulent",
            "Åsa Lindblomster",
            "Delegation 2026-3",
        )

    def test_without_a_ground_it_is_asked_for(self, agreement):
        again = self.page(agreement).submit(press="skriv-under", **{"last": "ja", "i-stallet": "ja", "ratt": " "})
        assert again.status == 422 and "st-ratt" in again.errors
        assert again.soup.find(id="st-i-stallet").has_attr("checked"), "nothing is lost"

    def test_without_the_tick_the_name_must_be_the_documents(self, agreement):
        again = self.page(agreement).submit(press="skriv-under", last="ja")
        assert again.errors == {"st-namn": "Skriv namnet som det står i handlingen: Åsa Lindblomster."}

    def test_nobody_signs_for_the_participant(self, agreement):
        page = agreement.hand_over(DELTAGARE)
        assert "i stället för" not in page.text
        again = page.submit(
            press="skriv-under", **{"namn": "Någon Annan", "last": "ja", "i-stallet": "ja", "ratt": "Fullmakt"}
        )
        assert again.status == 422 and "st-namn" in again.errors


def test_who_has_not_been_handed_the_browser_finds_no_room(office):
    assert {office.page.get(f"/stegvis/underskrift{end}").status for end in ("", "/klar")} == {404}
