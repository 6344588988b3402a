"""What is laid with the browser cannot be read, made or carried over by anybody but the installation."""

import pytest
from flask import Response

from stegvis.plugin.web.sealed_cookie import SealedCookie

ROOM, REASONS = SealedCookie("rum", "room"), SealedCookie("skal", "unlocked")


def laid(office, cookie, content):
    """The cookie's value and its attributes."""
    with office.app.test_request_context("/stegvis/"):
        header = cookie.put(Response(), content).headers["Set-Cookie"]
    value, *attributes = header.split("; ")
    return value.partition("=")[2], set(attributes)


def read(office, cookie, value):
    with office.app.test_request_context("/stegvis/", headers={"Cookie": f"{cookie.name}={value}"}):
        return cookie.read()


def test_it_comes_back_and_says_nothing_on_the_way(office):
    value, attributes = laid(office, ROOM, {"who": "kim"})
    assert read(office, ROOM, value) == {"who": "kim"}
    assert "kim" not in value and b"kim" not in bytes.fromhex(value)
    assert {"HttpOnly", "SameSite=Strict", "Path=/stegvis/"} <= attributes


def test_one_purpose_is_not_another(office):
    value, _ = laid(office, ROOM, {"who": "kim"})
    assert read(office, REASONS, value) is None


@pytest.mark.parametrize("change", [lambda v: "", lambda v: "zz", lambda v: v[:-2] + "00", lambda v: v + "00"])
def test_what_is_changed_is_nothing(office, change):
    value, _ = laid(office, ROOM, {"who": "kim"})
    assert read(office, ROOM, change(value)) is None
