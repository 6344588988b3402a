"""A draft that saves itself in a real browser: lost network, closed tab, ended session, and two people."""

import time

import pytest
from support.browser_acts import Screen
from support.browsers import served
from support.hosts import mounted

from stegvis.plugin import Identity
from stegvis.plugin.demo_server import prepare

pytestmark = pytest.mark.browser
PEOPLE = {
    name: Identity(name, f"{name.title()} Testsson", frozenset({"handlaggare"}), (), "Nämnden")
    for name in ("kim", "hanna")
}


class Desk:
    """An office whose login can end, and a draft in it."""

    def __init__(self, folder):
        self.who = PEOPLE["kim"]
        self.app = mounted(folder, identity=lambda: self.who)
        prepare(self.app.extensions["stegvis"])

    def kept(self, path, name):
        """What the draft holds, by the question."""
        from uuid import UUID

        store = self.app.extensions["stegvis"].store
        return store.read("Nämnden", UUID(path.split("/")[2]), by="test").payload["answers"].get(name)


@pytest.fixture
def desk(tmp_path):
    return Desk(tmp_path)


@pytest.fixture
def screen(desk, scripted):
    with served(desk.app) as address:
        here = Screen(scripted.browser, address)
        here.begin("samtycke")
        yield here
        scripted.browser.get("about:blank")


def said(screen):
    return screen.one("[data-autosave-note]").text


def typed(screen, words, name="syfte"):
    screen.one(f'[name="{name}"]').send_keys(words)


def test_it_is_saved_within_seconds(desk, screen):
    typed(screen, "Planera praktik")
    screen.wait(lambda: said(screen).startswith("Sparat kl."), 8)
    assert desk.kept(screen.path, "syfte") == "Planera praktik"
    typed(screen, " tillsammans")
    screen.wait(lambda: desk.kept(screen.path, "syfte") == "Planera praktik tillsammans", 8)
    screen.do("spara")
    assert "Utkastet sparades" in screen.one(".st-body").text, "the button goes on from there"


def test_a_lost_network_loses_nothing(desk, screen):
    screen.browser.execute_cdp_cmd("Network.enable", {})
    offline = {"offline": True, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0}
    screen.browser.execute_cdp_cmd("Network.emulateNetworkConditions", offline)
    typed(screen, "Skrivet utan nät")
    screen.wait(lambda: said(screen) == "Inte sparat än. Vi försöker igen.", 8)
    screen.browser.execute_cdp_cmd(
        "Network.emulateNetworkConditions",
        {**offline, "offline": False, "downloadThroughput": -1, "uploadThroughput": -1},
    )
    screen.wait(lambda: desk.kept(screen.path, "syfte") == "Skrivet utan nät", 15)


def test_a_tab_that_is_closed_has_saved(desk, screen):
    here, path, address = screen.browser.current_window_handle, screen.path, screen.browser.current_url
    screen.browser.switch_to.new_window("tab")
    screen.browser.get(address)
    typed(screen, "Skrivet precis före")
    screen.browser.execute_script("window.onbeforeunload = null")
    screen.browser.close()
    screen.browser.switch_to.window(here)
    screen.wait(lambda: desk.kept(path, "syfte") == "Skrivet precis före", 8)


def test_a_session_that_ends_keeps_the_words_and_goes_on_when_somebody_logs_in(desk, screen):
    desk.who = None
    typed(screen, "Skrivet utloggad")
    screen.wait(lambda: "du är utloggad" in said(screen), 8)
    assert screen.one('[name="syfte"]').get_attribute("value") == "Skrivet utloggad"
    desk.who = PEOPLE["kim"]
    screen.wait(lambda: desk.kept(screen.path, "syfte") == "Skrivet utloggad", 20)


def test_two_people_see_each_other(desk, screen):
    here, address = screen.browser.current_window_handle, screen.browser.current_url
    desk.who = PEOPLE["hanna"]
    screen.browser.switch_to.new_window("tab")
    screen.browser.get(address)
    typed(screen, "Inget om barnen", "undantag")
    screen.wait(lambda: said(screen).startswith("Sparat"), 8)
    hers = screen.browser.current_window_handle
    screen.browser.switch_to.window(here)
    desk.who = PEOPLE["kim"]
    typed(screen, "Planera")
    screen.wait(lambda: said(screen) == "Hanna Testsson ändrade i samma utkast. Ändringen står på sidan.", 8)
    assert screen.one('[name="undantag"]').get_attribute("value") == "Inget om barnen"
    typed(screen, "!", "undantag")
    screen.wait(lambda: desk.kept(screen.path, "undantag") == "Inget om barnen!", 8)
    screen.browser.switch_to.window(hers)
    desk.who = PEOPLE["hanna"]
    typed(screen, "?", "undantag")
    screen.wait(lambda: "har ändrat samma svar som du" in said(screen), 8)
    assert desk.kept(screen.path, "undantag") == "Inget om barnen!", "nobody's words are written over"
    time.sleep(0.1)
    screen.browser.execute_script("document.querySelector('form[data-unsaved]').dispatchEvent(new Event('submit'))")
    screen.browser.close()
    screen.browser.switch_to.window(here)
