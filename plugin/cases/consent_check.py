"""A copy for another authority about somebody in a case: whether a samtycke names the one who is to have it."""

from ...forms.questions.aligned import rows_of
from ..documents.copies import Copy
from ..documents.document_file import DocumentFile
from ..installation.catalogue import parts_now
from ..installation.clock import today
from .service import peek

ABOUT_CONSENT = ("consent", "consent_withdrawal")
"""The parts whose copy a party has because it is named in it."""
RECEIVER = "till_myndighet"


def unconsented(document: DocumentFile, copy: Copy) -> str:
    """The party whose copy this is, when no samtycke in the case names it today; empty when one does, or none is
    needed.

    It is told and does not stop: another ground in the law may open for the information.
    """
    case_id, plays = document.stored.case_id, parts_now().get(document.form.id)
    if copy.audience != "part" or (plays and plays.role in ABOUT_CONSENT) or case_id is None:
        return ""
    row = rows_of(document.answers, "parter")[copy.part - 1] if copy.part else {}
    if row.get("kommunen"):
        return ""
    party = str(row.get("organisation") or document.answers.get(RECEIVER) or "")
    case = peek(case_id)
    held = any(one.names(party, today()) if party else one.valid(today()) for one in case.consents)
    return "" if held else party or "den som tar emot"
