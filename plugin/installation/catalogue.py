"""The forms of this installation as they are now, and as they were when a document was begun."""

import logging
from collections.abc import Mapping
from functools import lru_cache

from werkzeug.exceptions import NotFound

from ...forms import (
    BrokenForm,
    FormDefinition,
    FormFileError,
    Programme,
    UnknownForm,
    UnknownProgramme,
    broken_forms,
    from_snapshot,
    list_forms,
    list_programmes,
    load_form,
    load_programme,
)
from ...forms.language.case_roles import CasePart
from ...forms.loading.loader import case_parts
from ..errors import FormUnavailable
from .state import state

FORMS, PROGRAMMES = "forms", "programmes"
log = logging.getLogger("stegvis")


def forms_now() -> tuple[FormDefinition, ...]:
    """Every form that is switched on and can be used, the municipality's own changes laid over."""
    return list_forms(state().folder / FORMS)


def parts_now() -> Mapping[str, CasePart]:
    """What each form tells its case, by the form's id, the municipality's own forms too."""
    return case_parts(state().folder / FORMS)


def broken_now() -> tuple[BrokenForm, ...]:
    """The mistakes in the municipality's own files; each is written to the log when it is first met."""
    broken = broken_forms(state().folder / FORMS)
    told, problems = state().told, [one.problem for one in broken]
    for problem in problems:
        if problem not in told:
            log.error("forms: %s", problem)
    told.clear()
    told.update(problems)
    return broken


def form_now(form_id: str) -> FormDefinition:
    """The form as it is today. Raises NotFound, or FormUnavailable where a file has a mistake."""
    try:
        return load_form(form_id, state().folder / FORMS)
    except UnknownForm:
        raise NotFound from None
    except FormFileError:
        raise FormUnavailable(next((one.title for one in broken_now() if one.id == form_id), form_id)) from None


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
    except FormUnavailable as broken:
        return broken.title


def programmes_now() -> tuple[Programme, ...]:
    """Every programme, the municipality's own too."""
    return list_programmes(state().folder / PROGRAMMES)


def programme_now(programme_id: str) -> Programme:
    """The programme as it is today. Raises werkzeug's NotFound."""
    try:
        return load_programme(programme_id, state().folder / PROGRAMMES)
    except (UnknownProgramme, FormFileError) as problem:
        raise NotFound from problem
