"""Rules about days: order, length and limits, and where the days are looked for."""

from datetime import date, datetime

from support.rule_tests import DAY, FIRST, LAST, RuleTests

from stegvis.schemas.messages import MESSAGES
from stegvis.schemas.rules import RULES


class TestPeriodOrder(RuleTests):
    name, keys = "period_order", {"from_": "a", "to": "b"}
    stopped = {"a": LAST, "b": FIRST}

    def test_the_last_day_is_the_first_or_later(self):
        self.passes(a=FIRST, b=FIRST)
        self.stops("b", MESSAGES["period_end_before_start"], **self.stopped)


class TestPeriodAtMost(RuleTests):
    name, keys = "period_at_most", {"from_": "a", "to": "b", "months": 1}
    stopped = {"a": FIRST, "b": date(2027, 1, 1)}

    def test_a_month_runs_to_the_day_before_the_same_day(self):
        self.passes(a=FIRST, b=LAST)
        told = "Korta perioden. Den får vara högst 1 månader och kan sluta senast 2026-12-31."
        self.stops("b", told, **self.stopped)


class TestReasonOver(RuleTests):
    name, keys = "reason_over", {"from_": "a", "to": "b", "months": 1, "reason": "c"}
    stopped = {"a": FIRST, "b": date(2027, 1, 1)}

    def test_a_long_period_needs_a_reason(self):
        self.passes(a=FIRST, b=LAST)
        self.passes(**self.stopped, c="Behövs")
        self.stops("c", "Fyll i c.", **self.stopped)

    def test_the_question_is_called_by_its_label(self):
        assert self.told(self.stopped, labels={"c": "varför"}) == [("c", "Fyll i varför.")]


class TestNotOpenEnded(RuleTests):
    name, keys = "not_open_ended", {"question": "a"}
    stopped = {}

    def test_there_is_an_end(self):
        self.passes(a=LAST)
        self.stops("a", MESSAGES["open_ended"])


class TestWithin(RuleTests):
    name, keys = "within", {"question": "c", "from_": "a", "to": "b"}
    stopped = {"a": FIRST, "b": LAST, "c": date(2027, 1, 1)}

    def test_a_day_lies_inside_a_period_its_ends_included(self):
        self.passes(a=FIRST, b=LAST, c=FIRST)
        self.passes(a=FIRST, b=LAST, c=LAST)
        self.passes(c=LAST)
        self.stops("c", "Välj ett datum mellan 2026-12-01 och 2026-12-31.", **self.stopped)

    def test_a_moment_is_counted_by_its_day(self):
        self.passes(a=FIRST, b=LAST, c=datetime(2026, 12, 31, 23, 59))

    def test_a_dot_leads_into_an_answer(self):
        told = self.told({**self.stopped, "s": {"dag": date(2027, 1, 1)}}, question="s.dag")
        assert told == [("s.dag", "Välj ett datum mellan 2026-12-01 och 2026-12-31.")]


def test_a_day_is_looked_for_in_every_row_and_part():
    rule = RULES["not_after"](question="a.*.datum", other="b")
    late, early = {"datum": LAST}, {"datum": FIRST}
    told = [path for path, _ in rule.problems({"a": [early, late, {}], "b": FIRST}, DAY)]
    assert told == [("a", 1, "datum")]
    told = [path for path, _ in rule.problems({"a": {"x": late, "y": early, "z": "ja"}, "b": FIRST}, DAY)]
    assert told == [("a", "x", "datum")]
    assert list(rule.problems({"a": [late]}, DAY)) == []


class TestNotBefore(RuleTests):
    name, keys = "not_before", {"question": "a", "other": "b"}
    stopped = {"a": FIRST, "b": LAST}

    def test_a_day_is_the_other_or_later(self):
        self.passes(a=LAST, b=LAST)
        self.stops("a", "Välj 2026-12-31 eller en senare dag.", **self.stopped)


class TestAfter(RuleTests):
    name, keys = "after", {"question": "a", "other": "b"}
    stopped = {"a": FIRST, "b": FIRST}

    def test_a_day_is_later_than_the_other(self):
        self.passes(a=LAST, b=FIRST)
        self.stops("a", "Välj 2026-12-02 eller en senare dag.", **self.stopped)


class TestNotAfter(RuleTests):
    name, keys = "not_after", {"question": "a", "other": "b"}
    stopped = {"a": LAST, "b": FIRST}

    def test_a_day_is_the_other_or_earlier(self):
        self.passes(a=LAST, b=LAST)
        self.stops("a", "Välj 2026-12-01 eller en tidigare dag.", **self.stopped)


class TestFollows(RuleTests):
    name, keys = "follows", {"question": "a", "other": "b"}
    stopped = {"a": date(2026, 12, 3), "b": FIRST}

    def test_a_period_begins_the_day_after_the_other(self):
        self.passes(a=date(2026, 12, 2), b=FIRST)
        self.stops("a", "Välj 2026-12-02, dagen efter den förra perioden.", **self.stopped)
        assert self.told({"a": FIRST, "b": FIRST})


class TestDaysAfter(RuleTests):
    name, keys = "days_after", {"question": "a", "other": "b", "days": 7}
    stopped = {"a": date(2026, 12, 9), "b": FIRST}

    def test_so_many_days_after_are_the_last(self):
        self.passes(a=date(2026, 12, 8), b=FIRST)
        self.passes(a=date(2026, 11, 8), b=FIRST)
        self.stops("a", "Välj 2026-12-08 eller en tidigare dag.", **self.stopped)


class TestBefore(RuleTests):
    name, keys = "before", {"question": "a", "other": "b"}
    stopped = {"a": LAST, "b": LAST}

    def test_a_day_is_earlier_than_the_other(self):
        self.passes(a=FIRST, b=LAST)
        self.stops("a", "Välj 2026-12-30 eller en tidigare dag.", **self.stopped)
