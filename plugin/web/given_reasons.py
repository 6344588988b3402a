"""Which protected cases this browser has given a reason for opening: for a while, for one person, sealed in a
cookie.
"""

import json
from datetime import UTC, timedelta
from uuid import UUID

from flask import Response, request

from ..installation.access import signed_in
from ..installation.state import state
from ..storage import BrokenSeal, UnknownKey
from .rendering import url

COOKIE = "stegvis_skal"
LASTS = timedelta(minutes=30)
MOST = 20
_ROW = ("unlocked",)


def is_unlocked(case_id: UUID) -> bool:
    """Whether the one who is logged in has given a reason for this case lately."""
    return str(case_id) in _kept()


def unlock(response: Response, case_id: UUID) -> Response:
    """The case can be opened from this browser for half an hour."""
    until = int((state().clock().astimezone(UTC) + LASTS).timestamp())
    kept = dict(list({**_kept(), str(case_id): until}.items())[-MOST:])
    sealed = state().codec.seal(json.dumps({"who": signed_in().subject, "cases": kept}).encode(), *_ROW).hex()
    response.set_cookie(COOKIE, sealed, path=url("start"), httponly=True, samesite="Strict", secure=request.is_secure)
    return response


def _kept() -> dict[str, int]:
    try:
        content = json.loads(state().codec.open(bytes.fromhex(request.cookies.get(COOKIE, "")), *_ROW))
    except (ValueError, BrokenSeal, UnknownKey):
        return {}
    now = state().clock().timestamp()
    mine = content["cases"].items() if content["who"] == signed_in().subject else ()
    return {case: until for case, until in mine if until > now}
