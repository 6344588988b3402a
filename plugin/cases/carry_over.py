"""Nothing typed twice: what a new form in a case is begun with, and where each answer came from."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from ...forms import FormDefinition
from ...forms.kinds import KINDS
from ...forms.language.context import STOCKHOLM
from ...forms.questions.question import Question
from ..storage import CaseDocument
from .case_file import CaseFile, Fact
from .gates import birthday
from .people import full_name

TEXTS = ("text", "long_text")
PERIOD = ("praktik.fran", "praktik.till")
OPENING, REGISTER, PROGRAMME = "arende", "register", "verksamhet"
"""What stands as the form of a fact that was told when the case was opened, that the register of workplaces holds,
or the programme's file.
"""
NOT_FORMS = {OPENING: "ärendet", REGISTER: "registret", PROGRAMME: "verksamheten"}


def carry_over(case: CaseFile, form: FormDefinition, day: date) -> tuple[dict[str, Any], dict[str, Any]]:
    """What the case knows of the form's terms, and the sources by question; kinds that differ carry nothing."""
    known_terms, same = terms(case, day), case.alike(form.id)
    known: dict[str, Any] = {}
    sources: dict[str, Any] = {}
    for question in form.questions.values():
        found = known_terms.get(question.prefill)
        if found is None or not fits(found[1], question.kind) or (found[2] in same and question.prefill in PERIOD):
            continue  # a form's own days are of its own time: a new agreement has a new period
        value, _, told_by, since = found
        known[question.prefill] = value
        sources[question.name] = {"value": value, "form": told_by, "day": since}
    return known, sources


def terms(case: CaseFile, day: date) -> Mapping[str, tuple[Any, str, str, str]]:
    """Each term the case knows: value, kind of question, the form it came from and the day."""
    opened = case.opened.isoformat()
    found = {f"deltagare.{name}": (value, "", OPENING, opened) for name, value in case.person.items() if value}
    if case.person and full_name(case.person):
        found["deltagare.namn"] = (_whole_name(case.person), "text", OPENING, opened)
    found["arende.nummer"] = (case.number, "text", OPENING, opened)
    found["arende.verksamhet"] = (case.programme.title, "text", OPENING, opened)
    if case.programme.criteria:
        found["verksamhet.kriterier"] = (
            [{"text": one.text} for one in case.programme.criteria],
            "repeat",
            PROGRAMME,
            opened,
        )
    if case.stored.payload.get("grund"):
        found["arende.grund"] = (case.stored.payload["grund"], "choice", OPENING, opened)
    if born := birthday(case):
        found["deltagare.fodelsedatum"] = (born.isoformat(), "date", OPENING, opened)
    for fact in case.facts.values():
        found[fact.term] = (_undated(fact), fact.kind, fact.form, fact.day.isoformat())
    if case.person and "deltagare.personnummer" not in found:
        found["deltagare.saknar_personnummer"] = (True, "tick", OPENING, opened)
    else:
        found.pop("deltagare.saknar_personnummer", None)  # it is known by now
    found |= _of_workplace(case)
    found |= {term: (value, kind, *_told_by(one)) for term, value, kind, one in _counted(case, day)}
    if "deltagare.fornamn" in case.facts and "deltagare.namn" not in case.facts:
        names = {
            name: found[f"deltagare.{name}"][0] for name in ("fornamn", "efternamn") if f"deltagare.{name}" in found
        }
        found["deltagare.namn"] = (_whole_name(names), "text", *found["deltagare.fornamn"][2:])
    return found


def _of_workplace(case: CaseFile) -> dict[str, tuple[Any, str, str, str]]:
    """What the register said of the workplace that was chosen, unless an agreement has named one since."""
    named, chosen = case.facts.get("arbetsplats.namn"), case.chosen
    if chosen is None or any(
        one.document.id == named.document_id and one.document.changed > chosen.at for one in case.saved if named
    ):
        return {}
    day = str(chosen.payload["dag"])
    return {term: (value, kind, REGISTER, day) for term, (value, kind) in chosen.payload["uppgifter"].items()}


def _undated(fact: Fact) -> Any:
    """The value, without what is of its own time."""
    return KINDS.get(fact.kind, Question).undated(fact.value)


def _counted(case: CaseFile, day: date) -> Iterator[tuple[str, Any, str, CaseDocument]]:
    """Terms that no one answer holds: the period a praktik is in, the numbers of documents, the goals that are
    followed.
    """
    documents = {one.document.id: one for one in case.saved}
    placement = next((one for one in case.placements if one.document_id in documents), None)
    if placement:
        one = documents[placement.document_id]
        first, last = placement.period(day)
        yield "praktik.fran", first.isoformat(), "date", one
        yield "praktik.till", last.isoformat(), "date", one
        yield "praktik.ref", {"nummer": case.told("placement_agreement", "number") or _number(one)}, "reference", one
    consent = next((one for one in case.consents if one.given and not one.ended and one.document_id in documents), None)
    if consent:
        yield (
            "samtycke.ref",
            {"nummer": _number(documents[consent.document_id])},
            "reference",
            documents[consent.document_id],
        )
    if goals := list(_goals(case)):
        teller = case.latest("plan") or case.latest("follow_up")
        if teller:
            yield "mal.foljs", [{"text": goal} for goal in goals], "repeat", teller


def _goals(case: CaseFile) -> list[str]:
    """The goals of the plan, and those that a follow-up has added."""
    rows = [*(case.told("plan", "goals") or ()), *(case.told("follow_up", "goals") or ())]
    return list(dict.fromkeys(str(row["text"]) for row in rows if row.get("text")))


def _told_by(one: CaseDocument) -> tuple[str, str]:
    return one.document.form, one.document.changed.astimezone(STOCKHOLM).date().isoformat()


def _number(one: CaseDocument) -> str:
    """The signs that stand for the document's id, as its footer says."""
    return one.document.id.hex[-8:].upper()


def _whole_name(person: Mapping[str, Any]) -> str:
    return " ".join(filter(None, (str(person.get("fornamn") or ""), str(person.get("efternamn") or ""))))


def fits(told: str, asked: str) -> bool:
    """Whether an answer to one kind of question can be an answer to another."""
    return told in ("", asked) or (told in TEXTS and asked in TEXTS)
