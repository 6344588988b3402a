"""The signatures of a document as its copies print them."""

from ...forms.language.context import Signed
from ...forms.language.words import Ink
from ..signing.events import SignatureGiven
from .document_file import DocumentFile


def signatures(document: DocumentFile) -> tuple[Signed, ...]:
    """Who has signed, in order. Raises BrokenHistory."""
    now = None if document.is_draft else document.signing
    return tuple(map(_signed, now.approved.values())) if now else ()


def _signed(act: SignatureGiven) -> Signed:
    drawn = act.evidence.get("ink")
    strokes = tuple(tuple((float(x), float(y)) for x, y in stroke) for stroke in drawn["strokes"]) if drawn else ()
    ink = Ink(strokes, float(drawn["ratio"])) if drawn else None
    return Signed(
        party=act.party, name=act.name, place=act.place, date=act.on, method=act.method, behalf=act.behalf, ink=ink
    )
