"""A whole agreement signed on a tablet: drawn, typed by keyboard alone, and without scripts; every state as axe
sees it.
"""

import json

import pytest
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys
from support.browser_acts import FOCUSED, OVERFLOW
from support.browsers import axe_violations
from support.form_examples import example
from support.paper_scans import as_pdf, printed, scanned

pytestmark = pytest.mark.browser
BOTH = pytest.mark.parametrize("screen", ["scripted", "plain"], indirect=True)
NAME = example("praktikavtal")["deltagare_namn"]


def to_sign(screen, form="praktikavtal"):
    """A saved document whose signing has begun; the worker's page is open."""
    screen.begin(form)
    screen.fill(form)
    screen.do("kontrollera")
    screen.press('form[action$="kontrollera"] button')
    screen.press('a[href$="/underskrifter"]')
    screen.press('button[value="borja:skarm"]')
    return screen.path


def hand_over(screen, party):
    screen.press(f'a[href$="{party}/lamna-over"]')
    screen.one("#st-kod").send_keys("4711")
    screen.press("main form .st-btn")
    assert screen.h1 == "Läs och skriv under"


def unlock(screen):
    screen.one("#st-kod").send_keys("4711")
    screen.press('form[action$="las-upp"] button')
    assert screen.h1 == "Underskrifter"


def sign_all(screen, first):
    for row in screen.all('a[href$="lamna-over"]')[1:]:
        party = row.get_attribute("href").split("/")[-2]
        if party != "underskrift_kommun":
            first.append(party)


@BOTH
def test_everybody_signs_in_turn_and_the_document_is_signed(screen):
    path = to_sign(screen)
    others = []
    sign_all(screen, others)
    for party in ["underskrift_deltagare", *others]:
        hand_over(screen, party)
        help_text = screen.one("#st-namn-hjalp").text
        name = help_text.rpartition(": ")[2].rstrip(".") if ": " in help_text else "Robin Handledarsson"
        screen.one("#st-namn").send_keys(name)
        screen.one("#st-last").click()
        screen.press('button[value="skriv-under"]')
        assert screen.h1 == "Tack"
        unlock(screen)
    screen.press('a[href$="underskrift_kommun/lamna-over"]')
    screen.one("#st-last").click()
    screen.press('button[value="skriv-under"]')
    assert "Alla som behövs har skrivit under." in screen.one("main").text
    screen.open(path.removesuffix("/underskrifter"))
    assert "Underskriven" in screen.one(".st-headline").text


def test_a_signature_is_drawn_kept_while_something_is_mended_and_stands_in_the_copy(scripted):
    path = to_sign(scripted)
    hand_over(scripted, "underskrift_deltagare")
    pad = scripted.one(".st-pad")
    scripted.browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", pad)
    pen = ActionChains(scripted.browser).move_to_element_with_offset(pad, -150, 0).click_and_hold()
    for x, y in ((40, -30), (30, 40), (40, -50), (30, 30), (50, -20), (20, 30)):
        pen = pen.move_by_offset(x, y)
    pen.release().perform()
    drawn = json.loads(scripted.one("[name=underskrift]").get_attribute("value"))
    assert len(drawn) == 1 and len(drawn[0]) >= 6
    scripted.press('button[value="skriv-under"]')
    assert "Kryssa i" in scripted.one(".st-errors").text
    assert json.loads(scripted.one("[name=underskrift]").get_attribute("value")) == drawn
    scripted.one("#st-last").click()
    scripted.press('button[value="skriv-under"]')
    assert scripted.h1 == "Tack"
    scripted.browser.back()
    assert "Din underskrift" not in scripted.browser.page_source  # no form of what is signed, from any cache
    scripted.open("/underskrift")
    assert scripted.h1 == "Tack"
    unlock(scripted)
    scripted.open(path.removesuffix("/underskrifter"))
    assert "Ritad på skärm" in scripted.one("main").text


def test_a_pad_that_is_cleared_is_empty(scripted):
    to_sign(scripted)
    hand_over(scripted, "underskrift_deltagare")
    pad = scripted.one(".st-pad")
    scripted.browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", pad)
    ActionChains(scripted.browser).move_to_element(pad).click_and_hold().move_by_offset(50, 10).release().perform()
    assert scripted.one("[name=underskrift]").get_attribute("value")
    scripted.one("[data-clear]").click()
    assert scripted.one("[name=underskrift]").get_attribute("value") == ""
    scripted.press('button[value="vanta"]')
    unlock(scripted)


