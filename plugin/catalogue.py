"""The forms of this installation as they are now, and as they were when a document was begun."""

from functools import lru_cache

from werkzeug.exceptions import NotFound

from ..forms import FormDefinition, UnknownForm, from_snapshot, list_forms, load_form
from .state import state

FOLDER = "forms"


def forms_now() -> tuple[FormDefinition, ...]:
    """Every form that is switched on, the municipality's own changes laid over."""
    return list_forms(state().folder / FOLDER)


def form_now(form_id: str) -> FormDefinition:
    """The form as it is today. Raises NotFound."""
    try:
        return load_form(form_id, state().folder / FOLDER)
    except UnknownForm:
        raise NotFound from None


@lru_cache(128)
def form_then(sha256: str) -> FormDefinition:
    """The form a document keeps. The hash names the content, so that any application of the process may share it."""
    return from_snapshot(state().store.definition(sha256))


def title_of(form_id: str) -> str:
    """What the form is called today; its id when it has been switched off."""
    try:
        return form_now(form_id).title
    except NotFound:
        return form_id
