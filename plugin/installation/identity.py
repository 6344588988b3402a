"""Who is at the keyboard: told by the host through one adapter, never found out by us."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, TypeAlias, get_args

from flask import session

from ..errors import SetupError

Role: TypeAlias = Literal["handlaggare", "konsulent", "chef", "admin", "arkiv"]


@dataclass(frozen=True)
class Identity:
    """One logged-in person. *subject* is the host's own stable key, *tenant* the nämnd, *auth_time* the moment of
    login.

    A role that is not one of `Role` gives nothing.
    """

    subject: str
    name: str
    roles: frozenset[str]
    units: tuple[str, ...] = ()
    tenant: str = ""
    auth_time: datetime | None = None


# Asked once per request; None means that nobody is logged in.
IdentityAdapter: TypeAlias = Callable[[], Identity | None]


@dataclass(frozen=True, kw_only=True)
class FlaskLoginIdentity:
    """Reads Flask-Login's current user: `get_id()`, and `name`, `roles` and `units` where the user has them.

    *role_map* turns the host's role names into ours; a role of the host's that is not in it gives nothing.
    """

    role_map: Mapping[str, Role]
    tenant: str = ""

    def __post_init__(self) -> None:
        if unknown := set(self.role_map.values()) - set(get_args(Role)):
            raise SetupError(f"Let role_map give {', '.join(get_args(Role))}; it gives {', '.join(sorted(unknown))}.")

    def __call__(self) -> Identity | None:
        from flask_login import current_user  # an extra

        if not current_user.is_authenticated:
            return None
        subject = str(current_user.get_id())
        return Identity(
            subject=subject,
            name=str(getattr(current_user, "name", subject)),
            roles=frozenset(self._roles(getattr(current_user, "roles", ()))),
            units=tuple(getattr(current_user, "units", ())),
            tenant=self.tenant,
        )

    def _roles(self, theirs: Iterable[Any]) -> Iterable[Role]:
        names = (str(getattr(role, "name", role)) for role in theirs)
        return (self.role_map[name] for name in names if name in self.role_map)


@dataclass(frozen=True)
class DemoIdentity:
    """Made-up people to choose between, for the demo application alone; the first is the one who has not chosen."""

    people: tuple[Identity, ...]

    KEY = "stegvis_demo"

    def __call__(self) -> Identity | None:
        chosen = session.get(self.KEY)
        return next((person for person in self.people if person.subject == chosen), self.people[0])

    def choose(self, subject: str) -> bool:
        """Become another of the people; False when there is no such person."""
        if not any(person.subject == subject for person in self.people):
            return False
        session[self.KEY] = subject
        return True
