"""A samtycke on a day: what it lets pass and to whom, and what is taken back from it."""

from datetime import date

import pytest
from support.case_files import case_file, document
from support.casework import Casework, controls, party_rows
from support.form_examples import example

from stegvis.plugin.storage import State


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


class TestOnADay:
    """What holds on a day: from the first to and including the last, less what has been taken back."""

    ROWS = (
        {"organisation": "Region X", "enhet": "Vuxenpsykiatri"},
        {"organisation": "Arbetsförmedlingen", "enhet": ""},
    )
    CELLS = ({"uppgift": "halsa", "part": 1}, {"uppgift": "planering", "part": 1}, {"uppgift": "planering", "part": 2})
    GIVEN = {"parties": ROWS, "cells": CELLS, "from": "2026-03-01", "until": "2026-08-31"}

    def consent(self, *taken, state=State.UNDERTECKNAD, **more):
        """The one samtycke of a case, from March through August."""
        given = document("samtycke", "2026-03-01", 1, state, **{**self.GIVEN, **more})
        (found,) = case_file("futuro", documents=[*taken, given]).consents
        return found

    def taken_back(self, **told):
        """A withdrawal on 10 May."""
        return document("aterkallelse", "2026-05-10", 2, ends=1, withdrawn="2026-05-10 12:00", **told)

    @pytest.mark.parametrize(
        ("day", "cells"), [("2026-02-28", 0), ("2026-03-01", 3), ("2026-08-31", 3), ("2026-09-01", 0)]
    )
    def test_the_first_and_the_last_day_are_in_it(self, day, cells):
        assert len(self.consent().valid(date.fromisoformat(day))) == cells

    def test_it_holds_when_it_is_signed_or_was_given_orally(self):
        day = date(2026, 4, 1)
        assert not self.consent(state=State.KLAR).valid(day)
        assert self.consent(state=State.KLAR, way="muntligt").valid(day)
        assert not self.consent(state=State.UTKAST, way="muntligt").valid(day)
        assert not self.consent(state=State.ERSATT).valid(day)

    def test_one_that_was_taken_back_holds_until_the_day_before(self):
        one = self.consent(self.taken_back())
        assert one.names("region x", date(2026, 5, 9)) and not one.valid(date(2026, 5, 10))
        assert (one.status(date(2026, 5, 10)), one.status_day) == ("aterkallat", date(2026, 5, 10))

    def test_parts_may_be_taken_back_and_the_rest_holds(self):
        one = self.consent(self.taken_back(extent="delvis", cells=self.CELLS[2:]))
        day = date(2026, 5, 10)
        assert one.valid(day) == {("halsa", 1), ("planering", 1)} and one.status(day) == "galler_delvis"
        assert one.names("Region X", day) and not one.names("Arbetsförmedlingen", day)
        assert one.names("Arbetsförmedlingen", date(2026, 5, 9))

    @pytest.mark.parametrize(
        ("day", "status"), [("2026-07-31", "galler"), ("2026-08-01", "loper_ut"), ("2026-09-01", "utganget")]
    )
    def test_it_runs_out_soon_thirty_days_before(self, day, status):
        assert self.consent().status(date.fromisoformat(day)) == status
