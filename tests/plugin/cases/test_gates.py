"""What stands before what: each rule of the trade (domain.md 1.12) that a gate keeps, tried shut and open."""

from datetime import date

import pytest
from support.case_files import PERSON, case_file, document, noted
from support.casework import PERIOD, REVIEW, Casework, agreement
from support.form_examples import example

from stegvis.forms import load_programme
from stegvis.plugin.cases.gates import birthday, missing, weekly


class TestR2:
    """No extension without a follow-up in the current period with both parties (refusal 4)."""

    def test_a_second_agreement_waits_for_the_follow_up(self, case, office):
        agreement(case, office)
        page = case.begin("praktikavtal")
        assert any("Gör en uppföljning" in words for words in case.missing(page))
        assert not page.soup.select('form[action$="borja/praktikavtal"]'), "and there is no way past it"

    def test_it_opens_when_both_have_followed_up(self, case, office):
        agreement(case, office)
        case.save("praktikuppfoljning", **REVIEW)
        assert case.begin("praktikavtal").soup.select('form[action$="fyll-i"]')

    def test_one_before_the_period_does_not_count(self, case, office):
        case.save(
            "praktikuppfoljning",
            period_fran="2026-10-01",
            period_till="2026-10-31",
            datum="2026-10-20",
            ny_period_fran="2026-11-01",
            ny_period_till="2026-11-30",
            nasta_uppfoljning="2026-11-22",
        )
        agreement(case, office)
        assert any("Gör en uppföljning" in words for words in case.missing(case.begin("praktikavtal")))


class TestR5:
    """A visit with all three before the agreement, or a reason."""

    def test_it_is_pointed_out_and_hinders_nobody(self, case):
        page = case.page.get(f"{case.path}/borja/praktikavtal")
        assert any(words.startswith("Tänk på: Anteckna studiebesöket") for words in case.missing(page))
        assert page.soup.select('form[action$="borja/praktikavtal"]')

    def test_two_of_three_is_not_a_visit(self, case):
        case.note("studiebesok", arbetsplats="Kaffestugan", med=["deltagare", "konsulent"])
        assert case.missing(case.page.get(f"{case.path}/borja/praktikavtal"))
        case.note("studiebesok", arbetsplats="Kaffestugan", med=["deltagare", "arbetsgivare", "konsulent"])
        assert not case.missing(case.page.get(f"{case.path}/borja/praktikavtal"))

    def test_nobody_starts_before_all_have_signed(self, case, office):
        case.save("praktikavtal", **PERIOD)
        page = case.note("aktivitet", aktivitet="praktik")
        assert page.status == 409 and any("Låt alla skriva under" in words for words in case.missing(page))
        agreement(case, office, forlangning_av=None)
        assert case.note("aktivitet", aktivitet="praktik").status == 200


class TestR7:
    """Stegen: sixteen years or more, and two parties in the plan."""

    def test_who_is_fifteen_waits(self, office):
        young = Casework(office, "stegen", personnummer=None, saknar_personnummer="y", fodelsedatum="2011-06-01")
        assert any("minst 16 år" in words for words in young.missing(young.begin("genomforandeplan")))

    def test_who_is_sixteen_may_begin(self, office):
        old = Casework(office, "stegen", personnummer=None, saknar_personnummer="y", fodelsedatum="2010-11-21")
        assert not any("minst 16 år" in words for words in old.missing(old.begin("genomforandeplan")))

    def test_the_activity_waits_for_two_parties(self, office):
        case = Casework(office, "stegen")
        case.save("schema")
        page = case.note("aktivitet", aktivitet="halsa")
        assert page.status == 409 and any("minst två medverkande parter" in words for words in case.missing(page))


def test_r10_after_two_weeks_of_trying_a_decision_opens_the_next_step(office):
    case = Casework(office, "ostervik")
    page = case.note("fas", fas="arbetstraning")
    assert page.status == 409 and any("provveckorna" in words for words in case.missing(page))
    case.note("beslut", steg="beslut", svar="fortsatter")
    assert case.note("fas", fas="arbetstraning").status == 200
    assert next(one for one in load_programme("ostervik").intervals if one.id == "provveckor").days == 14


def test_r11_no_activity_without_a_schedule(case):
    page = case.note("aktivitet", aktivitet="uma")
    assert page.status == 409 and any("Gör ett schema" in words for words in case.missing(page))
    case.save("schema")
    assert case.note("aktivitet", aktivitet="uma").status == 200


def test_r12_ten_hours_in_training_are_pointed_out_and_stop_nobody(office):
    case = Casework(office, "kraft")
    assert case.note("fas", fas="traning").status == 200
    assert next(gate for gate in load_programme("kraft").gates if gate.source == "R12").warn


