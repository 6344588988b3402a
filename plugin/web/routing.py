"""How a function becomes a page: only with the permission it takes to go there."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import update_wrapper
from typing import Any, get_args

from flask import Blueprint
from flask.typing import ResponseReturnValue

from ..installation.access import require
from ..installation.permissions import Permission
from ..installation.state import MenuItem


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

    def in_menu(self) -> MenuItem:
        """How it stands in the menu."""
        return MenuItem(self.endpoint, self.menu, self.view.permission)


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
