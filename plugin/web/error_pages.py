"""Our own error pages, for our own addresses only: they say what to do, and never what went wrong inside."""

import logging
import secrets
import traceback
from pathlib import Path
from typing import NamedTuple

from flask import Blueprint, Response, current_app, redirect, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException, InternalServerError, default_exceptions

from ...schemas.messages import message
from ...schemas.phrases import phrase
from ..errors import FormUnavailable, ReasonNeeded
from ..installation.state import state
from ..keys import KeyringError
from .guard import CrossSite
from .problem_json import is_api, problem
from .rendering import render, render_bare, url

log = logging.getLogger("stegvis")


class Problem(NamedTuple):
    """The heading and the words of one error page."""

    title: str
    text: str


PROBLEMS = {
    401: Problem("Logga in först", "Logga in och öppna sidan på nytt."),
    403: Problem("Du har inte behörighet", message("not_allowed")),
    404: Problem("Sidan finns inte", message("not_found")),
    413: Problem("Det är för mycket på en gång", "Korta texterna eller ta bort rader, och spara igen."),
    503: Problem("Tjänsten är stängd en stund", "Försök igen om några minuter. Det du redan har sparat finns kvar."),
}
EXPIRED = Problem("Sidan är för gammal", message("form_expired"))
CROSS_SITE = Problem(
    "Öppna sidan här i stället", "Öppna sidan på nytt och spara igen. Svaren kom från en annan webbplats."
)
NO_ORIGIN = Problem(
    "Anropet kom inte härifrån",
    "Skicka rubriken Origin med tjänstens egen adress, till exempel https://intranat.example.",
)
NOT_JSON = Problem("Anropet är inte JSON", "Skicka anropet som application/json.")
OTHER = Problem("Det gick inte", "Gå tillbaka, öppna sidan på nytt och försök igen.")


def register_problems(blueprint: Blueprint) -> None:
    """Take care of every error behind our own addresses; each code by itself, since a host's handler for a code goes
    before ours for all of them."""
    for code in default_exceptions:
        blueprint.register_error_handler(code, _refused)
    blueprint.register_error_handler(Exception, _failed)


def _refused(error: HTTPException) -> ResponseReturnValue:
    if isinstance(error, InternalServerError):
        return _failed(error.original_exception or error)
    if isinstance(error, ReasonNeeded):
        return redirect(url(error.endpoint, **error.values), 303)
    code = error.code or 500
    login = state().login
    if code == 401 and login and request.method == "GET" and not is_api():
        return redirect(login())
    return _page(_problem(error, code), code, str(code))


def _problem(error: HTTPException, code: int) -> Problem:
    if isinstance(error, CrossSite):
        return NO_ORIGIN if is_api() else CROSS_SITE
    if code == 415 and is_api():
        return NOT_JSON
    if isinstance(error, FormUnavailable):
        return Problem("Blanketten kan inte visas", phrase("form_broken", blankett=error.title))
    if type(error).__name__ == "CSRFError":  # Flask-WTF's, by name: it need not be installed
        return EXPIRED
    return PROBLEMS.get(code, OTHER)


def _failed(error: BaseException) -> ResponseReturnValue:
    from ..storage import BrokenSeal, NotFound, SchemaOutdated, StoreUnavailable  # SQLAlchemy: a host starts without it

    if isinstance(error, NotFound):
        return _refused(default_exceptions[404]())
    if _developing():
        raise error
    code = secrets.token_hex(3).upper()
    said = f" ({error})" if isinstance(error, KeyringError) else ""  # what it says is about keys, never about a person
    log.error("%s: %s %s: %s%s", code, request.method, request.endpoint, _where(error), said)
    if isinstance(error, SchemaOutdated | StoreUnavailable | BrokenSeal | KeyringError):
        return _page(PROBLEMS[503], 503, code)
    return _page(Problem("Något gick fel", message("server_error", kod=code)), 500, code)


def _developing() -> bool:
    """Whether Flask lets errors through to the developer; the same rule as its own."""
    propagate = current_app.config["PROPAGATE_EXCEPTIONS"]
    return bool(current_app.testing or current_app.debug if propagate is None else propagate)


def _where(error: BaseException) -> str:
    """The kind of error and the lines it came through. Never its message, which may hold what somebody wrote."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    here = f"{type(error).__module__}.{type(error).__qualname__} at {' > '.join(lines)}"
    return f"{here} from {_where(error.__cause__)}" if error.__cause__ else here


def _page(said: Problem, status: int, code: str) -> ResponseReturnValue:
    """The page in the host's layout; in ours when that fails; and as bare words when ours does. JSON for programs."""
    if is_api():
        return problem(status, said.title, said.text, code=code)
    for draw in (render, render_bare):
        try:
            return draw("stegvis/error.html", title=said.title, text=said.text, code=code), status
        except Exception as error:  # noqa: BLE001 - the layout or the login may be the very thing that is broken
            log.error("%s: the error page: %s", code, _where(error))
    return Response(f"{said.title}. {said.text}", status, mimetype="text/plain")
