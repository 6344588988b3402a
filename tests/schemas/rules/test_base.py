"""What every rule has: words of its own or general ones, labels for its messages, the questions it speaks of."""

from datetime import date

import pytest

from stegvis.schemas.messages import MESSAGES
from stegvis.schemas.rules.base import Day, One, Rule, Two


class Never(Two):
    """A rule that stops nobody."""

    name = "never"

    def problems(self, answers, day):
        return iter(())


RULE = Never(question="a", other="b")


def test_a_rule_says_the_general_message_until_it_has_one_of_its_own():
    assert RULE.say(etikett="namn") == MESSAGES["required"].replace("{etikett}", "namn")
    assert Never(question="a", other="b", message="Skriv {x}.").say(x="allt") == "Skriv allt."


def test_a_message_without_its_value_is_a_programming_error():
    with pytest.raises(KeyError, match="etikett"):
        RULE.say()


def test_a_question_is_called_by_its_label_or_else_by_its_name():
    labelled = Never(question="a", other="b", labels={"a": "startdatum"})
    assert (labelled.label("a"), labelled.label("b")) == ("startdatum", "b")


def test_labels_are_the_forms_and_make_no_other_rule():
    """Two definitions of one form file are equal whatever their questions are called in messages."""
    assert Never(question="a", other="b", labels={"a": "startdatum"}) == RULE
    assert Never(question="a", other="c") != RULE


def test_a_rule_about_one_or_two_questions_asks_for_them_and_tells_nothing_of_itself():
    assert (RULE.asked, RULE.tells) == (("a", "b"), ())
    assert One.asked.fget(RULE) == ("a",)
    with pytest.raises(TypeError):
        Rule()


def test_a_day_has_no_revealing_words_of_its_own():
    assert Day(date(2026, 11, 21)).revealing == ()
