"""Mounts Stegvis in a host's Flask application, and touches nothing else of it."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from flask import Blueprint, Flask

from .cli import main
from .errors import SetupError
from .installation import database
from .installation.identity import DemoIdentity, IdentityAdapter
from .installation.settings import Settings
from .installation.state import NAME, Layout, Mounted
from .views import PAGES, demo
from .web.error_pages import register_problems
from .web.guard import refuse_cross_site, set_limits
from .web.headers import add_headers
from .web.kiosk import keep_in_kiosk
from .web.rendering import make_environment
from .web.routing import Routes

if TYPE_CHECKING:
    from ..forms.language.context import Letterhead
    from .keys import Keyring
    from .storage import Codec, Store

DEMO = "stegvis.demo"


def utc_now() -> datetime:
    """The moment, as everything is stored."""
    return datetime.now(UTC)


class Stegvis:
    """The extension. It keeps the host's choices and no state: one object may serve several applications.

    *identity* tells who is logged in (required). *login* and *home* give the addresses of the host's login and
    start page. *layout* places our pages in the host's: the name of a template that prints `stegvis.title`,
    `stegvis.head` and `stegvis.body`, or a function from `Page` to the whole page. *store*, *keys*, *clock* and
    *letterhead* replace what is otherwise made from the configuration. *folder* is where everything local lies:
    `stegvis` in the instance folder.
    """

    def __init__(
        self,
        *,
        identity: IdentityAdapter | None = None,
        login: Callable[[], str] | None = None,
        home: Callable[[], str] | None = None,
        layout: Layout | None = None,
        store: "Store | None" = None,
        keys: "Keyring | None" = None,
        clock: Callable[[], datetime] = utc_now,
        letterhead: "Letterhead | None" = None,
        folder: str | Path | None = None,
    ) -> None:
        self.identity = identity
        self.login, self.home, self.layout = login, home, layout
        self.store, self.keys, self.clock, self.letterhead = store, keys, clock, letterhead
        self.folder = folder

    def init_app(self, app: Flask, url_prefix: str = "/stegvis", *, host: str | None = None) -> None:
        """Mount everything under *url_prefix*; *host* is for applications that match on host names.

        Reads no database and no network. Raises SetupError naming the remedy.
        """
        identity = self._check(app, host)
        pages = (*PAGES, demo.route) if isinstance(identity, DemoIdentity) else PAGES
        mounted = self._state(app, identity, pages)
        try:
            app.register_blueprint(_blueprint(pages, host), url_prefix=url_prefix)
        except AssertionError as error:
            remedy = "Call Stegvis.init_app before the application answers its first request."
            raise SetupError(remedy) from error
        app.extensions[NAME] = mounted
        app.cli.add_command(main)

    def _check(self, app: Flask, host: str | None) -> IdentityAdapter:
        if self.identity is None:
            raise SetupError("Give Stegvis(identity=…): a function that returns an Identity, or FlaskLoginIdentity.")
        if isinstance(self.identity, DemoIdentity) and not app.extensions.get(DEMO):
            raise SetupError("Use another identity adapter: DemoIdentity is for `stegvis run` alone.")
        if NAME in app.extensions:
            raise SetupError("Call Stegvis.init_app once: this application has Stegvis already.")
        if app.url_map.host_matching and host is None:
            raise SetupError("Give init_app(host=…): this application matches on host names.")
        return self.identity

    def _state(self, app: Flask, identity: IdentityAdapter, pages: tuple[Routes, ...]) -> Mounted:
        settings = Settings.from_config(app.config)
        folder = Path(self.folder or Path(app.instance_path) / NAME)
        return Mounted(
            settings=settings,
            folder=folder,
            identity=identity,
            environment=make_environment(folder, reload=app.debug),
            menu=tuple(made.in_menu() for page in pages for made in page.made if made.menu),
            clock=self.clock,
            open_store=partial(self._open_store, settings, folder),
            open_codec=partial(self._open_codec, settings, folder),
            own_letterhead=self.letterhead,
            layout=self.layout,
            login=self.login,
            home=self.home,
        )

    def _open_store(self, settings: Settings, folder: Path) -> "Store":
        return self.store or database.open_store(settings, folder, self.keys, self.clock)

    def _open_codec(self, settings: Settings, folder: Path) -> "Codec":
        return database.open_codec(settings, folder, self.keys)


def _blueprint(pages: tuple[Routes, ...], host: str | None) -> Blueprint:
    """One flat blueprint, made anew for each application."""
    blueprint = Blueprint(NAME, __name__)
    # Not before_request: a host's own check of the form comes before that, and would meet Flask's smaller limits.
    blueprint.url_value_preprocessor(set_limits)
    blueprint.before_request(refuse_cross_site)
    blueprint.before_request(keep_in_kiosk)
    blueprint.after_request(add_headers)
    register_problems(blueprint)
    for page in pages:
        page.add_to(blueprint, host)
    return blueprint
