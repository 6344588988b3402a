"""The page that says whether a sealed file holds. It keeps nothing: the file is gone with the request."""

from collections.abc import Sequence

from flask import request
from flask.typing import ResponseReturnValue

from ...errors import StegvisError
from ...installation.state import state
from ...signing.extra import MOST_BYTES, must_be_installed
from ...signing.report import Report
from ...storage.ids import new_request_key
from ...web.rendering import render

NO_FILE = "Välj filen som du vill kontrollera."


def check_seal() -> ResponseReturnValue:
    """Asks for the file and a certificate to trust, and tells what the file proves."""
    if request.method == "GET":
        return _page()
    sent, trusted = request.files.get("fil"), request.files.get("certifikat")
    if sent is None or not sent.filename:
        return _page(NO_FILE)
    trust = [trusted.read(MOST_BYTES)] if trusted and trusted.filename else []
    try:
        return _page(report=_report(sent.read(MOST_BYTES + 1), trust))
    except StegvisError as refused:
        return _page(str(refused))


def _report(data: bytes, trust: Sequence[bytes]) -> Report:
    must_be_installed()
    from ...signing.verifying import verify  # pyHanko is an extra, and loads slowly

    return verify(data, trust)


def _page(problem: str = "", report: Report | None = None) -> ResponseReturnValue:
    html = render(
        "stegvis/verify.html",
        title="Kontrollera en förseglad fil",
        failed=bool(problem),
        problem=problem,
        report=report,
        megabytes=min(MOST_BYTES, state().settings.max_upload_bytes) // 1_000_000,
        request_key=new_request_key(),
    )
    return html, 422 if problem else 200
