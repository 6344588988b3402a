"""Rules about rows and what hangs on them: used rows, a schedule's hours, what a row is called."""

from datetime import date, time
from decimal import Decimal

from support.rule_tests import RuleTests

from stegvis.schemas.messages import MESSAGES
from stegvis.schemas.rules.rows import heaviest_week, row_name, week_hours


class TestRowsUsed(RuleTests):
    name, keys = "rows_used", {"question": "a", "of": "b"}
    stopped = {"a": [{"part": 1}], "b": [{"n": "Region"}, {"n": "Skolan", "e": "Nian"}]}

    def test_each_row_has_a_cell(self):
        self.passes(a=[{"part": 1}], b=[{}])
        self.stops("a", "Kryssa i minst en uppgift för Skolan, Nian, eller ta bort parten.", **self.stopped)


class TestSomeone(RuleTests):
    name, keys = "someone", {"question": "a", "options": ("ger", "bada")}
    stopped = {"a": ["tar", "tar"]}

    def test_at_least_one_row(self):
        self.passes(a=["tar", "bada"])
        self.stops("a", MESSAGES["nobody_chosen"], **self.stopped)

    def test_in_rows_with_several_answers_it_is_the_column(self):
        rows = [{"namn": "ger", "roll": "tar"}, {"namn": "Ali", "roll": "bada"}]
        assert self.told({"a": rows}, column="roll") == []
        assert self.told({"a": rows[:1]}, column="roll") == [("a", MESSAGES["nobody_chosen"])]


class TestScheduleHours(RuleTests):
    row = {"tid_fran": time(8), "tid_till": time(12), "rast": 30, "veckodagar": ["man"], "hur_ofta": "varje_vecka"}
    name, keys = "schedule_hours", {"question": "a", "hours": "b"}
    stopped = {"a": {"rader": [row]}, "b": 4}

    def test_the_schedule_adds_up_to_what_was_agreed(self):
        self.passes(a={"rader": [self.row]}, b=Decimal("3.5"))
        self.passes(a={"rader": [self.row]})
        told = "Kontrollera timmarna. Schemat ger 3,5 timmar i veckan, men du har skrivit 4."
        self.stops("a", told, **self.stopped)


def test_a_row_is_called_by_its_first_two_answers_in_text_or_by_its_number():
    assert row_name({"n": " Skolan ", "e": "Nian", "k": "Ali"}, 3) == "Skolan, Nian"
    assert row_name({"n": 7, "e": "Nian"}, 3) == "Nian"
    assert row_name({"n": " ", "e": date(2026, 12, 1)}, 3) == "rad 3"
    assert row_name({}, 2, "part") == "part 2"


def line(often, *days, start=time(8), end=time(12), pause=0):
    return {"tid_fran": start, "tid_till": end, "rast": pause, "veckodagar": days, "hur_ofta": often}


def test_an_average_week_is_every_week_and_half_of_every_other():
    """4 h × 2 days, 4 h × 1 day every other week, and a day by date that comes once: 8 + 2."""
    rows = [line("varje_vecka", "man", "tis"), line("varannan_vecka", "ons"), line("datum", "tor")]
    assert week_hours(rows) == Decimal(10)
    assert heaviest_week(rows) == Decimal(12)
    assert week_hours([]) == heaviest_week([]) == 0


def test_hours_are_told_to_the_hundredth_without_needless_noughts():
    """08:30 to 12:00 with a pause of 10 minutes is 3 h 20 min; 100 hours are not written 1E+2."""
    odd = line("varje_vecka", "man", start=time(8, 30), end=time(12), pause=10)
    assert str(week_hours([odd])) == "3.33"
    assert str(week_hours([line("varje_vecka", "man", "tis", end=time(10, 15))])) == "4.5"
    assert str(week_hours([line("varje_vecka", *"abcde", end=time(18))] * 2)) == "100"
