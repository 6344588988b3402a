"""One class for each rule: what it lets pass, what it stops, where its message stands and what it says."""

import inspect
from datetime import date, datetime, time
from decimal import Decimal

import pytest

from stegvis.schemas.messages import MESSAGES
from stegvis.schemas.rules import RULES, Day
from stegvis.schemas.values.spans import parse_month, parse_week
from stegvis.schemas.words import placeholders

DAY = Day(date(2026, 11, 21), revealing=("missbruk",))
FIRST, LAST = date(2026, 12, 1), date(2026, 12, 31)


class Rule:
    """What every test of a rule has: its name, its keys, answers that pass and answers that are stopped."""

    keys = {}

    def told(self, answers, **keys):
        rule = RULES[self.name](**{**self.keys, **keys})
        return [(".".join(map(str, path)), text) for path, text in rule.problems(answers, DAY)]

    def passes(self, **answers):
        assert self.told(answers) == []

    def stops(self, path, message, /, **answers):
        assert self.told(answers) == [(path, message)]

    def test_its_own_message_is_said_instead(self):
        assert [text for _, text in self.told(self.stopped, message="Ändra det.")] == ["Ändra det."]

    def test_nothing_answered_passes_unless_something_is_asked_for(self):
        assert bool(self.told({})) is (self.name in ("one_of", "not_open_ended"))


class TestPeriodOrder(Rule):
    name, keys = "period_order", {"from_": "a", "to": "b"}
    stopped = {"a": LAST, "b": FIRST}

    def test_the_last_day_is_the_first_or_later(self):
        self.passes(a=FIRST, b=FIRST)
        self.stops("b", MESSAGES["period_end_before_start"], **self.stopped)


class TestPeriodAtMost(Rule):
    name, keys = "period_at_most", {"from_": "a", "to": "b", "months": 1}
    stopped = {"a": FIRST, "b": date(2027, 1, 1)}

    def test_a_month_runs_to_the_day_before_the_same_day(self):
        self.passes(a=FIRST, b=LAST)
        told = "Korta perioden. Den får vara högst 1 månader och kan sluta senast 2026-12-31."
        self.stops("b", told, **self.stopped)


class TestReasonOver(Rule):
    name, keys = "reason_over", {"from_": "a", "to": "b", "months": 1, "reason": "c"}
    stopped = {"a": FIRST, "b": date(2027, 1, 1)}

    def test_a_long_period_needs_a_reason(self):
        self.passes(a=FIRST, b=LAST)
        self.passes(**self.stopped, c="Behövs")
        self.stops("c", "Fyll i c.", **self.stopped)

    def test_the_question_is_called_by_its_label(self):
        assert self.told(self.stopped, labels={"c": "varför"}) == [("c", "Fyll i varför.")]


class TestReasonUnder(Rule):
    name, keys = "reason_under", {"question": "a", "hours": 40, "reason": "c"}
    stopped = {"a": 39}

    def test_few_hours_need_a_reason(self):
        self.passes(a=40)
        self.passes(a=0, c="Behövs")
        self.stops("c", "Fyll i c.", **self.stopped)


class TestNotOpenEnded(Rule):
    name, keys = "not_open_ended", {"question": "a"}
    stopped = {}

    def test_there_is_an_end(self):
        self.passes(a=LAST)
        self.stops("a", MESSAGES["open_ended"])


class TestWithin(Rule):
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


class TestNotBefore(Rule):
    name, keys = "not_before", {"question": "a", "other": "b"}
    stopped = {"a": FIRST, "b": LAST}

    def test_a_day_is_the_other_or_later(self):
        self.passes(a=LAST, b=LAST)
        self.stops("a", "Välj 2026-12-31 eller en senare dag.", **self.stopped)


class TestAfter(Rule):
    name, keys = "after", {"question": "a", "other": "b"}
    stopped = {"a": FIRST, "b": FIRST}

    def test_a_day_is_later_than_the_other(self):
        self.passes(a=LAST, b=FIRST)
        self.stops("a", "Välj 2026-12-02 eller en senare dag.", **self.stopped)


