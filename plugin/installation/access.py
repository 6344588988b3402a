"""Who may do what. A page can only be registered with the permission it needs; what is not granted is refused."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import update_wrapper
from typing import Any, Literal, TypeAlias, cast, get_args

from flask import Blueprint, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import Forbidden, Unauthorized

from .identity import Identity, Role
from .state import state

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
_ASKED = "stegvis.identity"


def current_identity() -> Identity | None:
    """Who makes this request; the host is asked once."""
    if _ASKED not in request.environ:
        request.environ[_ASKED] = state().identity()
    return cast(Identity | None, request.environ[_ASKED])


def allowed(identity: Identity | None, permission: Permission) -> bool:
    """Whether this person, or nobody (None), has the permission."""
    if permission == "public":
        return True
    return identity is not None and any(permission in GRANTS.get(cast(Role, role), ()) for role in identity.roles)


def require(permission: Permission) -> None:
    """Let the request pass, or raise Unauthorized when nobody is logged in and Forbidden when the role is not
    enough.
    """
    if permission == "public":
        return
    identity = current_identity()
    if identity is None:
        raise Unauthorized
    if not allowed(identity, permission):
        raise Forbidden


def signed_in() -> Identity:
    """The person a page that is not public has been opened by."""
    identity = current_identity()
    if identity is None:
        raise Unauthorized
    return identity


class Guarded:
    """A view that runs only after its permission has been checked."""

    def __init__(self, view: Callable[..., ResponseReturnValue], permission: Permission) -> None:
        update_wrapper(self, view)
        self.view, self.permission = view, permission

    def __call__(self, **arguments: Any) -> ResponseReturnValue:
        require(self.permission)
        return self.view(**arguments)


@dataclass(frozen=True)
class Route:
    """One rule of one page; *menu* is the id of the phrase under which it stands in the menu, or empty."""

    rule: str
    view: Guarded
    methods: tuple[str, ...]
    menu: str

    @property
    def endpoint(self) -> str:
        """The name of the function."""
        return self.view.view.__name__


class Routes:
    """The decorator that makes a function a page, and the pages it has made.

    >>> route = Routes()
    >>> @route("/blanketter/", permission="form.list", menu="nav_forms")
    ... def forms(): ...
    """

    def __init__(self) -> None:
        self.made: list[Route] = []

    def __call__(
        self, rule: str, *, permission: Permission, methods: tuple[str, ...] = ("GET",), menu: str = ""
    ) -> Callable[[Callable[..., ResponseReturnValue]], Callable[..., ResponseReturnValue]]:
        """Register the function as a page under *rule*; its name is the endpoint."""
        if permission not in get_args(Permission):
            raise ValueError(f"There is no permission {permission!r}; give one of {', '.join(get_args(Permission))}.")

        def register(view: Callable[..., ResponseReturnValue]) -> Callable[..., ResponseReturnValue]:
            self.made.append(Route(rule, Guarded(view, permission), methods, menu))
            return view

        return register

    def add_to(self, blueprint: Blueprint, host: str | None) -> None:
        """Put the pages on a blueprint; *host* is for applications that match on host names."""
        for route in self.made:
            blueprint.add_url_rule(route.rule, route.endpoint, route.view, methods=list(route.methods), host=host)
