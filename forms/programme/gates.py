"""What a gate may ask for, and what it may stand before. The plugin holds one function for each kind."""

from collections.abc import Mapping

GATE_KINDS: Mapping[str, str] = {
    "age": "Åldern är minst `least` och högst `most` år.",
    "consent": "Ett samtycke gäller i dag, och nämner `parties`.",
    "meetings": "Minst `least` möten är genomförda.",
    "form": "Handlingen av blanketten `form` är sparad.",
    "signed": "Alla har skrivit under den senaste handlingen av blanketten `form`.",
    "event": "Händelsen `what` är antecknad.",
    "decision": "Beslutet i steget `what` är `value`.",
    "fact": "Uppgiften `what` har svaret `value`, eller något svar.",
    "parties": "Planen har minst `least` medverkande parter.",
    "hours": "Schemat eller avtalet har minst `least` timmar i veckan.",
    "schedule": "Det finns ett schema.",
    "follow_up": "Praktiken som pågår är uppföljd i sin period, med både deltagaren och arbetsplatsen.",
    "visit": "Ett studiebesök med alla tre är antecknat, eller ett skäl till att det inte behövs.",
    "winding_down": "Det finns en nedtrappning eller en efterkontakt, utom vid utfallen i `unless`.",
    "step": "Steget `what` är klart.",
}
MOMENTS = ("form", "step", "phase", "activity", "close", "start")
"""What a gate may stand before: a form begun, a step, a phase or an activity entered, the case closed, a placement
started.
"""
EVENTS: Mapping[str, str] = {
    "kallad": "Kallad till möte",
    "mote": "Möte",
    "studiebesok": "Studiebesök",
    "kontakt": "Kontakt med en arbetsplats",
    "aktivitet": "Aktivitet började",
    "aktivitet_slut": "Aktivitet slutade",
    "fas": "Ny fas",
    "beslut": "Beslut",
    "status": "Ny status",
    "utfall": "Utfall",
    "steg": "Steg klart",
    "hoppat": "Steg hoppades över",
    "nedtrappning": "Nedtrappning planerad",
    "hallbar": "Planeringen känns hållbar för deltagaren",
    "godkand_plats": "Arbetsförmedlingen har godkänt arbetsplatsen",
    "meddelad": "Någon har fått veta",
    "anteckning": "Anteckning",
}
"""What a worker may note in a case, with its words. What else happens follows from documents."""
