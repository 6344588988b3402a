"""The room: a browser that has been handed to one party, and reaches nothing else until the worker unlocks it.

What the browser keeps is sealed with the installation's own keys; what the worker unlocks with is kept as a slow hash.
"""

import hashlib
import hmac
import secrets
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from flask import Response, redirect, request
from flask.typing import ResponseReturnValue

from ..installation.access import current_identity
from ..installation.identity import Identity
from ..installation.state import state
from .rendering import url
from .sealed_cookie import SealedCookie

COOKIE = "stegvis_rum"
TRIES = 5
FEWEST_DIGITS = 4
INSIDE = frozenset({"room", "room_signed", "unlock", "static"})
"""The pages that are reached from within a room."""
KEPT = SealedCookie(COOKIE, "room")


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
    who, content = current_identity(), KEPT.read() if KEPT.is_there else None
    if content is None or who is None:
        return None
    room = _opened(content)
    if room.worker != who.subject or room.outlived_by(who):
        return None
    return room


def keep_in_kiosk() -> ResponseReturnValue | None:
    """Sends a browser that is in a room back to it, whatever it asked for."""
    if not KEPT.is_there or (request.endpoint or "").rpartition(".")[2] in INSIDE:
        return None
    return redirect(url("room"), 303) if current_kiosk() else None


def enter(response: Response, room: Kiosk) -> Response:
    """The browser is in the room from now on."""
    content = {**asdict(room), "document_id": str(room.document_id), "since": room.since.isoformat()}
    return KEPT.put(response, content)


def leave(response: Response) -> Response:
    """The browser is out of the room, and forgets the pages that were shown in it."""
    response.headers["Clear-Site-Data"] = '"cache"'
    return KEPT.drop(response)


def one_try_less(room: Kiosk) -> Kiosk:
    """The room with a try less."""
    return replace(room, left=max(room.left - 1, 0))


def _opened(content: Mapping[str, Any]) -> Kiosk:
    known = {"document_id": UUID(content["document_id"]), "since": datetime.fromisoformat(content["since"])}
    return Kiosk(**{**content, **known})


def _slow(code: str, salt: str) -> str:
    return hashlib.scrypt(code.strip().encode(), salt=bytes.fromhex(salt), n=1 << 14, r=8, p=1).hex()
