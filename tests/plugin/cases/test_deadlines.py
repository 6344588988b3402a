"""What falls due, on which day, and for whom it is shown."""

from datetime import UTC, date, datetime

import pytest
from support.case_files import case_file, document, noted
from support.casework import PERIOD, REVIEW, Casework, sign
from support.form_examples import example

from stegvis.forms import load_form, load_programme
from stegvis.forms.programme.definition import Interval
from stegvis.plugin.cases.deadlines import after, deadlines


class TestR8:
    """Every third month in Futuro and Stegen."""

    @pytest.mark.parametrize("programme", ["futuro", "stegen"])
    def test_the_interval_is_three_months_and_comes_again(self, programme):
        interval = next(one for one in load_programme(programme).intervals if one.form == "uppfoljning")
        assert (interval.months, interval.repeat) == (3, True)

    def test_it_falls_due_three_months_after_the_plan(self, office):
        case = Casework(office, "stegen")
        case.save("genomforandeplan", nasta_uppfoljning="2026-12-20")
        assert "2026-12-20 Bedömning av stegförflyttning" in case.now.text.replace("</time>", "").replace(
            '<time datetime="2026-12-20">', ""
        )


class TestActivityRequirement:
    """Refusal 19: a plan by aktivitetskrav is made in a case, asks its own questions, and falls due as the law
    wants it followed up.
    """

    def test_a_plan_is_made_in_a_case_and_followed_up(self, case):
        saved = case.save("genomforandeplan", example("genomforandeplan_aktivitetskrav"))
        words = saved.soup.main.get_text(" ", strip=True)
        assert "Individuell plan – aktivitetskrav" in words
        assert f"{load_form('genomforandeplan').questions['aktivitetskrav_timmar'].label} 20" in words
        assert (
            example("genomforandeplan_aktivitetskrav")["nasta_uppfoljning"]
            in case.now.soup.select_one("#st-tider").find_parent("section").get_text()
        )


class TestMyWork:
    """What waits for the one who is responsible, the earliest first."""

    def due(self, office):
        page = office.page.get("/stegvis/")
        heading = next(heading for heading in page.soup.find_all("h2") if heading.get_text().startswith("Att göra"))
        items = heading.find_next_sibling()
        return (
            [(item.time.get_text(), item.a.get_text(" ", strip=True)) for item in items.select("li")]
            if items.name == "ul"
            else []
        )

    def test_a_new_enquiry_until_somebody_answers(self, case, office):
        assert self.due(office) == [("2026-11-21", "Ny intresseanmälan")]
        case.note("kallad", mote_dag="2026-11-25 10:00")
        assert self.due(office) == []

    def test_an_agreement_that_waits_for_signatures_and_later_for_its_follow_up_and_its_end(self, case, office):
        case.note("kallad", mote_dag="2026-11-25 10:00")
        saved = case.save("praktikavtal", **PERIOD)
        assert self.due(office) == [("2026-11-21", "Väntar på underskrift: Praktikavtal")]
        sign(office, saved)
        assert self.due(office) == []
        office.at = datetime(2026, 12, 8, 12, tzinfo=UTC)
        assert self.due(office) == [("2026-12-13", "Uppföljning"), ("2026-12-20", "Avtalet slutar")]
        case.save(
            "praktikuppfoljning",
            **{
                **REVIEW,
                "datum": "2026-12-08",
                "beslut": "avslutas",
                "ny_period_fran": None,
                "ny_period_till": None,
                "nasta_uppfoljning": None,
            },
        )
        assert ("2026-12-13", "Uppföljning") not in self.due(office)

    def test_a_samtycke_that_runs_out_within_thirty_days(self, case, office):
        case.note("kallad", mote_dag="2026-11-25 10:00")
        case.consent(galler_till="2027-01-15")
        assert self.due(office) == [], "one given orally waits for no signature"
        office.at = datetime(2026, 12, 16, 12, tzinfo=UTC)
        assert self.due(office) == [("2027-01-15", "Samtycket slutar gälla")]
        assert "Löper ut snart" in case.now.text

    def test_nobody_sees_a_colleagues_and_the_manager_sees_numbers(self, case, office):
        office.become("hanna", "Hanna Handläggarsson")
        assert self.due(office) == []
        office.become("charlie", "Charlie Chefsson", role="chef")
        page = office.page.get("/stegvis/oversikt")
        assert [cell.get_text() for cell in page.soup.select("tbody tr > *")] == [
            "Kim Konsulent",
            "1",
            "0",
        ] and "Alva" not in page.text
        office.become("hanna", "Hanna Handläggarsson")
        case.page.get(case.path).submit("ta-over")
        assert self.due(office) == [("2026-11-21", "Ny intresseanmälan")]


@pytest.mark.parametrize(
    ("day", "length", "then"),
    [
        (date(2026, 1, 31), {"months": 1}, date(2026, 2, 28)),
        (date(2028, 1, 31), {"months": 1}, date(2028, 2, 29)),
        (date(2026, 11, 30), {"months": 3}, date(2027, 2, 28)),
        (date(2026, 12, 15), {"months": 1}, date(2027, 1, 15)),
        (date(2026, 5, 10), {"months": 24}, date(2028, 5, 10)),
        (date(2026, 2, 20), {"weeks": 2}, date(2026, 3, 6)),
        (date(2026, 12, 20), {"days": 14}, date(2027, 1, 3)),
    ],
)
def test_a_month_keeps_the_day_where_it_is_there(day, length, then):
    """Domain.md 1.10."""
    assert after(day, Interval(id="x", title="x", **length)) == then


class TestIntervals:
    """Each comes from the day it is counted from, and those that come again from the last time."""

    def due(self, case):
        """What an interval of the programme makes due."""
        return [(one.what, one.day, one.shown_from) for one in deadlines(case) if one.kind == "intervall"]

    def test_it_is_due_after_its_step_and_shown_a_week_before(self):
        plan = document("genomforandeplan", "2026-01-31")
        found = self.due(case_file("stegen", documents=[plan]))
        assert found == [("stegforflyttning", date(2026, 4, 30), date(2026, 4, 23))]
        assert self.due(case_file("stegen")) == [], "nothing before the plan"

    def test_it_comes_again_from_the_last_time_it_was_done(self):
        plan, review = (
            document("genomforandeplan", "2026-01-31"),
            document("uppfoljning", "2026-05-02", 2, day="2026-04-29"),
        )
        ((_, day, _),) = self.due(case_file("stegen", documents=[review, plan]))
        assert day == date(2026, 7, 29), "by the day it was held, not the one it was saved"

    def test_the_day_that_the_latest_follow_up_says_goes_before(self):
        plan = document("genomforandeplan", "2026-01-31", next="2026-03-15")
        assert self.due(case_file("stegen", documents=[plan]))[0][1] == date(2026, 3, 15)
        review = document("uppfoljning", "2026-03-14", 2, day="2026-03-14", next="2026-05-20")
        assert self.due(case_file("stegen", documents=[review, plan]))[0][1] == date(2026, 5, 20)

    def test_one_that_comes_once_is_gone_when_it_is_done(self):
        trying = noted("steg", "2026-02-02", steg="provveckor")
        case = case_file("ostervik", trying)
        assert self.due(case) == [("provveckor", date(2026, 2, 16), date(2026, 2, 9))], "fourteen days later"
        decided = noted("beslut", "2026-02-16", steg="beslut", svar="fortsatter")
        assert self.due(case_file("ostervik", trying, decided)) == []

    def test_nothing_is_due_in_a_closed_case(self):
        assert deadlines(case_file("stegen", closed=True)) == ()
