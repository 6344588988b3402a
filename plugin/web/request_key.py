"""The one-time key of a page that was sent."""

from flask import request

from ..storage.ids import new_request_key


def posted_request_key() -> str:
    """The one-time key of the page that was sent, or a new one when it has none."""
    return request.form.get("engangsnyckel") or new_request_key()
