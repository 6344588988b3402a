"""The room: a browser that has been handed to one party, and reaches nothing else until the worker unlocks it.

What the browser keeps is sealed with the installation's own keys; what the worker unlocks with is kept as a slow hash.
"""

import hashlib
import hmac
import json
import secrets
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from uuid import UUID

from flask import Response, redirect, request
from flask.typing import ResponseReturnValue

from ..installation.access import current_identity
from ..installation.identity import Identity
from ..installation.state import state
from ..keys import UnknownKey
from .rendering import url

COOKIE = "stegvis_rum"
TRIES = 5
FEWEST_DIGITS = 4
INSIDE = frozenset({"room", "room_signed", "unlock", "static"})
"""The pages that are reached from within a room."""
_ROW = ("room",)


@dataclass(frozen=True, kw_only=True)
class Kiosk:
    """Who has been handed the browser, for which document and round, by whom, and when; *left* is how many tries to
    unlock remain.
    """

    document_id: UUID
    party: str
    round: int
    worker: str
    since: datetime
    salt: str
    hashed: str
    left: int = TRIES

    def opens(self, code: str) -> bool:
        """Whether this is the worker's code, and there are tries left."""
        return self.left > 0 and hmac.compare_digest(_slow(code, self.salt), self.hashed)

    def outlived_by(self, who: Identity | None) -> bool:
        """Whether somebody has logged in since: then the one who holds the browser has proved more than a code."""
        return who is not None and who.auth_time is not None and who.auth_time > self.since


def make_kiosk(document_id: UUID, party: str, round: int, code: str) -> Kiosk:
    """A room for one party, which *code* unlocks. The one who is logged in hands it over."""
    worker, salt = current_identity(), secrets.token_hex(16)
    since = state().clock().astimezone(UTC)
    return Kiosk(
        document_id=document_id,
        party=party,
        round=round,
        worker=worker.subject if worker else "",
        since=since,
        salt=salt,
        hashed=_slow(code, salt),
    )


def current_kiosk() -> Kiosk | None:
    """The room that this browser is in; none when it is not, when nobody is logged in, and for another worker's."""
    who, sealed = current_identity(), request.cookies.get(COOKIE)
    if not sealed or who is None:
        return None
    room = _opened(sealed)
    if room is None or room.worker != who.subject or room.outlived_by(who):
        return None
    return room


def keep_in_kiosk() -> ResponseReturnValue | None:
    """Sends a browser that is in a room back to it, whatever it asked for."""
    if COOKIE not in request.cookies or (request.endpoint or "").rpartition(".")[2] in INSIDE:
        return None
    return redirect(url("room"), 303) if current_kiosk() else None


def enter(response: Response, room: Kiosk) -> Response:
    """The browser is in the room from now on; the cookie ends with the browser, and no script reads it."""
    response.set_cookie(
        COOKIE, _sealed(room), path=url("start"), httponly=True, samesite="Strict", secure=request.is_secure
    )
    return response


def leave(response: Response) -> Response:
    """The browser is out of the room, and forgets the pages that were shown in it."""
    response.delete_cookie(COOKIE, path=url("start"), httponly=True, samesite="Strict", secure=request.is_secure)
    response.headers["Clear-Site-Data"] = '"cache"'
    return response


def one_try_less(room: Kiosk) -> Kiosk:
    """The room with a try less."""
    return replace(room, left=max(room.left - 1, 0))


def _sealed(room: Kiosk) -> str:
    content = {**asdict(room), "document_id": str(room.document_id), "since": room.since.isoformat()}
    return state().codec.seal(json.dumps(content).encode(), *_ROW).hex()


def _opened(sealed: str) -> Kiosk | None:
    from ..storage import BrokenSeal  # SQLAlchemy: a host starts without it

    try:
        content = json.loads(state().codec.open(bytes.fromhex(sealed), *_ROW))
    except (ValueError, BrokenSeal, UnknownKey):
        return None
    content["document_id"], content["since"] = UUID(content["document_id"]), datetime.fromisoformat(content["since"])
    return Kiosk(**content)


def _slow(code: str, salt: str) -> str:
    return hashlib.scrypt(code.strip().encode(), salt=bytes.fromhex(salt), n=1 << 14, r=8, p=1).hex()
