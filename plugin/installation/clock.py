"""The day, by the application's clock."""

from datetime import date

from ...forms.language.context import STOCKHOLM
from .state import state


def today() -> date:
    """The day in Stockholm."""
    return state().clock().astimezone(STOCKHOLM).date()
