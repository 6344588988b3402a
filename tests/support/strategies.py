"""Random answers that any form accepts: for properties of forms and of every format.

Answers are made kind by kind, then repaired: what the judge refuses is answered again, or not at all, until
conditions and rules are obeyed too. Hypothesis draws the seed.
"""

import re
import string
import unicodedata
from datetime import date, timedelta
from random import Random

from hypothesis import strategies as st

from stegvis.forms.definition.empty_reasons import WHY_EMPTY
from stegvis.forms.language.conditions import names
from stegvis.schemas.phrases import REASONS
from stegvis.schemas.values.spans import parse_month, parse_week

SPELLINGS = {
    "personnummer": ("189001019802", "18900101-9802", "18900102-9819", "19140168-2396", "701063-2391"),
    "orgnr": ("556016-0680", "5560160680"),
    "phone": ("070-174 06 05", "+46 8 465 004 12", "08-465 00 412"),
    "email": ("kim@exempel.se", "namn.efternamn@exempel.se", "åsa@exempel.se"),
}
"""What has a shape of its own; the personal numbers are Skatteverket's test numbers."""
ODD = (
    "<b>fet</b> & \"citat\" 'enkelt'",
    "=1+1",
    "@SUM(A1)",
    "-2+3",
    "{kommun} {0} %s",
    "]]> <!-- x -->",
    "ብርሃን ሃይለ",
    "ليلى أحمد",
    "Zoë Ångström-Čech",
    "👩‍👩‍👧 familj",
    "ﬁ ½ ①",
    "e\u0301 é",
    "\\n \\u0000 C:\\x",
    "<w:t>Word</w:t>",
    "Ordet" * 30,
    "kl. 09:30 övar vi på att packa varor",
    "Åsa",
    "Praktik på lagret.",
)
VISIBLE = [chr(code) for code in range(0x21, 0x2FFF) if unicodedata.category(chr(code))[0] in "LNPS" and code != 0xAD]
LONG_ENOUGH = " och kl. 09:30 övar vi på att packa varor och prata med kunder"


def answers_for(form, context):
    """Raw answers that the form accepts on the day of the context."""
    return st.integers(0, 2**32).map(lambda seed: Answering(Random(seed), form, context).answers())


