"""Rules about the words of an answer: a time that is named, words and numbers that are not."""

from support.rule_tests import RuleTests

from stegvis.schemas.messages import MESSAGES


class TestMustContainTime(RuleTests):
    name, keys = "must_contain_time", {"question": "a"}
    stopped = {"a": "Ring på morgonen, före 25:00"}

    def test_a_time_of_day_is_named(self):
        self.passes(a="Ring före 08:00.")
        self.passes(a="Ring före 8.30")
        self.stops("a", MESSAGES["time_format"], **self.stopped)


class TestNoWords(RuleTests):
    name, keys = "no_words", {"question": "a", "words": ("diagnos", "ångest")}
    stopped = {"a": "Hen har en Ångestdiagnos."}

    def test_no_word_begins_so(self):
        self.passes(a="Hen orkar halva dagar.")
        self.stops("a", 'Ta bort ordet "Ångestdiagnos".', **self.stopped)


class TestNoPersonNumber(RuleTests):
    name, keys = "no_person_number", {"questions": ("a", "b")}
    stopped = {"a": "Numret är 18900101-9802."}

    def test_no_text_has_a_personal_number(self):
        self.passes(a="Vi ringde 12 gånger 2026-11-21.", b="Alla är välkomna.")
        self.stops("a", MESSAGES["person_number_refused"], **self.stopped)
        self.stops("b", MESSAGES["person_number_refused"], a="", b="890102-9819")
