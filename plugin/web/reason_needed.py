"""The refusal that asks for a reason; by itself, so that mounting does not load the form engine."""

from uuid import UUID

from werkzeug.exceptions import Forbidden


class ReasonNeeded(Forbidden):
    """The document is shown when somebody has said why."""

    def __init__(self, document_id: UUID) -> None:
        super().__init__()
        self.document_id = document_id
