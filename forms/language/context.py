"""What is not an answer but is needed to judge and to print: the moment, the sender, the case, the state."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from .words import Ink

STOCKHOLM = ZoneInfo("Europe/Stockholm")


@dataclass(frozen=True, kw_only=True)
class Letterhead:
    """Who sends the document. *anordnare* is the neutral name of the unit, the only one an employer sees.

    *word* is the municipality's own letterhead as a .docx file, *word_neutral* the one of copies that leave it.
    """

    kommun: str = "Kommunen"
    namnd: str = ""
    enhet: str = ""
    anordnare: str = "Kommunens praktiksamordning"
    address: str = ""
    phone: str = ""
    email: str = ""
    hours: str = "vardagar"
    web: str = ""
    logo: bytes | None = None
    logo_alt: str = ""
    word: bytes = b""
    word_neutral: bytes = b""


@dataclass(frozen=True, kw_only=True)
class Signed:
    """One act of signing that is known when the document is composed; *party* is the name of the place to sign."""

    party: str
    name: str
    place: str = ""
    date: date
    method: str = ""
    behalf: str = ""
    ink: Ink | None = None


@dataclass(frozen=True, kw_only=True)
class Context:
    """Everything a rule or a text may know besides the answers. *now* is aware; days are counted in Stockholm.

    *part* is the row (1, 2 …) a copy for a `part` is made for. *protected_review* names the officer who has
    reviewed an employer's copy of a person with protected data. *settings* are the installation's own texts by
    name, for defaults. *revealing* are the beginnings of words that must not reach an employer. *news* are the
    questions whose answers are other than in the version before, each with the names of its new rows.
    """

    now: datetime = field(default_factory=lambda: datetime.now(UTC))
    letterhead: Letterhead = Letterhead()
    state: str = ""
    programme: str = ""
    document_id: str = ""
    case_number: str = ""
    part: int | None = None
    signatures: tuple[Signed, ...] = ()
    reviewer: str = ""
    settings: Mapping[str, str] = field(default_factory=dict)
    protected_review: str = ""
    revealing: tuple[str, ...] | None = None
    news: Mapping[str, tuple[str, ...]] | None = None
    demo: bool = False

    @property
    def today(self) -> date:
        """The calendar day in Stockholm."""
        return self.now.astimezone(STOCKHOLM).date()

    @property
    def web(self) -> str:
        """The installation's own address; empty when it has none."""
        return self.letterhead.web

    @property
    def short_code(self) -> str:
        """Eight signs that stand for the document id in footers and file names; empty without an id."""
        return self.document_id.replace("-", "")[-8:].upper()
