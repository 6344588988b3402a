"""Rules about which answers go together: what each lets pass, what it stops, and what it says."""

from support.rule_tests import RuleTests

from stegvis.schemas.messages import MESSAGES


class TestReasonUnder(RuleTests):
    name, keys = "reason_under", {"question": "a", "hours": 40, "reason": "c"}
    stopped = {"a": 39}

    def test_few_hours_need_a_reason(self):
        self.passes(a=40)
        self.passes(a=0, c="Behövs")
        self.stops("c", "Fyll i c.", **self.stopped)


class TestNotBoth(RuleTests):
    name, keys = "not_both", {"a": "a", "b": "b"}
    stopped = {"a": True, "b": "x"}

    def test_only_one_of_two(self):
        self.passes(a=True)
        self.passes(b="x")
        self.stops("b", MESSAGES["answers_exclude"], **self.stopped)


class TestOneOf(RuleTests):
    name, keys = "one_of", {"questions": ("a", "b")}
    stopped = {}

    def test_at_least_one(self):
        self.passes(b="x")
        self.stops("a", "Fyll i a.")


class TestDiffers(RuleTests):
    name, keys = "differs", {"question": "a", "other": "b"}
    stopped = {"a": "kim ", "b": "Kim"}

    def test_two_answers_are_not_the_same_whatever_the_case(self):
        self.passes(a="Kim", b="Love")
        self.passes(a="", b="")
        self.stops("a", MESSAGES["answers_same"], **self.stopped)


class TestNoOption(RuleTests):
    name, keys = "no_option", {"question": "a", "option": "x"}
    stopped = {"a": ["w", "x"]}

    def test_an_option_cannot_be_chosen(self):
        self.passes(a="y")
        self.passes(a=["y"])
        self.stops("a", MESSAGES["option_refused"], a="x")
        self.stops("a", MESSAGES["option_refused"], **self.stopped)


class TestApproved(RuleTests):
    name, keys = "approved", {"question": "a", "tick": "b"}
    stopped = {"a": "text"}

    def test_what_is_written_has_been_approved(self):
        self.passes(a="text", b=True)
        self.stops("b", MESSAGES["required_tick"], **self.stopped)


class TestContactNeeds(RuleTests):
    name, keys = "contact_needs", {"question": "a", "option": "sms", "needs": "b"}
    stopped = {"a": ["sms"]}

    def test_a_way_of_contact_needs_its_address(self):
        self.passes(a=["brev"])
        self.passes(a=["sms"], b="070")
        self.stops("b", "Fyll i b.", **self.stopped)


class TestProtected(RuleTests):
    name, keys = "protected", {"question": "a", "options": ("sms",), "skydd": "b"}
    stopped = {"a": ["brev", "sms"], "b": "sekretess"}

    def test_some_options_are_closed_with_protected_data(self):
        self.passes(a=["sms"], b="nej")
        self.passes(a=["sms"])
        self.passes(a=["brev"], b="sekretess")
        self.stops("a", MESSAGES["option_refused"], **self.stopped)
        self.stops("a", MESSAGES["option_refused"], a="sms", b="sekretess")


class TestHoursAtMost(RuleTests):
    name, keys = "hours_at_most", {"question": "a", "hours": 35}
    stopped = {"a": 36}

    def test_at_most_so_many(self):
        self.passes(a=35)
        self.stops("a", "Skriv 35 eller mindre för a.", **self.stopped)


class TestNeeds(RuleTests):
    name, keys = "needs", {"question": "a", "other": "b"}
    stopped = {"a": "4"}

    def test_the_other_is_answered_first(self):
        self.passes(a="4", b="3")
        self.passes(b="3")
        self.stops("a", "Fyll i b först.", **self.stopped)
