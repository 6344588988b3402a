"""What is asked: the forms as data, the engine that judges and draws them, and what they say."""

from .context import Context, Letterhead, Signed
from .definition import FormDefinition
from .errors import FormError, FormFileError, LockedByLaw, UnknownForm
from .loader import BrokenForm, broken_forms, list_forms, load_form
from .reading import from_snapshot

__all__ = [
    "BrokenForm",
    "Context",
    "FormDefinition",
    "FormError",
    "FormFileError",
    "Letterhead",
    "LockedByLaw",
    "Signed",
    "UnknownForm",
    "broken_forms",
    "from_snapshot",
    "list_forms",
    "load_form",
]
