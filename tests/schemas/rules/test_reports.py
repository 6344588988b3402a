"""Rules about a report of days: which days belong to it, and hours that agree with what is marked."""

from datetime import date
from decimal import Decimal

from support.rule_tests import DAY, FIRST, LAST, RuleTests

from stegvis.schemas.messages import MESSAGES
from stegvis.schemas.rules import RULES
from stegvis.schemas.values.spans import parse_month, parse_week


class TestInSpan(RuleTests):
    name, keys = "in_span", {"question": "a", "span": "b"}
    week = parse_week("2026-49")
    stopped = {"a": date(2026, 12, 7), "b": week}

    def test_a_day_belongs_to_the_week(self):
        self.passes(a=date(2026, 11, 30), b=self.week)
        self.passes(a=date(2026, 12, 6), b=self.week)
        self.stops("a", "Välj ett datum mellan 2026-11-30 och 2026-12-06.", **self.stopped)

    def test_the_rows_are_told_by_number(self):
        rule = RULES["in_span"](question="a.*.datum", span="b", message="Ändra rad {nummer}.")
        rows = [{"datum": FIRST}, {"datum": LAST}]
        assert list(rule.problems({"a": rows, "b": parse_month("2026-12")}, DAY)) == []
        assert list(rule.problems({"a": rows, "b": self.week}, DAY)) == [(("a", 1, "datum"), "Ändra rad 2.")]


class TestSpanMeets(RuleTests):
    name, keys = "span_meets", {"question": "a", "from_": "b", "to": "c"}
    stopped = {"a": parse_week("2026-48"), "b": FIRST, "c": LAST}

    def test_a_week_that_begins_before_the_period_and_ends_in_it_will_do(self):
        self.passes(a=parse_week("2026-49"), b=FIRST, c=LAST)
        self.passes(a=parse_week("2026-53"), b=FIRST, c=LAST)
        self.passes(a=parse_month("2026-12"), b=FIRST, c=LAST)
        self.stops("a", "Välj ett datum mellan 2026-12-01 och 2026-12-31.", **self.stopped)


class TestHoursAway(RuleTests):
    name, keys = "hours_away", {"question": "a", "hours": "h", "mark": "m", "away": ("borta", "sjuk")}
    stopped = {"a": [{"datum": FIRST, "h": Decimal(0), "m": "borta"}, {"datum": LAST, "h": Decimal(2), "m": "sjuk"}]}

    def test_who_is_away_has_no_hours(self):
        self.passes(
            a=[{"h": Decimal(0), "m": "sjuk"}, {"h": Decimal(2), "m": "inne"}, {"m": "inne"}, {"h": Decimal(2)}]
        )
        self.stops("a.1.m", MESSAGES["hours_when_away"], **self.stopped)

    def test_who_is_there_has_some(self):
        self.stops("a.0.m", MESSAGES["hours_when_away"], a=[{"datum": FIRST, "h": Decimal(0), "m": "inne"}])

    def test_the_day_is_told(self):
        assert self.told(self.stopped, message="Ändra {datum}.") == [("a.1.m", "Ändra 2026-12-31.")]


class TestHoursOver(RuleTests):
    name, keys = "hours_over", {"question": "a", "hours": "h", "planned": "p"}
    stopped = {"a": [{"datum": FIRST, "h": Decimal(6), "p": Decimal("5.5")}]}

    def test_no_more_than_was_planned(self):
        self.passes(a=[{"h": Decimal(5), "p": Decimal(5)}, {"h": Decimal(5)}])
        self.stops("a.0.h", MESSAGES["hours_over_planned"], **self.stopped)
