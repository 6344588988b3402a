"""What one application has mounted: kept in the application, never in a module."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, cast

from flask import current_app
from jinja2 import Environment
from markupsafe import Markup

from .identity import DemoIdentity, IdentityAdapter
from .permissions import Permission
from .settings import Settings

if TYPE_CHECKING:
    from ...forms.language.context import Letterhead
    from ..storage import Codec, Store
    from .letterhead import Paper

NAME = "stegvis"


@dataclass(frozen=True)
class Page:
    """A finished page of ours, for a host to put into its own layout: all three are safe HTML.

    *head* loads our style sheet and script; *body* is the whole page between the host's header and footer.
    """

    title: Markup
    head: Markup
    body: Markup


class MenuItem(NamedTuple):
    """A page in the menu: its endpoint, the id of the phrase it stands under, and what it takes to go there."""

    endpoint: str
    phrase: str
    permission: Permission


# The name of a host's template, or a function that returns the whole page.
Layout: TypeAlias = str | Callable[[Page], str]


@dataclass(frozen=True, kw_only=True)
class Mounted:
    """The settings and the host's choices for one application; *folder* is where everything local lies."""

    settings: Settings
    folder: Path
    identity: IdentityAdapter
    environment: Environment
    menu: tuple["MenuItem", ...]
    clock: Callable[[], datetime]
    open_store: Callable[[], "Store"]
    open_codec: Callable[[], "Codec"]
    own_letterhead: "Letterhead | None"
    layout: Layout | None
    login: Callable[[], str] | None
    home: Callable[[], str] | None
    told: set[str] = field(default_factory=set, init=False, compare=False, repr=False)
    """The mistakes in form files that the log has been told of."""

    folder_busy: Lock = field(default_factory=Lock, init=False, compare=False, repr=False)
    """Held while something is laid in the folder for another system."""

    sealing_busy: Lock = field(default_factory=Lock, init=False, compare=False, repr=False)
    """Held while a worker seals."""

    @cached_property
    def store(self) -> "Store":
        """The storage, opened when it is first asked for."""
        return self.open_store()

    @cached_property
    def codec(self) -> "Codec":
        """What seals with the installation's keys, outside the storage too. Raises KeyringError."""
        return self.open_codec()

    @property
    def sender(self) -> "Letterhead":
        """Who sends the documents, by the settings or the host."""
        return self._paper.sender

    @property
    def letterhead(self) -> "Letterhead":
        """Who sends the documents, and on which paper as of now."""
        return self._paper.letterhead

    @property
    def letterhead_problems(self) -> tuple[str, ...]:
        """What is wrong with the letterheads of the folder now; each is written to the log when it is first met."""
        return self._paper.problems

    @cached_property
    def _paper(self) -> "Paper":
        from .letterhead import Paper, must_be_neutral  # with it comes the form engine, which a host starts without

        sender = must_be_neutral(self.own_letterhead or self.settings.letterhead(), self.settings.revealing)
        return Paper(sender, self.folder, self.settings.revealing)

    @property
    def demo(self) -> bool:
        """Whether this is the demo application, where everyone is made up."""
        return isinstance(self.identity, DemoIdentity)


def state() -> Mounted:
    """What the application that answers this request has mounted."""
    return cast(Mounted, current_app.extensions[NAME])
