"""Rules about which answers go together."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from .base import Answers, Day, One, Problem, Rule, Two
from .rows import heaviest_week


@dataclass(frozen=True, kw_only=True)
class Differs(Two):
    """Two answers are not the same."""

    name = "differs"
    about = "Två svar är inte lika."
    general = "answers_same"

    def problems(self, answers: Answers, day: Day) -> Iterator[Problem]:
        first, second = (str(answers.get(name, "")).casefold().strip() for name in (self.question, self.other))
        if first and first == second:
            yield (self.question,), self.say()


@dataclass(frozen=True, kw_only=True)
class NotBoth(Rule):
    """Only one of two questions is answered."""

    name = "not_both"
    about = "Bara en av två frågor har svar."
    general = "answers_exclude"
    a: str
    b: str

    def problems(self, answers: Answers, day: Day) -> Iterator[Problem]:
        if answers.get(self.a) and answers.get(self.b):
            yield (self.b,), self.say()

    @property
    def asked(self) -> tuple[str, ...]:
        return self.a, self.b


@dataclass(frozen=True, kw_only=True)
class Needs(Two):
    """One question is answered only when another is."""

    name = "needs"
    about = "En fråga har svar bara om den andra har det."
    general = "answer_needed_first"

    def problems(self, answers: Answers, day: Day) -> Iterator[Problem]:
        if answers.get(self.question) and not answers.get(self.other):
            yield (self.question,), self.say(etikett=self.label(self.other))

    @property
    def tells(self) -> tuple[str, ...]:
        return ("etikett",)


@dataclass(frozen=True, kw_only=True)
class OneOf(Rule):
    """At least one of several questions is answered; the first is where the message stands."""

    name = "one_of"
    about = "Minst en av frågorna har svar; meddelandet står vid den första."
    questions: tuple[str, ...]

    def problems(self, answers: Answers, day: Day) -> Iterator[Problem]:
        if not any(answers.get(name) for name in self.questions):
            yield (self.questions[0],), self.say(etikett=self.label(self.questions[0]))

    @property
    def asked(self) -> tuple[str, ...]:
        return self.questions

    @property
    def tells(self) -> tuple[str, ...]:
        return ("etikett",)


@dataclass(frozen=True, kw_only=True)
class NoOption(One):
    """An option cannot be chosen (when the rule's condition holds)."""

    name = "no_option"
    about = "Ett alternativ går inte att välja."
    general = "option_refused"
    option: str

    def problems(self, answers: Answers, day: Day) -> Iterator[Problem]:
        chosen = answers.get(self.question)
        if chosen == self.option or (isinstance(chosen, list) and self.option in chosen):
            yield (self.question,), self.say()


@dataclass(frozen=True, kw_only=True)
class Approved(One):
    """What is written about somebody has been approved by that person: a tick follows an answer."""

    name = "approved"
    about = "Den som det står något om har godkänt det: ett svar följs av ett kryss."
    general = "required_tick"
    tick: str

    def problems(self, answers: Answers, day: Day) -> Iterator[Problem]:
        if answers.get(self.question) and not answers.get(self.tick):
            yield (self.tick,), self.say()

    @property
    def asked(self) -> tuple[str, ...]:
        return self.question, self.tick


@dataclass(frozen=True, kw_only=True)
class ContactNeeds(One):
    """A way of contact needs the address it uses."""

    name = "contact_needs"
    about = "En kontaktväg behöver den uppgift som används."
    option: str
    needs: str

    def problems(self, answers: Answers, day: Day) -> Iterator[Problem]:
        if self.option in (answers.get(self.question) or ()) and not answers.get(self.needs):
            yield (self.needs,), self.say(etikett=self.label(self.needs))

    @property
    def asked(self) -> tuple[str, ...]:
        return self.question, self.needs

    @property
    def tells(self) -> tuple[str, ...]:
        return ("etikett",)


@dataclass(frozen=True, kw_only=True)
class Protected(One):
    """With protected personal data some options cannot be chosen (`skydd` other than «nej»)."""

    name = "protected"
    about = "Vissa alternativ går inte att välja när personuppgifterna är skyddade."
    general = "option_refused"
    options: tuple[str, ...]
    skydd: str

    def problems(self, answers: Answers, day: Day) -> Iterator[Problem]:
        chosen = answers.get(self.question) or ()
        listed = chosen if isinstance(chosen, list) else [chosen]
        if answers.get(self.skydd, "nej") != "nej" and any(option in listed for option in self.options):
            yield (self.question,), self.say()

    @property
    def asked(self) -> tuple[str, ...]:
        return self.question, self.skydd


@dataclass(frozen=True, kw_only=True)
class ReasonUnder(One):
    """Fewer than so many hours need a written reason."""

    name = "reason_under"
    about = "Färre timmar än så behöver en motivering."
    hours: int
    reason: str

    def problems(self, answers: Answers, day: Day) -> Iterator[Problem]:
        found = answers.get(self.question)
        if found is not None and found < self.hours and not answers.get(self.reason):
            yield (self.reason,), self.say(min=self.hours, etikett=self.label(self.reason))

    @property
    def asked(self) -> tuple[str, ...]:
        return self.question, self.reason

    @property
    def tells(self) -> tuple[str, ...]:
        return "min", "etikett"


@dataclass(frozen=True, kw_only=True)
class HoursAtMost(One):
    """At most so many hours; of a schedule, in its fullest week."""

    name = "hours_at_most"
    about = "Högst så många timmar."
    general = "number_too_large"
    hours: int

    def problems(self, answers: Answers, day: Day) -> Iterator[Problem]:
        found = answers.get(self.question)
        if isinstance(found, Mapping):
            found = heaviest_week(found["rader"])
        if found is not None and found > self.hours:
            yield (self.question,), self.say(max=self.hours, etikett=self.label(self.question))

    @property
    def tells(self) -> tuple[str, ...]:
        return "max", "etikett"
