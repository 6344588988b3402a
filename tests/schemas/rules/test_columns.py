"""Rules about one answer on each row: what each lets pass, and on which row its message stands."""

from support.rule_tests import FIRST, LAST, RuleTests

from stegvis.schemas.messages import MESSAGES


class TestRowsAtLeast(RuleTests):
    name, keys = "rows_at_least", {"question": "a", "rows": 2}
    stopped = {"a": [{}]}

    def test_so_many_rows_if_there_are_any(self):
        self.passes(a=[{}, {}])
        self.passes(a=[])
        self.stops("a", "Lägg till a. Det behövs minst 2. Nu finns 1.", **self.stopped)


class TestRowsNeed(RuleTests):
    name, keys = "rows_need", {"question": "a", "column": "nr", "unless": "egen"}
    stopped = {"a": [{"namn": "Skolan", "nr": ""}]}

    def test_each_row_is_answered(self):
        self.passes(a=[{"namn": "Skolan", "nr": "7"}])
        self.stops("a.0.nr", "Fyll i Skolan.", **self.stopped)

    def test_a_row_that_is_ticked_needs_no_answer(self):
        self.passes(a=[{"namn": "Skolan", "egen": True}])
        self.stops("a.0.nr", "Fyll i Skolan.", a=[{"namn": "Skolan", "egen": False}])


class TestRowsInOrder(RuleTests):
    name, keys = "rows_in_order", {"question": "a", "from_": "fran", "to": "till"}
    stopped = {"a": [{"fran": FIRST, "till": FIRST}, {"fran": LAST, "till": FIRST}]}

    def test_each_row_ends_after_it_begins(self):
        self.passes(a=[{"fran": FIRST, "till": LAST}, {"fran": FIRST}, {}])
        self.stops("a.1.till", MESSAGES["period_end_before_start"], **self.stopped)