class TestNotAfter(Rule):
    name, keys = "not_after", {"question": "a", "other": "b"}
    stopped = {"a": LAST, "b": FIRST}

    def test_a_day_is_the_other_or_earlier(self):
        self.passes(a=LAST, b=LAST)
        self.stops("a", "Välj 2026-12-01 eller en tidigare dag.", **self.stopped)


class TestFollows(Rule):
    name, keys = "follows", {"question": "a", "other": "b"}
    stopped = {"a": date(2026, 12, 3), "b": FIRST}

    def test_a_period_begins_the_day_after_the_other(self):
        self.passes(a=date(2026, 12, 2), b=FIRST)
        self.stops("a", "Välj 2026-12-02, dagen efter den förra perioden.", **self.stopped)
        assert self.told({"a": FIRST, "b": FIRST})


class TestDaysAfter(Rule):
    name, keys = "days_after", {"question": "a", "other": "b", "days": 7}
    stopped = {"a": date(2026, 12, 9), "b": FIRST}

    def test_so_many_days_after_are_the_last(self):
        self.passes(a=date(2026, 12, 8), b=FIRST)
        self.passes(a=date(2026, 11, 8), b=FIRST)
        self.stops("a", "Välj 2026-12-08 eller en tidigare dag.", **self.stopped)


class TestBefore(Rule):
    name, keys = "before", {"question": "a", "other": "b"}
    stopped = {"a": LAST, "b": LAST}

    def test_a_day_is_earlier_than_the_other(self):
        self.passes(a=FIRST, b=LAST)
        self.stops("a", "Välj 2026-12-30 eller en tidigare dag.", **self.stopped)


class TestNotBoth(Rule):
    name, keys = "not_both", {"a": "a", "b": "b"}
    stopped = {"a": True, "b": "x"}

    def test_only_one_of_two(self):
        self.passes(a=True)
        self.passes(b="x")
        self.stops("b", MESSAGES["answers_exclude"], **self.stopped)


class TestOneOf(Rule):
    name, keys = "one_of", {"questions": ("a", "b")}
    stopped = {}

    def test_at_least_one(self):
        self.passes(b="x")
        self.stops("a", "Fyll i a.")


class TestDiffers(Rule):
    name, keys = "differs", {"question": "a", "other": "b"}
    stopped = {"a": "kim ", "b": "Kim"}

    def test_two_answers_are_not_the_same_whatever_the_case(self):
        self.passes(a="Kim", b="Love")
        self.passes(a="", b="")
        self.stops("a", MESSAGES["answers_same"], **self.stopped)


class TestNoOption(Rule):
    name, keys = "no_option", {"question": "a", "option": "x"}
    stopped = {"a": ["w", "x"]}

    def test_an_option_cannot_be_chosen(self):
        self.passes(a="y")
        self.passes(a=["y"])
        self.stops("a", MESSAGES["option_refused"], a="x")
        self.stops("a", MESSAGES["option_refused"], **self.stopped)


class TestApproved(Rule):
    name, keys = "approved", {"question": "a", "tick": "b"}
    stopped = {"a": "text"}

    def test_what_is_written_has_been_approved(self):
        self.passes(a="text", b=True)
        self.stops("b", MESSAGES["required_tick"], **self.stopped)


class TestContactNeeds(Rule):
    name, keys = "contact_needs", {"question": "a", "option": "sms", "needs": "b"}
    stopped = {"a": ["sms"]}

    def test_a_way_of_contact_needs_its_address(self):
        self.passes(a=["brev"])
        self.passes(a=["sms"], b="070")
        self.stops("b", "Fyll i b.", **self.stopped)


class TestProtected(Rule):
    name, keys = "protected", {"question": "a", "options": ("sms",), "skydd": "b"}
    stopped = {"a": ["brev", "sms"], "b": "sekretess"}

    def test_some_options_are_closed_with_protected_data(self):
        self.passes(a=["sms"], b="nej")
        self.passes(a=["sms"])
        self.passes(a=["brev"], b="sekretess")
        self.stops("a", MESSAGES["option_refused"], **self.stopped)
        self.stops("a", MESSAGES["option_refused"], a="sms", b="sekretess")


