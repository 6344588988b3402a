"""The parts that a form may play in a case, and what each part tells: the words of `[case]` in a form file.

What a case goes by asks for these words, and never for a form's id or a question's name.
"""

from collections.abc import Mapping
from dataclasses import dataclass

DAY, MOMENT, TEXT, NUMBER = ("date",), ("date", "moment"), ("text", "long_text"), ("integer", "decimal")
CHOICE, CHOICES = ("choice", "yes_no"), ("choice", "choices")
ROWS, CELLS, EACH, SCHEDULE = ("repeat",), ("matrix",), ("per_row",), ("schedule",)


@dataclass(frozen=True)
class Term:
    """One thing that a part tells, in Swedish, and the kinds of question that can tell it. A *needed* one is told by
    every document.
    """

    about: str
    kinds: tuple[str, ...]
    needed: bool = False


@dataclass(frozen=True)
class Role:
    """A part in a case: what it is, in Swedish, and its terms."""

    about: str
    terms: Mapping[str, Term]


@dataclass(frozen=True)
class CasePart:
    """What one form tells its case: the *role* it plays, and for each term it tells the name of its question."""

    role: str
    tells: Mapping[str, str]

    def term(self, question: str) -> str:
        """The term that the question tells; empty when it tells none."""
        return next((term for term, name in self.tells.items() if name == question), "")


ROLES: Mapping[str, Role] = {
    "application": Role(
        "Anmälan som ärendet börjar med.",
        {
            "came": Term("Dagen den kom in.", DAY),
            "place_ready": Term("Om det redan finns en plats.", CHOICE),
            "criteria": Term("Mottagarens bedömning mot verksamhetens kriterier.", ROWS),
            "decision": Term("Svaret på anmälan; `vantar` ställer den i kö.", CHOICE),
            "priority": Term("Om personen hör till en grupp med förtur.", CHOICE),
            "income": Term("Försörjningen.", CHOICES),
            "housing": Term("Boendet.", CHOICE),
        },
    ),
    "consent": Role(
        "Samtycke till att uppgifter lämnas ut.",
        {
            "parties": Term("Parterna, rader med `organisation` och `enhet`.", ROWS, needed=True),
            "cells": Term("Vilka uppgifter som får lämnas till vilken part.", CELLS, needed=True),
            "from": Term("Första dagen.", DAY, needed=True),
            "until": Term("Sista dagen.", DAY, needed=True),
            "way": Term("Hur det gavs; `muntligt` behöver ingen underskrift.", CHOICE),
            "sus": Term("Svaret om registret SUS: `ja`, `nej` eller `anonym`.", CHOICE),
            "sus_day": Term("Dagen för svaret om SUS.", DAY),
            "employer": Term("Om arbetsgivaren ingår: `ja` eller `nej`.", CHOICE),
        },
    ),
    "consent_withdrawal": Role(
        "Återkallelse av ett samtycke, helt eller delvis.",
        {
            "withdrawn": Term("När det togs tillbaka.", MOMENT, needed=True),
            "extent": Term("Hur mycket; `delvis` tar bara tillbaka delar.", CHOICE),
            "cells": Term("Delarna som togs tillbaka.", CELLS),
            "notified": Term("Dagen som varje part fick veta det, i parternas ordning.", EACH),
            "parties": Term("Parterna i samtycket.", ROWS),
        },
    ),
    "placement_agreement": Role(
        "Avtal om praktik eller annan plats.",
        {
            "number": Term("Avtalets nummer.", TEXT),
            "type": Term("Slaget av plats.", CHOICE),
            "from": Term("Första dagen.", DAY, needed=True),
            "until": Term("Sista dagen.", DAY, needed=True),
            "hours": Term("Timmar i veckan.", NUMBER),
            "follow_up_by": Term("Senaste dagen för den första uppföljningen.", DAY),
            "visit": Term("Dagen för studiebesöket.", DAY),
            "visit_reason": Term("Varför inget studiebesök behövs.", TEXT),
        },
    ),
    "placement_follow_up": Role(
        "Uppföljning av en plats, med deltagaren och arbetsplatsen.",
        {
            "day": Term("Dagen.", DAY, needed=True),
            "way": Term("Hur den gjordes.", CHOICE),
            "present": Term(
                "De som deltog, rader med `roll`: `deltagare`, och `arbetsgivare` eller `handledare`.", ROWS
            ),
            "decision": Term("Beslutet; `forlangs` förlänger platsen.", CHOICE),
            "from": Term("Första dagen i perioden som följs upp.", DAY),
            "until": Term("Sista dagen i perioden som följs upp.", DAY),
            "new_from": Term("Första dagen i den nya perioden.", DAY),
            "new_until": Term("Sista dagen i den nya perioden.", DAY),
            "next": Term("Dagen för nästa uppföljning.", DAY),
        },
    ),
    "placement_end": Role(
        "En plats slutar i förtid.",
        {"last_day": Term("Sista dagen.", DAY, needed=True), "by": Term("Vem som avslutar.", CHOICE)},
    ),
    "plan": Role(
        "Plan för insatsen.",
        {
            "type": Term("Slaget av plan.", CHOICE),
            "from": Term("Från när den gäller.", DAY),
            "next": Term("Dagen för nästa uppföljning.", DAY),
            "parties": Term("De som medverkar.", ROWS),
            "phase": Term("Fasen.", CHOICE),
            "level": Term("Trappsteget.", CHOICE),
            "schedule": Term("Schemat.", SCHEDULE),
            "goals": Term("Delmålen, rader med `text`.", ROWS),
        },
    ),
    "follow_up": Role(
        "Uppföljning av planen.",
        {
            "day": Term("Dagen.", DAY),
            "type": Term("Slaget av uppföljning.", CHOICE),
            "move": Term("Steget som deltagaren har flyttat.", CHOICE),
            "next": Term("Dagen för nästa uppföljning.", DAY),
            "goals": Term("Målen som följs, rader med `text`.", ROWS),
        },
    ),
    "mapping": Role("Kartläggning.", {"talks": Term("Samtalen, rader med `datum`.", ROWS)}),
    "closing": Role(
        "Avslut av insatsen.",
        {
            "closed": Term("Dagen.", DAY),
            "status": Term("Statusen när den slutade.", TEXT),
            "outcome": Term("Utfallet eller utfallen, med verksamhetens nycklar.", CHOICES),
            "aftercare": Term("Efterkontakten; `inget` och `ingen` är ingen.", CHOICE),
            "winding_down": Term("Nedtrappningen.", TEXT),
            "goals_met": Term("Om målen är nådda.", ROWS),
            "income": Term("Försörjningen efteråt.", CHOICES),
        },
    ),
    "schedule": Role("Schema.", {"schedule": Term("Schemat.", SCHEDULE)}),
    "order": Role(
        "Beställning av en insats.",
        {"ground": Term("Grunden.", CHOICE), "by": Term("Vem som beställer.", CHOICE)},
    ),
    "modules": Role(
        "Moduler som deltagaren arbetar med.",
        {
            "modules": Term("Modulerna, rader med `titel`, `omrade`, `startsteg` och `malsteg`.", ROWS, needed=True),
            "assessments": Term("Bedömningarna, rader med `modul`, `datum` och `steg`.", ROWS),
        },
    ),
    "board": Role(
        "Möte där handläggarna bestämmer.",
        {
            "day": Term("Dagen.", DAY),
            "decision": Term("Beslutet.", CHOICE),
            "motivated": Term("Om deltagaren är motiverad.", CHOICE),
        },
    ),
}
"""The closed list: a new part, or a new term, is a change here and in what asks for it."""
