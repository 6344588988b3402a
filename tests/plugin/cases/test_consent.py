"""A samtycke on a day: what it lets pass and to whom, and what is taken back from it."""

import pytest
from support.casework import Casework, controls, party_rows
from support.form_examples import example


class TestR6:
    """No handläggarmöte without a valid samtycke that names the parties."""

    @pytest.fixture
    def case(self, office):
        return Casework(office, "futuro")

    def test_there_is_no_meeting_without_it(self, case):
        page = case.begin("handlaggargrupp")
        assert any("samtycke" in words for words in case.missing(page)) and not page.soup.select(
            'form[action$="borja/handlaggargrupp"]'
        )

    def test_one_party_left_out_is_not_enough(self, case):
        case.consent("Påhittby kommun", "Arbetsförmedlingen", "Region X")
        assert case.missing(case.begin("handlaggargrupp"))

    def test_all_named_opens_it(self, case):
        case.consent()
        assert case.begin("handlaggargrupp").soup.select('form[action$="fyll-i"]')

    def test_one_that_is_taken_back_shuts_it_again(self, case):
        saved = case.consent()
        draft = case.page.get(saved.path).submit("avsluta/aterkallelse")
        answers = {
            name: value
            for name, value in example("aterkallelse").items()
            if name
            not in (
                "samtycke_ref",
                "parter",
                "fornamn",
                "efternamn",
                "personnummer",
                "fodelsedatum",
                "saknar_personnummer",
            )
        }
        answers |= {
            "aterkallat_meddelat_till": ["2026-11-21"] * 4,
            "aterkallat_datum": "2026-11-21 12:00",
            "parter": party_rows(),
        }
        check = draft.submit("fyll-i", press="kontrollera", **controls("aterkallelse", answers))
        assert check.status == 200, check.errors
        check.submit("kontrollera")
        assert case.missing(case.begin("handlaggargrupp"))
        told = case.now.soup.select_one("#st-galler").find_parent("section").get_text(" ", strip=True)
        assert "Har fått veta: " in told and "Arbetsförmedlingen, Enhet 2 2026-11-21" in told