def test_r13_samverkstan_needs_a_place_that_works_and_the_approval(office):
    case = Casework(office, "samverkstan")
    case.save("intresseanmalan", praktikplats_finns="nej")
    case.consent()
    assert any("praktikplats som fungerar" in words for words in case.missing(case.begin("handlaggargrupp")))
    case.save("intresseanmalan", praktikplats_finns="ja")
    assert case.begin("handlaggargrupp").soup.select('form[action$="fyll-i"]')
    case.save("schema")
    page = case.note("aktivitet", aktivitet="utvecklingsanstallning")
    assert page.status == 409 and any("godkänt arbetsplatsen" in words for words in case.missing(page))
    case.note("godkand-plats", arbetsplats="Kaffestugan")
    assert case.note("aktivitet", aktivitet="utvecklingsanstallning").status == 200


class TestR16:
    """No abrupt endings: pointed out at the close, but not when studies begin."""

    def test_it_is_pointed_out_before_the_close(self, case):
        plain = {**example("avslut"), "uttrappning": None, "efterkontakt": "inget", "efterkontakt_datum": None}
        case.save("avslut", plain)
        page = case.page.get(f"{case.path}/anteckna/stang")
        assert case.missing(page)[0].startswith("Tänk på: Planera en nedtrappning eller en efterkontakt")
        assert "avslutat" in page.submit("stang", skal="klart").soup.select_one(".st-headline").get_text(), (
            "and nobody is stopped"
        )

    def test_a_winding_down_or_a_contact_is_enough(self, case):
        case.save("avslut")
        assert not case.missing(case.page.get(f"{case.path}/anteckna/stang"))

    def test_studies_need_no_winding_down(self):
        gate = next(gate for gate in load_programme("ostervik").gates if gate.id == "mjukt_avslut")
        assert gate.warn and "studier" in gate.unless


class TestAge:
    """R7: an age is of the calendar, and nobody is refused for what is not known."""

    @pytest.mark.parametrize(
        ("born", "old_enough"), [("2010-11-21", True), ("2010-11-22", False), ("2008-02-29", True), ("", True)]
    )
    def test_sixteen_on_the_day(self, born, old_enough):
        case = case_file("stegen", person={**PERSON, "fodelsedatum": born})
        found = missing(case, "form:genomforandeplan", date(2026, 11, 21))
        assert ("alder" not in {one.gate.id for one in found}) is old_enough

    @pytest.mark.parametrize(
        ("number", "born"),
        [
            ("18900101-9802", date(1890, 1, 1)),
            # a coordination number: sixty is added to the day
            ("18900161-9802", date(1890, 1, 1)),
            ("900101-9802", None),
            ("18901301-9802", None),
        ],
    )
    def test_the_day_is_read_from_the_number(self, number, born):
        assert birthday(case_file("stegen", person={"personnummer": number})) == born


class TestHours:
    """R12: the hours of the newest schedule, of what has begun, or of the agreement."""

    ROWS = (
        # three days of 8–12 with half an hour off: 10.5
        {"veckodagar": ["man", "tis", "ons"], "tid_fran": "08:00", "tid_till": "12:00", "rast": 30},
        # a day of 13–16 every other week: 1.5
        {"veckodagar": ["tor"], "tid_fran": "13:00", "tid_till": "16:00", "rast": None, "hur_ofta": "varannan_vecka"},
        # by date: none
        {"veckodagar": ["fre"], "tid_fran": "08:00", "tid_till": "16:00", "rast": 0, "hur_ofta": "datum"},
    )

    def scheduled(self, *rows):
        """A case with a schedule."""
        rows = [{"hur_ofta": "varje_vecka", **row} for row in rows]
        return case_file("kraft", documents=[document("schema", "2026-02-01", schedule={"rader": rows})])

    def told(self, case):
        """What is pointed out before training."""
        return {one.gate.id: one.stops for one in missing(case, "phase:traning", date(2026, 3, 1))}

    def test_breaks_are_off_and_every_other_week_is_half(self):
        assert weekly(self.scheduled(*self.ROWS)) == 12
        assert weekly(case_file("kraft")) == 0

    def test_ten_are_enough_and_fewer_are_pointed_out_and_stop_nobody(self):
        assert self.told(self.scheduled(self.ROWS[0])) == {}
        assert self.told(self.scheduled(*self.ROWS[1:])) == {"tio_timmar": False}

    @pytest.mark.parametrize(("hours", "told"), [("10", {}), ("9.5", {"tio_timmar": False})])
    def test_hours_of_what_has_begun_count_too(self, hours, told):
        assert self.told(case_file("kraft", noted("aktivitet", "2026-02-01", aktivitet="grupp", timmar=hours))) == told