class Answering:
    """Somebody who fills in a form with whatever comes to mind."""

    def __init__(self, random, form, context):
        self.random, self.form, self.context = random, form, context
        self.given = {}
        asked = [(*rule.rule.asked, *names(rule.when)) for rule in form.rules]
        self.rules = [{path.partition(".")[0] for path in paths} for paths in asked]

    def answers(self):
        """Answers the form accepts."""
        self.given.update(self.form.defaults(self.context))
        asked = [question for question in self.form.questions.values() if question.answered]
        for question in sorted(asked, key=lambda question: bool(getattr(question, "of", ""))):
            if question.required or question.required_if or self.perhaps():
                self.answer(question)
        for question in asked:
            if question.wanted and question.name not in self.given and self.perhaps():
                self.given.setdefault(WHY_EMPTY, {})[question.name] = self.random.choice(list(REASONS))
        self.repair()
        return self.given

    def repair(self):
        """Answers again what is refused, or something that the same rule speaks of, until nothing is."""
        schema = self.form.schema(self.context)
        for _ in range(1000):
            self.report()
            errors = schema.validate(self.given)
            if not errors:
                return
            for name in {path.partition("[")[0].partition(".")[0] for path in errors}:
                if self.mend_rows(name, errors):
                    continue
                involved = sorted({name}.union(*(asked for asked in self.rules if name in asked)))
                question = self.form.questions[name if self.perhaps() else self.random.choice(involved)]
                self.random.choice([self.answer, self.answer, self.skip, self.begin_again])(question)
        raise AssertionError(f"no answers to {self.form.id} found: {errors}")

    def mend_rows(self, name, errors):
        """Answers again what is refused on a row, or another of its choices; now and then the whole question is
        left to others.
        """
        steps = [step for path in errors if (step := re.fullmatch(rf"{name}\[(\d+)\]\.(\w+)", path))]
        found = [step for step in steps if int(step[1]) < len(self.given.get(name, ()))]
        asked = (
            {question.name: question for question in self.form.questions[name].asked}
            if self.form.questions[name].many
            else {}
        )
        for step in found if asked and self.random.random() < 0.9 else ():
            choices = [question for question in asked.values() if question.kind == "choice"]
            again = (
                asked[step[2]]
                if step[2] in asked and self.random.random() < 0.8
                else self.random.choice(choices or [*asked.values()])
            )
            rows = self.given.get(name, ())
            if int(step[1]) < len(rows):  # another answer may have been begun again since
                rows[int(step[1])][again.name] = self.one(again)
        return bool(asked and found) and self.perhaps()

    def report(self):
        """Moves the days of a report into its week or month, and gives those who were away no hours."""
        for rule in (rule.rule for rule in self.form.rules if rule.rule.name in ("in_span", "hours_away")):
            rows = self.given.get(rule.question.partition(".")[0], ())
            if rule.name == "hours_away":
                for row in rows:
                    row[rule.hours] = 0 if row[rule.mark] in rule.away else 0.5
            elif text := self.given.get(rule.span):
                span = (parse_week if self.form.questions[rule.span].kind == "week" else parse_month)(text)
                for n, row in enumerate(rows):
                    row[rule.question.rpartition(".")[2]] = (span.first + timedelta(n)).isoformat()

    def answer(self, question):
        """Answers one of the form's own questions."""
        rows = len(self.given.get(getattr(question, "of", ""), ()))
        if question.kind == "matrix":
            self.given[question.name] = self.cells(question, rows)
        elif question.kind == "per_row":
            self.given[question.name] = [self.one(question.ask) for _ in range(rows)]
        else:
            self.given[question.name] = self.one(question)

    def skip(self, question):
        """Leaves a question without answer."""
        self.given.pop(question.name, None)

    def begin_again(self, question):
        """Gives a question its default, if it has one."""
        self.skip(question)
        defaults = self.form.defaults(self.context, self.given)
        self.given.update({name: value for name, value in defaults.items() if name == question.name})

    def one(self, question):
        """One answer of a question that does not hang on another's rows."""
        match question.kind:
            case "text" | "long_text":
                return self.text(question)
            case "choice" | "language":
                return self.random.choice([option for option in question.words_of if option not in question.refuse])
            case "choices":
                return self.choices(question)
            case "yes_no":
                return self.random.choice(["ja", "nej", True, False])
            case "tick":
                return True
            case "date":
                return self.day(question).isoformat()
            case "moment":
                return f"{self.day(question)} {self.clock()}"
            case "time":
                return self.clock()
            case "week" | "month":
                some_day = self.context.today - timedelta(self.random.randint(40, 400))
                return some_day.strftime("%G-%V" if question.kind == "week" else "%Y-%m")
            case "integer" | "decimal":
                return self.number(question)
            case "row_of":
                return self.random.randint(1, max(1, len(self.given.get(question.of, ()))))
            case "email" | "phone" | "personnummer" | "orgnr":
                return self.random.choice(SPELLINGS[question.kind])
            case "schedule":
                return self.week(question)
            case "group" | "person" | "reference" | "scale" | "tick_table" | "checklist" | "checkpoint":
                return self.inside(question.asked)
            case "repeat" | "signers":
                return self.rows(question)
        raise NotImplementedError(f"say in tests/support/strategies.py how {question.kind} is answered")

    def inside(self, questions):
        """Answers to questions inside another: every one that may be needed, and some of the rest."""
        asked = [question for question in questions if question.answered]
        chosen = [q for q in asked if q.required or q.required_if or self.perhaps()] or asked[:1]
        return {question.name: self.one(question) for question in chosen}

    def rows(self, question):
        """Rows that differ in what has to differ."""
        least = max(question.min, 1)
        rows = [self.inside(question.asked) for _ in range(self.random.randint(least, min(question.max, least + 2)))]
        for number, row in enumerate(rows):
            for inner in question.asked:
                if inner.name in question.unique and inner.name in row and hasattr(inner, "max_length"):
                    row[inner.name] = f"{row[inner.name]} {number}"[-inner.max_length :].strip()
        return rows

    def cells(self, question, columns):
        """Ticks in a matrix, at least one in each column."""
        found = []
        for column in range(1, columns + 1):
            options = list(question.words_of)
            for option in self.random.sample(options, self.random.randint(1, len(options))):
                wordy = question.other and option == question.other
                words = {question.other_key: f"Uppgift om {self.words()}"[:150].strip()} if wordy else {}
                found.append({question.row_key: option, question.column_key: column, **words})
        return found

    def week(self, question):
        """A schedule whose times never meet: each row has a day of its own."""
        rows = next(inner for inner in question.asked if inner.name == "rader")
        made = []
        for day in self.random.sample(["man", "tis", "ons", "tor", "fre"], self.random.randint(1, 4)):
            row, start = self.inside(rows.asked), self.random.randint(7, 13)
            times = {"tid_fran": f"{start:02}:00", "tid_till": f"{start + 4:02}:30"}
            made.append({**row, **times, "veckodagar": [day], "rast": 30})
        return self.random.choice([made, {"rader": made}])

    def text(self, question):
        """Text of a length that the question takes."""
        text = self.words()
        if question.kind == "long_text" and self.perhaps():
            text += f"\n\n{self.words()}"
        if len(text) < question.min_length or not self.random.randrange(8):
            text += LONG_ENOUGH
        return text[: question.max_length].strip()

    def words(self):
        """A few words of any script."""
        made = "".join(self.random.choices(VISIBLE, k=self.random.randint(1, 30)))
        plain = "".join(self.random.choices(string.ascii_letters + "åäö ", k=self.random.randint(1, 60)))
        return " ".join(self.random.choice([self.random.choice(ODD), made, plain]).split()) or "x"

    def choices(self, question):
        """Some of the options; one that excludes the others stands alone."""
        alone = list(question.exclusive)
        others = [option for option in question.words_of if option not in alone]
        if alone and not self.random.randrange(4):
            return [self.random.choice(alone)]
        return self.random.sample(others, self.random.randint(1, len(others)))

    def day(self, question):
        """A day the question takes, near today."""
        today = self.context.today
        first = today if not question.past else today - timedelta(500)
        last = today if not question.future else today + timedelta(500)
        return date.fromordinal(self.random.randint(first.toordinal(), last.toordinal()))

    def clock(self):
        """A time of day."""
        return f"{self.random.randrange(24):02}:{self.random.randrange(60):02}"

    def number(self, question):
        """A number within the limits, as a program or a person writes it."""
        least = 0 if question.min is None else question.min
        most = least + 100 if question.max is None else question.max
        steps = 1 if question.kind == "integer" else 10**question.decimals
        found = self.random.randint(round(least * steps), round(most * steps))
        number = found if question.kind == "integer" else found / steps
        return self.random.choice([number, str(number).replace(".", ",")])

    def perhaps(self):
        """Yes or no."""
        return self.random.random() < 0.5