class TestHoursAtMost(Rule):
    name, keys = "hours_at_most", {"question": "a", "hours": 35}
    stopped = {"a": 36}

    def test_at_most_so_many(self):
        self.passes(a=35)
        self.stops("a", "Skriv 35 eller mindre för a.", **self.stopped)


class TestMinorNeedsGuardian(Rule):
    name, keys = "minor_needs_guardian", {"birth": "a", "signers": "b", "role": "vh", "representative": "c"}
    stopped = {"a": date(2008, 11, 22), "b": [{"roll": "god_man"}]}

    def test_nobody_under_eighteen_signs_alone(self):
        self.passes(a=date(2008, 11, 21))
        self.passes(a=date(2008, 11, 22), b=[{"roll": "vh"}])
        self.passes(a=date(2008, 11, 22), c="vh")
        self.passes(a="189001019802")
        self.stops("b", "Lägg till den som ska skriva under som vh.", **self.stopped)

    def test_the_role_is_called_by_its_words(self):
        told = self.told(self.stopped, labels={"b.vh": "vårdnadshavare"})
        assert told == [("b", "Lägg till den som ska skriva under som vårdnadshavare.")]


class TestRowsUsed(Rule):
    name, keys = "rows_used", {"question": "a", "of": "b"}
    stopped = {"a": [{"part": 1}], "b": [{"n": "Region"}, {"n": "Skolan", "e": "Nian"}]}

    def test_each_row_has_a_cell(self):
        self.passes(a=[{"part": 1}], b=[{}])
        self.stops("a", "Kryssa i minst en uppgift för Skolan, Nian, eller ta bort parten.", **self.stopped)


class TestRowsAtLeast(Rule):
    name, keys = "rows_at_least", {"question": "a", "rows": 2}
    stopped = {"a": [{}]}

    def test_so_many_rows_if_there_are_any(self):
        self.passes(a=[{}, {}])
        self.passes(a=[])
        self.stops("a", "Lägg till a. Det behövs minst 2. Nu finns 1.", **self.stopped)


class TestRowsNeed(Rule):
    name, keys = "rows_need", {"question": "a", "column": "nr", "unless": "egen"}
    stopped = {"a": [{"namn": "Skolan", "nr": ""}]}

    def test_each_row_is_answered(self):
        self.passes(a=[{"namn": "Skolan", "nr": "7"}])
        self.stops("a.0.nr", "Fyll i Skolan.", **self.stopped)

    def test_a_row_that_is_ticked_needs_no_answer(self):
        self.passes(a=[{"namn": "Skolan", "egen": True}])
        self.stops("a.0.nr", "Fyll i Skolan.", a=[{"namn": "Skolan", "egen": False}])


class TestRowsInOrder(Rule):
    name, keys = "rows_in_order", {"question": "a", "from_": "fran", "to": "till"}
    stopped = {"a": [{"fran": FIRST, "till": FIRST}, {"fran": LAST, "till": FIRST}]}

    def test_each_row_ends_after_it_begins(self):
        self.passes(a=[{"fran": FIRST, "till": LAST}, {"fran": FIRST}, {}])
        self.stops("a.1.till", MESSAGES["period_end_before_start"], **self.stopped)


class TestSomeone(Rule):
    name, keys = "someone", {"question": "a", "options": ("ger", "bada")}
    stopped = {"a": ["tar", "tar"]}

    def test_at_least_one_row(self):
        self.passes(a=["tar", "bada"])
        self.stops("a", MESSAGES["nobody_chosen"], **self.stopped)

    def test_in_rows_with_several_answers_it_is_the_column(self):
        rows = [{"namn": "ger", "roll": "tar"}, {"namn": "Ali", "roll": "bada"}]
        assert self.told({"a": rows}, column="roll") == []
        assert self.told({"a": rows[:1]}, column="roll") == [("a", MESSAGES["nobody_chosen"])]


class TestInSpan(Rule):
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


class TestSpanMeets(Rule):
    name, keys = "span_meets", {"question": "a", "from_": "b", "to": "c"}
    stopped = {"a": parse_week("2026-48"), "b": FIRST, "c": LAST}

    def test_a_week_that_begins_before_the_period_and_ends_in_it_will_do(self):
        self.passes(a=parse_week("2026-49"), b=FIRST, c=LAST)
        self.passes(a=parse_week("2026-53"), b=FIRST, c=LAST)
        self.passes(a=parse_month("2026-12"), b=FIRST, c=LAST)
        self.stops("a", "Välj ett datum mellan 2026-12-01 och 2026-12-31.", **self.stopped)


