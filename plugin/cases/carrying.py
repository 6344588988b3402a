"""Nothing typed twice: what a new form in a case is begun with, and where each answer came from."""

from collections.abc import Mapping
from typing import Any

from ...forms import FormDefinition
from .case_file import CaseFile
from .gates import birthday
from .people import full_name

TEXTS = ("text", "long_text")
OPENING = "arende"
"""What stands as the form of a fact that was told when the case was opened."""


def carried(case: CaseFile, form: FormDefinition) -> tuple[dict[str, Any], dict[str, Any]]:
    """What the case knows of the form's terms, and the sources by question; kinds that differ carry nothing."""
    known: dict[str, Any] = {}
    sources: dict[str, Any] = {}
    for question in form.questions.values():
        found = terms(case).get(question.prefill)
        if found is None or not fits(found[1], question.kind):
            continue
        value, _, told_by, day = found
        known[question.prefill] = value
        sources[question.name] = {"value": value, "form": told_by, "day": day}
    return known, sources


def terms(case: CaseFile) -> Mapping[str, tuple[Any, str, str, str]]:
    """Each term the case knows: value, kind of question, the form it came from and the day."""
    opened = case.opened.isoformat()
    found = {f"deltagare.{name}": (value, "", OPENING, opened) for name, value in case.person.items() if value}
    if case.person and full_name(case.person):
        found["deltagare.namn"] = (_whole_name(case.person), "text", OPENING, opened)
    found["arende.nummer"] = (case.number, "text", OPENING, opened)
    found["arende.verksamhet"] = (case.programme.title, "text", OPENING, opened)
    if case.stored.payload.get("grund"):
        found["arende.grund"] = (case.stored.payload["grund"], "choice", OPENING, opened)
    if born := birthday(case):
        found["deltagare.fodelsedatum"] = (born.isoformat(), "date", OPENING, opened)
    for fact in case.facts.values():
        found[fact.term] = (fact.value, fact.kind, fact.form, fact.day.isoformat())
    if "deltagare.fornamn" in case.facts and "deltagare.namn" not in case.facts:
        names = {name: found[f"deltagare.{name}"][0] for name in ("fornamn", "efternamn") if f"deltagare.{name}" in found}
        found["deltagare.namn"] = (_whole_name(names), "text", *found["deltagare.fornamn"][2:])
    return found


def _whole_name(person: Mapping[str, Any]) -> str:
    return " ".join(filter(None, (str(person.get("fornamn") or ""), str(person.get("efternamn") or ""))))


def fits(told: str, asked: str) -> bool:
    """Whether an answer to one kind of question can be an answer to another."""
    return told in ("", asked) or (told in TEXTS and asked in TEXTS)
