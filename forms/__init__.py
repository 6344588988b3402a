"""What is asked: the forms as data, the engine that judges and draws them, and what they say."""

from .context import Context, Letterhead, Signed
from .definition import FormDefinition
from .errors import FormError, FormFileError, LockedByLaw, UnknownForm, UnknownProgramme
from .loader import BrokenForm, broken_forms, list_forms, load_form
from .programme import Gate, Programme, Step
from .programme_files import broken_programmes, list_programmes, load_programme
from .reading import from_snapshot

__all__ = [
    "BrokenForm",
    "Context",
    "FormDefinition",
    "FormError",
    "FormFileError",
    "Gate",
    "Letterhead",
    "LockedByLaw",
    "Programme",
    "Signed",
    "Step",
    "UnknownForm",
    "UnknownProgramme",
    "broken_forms",
    "broken_programmes",
    "from_snapshot",
    "list_forms",
    "list_programmes",
    "load_form",
    "load_programme",
]
