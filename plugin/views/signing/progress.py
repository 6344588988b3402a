"""The worker's page of signatures, and what leads from it: a browser handed over, the kommun's own signature."""

from datetime import date
from uuid import UUID

from flask import redirect, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from ...documents.document_file import ACTING, DocumentFile
from ...documents.signing import Act, act, begin
from ...installation.access import signed_in
from ...installation.clock import today
from ...signing import state_machine, track_paper, track_screen
from ...signing.errors import BrokenHistory, NotComplete, SigningError
from ...signing.instrument import mark
from ...signing.parties import Party
from ...storage.ids import new_request_key
from ...web import kiosk
from ...web.rendering import render, see_other, url
from ...web.request_key import posted_request_key
from ..documents.protected import open_for_page
from .sign import sign_page

KOMMUN = "kommun"


def signing(document_id: UUID) -> ResponseReturnValue:
    """Who signs, who has, and what the worker can do about it."""
    found = _opened(document_id)
    if request.method == "GET":
        return _page(found)
    try:
        _do(found)
    except BrokenHistory:
        raise
    except SigningError as refused:
        return _page(_opened(document_id), refused)
    return redirect(url("signing", document_id=document_id), 303)


def hand_over_to(document_id: UUID, party: str) -> ResponseReturnValue:
    """Before the browser is handed to a party: the code that unlocks it again. The kommun's own signer goes
    straight on.
    """
    found, who = _to_sign(document_id, party)
    if who.audience == KOMMUN and who.role_key == KOMMUN:
        return redirect(url("sign_here", document_id=document_id, party=party), 303)
    code = request.form.get("kod", "").strip()
    if request.method == "GET" or not (code.isdigit() and len(code) >= kiosk.FEWEST_DIGITS):
        problem = f"Välj en kod med minst {kiosk.FEWEST_DIGITS} siffror." if request.method == "POST" else ""
        html = render(
            "stegvis/hand_over.html",
            title=f"Lämna över till {who.role.lower()}",
            failed=bool(problem),
            problem=problem,
            document=found,
            party=who,
            request_key=new_request_key(),
        )
        return html, 422 if problem else 200
    entered = kiosk.make_kiosk(document_id, party, _round(found), code)
    return kiosk.enter(see_other(url("room")), entered)


def sign_here(document_id: UUID, party: str) -> ResponseReturnValue:
    """The kommun's own signer signs as the one who is logged in, in the worker's own browser."""
    found, who = _to_sign(document_id, party)
    if who.audience != KOMMUN:
        raise NotFound
    return sign_page(found, who, done=url("signing", document_id=document_id), name=signed_in().name)


def _do(document: DocumentFile) -> None:
    action, _, track = request.form.get("gor", "").partition(":")
    request_key, reason = posted_request_key(), request.form.get("skal", "")
    if action == "borja" and track in (track_screen.TRACK, track_paper.TRACK):
        order = tuple(party.key for party in document.parties) if request.form.get("ordning") == "tur" else ()
        begin(document, track, request_key, order=order, expires=_last_day())
        return
    acts: dict[str, Act] = {
        "avbryt": lambda now, at, by: state_machine.withdraw(now, reason, at=at, by=by),
        "pausa": lambda now, at, by: state_machine.halt(now, reason, at=at, by=by),
        "fortsatt": lambda now, at, by: state_machine.reactivate(now, at=at, by=by),
    }
    if action not in acts:
        raise NotComplete("gor", "Välj vad du vill göra.")
    act(document, request_key, acts[action])


def _last_day() -> date | None:
    """The last day to sign, if one is given. Raises NotComplete."""
    given = request.form.get("senast", "").strip()
    if not given:
        return None
    try:
        last = date.fromisoformat(given)
    except ValueError:
        raise NotComplete("senast", f"Skriv dagen med år, månad och dag, till exempel {today().isoformat()}.") from None
    if last < today():
        raise NotComplete("senast", "Välj dagens datum eller en senare dag.")
    return last


def _opened(document_id: UUID) -> DocumentFile:
    document = open_for_page(document_id)
    if document.is_draft:
        raise NotFound
    return document


def _to_sign(document_id: UUID, key: str) -> tuple[DocumentFile, Party]:
    """The document and a party of its open round that has not signed. Raises NotFound for any other."""
    found = _opened(document_id)
    on_a_screen = found.signing is not None and found.is_open and found.signing.track == track_screen.TRACK
    for party in found.signing.next if found.signing and on_a_screen else ():
        if party.key == key:
            return found, party
    raise NotFound


def _round(found: DocumentFile) -> int:
    return found.signing.round if found.signing else 0


def _page(found: DocumentFile, refused: SigningError | None = None) -> ResponseReturnValue:
    now, problem = found.signing, ""
    try:
        parties = now.parties if now else found.parties
    except SigningError as nobody:
        parties, problem = (), str(nobody)
    path = refused.path if isinstance(refused, NotComplete) and refused.path in ("skal", "senast") else ""
    html = render(
        "stegvis/signing.html",
        title="Underskrifter",
        failed=bool(path),
        document=found,
        signing=now,
        parties=parties,
        open=found.is_open,
        stands=found.stored.state in ACTING,
        problem=problem,
        refused=refused,
        path=path,
        sent=request.form,
        mark=mark(now.sha256) if now else "",
        request_key=new_request_key(),
    )
    return html, 422 if path else 409 if refused else 200
