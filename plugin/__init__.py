"""Where Stegvis lives: the Flask extension, access, storage, pages and command line."""

from .app import create_app
from .errors import SetupError, StegvisError
from .extension import Stegvis
from .installation.identity import FlaskLoginIdentity, Identity
from .installation.state import Page

__all__ = ["FlaskLoginIdentity", "Identity", "Page", "SetupError", "Stegvis", "StegvisError", "create_app"]
