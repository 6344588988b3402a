"""Everything that can go wrong with storage; what IT must do stands in the message, never a value from a form."""

from uuid import UUID

from ..errors import StegvisError
from .model import StoredDocument


class StoreError(StegvisError):
    """The root of all errors of storage."""


class NotFound(StoreError):
    """There is no such document, definition or version for this tenant."""

    def __init__(self, what: UUID | str) -> None:
        super().__init__(f"not found: {what}")


class Conflict(StoreError):
    """Somebody else has saved since: *current* is the document as it now stands, with payload, who and when."""

    def __init__(self, current: StoredDocument) -> None:
        super().__init__(f"document {current.id} is at version {current.version}")
        self.current = current


class CaseMoved(StoreError):
    """Somebody else has noted something in the case since; read it again."""

    def __init__(self, case_id: UUID, version: int) -> None:
        super().__init__(f"case {case_id} is at version {version}")
        self.version = version


class EntryMoved(StoreError):
    """The entry of a register has been changed by somebody else meanwhile; *version* is where it stands."""

    def __init__(self, entry_id: UUID, version: int) -> None:
        super().__init__(f"entry {entry_id} is at version {version}")
        self.version = version


class Replaced(Conflict):
    """Another new version has already taken the place of the document *current*."""


class Locked(StoreError):
    """The document is saved and is never edited again; make a new version of it."""

    def __init__(self, document_id: UUID) -> None:
        super().__init__(f"document {document_id} is saved and cannot be changed")
        self.document_id = document_id


class NotSaved(StoreError):
    """The document is a draft: nobody signs it and nothing belongs to it."""

    def __init__(self, document_id: UUID) -> None:
        super().__init__(f"document {document_id} is a draft")


class OnceReused(StoreError):
    """The one-time key has already been used for another document or another act."""

    def __init__(self) -> None:
        super().__init__("the one-time key was used for something else; load the page again")


class SchemaOutdated(StoreError):
    """The database is not at the revision this release is written for."""

    def __init__(self, problem: str, remedy: str = "run: flask stegvis db upgrade") -> None:
        super().__init__(f"{problem}; {remedy}")


class StoreUnavailable(StoreError):
    """The database did not answer; whether the change was made is unknown. The same one-time key may be sent again."""

    def __init__(self) -> None:
        super().__init__(
            "the database does not answer, or is full or damaged; what was sent may be sent again with the same "
            "one-time key"
        )


class BrokenSeal(StoreError):
    """What was stored has been changed or moved, or the key of that name is another one."""

    def __init__(self, key_id: str) -> None:
        super().__init__(f"cannot be opened with key {key_id!r}: it was changed or moved, or the key is another one")
        self.key_id = key_id
