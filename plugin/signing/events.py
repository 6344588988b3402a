"""What has happened in a signing: events of a provider-neutral vocabulary, and nothing else is stored."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from datetime import date, datetime
from typing import Any, ClassVar, TypeAlias

from .errors import BrokenHistory
from .parties import Party


@dataclass(frozen=True, kw_only=True)
class SigningEvent:
    """One event: when (aware, UTC), and by whom: the subject of an identity, never a name."""

    kind: ClassVar[str]
    at: datetime
    by: str


@dataclass(frozen=True, kw_only=True)
class Created(SigningEvent):
    """A round begins: who signs what, on which track, in which order if any, and until which day."""

    kind: ClassVar[str] = "created"
    sha256: str
    parties: tuple[Party, ...]
    track: str
    order: tuple[str, ...] = ()
    expires: date | None = None


@dataclass(frozen=True, kw_only=True)
class Shown(SigningEvent):
    """A party has been shown the instrument with this hash."""

    kind: ClassVar[str] = "shown"
    party: str
    sha256: str


@dataclass(frozen=True, kw_only=True)
class SignatureGiven(SigningEvent):
    """A party has signed. *method* is in Swedish words; *evidence* is what the track keeps, as JSON holds it."""

    kind: ClassVar[str] = "approved"
    party: str
    sha256: str
    name: str
    method: str
    place: str = ""
    on: date
    behalf: str = ""
    evidence: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Declined(SigningEvent):
    """A party has said no, and why; nothing more is signed."""

    kind: ClassVar[str] = "declined"
    party: str
    sha256: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class Withdrawn(SigningEvent):
    """The municipality has ended the round."""

    kind: ClassVar[str] = "withdrawn"
    reason: str


@dataclass(frozen=True, kw_only=True)
class Expired(SigningEvent):
    """The last day has gone by."""

    kind: ClassVar[str] = "expired"


@dataclass(frozen=True, kw_only=True)
class Halted(SigningEvent):
    """The round rests."""

    kind: ClassVar[str] = "halted"
    reason: str


@dataclass(frozen=True, kw_only=True)
class Reactivated(SigningEvent):
    """The round goes on."""

    kind: ClassVar[str] = "reactivated"


@dataclass(frozen=True, kw_only=True)
class Completed(SigningEvent):
    """Everybody who is needed has signed."""

    kind: ClassVar[str] = "completed"
    sha256: str


@dataclass(frozen=True, kw_only=True)
class Voided(SigningEvent):
    """Something that was signed has been changed; what, in the form's own labels."""

    kind: ClassVar[str] = "voided"
    changes: tuple[str, ...]


AnyEvent: TypeAlias = (
    Created | Shown | SignatureGiven | Declined | Withdrawn | Expired | Halted | Reactivated | Completed | Voided
)
KINDS: Mapping[str, type[Any]] = {
    each.kind: each
    for each in (Created, Shown, SignatureGiven, Declined, Withdrawn, Expired, Halted, Reactivated, Completed, Voided)
}


def to_json(event: AnyEvent) -> dict[str, Any]:
    """The event as JSON can hold it."""
    found = {"kind": event.kind, **asdict(event)}
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in found.items()}


def from_json(data: Mapping[str, Any]) -> AnyEvent:
    """The event that `to_json` made this of. Raises BrokenHistory for what is none."""
    try:
        made = KINDS[data["kind"]]
        given = {each.name: data[each.name] for each in fields(made) if each.name in data}
        given["at"] = datetime.fromisoformat(given["at"])
        for name in ("on", "expires"):
            if given.get(name):
                given[name] = date.fromisoformat(given[name])
        if made is Created:
            given["parties"] = tuple(Party(**party) for party in given["parties"])
            given["order"] = tuple(given["order"])
        if made is Voided:
            given["changes"] = tuple(given["changes"])
        event: AnyEvent = made(**given)
    except (KeyError, TypeError, ValueError) as error:
        raise BrokenHistory(str(data.get("kind", "?"))[:20]) from error
    return event