def test_a_party_signs_by_keyboard_alone(scripted):
    to_sign(scripted)
    hand_over(scripted, "underskrift_deltagare")
    for _ in range(40):
        keys(scripted, Keys.TAB)
        focused = scripted.browser.execute_script(FOCUSED)
        assert focused["shown"], focused
        if focused["id"] == "st-namn":
            keys(scripted, NAME)
        elif focused["id"] == "st-last":
            keys(scripted, Keys.SPACE)
        elif focused["value"] == "skriv-under":
            keys(scripted, Keys.ENTER)
            break
    scripted.wait(lambda: scripted.h1 == "Tack")
    unlock(scripted)


def keys(screen, words):
    screen.browser.switch_to.active_element.send_keys(words)


def states(screen):
    """Every state of the pages of signing, each open in the browser while its name is given."""
    path = to_sign(screen)
    yield "begun"
    screen.press('button[value="pausa"]')
    yield "a reason is missing"
    screen.one("#st-skal").send_keys("Vi väntar på svar.")
    screen.press('button[value="pausa"]')
    yield "paused"
    screen.press('button[value="fortsatt"]')
    screen.press('a[href$="underskrift_deltagare/lamna-over"]')
    yield "to hand over"
    screen.press("main form .st-btn")
    yield "to hand over, no code"
    screen.one("#st-kod").send_keys("4711")
    screen.press("main form .st-btn")
    yield "to sign"
    screen.press('button[value="skriv-under"]')
    yield "to sign, something is missing"
    screen.press('button[value="neka"]') if screen.one("details").get_attribute("open") else screen.one(
        "summary"
    ).click()
    yield "saying no"
    screen.one("#st-namn").send_keys(NAME)
    screen.one("#st-last").click()
    screen.press('button[value="skriv-under"]')
    yield "signed"
    screen.press('form[action$="las-upp"] button')
    yield "wrong code"
    unlock(screen)
    yield "partly signed"
    screen.open(path.removesuffix("/underskrifter"))
    yield "partly signed, the document"
    screen.open(path)
    screen.one("#st-skal").send_keys("Fel dag.")
    screen.press('button[value="avbryt"]')
    yield "ended"
    screen.press('button[value="borja:papper"]')
    yield "on paper"
    screen.press('a[href$="/papper"]')
    yield "paper to register"
    screen.press("main form .st-btn")
    yield "paper, something is missing"


def test_axe_finds_nothing_and_320_pixels_are_enough_in_any_state(scripted):
    found = {}
    for state in states(scripted):
        found[state] = axe_violations(scripted.browser)
        scripted.wide(320)
        found[f"{state} at 320"] = scripted.browser.execute_script(OVERFLOW)
        scripted.wide(1366)
    assert {state: problems for state, problems in found.items() if problems} == {}
    assert len(found) == 32


@BOTH
def test_on_paper_printed_signed_scanned_and_matched(screen, downloads, tmp_path):
    """The browser fetches the print; the paper is made of it, laid askew and scanned; a page less is told, and all
    of it is kept.
    """
    to_sign(screen)
    screen.one("#st-skal").send_keys("På papper i stället.")
    screen.press('button[value="avbryt"]')
    screen.press('button[value="borja:papper"]')
    screen.press('a[href$="/papper"]')
    screen.one('a[href$="papper.pdf"]').click()
    screen.wait(lambda: [file for file in downloads.iterdir() if file.suffix == ".pdf"])
    (file,) = downloads.iterdir()
    pages = [scanned(page, tilt=-1.2) for page in printed(file.read_bytes())]
    file.unlink()
    (tmp_path / "skanning.pdf").write_bytes(as_pdf(pages))
    (tmp_path / "halv.pdf").write_bytes(as_pdf(pages[:-1]))
    for field in screen.all("input[name^=skrev-]"):
        field.click()
    for field in screen.all("input[name^=namn-]"):
        if not field.get_attribute("value"):
            field.send_keys("Robin Handledarsson")
    screen.one("#st-original").send_keys("Närarkivet, pärm 2026")
    screen.one("#st-intygar").click()
    screen.one("#st-fil").send_keys(str(tmp_path / "halv.pdf"))
    screen.press("main form .st-btn")
    assert "Den saknas." in screen.one(".st-errors").text
    screen.one("#st-fil").send_keys(str(tmp_path / "skanning.pdf"))
    screen.press("main form .st-btn")
    assert "Alla som behövs har skrivit under." in screen.one("main").text
