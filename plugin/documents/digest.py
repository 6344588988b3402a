"""What a saved document tells its case: facts to carry to the next form, and the few answers that its form's file
says that a case goes by.
"""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from ...forms import Context, FormDefinition
from ...forms.language.case_roles import CasePart
from ...forms.loading.loader import case_parts

EMPTY: tuple[Any, ...] = (None, "", [], {})


def digest(
    form: FormDefinition,
    answers: Mapping[str, Any],
    ends: UUID | None = None,
    context: Context | None = None,
    parts: Mapping[str, CasePart] | None = None,
) -> dict[str, Any]:
    """The digest of judged answers, as JSON can hold it. *answers* are as they are stored; *ends* is the document
    it is about; *parts* are what forms tell a case today, since a kept form does not say it.
    """
    part = (case_parts() if parts is None else parts).get(form.id)
    reader = form.reader("kommun", answers, context or Context())
    given = {name: answer for name, answer in answers.items() if answer not in EMPTY}
    wanted = {*(part.tells.values() if part else ()), *(q.name for q in form.answerable if q.statistics)}
    return {
        "facts": {q.prefill: given[q.name] for q in form.questions.values() if carries(q.prefill) and q.name in given},
        "kinds": {q.prefill: q.kind for q in form.questions.values() if carries(q.prefill) and q.name in given},
        "answers": {name: answer for name, answer in given.items() if name in wanted},
        **({"ends": str(ends)} if ends else {}),
        **({"signed": True} if any(q.signs and q.required and reader.sees(q) for q in form.questions.values()) else {}),
    }


def carries(term: str) -> bool:
    """Whether a term is about the participant or the case, and so the same in the next form."""
    return bool(term) and term.partition(".")[0] not in (
        "anvandare",
        "handlaggare",
        "handling",
        "installation",
        "verksamhet",
    )
