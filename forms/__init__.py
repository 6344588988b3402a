"""What is asked: the forms as data, the engine that judges and draws them, and what they say."""

from .definition.definition import FormDefinition
from .errors import FormError, FormFileError, LockedByLaw, UnknownForm, UnknownProgramme
from .language.context import Context, Letterhead, Signed
from .loading.loader import BrokenForm, broken_forms, list_forms, load_form
from .loading.read_form import from_snapshot
from .programme.definition import Gate, Programme, Step
from .programme.loader import broken_programmes, list_programmes, load_programme

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
