"""The store for the one who makes this request. By itself, since a host starts without SQLAlchemy."""

from ..storage import Acting
from .access import signed_in, tenant
from .state import state


def acting() -> Acting:
    """The store for the one who is logged in, in their nämnd."""
    return Acting(state().store, tenant(), signed_in().subject)
