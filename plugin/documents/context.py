"""What a form is judged and printed with that is not an answer: the moment, the sender, the document."""

from collections.abc import Mapping
from typing import Any

from ...forms import Context, Letterhead
from ...forms.language.context import Signed
from ..installation.state import state
from ..storage.model import State, StoredDocument


def make_context(
    stored: StoredDocument | None = None,
    answers: Mapping[str, Any] | None = None,
    *,
    letterhead: Letterhead | None = None,
    part: int | None = None,
    review: str = "",
    signatures: tuple[Signed, ...] = (),
) -> Context:
    """The Context of a document, or of a form that nobody has begun.

    A saved document is read as of the moment it was saved, so that it says the same for ever.
    """
    mounted = state()
    given = answers or {}
    saved = stored is not None and stored.state != State.UTKAST
    return Context(
        now=stored.changed if stored is not None and saved else mounted.clock(),
        letterhead=letterhead or mounted.letterhead,
        state=stored.state.value if stored is not None else "",
        programme=_words(given, "program_id"),
        document_id=str(stored.id) if stored is not None else "",
        case_number=_words(given, "arendenummer"),
        part=part,
        protected_review=review,
        signatures=signatures,
        demo=mounted.demo,
        **mounted.settings.known(),
    )


def _words(answers: Mapping[str, Any], name: str) -> str:
    answer = answers.get(name)
    return answer if isinstance(answer, str) else ""
