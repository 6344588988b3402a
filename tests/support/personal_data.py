"""Writes the tables of docs/personal-data.md from the forms: `python tests/support/personal_data.py`."""

from pathlib import Path

from stegvis.forms import FormDefinition, list_forms
from stegvis.forms.questions.question import Question

PAGE = Path(__file__).parents[2] / "docs/personal-data.md"
BEGINS = "## Every question\n"
HEAD = "| question | label | copies | |\n|---|---|---|---|\n"


def marks(question: Question) -> str:
    """What sets the question apart."""
    free = question.kind in ("text", "long_text")
    found = {"signed": question.signed, "masked": question.masked, "sensitive": question.sensitive, "free text": free}
    return ", ".join(name for name, holds in found.items() if holds)


def copies(form: FormDefinition, question: Question) -> list[str]:
    """Whose copies the answer stands on."""
    return [audience for audience in form.audiences if audience in question.audience]


def rows(form: FormDefinition) -> str:
    """One line for each question that holds an answer of its own."""
    asked = [(path, question) for path, question in form.walk() if question.answered and not question.asked]
    return "".join(
        f"| `{path}` | {question.label} | {', '.join(copies(form, question))} | {marks(question)} |\n"
        for path, question in asked
    )


def tables() -> str:
    """A table for each form."""
    return "\n".join(f"### {form.title} ({form.code})\n\n{HEAD}{rows(form)}" for form in list_forms())


def text() -> str:
    """The page as it should be: what is written by hand down to the tables, and the tables."""
    head, _, rest = PAGE.read_text("utf-8").partition(BEGINS)
    lead = rest.split("\n### ", 1)[0].strip()
    return f"{head}{BEGINS}\n{lead}\n\n{tables()}"


if __name__ == "__main__":
    PAGE.write_text(text(), "utf-8")
