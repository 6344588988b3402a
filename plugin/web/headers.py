"""The headers of our own responses. What the host has set already stands, except that pages are never kept."""

from flask import Response

from ..installation.state import state

POLICIES = {
    "Referrer-Policy": "same-origin",  # not "no-referrer": hosts that check the Referer would refuse our forms
    "X-Content-Type-Options": "nosniff",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


def add_headers(response: Response) -> Response:
    """Add what keeps a page with personal data out of caches, frames and other sites."""
    if not response.cache_control.immutable:
        response.headers["Cache-Control"] = "no-store"
    settings = state().settings
    if settings.content_security_policy:
        policy = f"{settings.content_security_policy}; frame-ancestors {settings.frame_ancestors}"
        response.headers.setdefault("Content-Security-Policy", policy)
    for name, value in POLICIES.items():
        response.headers.setdefault(name, value)
    return response
