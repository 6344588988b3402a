"""What every test of a rule has: its name, its keys, answers that pass and answers that are stopped."""

from datetime import date

from stegvis.schemas.messages import MESSAGES
from stegvis.schemas.rules import RULES, Day
from stegvis.schemas.words import placeholders

DAY = Day(date(2026, 11, 21), revealing=("missbruk",))
FIRST, LAST = date(2026, 12, 1), date(2026, 12, 31)


class RuleTests:
    """One subclass for each rule, `Test` and the name of its class, in the file of the rule's module.

    *stopped* are answers that give one problem.
    """

    keys = {}

    @property
    def rule(self):
        return RULES[self.name](**self.keys)

    def told(self, answers, **keys):
        rule = RULES[self.name](**{**self.keys, **keys})
        return [(".".join(map(str, path)), text) for path, text in rule.problems(answers, DAY)]

    def passes(self, **answers):
        assert self.told(answers) == []

    def stops(self, path, message, /, **answers):
        assert self.told(answers) == [(path, message)]

    def test_it_is_called_what_its_rule_is(self):
        assert type(self).__name__ == f"Test{RULES[self.name].__name__}"

    def test_its_own_message_is_said_instead(self):
        assert [text for _, text in self.told(self.stopped, message="Ändra det.")] == ["Ändra det."]

    def test_nothing_answered_passes_unless_something_is_asked_for(self):
        assert bool(self.told({})) is (self.name in ("one_of", "not_open_ended"))

    def test_the_general_message_can_be_filled(self):
        assert placeholders(MESSAGES[self.rule.general]) <= set(self.rule.tells)

    def test_every_placeholder_that_it_tells_of_is_filled(self):
        [(_, text)] = self.told(self.stopped, message=" ".join(f"{{{name}}}" for name in self.rule.tells) or "x")
        assert "{" not in text

    def test_it_asks_of_questions_alone(self):
        assert self.rule.asked
        assert set(self.rule.asked) <= {"a", "b", "c"}