class TestHoursAway(Rule):
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


class TestHoursOver(Rule):
    name, keys = "hours_over", {"question": "a", "hours": "h", "planned": "p"}
    stopped = {"a": [{"datum": FIRST, "h": Decimal(6), "p": Decimal("5.5")}]}

    def test_no_more_than_was_planned(self):
        self.passes(a=[{"h": Decimal(5), "p": Decimal(5)}, {"h": Decimal(5)}])
        self.stops("a.0.h", MESSAGES["hours_over_planned"], **self.stopped)


class TestScheduleHours(Rule):
    row = {"tid_fran": time(8), "tid_till": time(12), "rast": 30, "veckodagar": ["man"], "hur_ofta": "varje_vecka"}
    name, keys = "schedule_hours", {"question": "a", "hours": "b"}
    stopped = {"a": {"rader": [row]}, "b": 4}

    def test_the_schedule_adds_up_to_what_was_agreed(self):
        self.passes(a={"rader": [self.row]}, b=Decimal("3.5"))
        self.passes(a={"rader": [self.row]})
        told = "Kontrollera timmarna. Schemat ger 3,5 timmar i veckan, men du har skrivit 4."
        self.stops("a", told, **self.stopped)


class TestMustContainTime(Rule):
    name, keys = "must_contain_time", {"question": "a"}
    stopped = {"a": "Ring på morgonen, före 25:00"}

    def test_a_time_of_day_is_named(self):
        self.passes(a="Ring före 08:00.")
        self.passes(a="Ring före 8.30")
        self.stops("a", MESSAGES["time_format"], **self.stopped)


class TestNoWords(Rule):
    name, keys = "no_words", {"question": "a", "words": ("diagnos", "ångest")}
    stopped = {"a": "Hen har en Ångestdiagnos."}

    def test_no_word_begins_so(self):
        self.passes(a="Hen orkar halva dagar.")
        self.stops("a", 'Ta bort ordet "Ångestdiagnos".', **self.stopped)


class TestNoPersonNumber(Rule):
    name, keys = "no_person_number", {"questions": ("a", "b")}
    stopped = {"a": "Numret är 18900101-9802."}

    def test_no_text_has_a_personal_number(self):
        self.passes(a="Vi ringde 12 gånger 2026-11-21.", b="Alla är välkomna.")
        self.stops("a", MESSAGES["person_number_refused"], **self.stopped)
        self.stops("b", MESSAGES["person_number_refused"], a="", b="890102-9819")


class TestNeeds(Rule):
    name, keys = "needs", {"question": "a", "other": "b"}
    stopped = {"a": "4"}

    def test_the_other_is_answered_first(self):
        self.passes(a="4", b="3")
        self.passes(b="3")
        self.stops("a", "Fyll i b först.", **self.stopped)


def test_every_rule_has_a_class_of_tests_here_and_says_what_it_does():
    tested = {kind.name for kind in Rule.__subclasses__()}
    assert tested == set(RULES)
    assert all(inspect.getdoc(rule) for rule in RULES.values())


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_the_general_message_can_be_filled(rule):
    keys = next(kind.keys for kind in Rule.__subclasses__() if kind.name == rule.name)
    assert placeholders(MESSAGES[rule.general]) <= set(rule(**keys).tells)


@pytest.mark.parametrize("kind", Rule.__subclasses__(), ids=lambda kind: kind.name)
def test_every_placeholder_that_a_rule_tells_of_is_filled(kind):
    tells = RULES[kind.name](**kind.keys).tells
    [(_, text)] = kind().told(kind.stopped, message=" ".join(f"{{{name}}}" for name in tells) or "x")
    assert "{" not in text


@pytest.mark.parametrize("kind", Rule.__subclasses__(), ids=lambda kind: kind.name)
def test_a_rule_asks_of_questions_alone(kind):
    rule = RULES[kind.name](**kind.keys)
    assert rule.asked
    assert set(rule.asked) <= {"a", "b", "c"}
