"""What each role may do: one table. What is not granted is refused."""

from collections.abc import Mapping
from typing import Literal, TypeAlias, cast

from .identity import Identity, Role

Permission: TypeAlias = Literal[
    "public",  # no login: nothing on the page comes from a case
    "form.list",  # the forms there are, and blank ones
    "document.read",
    "document.write",
    "document.export",
    "case.read",
    "case.write",
    "register.read",  # workplaces, partners, modules
    "register.write",
    "case.overview",  # how much each colleague has to do
    "document.review",  # the copies that leave the kommun about a person with protected data
    "system.read",  # configuration and health
]
_DOCUMENTS: frozenset[Permission] = frozenset(
    {
        "document.read",
        "document.write",
        "document.export",
        "document.review",
        "case.read",
        "case.write",
        "register.read",
        "register.write",
    }
)

# IT administrators see no case content, and participants have no role here.
GRANTS: Mapping[Role, frozenset[Permission]] = {
    "handlaggare": _DOCUMENTS | {"form.list"},
    "konsulent": _DOCUMENTS | {"form.list"},
    "chef": _DOCUMENTS | {"form.list", "case.overview"},
    "admin": frozenset({"form.list", "system.read"}),
    "arkiv": frozenset({"form.list", "document.read", "document.export", "case.read", "register.read"}),
}


def allowed(identity: Identity | None, permission: Permission) -> bool:
    """Whether this person, or nobody (None), has the permission."""
    if permission == "public":
        return True
    return identity is not None and any(permission in GRANTS.get(cast(Role, role), ()) for role in identity.roles)
