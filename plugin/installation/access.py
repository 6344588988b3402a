"""Who makes this request, and whether they may."""

from typing import cast

from flask import request
from werkzeug.exceptions import Forbidden, Unauthorized

from .identity import Identity
from .permissions import Permission, allowed
from .state import state

_ASKED = "stegvis.identity"


def current_identity() -> Identity | None:
    """Who makes this request; the host is asked once."""
    if _ASKED not in request.environ:
        request.environ[_ASKED] = state().identity()
    return cast(Identity | None, request.environ[_ASKED])


def require(permission: Permission) -> None:
    """Let the request pass, or raise Unauthorized when nobody is logged in and Forbidden when the role is not
    enough.
    """
    if permission == "public":
        return
    identity = current_identity()
    if identity is None:
        raise Unauthorized
    if not allowed(identity, permission):
        raise Forbidden


def signed_in() -> Identity:
    """The person a page that is not public has been opened by."""
    identity = current_identity()
    if identity is None:
        raise Unauthorized
    return identity


ONLY_TENANT = "kommunen"
"""Whose documents they are where the host names no nämnd; never a setting, since a changed name would hide them all."""


def tenant() -> str:
    """Whose documents this request may see: the nämnd of the one who is logged in."""
    return signed_in().tenant or ONLY_TENANT
