"""Where a party signs: the words first, then the signature; in the worker's browser or in a room."""

from flask import Response, redirect, request
from flask.typing import ResponseReturnValue
from markupsafe import Markup
from werkzeug.exceptions import NotFound

from ....exporters import fragment
from ...documents.document_file import DocumentFile
from ...documents.service import open_document
from ...documents.signing import act
from ...installation.access import signed_in
from ...installation.clock import today
from ...signing import state_machine, track_screen
from ...signing.errors import AlreadySigned, Changed, Closed, NotComplete, SigningError
from ...signing.instrument import mark, signed_words
from ...signing.parties import Party
from ...storage.ids import new_request_key
from ...web.kiosk import Kiosk, current_kiosk, enter, leave, one_try_less
from ...web.rendering import render, see_other, url
from ...web.request_key import posted_request_key

IDS = {
    "namn": "st-namn",
    "ort": "st-ort",
    "last": "st-last",
    "underskrift": "st-namn",
    "skal": "st-skal",
    "ratt": "st-ratt",
}


def room() -> ResponseReturnValue:
    """The page of the party that has been handed the browser."""
    here = _here()
    found = open_document(here.document_id)
    party = _party(found, here)
    if party is None or found.signing is None or party.key in found.signing.approved or not found.is_open:
        return redirect(url("room_signed"), 303)
    return sign_page(found, party, done=url("room_signed"), in_room=True)


def room_signed() -> ResponseReturnValue:
    """What the party has done, and the way back for the worker. The same page whenever it is opened, so the back
    button is safe.
    """
    here = _here()
    return _signed(here)


def unlock() -> ResponseReturnValue:
    """The worker takes the browser back."""
    here = _here()
    if here.opens(request.form.get("kod", "")):
        return leave(see_other(url("signing", document_id=here.document_id)))
    html, status = _signed(one_try_less(here), wrong=True)
    return enter(Response(html, status), one_try_less(here))


def sign_page(
    found: DocumentFile, party: Party, *, done: str, name: str = "", in_room: bool = False
) -> ResponseReturnValue:
    """The page where *party* signs; *done* is where it leads. *name* is known where the one who signs is logged in."""
    if found.signing is None:
        raise NotFound
    if request.method == "GET":
        act(found, new_request_key(), lambda now, at, by: state_machine.show(now, party.key, now.sha256, at=at, by=by))
        return _draw(found, party, name, in_room)
    action = request.form.get("gor", "")
    if action == "vanta":
        return redirect(done, 303)
    try:
        _no(found, party) if action == "neka" else _yes(found, party, name)
    except AlreadySigned:
        pass
    except (NotComplete, Changed) as refused:
        again = open_document(found.id)
        return _draw(again, party, name, in_room, refused)
    except Closed:
        pass
    return redirect(done, 303)


def _yes(found: DocumentFile, party: Party, name: str) -> None:
    form = request.form
    ink = track_screen.read_ink(form.get("underskrift", ""), form.get("forhallande", "3"))
    ground = track_screen.stead(form, party)
    called = name or track_screen.name_of(form, "" if ground else party.name, ink)
    track_screen.must_confirm(form)
    kept = track_screen.evidence(ink, signed_in().name, request.headers.get("User-Agent", "")) | (
        {"ground": ground} if ground else {}
    )
    sha256, number = form.get("sha256", ""), form.get("omgang", type=int) or 0
    method = track_screen.DRAWN if ink else track_screen.TYPED
    act(
        found,
        posted_request_key(),
        lambda now, at, by: state_machine.approve(
            now,
            party.key,
            sha256,
            round=number,
            at=at,
            by=by,
            name=called,
            method=method,
            on=today(),
            place=form.get("ort", ""),
            deputy=bool(ground),
            evidence=kept,
        ),
    )


def _no(found: DocumentFile, party: Party) -> None:
    sha256, reason = request.form.get("sha256", ""), request.form.get("skal", "")
    act(
        found,
        posted_request_key(),
        lambda now, at, by: state_machine.decline(now, party.key, sha256, reason, at=at, by=by),
    )


def _draw(
    found: DocumentFile, party: Party, name: str, in_room: bool, refused: SigningError | None = None
) -> ResponseReturnValue:
    now = found.signing
    if now is None:
        raise NotFound
    path = refused.path if isinstance(refused, NotComplete) else ""
    words = signed_words(found.form, found.judged, party.audience, found.context)
    outside = {"menu": (), "who": None} if in_room else {}
    html = render(
        "stegvis/sign.html",
        title="Läs och skriv under",
        failed=bool(path),
        document=found,
        party=party,
        name=name,
        words=Markup(fragment(words)),
        mark=mark(now.sha256),
        sha256=now.sha256,
        round=now.round,
        confirmed=track_screen.CONFIRMED,
        deputy=track_screen.may_have_deputy(party),
        problem=str(refused) if path else "",
        target=IDS.get(path, ""),
        path=path,
        changed=str(refused) if refused and not path else "",
        sent=request.form,
        request_key=new_request_key(),
        **outside,
    )
    return html, 422 if path else 409 if refused else 200


def _here() -> Kiosk:
    here = current_kiosk()
    if here is None:
        raise NotFound
    return here


def _party(found: DocumentFile, here: Kiosk) -> Party | None:
    """The room's party, if the round is still the one that it was made for."""
    if found.signing is None or found.signing.round != here.round:
        return None
    return next((party for party in found.signing.parties if party.key == here.party), None)


def _signed(here: Kiosk, *, wrong: bool = False) -> tuple[str, int]:
    found = open_document(here.document_id)
    party = _party(found, here)
    done = party is not None and found.signing is not None and party.key in found.signing.approved
    refused = (
        found.signing is not None and found.signing.declined is not None and found.signing.declined.party == here.party
    )
    may = party is not None and not done and found.is_open
    html = render(
        "stegvis/room_signed.html",
        title="Tack" if done or refused else "Lämna tillbaka plattan",
        failed=wrong,
        done=done,
        refused=refused,
        may=may,
        mark=mark(found.signing.sha256) if found.signing else "",
        wrong=wrong,
        left=here.left,
        request_key=new_request_key(),
        menu=(),
        who=None,
    )
    return html, 422 if wrong else 200
