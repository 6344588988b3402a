"""Who signs: from the form's places to sign and its answers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ...forms import Context, FormDefinition
from ...forms.questions.signatory import Signatory
from .errors import CannotBegin

ADULT, OWN_VOICE = 18, 15
"""Years: who is younger never signs alone (FB 6:12), and who is younger than the second is spoken for (domain.md
L8, L26).
"""
MOST = 9
GUARDIAN, TRUSTEE, PARTICIPANT = "vardnadshavare", "forvaltare", "deltagare"
COPIES: Mapping[str, str] = {
    "arbetsgivare": "arbetsgivare",
    "handledare": "arbetsgivare",
    "kommun": "kommun",
    "utforare": "kommun",
}
"""Whose copy a party has, by its role; everybody else stands with the participant."""
NO_GUARDIAN = "Lägg till vårdnadshavare. Den som är under 18 år skriver inte under ensam."


@dataclass(frozen=True, kw_only=True)
class Party:
    """One who signs. *key* is the name of the place to sign, in the form and in the PDF; *role_key* does not change
    with the words.

    *audience* is whose copy the party has. *name* is empty when it is first known at the signing. *behalf* is for
    whom a representative signs. A party that is not *required* may sign, and is not waited for.
    """

    key: str
    role: str
    role_key: str
    name: str
    audience: str
    required: bool
    behalf: str = ""


def parties(form: FormDefinition, answers: Mapping[str, Any], context: Context) -> tuple[Party, ...]:
    """Those who sign these judged answers, in the form's order.

    Raises CannotBegin when there is nobody, when there are too many, and when a minor would sign alone.
    """
    found = tuple(_found(form, answers, context))
    if not found:
        raise CannotBegin("Spara handlingen utan underskrift. Ingen skriver under den här blanketten.")
    if len(found) > MOST:
        raise CannotBegin(f"Ta bort underskrifter. Högst {MOST} kan skriva under samma handling.")
    roles = {party.role_key for party in found}
    years = age(answers, context.today)
    if years is not None and years < ADULT and PARTICIPANT in roles and GUARDIAN not in roles:
        raise CannotBegin(NO_GUARDIAN)
    return found


def age(answers: Mapping[str, Any], today: date) -> int | None:
    """The participant's whole years on a day; None when no answer tells."""
    born = answers.get("fodelsedatum") or _born(str(answers.get("personnummer") or ""))
    if not isinstance(born, date):
        return None
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def _born(number: str) -> date | None:
    """The day in a number with twelve digits; a samordningsnummer has 60 added to it."""
    digits = number.replace("-", "").replace("+", "")
    if len(digits) != 12 or not digits.isdigit():
        return None
    year, month, day = int(digits[:4]), int(digits[4:6]), int(digits[6:8])
    try:
        return date(year, month, day - 60 if day > 60 else day)
    except ValueError:
        return None


def _found(form: FormDefinition, answers: Mapping[str, Any], context: Context) -> Iterator[Party]:
    reader = form.reader("kommun", answers, context)
    spoken_for = _is_spoken_for(form, answers, context)
    for question in form.questions.values():
        if reader.sees(question):
            for one in question.signatories(answers.get(question.name), reader):
                mute = spoken_for and not question.answered and one.role_key == PARTICIPANT
                yield _party(one, _audience(form, one.role_key), required=one.required and not mute)


def _party(one: Signatory, audience: str, *, required: bool) -> Party:
    return Party(
        key=one.key,
        role=one.role,
        role_key=one.role_key,
        name=one.name,
        audience=audience,
        required=required,
        behalf=one.behalf,
    )


def _is_spoken_for(form: FormDefinition, answers: Mapping[str, Any], context: Context) -> bool:
    """Whether the participant's own signature is not needed: a child whose guardians sign, or a förvaltare who does."""
    years, reader = age(answers, context.today), form.reader("kommun", answers, context)
    roles = {
        one.role_key
        for question in form.questions.values()
        if question.answered
        for one in question.signatories(answers.get(question.name), reader)
    }
    return TRUSTEE in roles or (years is not None and years < OWN_VOICE and GUARDIAN in roles)


def _audience(form: FormDefinition, role_key: str) -> str:
    audience = COPIES.get(role_key, "deltagare")
    return audience if audience in form.audiences else "kommun"
