"""Which protected cases this browser has given a reason for opening: for a while, for one person, sealed in a
cookie.
"""

from datetime import UTC, timedelta
from uuid import UUID

from flask import Response

from ..installation.access import signed_in
from ..installation.state import state
from .sealed_cookie import SealedCookie

COOKIE = "stegvis_skal"
LASTS = timedelta(minutes=30)
MOST = 20
KEPT = SealedCookie(COOKIE, "unlocked")


def is_unlocked(case_id: UUID) -> bool:
    """Whether the one who is logged in has given a reason for this case lately."""
    return str(case_id) in _kept()


def unlock(response: Response, case_id: UUID) -> Response:
    """The case can be opened from this browser for half an hour."""
    until = int((state().clock().astimezone(UTC) + LASTS).timestamp())
    kept = dict(list({**_kept(), str(case_id): until}.items())[-MOST:])
    return KEPT.put(response, {"who": signed_in().subject, "cases": kept})


def _kept() -> dict[str, int]:
    content = KEPT.read()
    if content is None or content["who"] != signed_in().subject:
        return {}
    now = state().clock().timestamp()
    return {case: until for case, until in content["cases"].items() if until > now}
