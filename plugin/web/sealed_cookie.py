"""A cookie that only this installation can read and write: sealed with its keys, for a purpose of its own."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask import Response, request

from ..installation.state import state
from ..keys import UnknownKey
from .rendering import url


@dataclass(frozen=True)
class SealedCookie:
    """The cookie called *name*. It goes with the browser's session, to our own pages alone, and no script reads it."""

    name: str
    purpose: str

    @property
    def is_there(self) -> bool:
        """Whether the browser sends one, whatever is in it."""
        return self.name in request.cookies

    def read(self) -> dict[str, Any] | None:
        """What it holds; None when there is none, or it is none of ours."""
        from ..storage import BrokenSeal  # SQLAlchemy: a host starts without it

        try:
            sealed = bytes.fromhex(request.cookies.get(self.name, ""))
            content: dict[str, Any] = json.loads(state().codec.open(sealed, self.purpose))
        except (ValueError, BrokenSeal, UnknownKey):
            return None
        return content

    def put(self, response: Response, content: Mapping[str, Any]) -> Response:
        """The response with the cookie."""
        sealed = state().codec.seal(json.dumps(content).encode(), self.purpose).hex()
        response.set_cookie(
            self.name, sealed, path=url("start"), httponly=True, samesite="Strict", secure=request.is_secure
        )
        return response

    def drop(self, response: Response) -> Response:
        """The response that takes the cookie away."""
        response.delete_cookie(self.name, path=url("start"), httponly=True, samesite="Strict", secure=request.is_secure)
        return response
