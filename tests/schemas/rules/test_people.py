"""Who must be there when a minor signs."""

from datetime import date

from support.rule_tests import RuleTests


class TestMinorNeedsGuardian(RuleTests):
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
