"""A reason opens one case, for one person, from one browser, for half an hour; nothing of it can be read or made."""

from datetime import timedelta
from uuid import UUID

import pytest
from flask import Response

from stegvis.plugin.web.given_reasons import COOKIE, MOST, is_unlocked, unlock

CASE, OTHER = UUID(int=1), UUID(int=2)


@pytest.fixture
def browser(office):
    """Asks something as the browser that has been given the cookies so far."""

    class Browser:
        kept = ""

        def ask(self, act):
            headers = {"Cookie": f"{COOKIE}={self.kept}"} if self.kept else {}
            with office.app.test_request_context("/stegvis/", headers=headers):
                return act()

        def open(self, case):
            answer = self.ask(lambda: unlock(Response(), case))
            self.sent = answer.headers["Set-Cookie"]
            self.kept = self.sent.partition(";")[0].partition("=")[2]

        def may(self, case):
            return self.ask(lambda: is_unlocked(case))

    return Browser()


def test_it_opens_that_case_for_half_an_hour_and_no_other(office, browser):
    assert not browser.may(CASE)
    browser.open(CASE)
    assert browser.may(CASE) and not browser.may(OTHER)
    office.at += timedelta(minutes=29, seconds=59)
    assert browser.may(CASE)
    office.at += timedelta(seconds=1)
    assert not browser.may(CASE)


def test_who_sits_down_after_has_given_none(office, browser):
    browser.open(CASE)
    office.become("hanna", "Hanna Handläggarsson")
    assert not browser.may(CASE)
    browser.open(OTHER)
    office.become("kim", "Kim Konsulent")
    assert not browser.may(CASE) and not browser.may(OTHER)


def test_one_reason_does_not_end_another_and_the_oldest_goes_when_there_are_many(browser):
    for number in range(1, MOST + 2):
        browser.open(UUID(int=number))
    assert [number for number in range(1, MOST + 2) if not browser.may(UUID(int=number))] == [1]


def test_the_cookie_is_for_our_pages_alone_and_for_no_script_and_names_no_case(browser):
    browser.open(CASE)
    assert {"HttpOnly", "SameSite=Strict", "Path=/stegvis/"} <= set(browser.sent.split("; "))
    assert str(CASE) not in browser.sent and bytes.fromhex(browser.kept).find(b"kim") == -1


@pytest.mark.parametrize(
    "spoil", [lambda kept: "", lambda kept: "zz", lambda kept: kept[:-2] + "00", lambda kept: "ab" * 99]
)
def test_a_cookie_that_is_none_of_ours_opens_nothing(browser, spoil):
    browser.open(CASE)
    browser.kept = spoil(browser.kept) if spoil(browser.kept) != browser.kept else "ff"
    assert not browser.may(CASE)
