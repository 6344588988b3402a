"""Every page in every state: nothing for axe to find, room at 320 pixels, and a whole samtycke by keyboard alone."""

import pytest
from selenium.webdriver.common.keys import Keys
from support.browser_acts import FOCUSED, OVERFLOW, answer_by_keyboard, controls, doubted, filled, press_keys
from support.browsers import axe_violations
from support.form_examples import FORMS
from support.thorough import covering

pytestmark = pytest.mark.browser


def states(screen, sealed):
    """Every page that is not about one form, each open in the browser while its name is given."""
    for path in ("/", "/blanketter/", "/hjalp/", "/tillganglighet", "/verifiera", "/finns-inte", "/demo/"):
        screen.open(path)
        yield path
    screen.open("/verifiera")
    screen.press("main form .st-btn")
    yield "/verifiera, no file"
    screen.one("main input[type=file]").send_keys(str(sealed))
    screen.press("main form .st-btn")
    yield "/verifiera, what was found"


WHOLE = ("samtycke", "praktikavtal")
"""Forms that are shown in every state there is. Of the others, those states that show their own questions and
answers: the rest is the same page.
"""

EVERY_KIND = covering(FORMS)
"""Forms whose every own state axe sees. Of the others it sees the one with most in it, filled in: the markup of a state
is the same for every question of a kind. Whether a form's own words fit is seen in every state of every form.
"""


def own_states(screen, form):
    """The states that differ by what the form asks."""
    screen.begin(form)
    screen.do("kontrollera")
    yield f"{form}, errors"
    screen.fill(form)
    yield f"{form}, filled in"
    screen.do("kontrollera")
    yield f"{form}, check"
    screen.press('form[action$="kontrollera"] button')
    yield f"{form}, document"
    if screen.all(".st-aud li:last-child a"):
        screen.press(".st-aud li:last-child a")
        yield f"{form}, document, another's copy"


def states_of_a_form(screen, form, blank):
    """Every state of one form's pages, and the list of work with it."""
    screen.begin(form)
    yield f"{form}, new"
    address = screen.browser.current_url
    screen.do("kontrollera")
    yield f"{form}, errors"
    screen.fill(form)
    yield f"{form}, filled in"
    screen.do("spara")
    yield f"{form}, saved"
    _save_elsewhere(screen, address)
    screen.answer({"handlaggare_roll": "Samordnare", "handlaggare_namn": "Hanna Handläggarsson"})
    screen.do("spara")
    yield f"{form}, two people"
    screen.browser.get(address.replace("fyll-i", "kasta"))
    yield f"{form}, throw away"
    screen.browser.get(address)
    screen.do("kontrollera")
    yield f"{form}, check"
    screen.press(".st-aud li:last-child a")
    yield f"{form}, check, another's copy"
    screen.press('form[action$="kontrollera"] button')
    yield f"{form}, document"
    screen.press('a[href$="/text"]')
    yield f"{form}, document, as text to copy"
    screen.browser.back()
    screen.press(".st-aud li:last-child a")
    yield f"{form}, document, another's copy"
    screen.open("/")
    yield f"/ with {form}"
    screen.open(f"/blanketter/{form}/las-in")
    yield f"{form}, to read in"
    screen.press("main form .st-btn")
    yield f"{form}, nothing to read in"
    screen.one("#st-fil").send_keys(str(blank))
    screen.press("main form .st-btn")
    yield f"{form}, read in with doubts"


def _save_elsewhere(screen, address):
    """Somebody else saves the same draft in another window."""
    here = screen.browser.current_window_handle
    screen.browser.switch_to.new_window("tab")
    screen.browser.get(address)
    screen.answer({"handlaggare_roll": "Jobbcoach", "handlaggare_telefon": "08-465 004 99"})
    screen.do("spara")
    screen.browser.close()
    screen.browser.switch_to.window(here)


@pytest.mark.parametrize("form", [None, *FORMS])
def test_axe_finds_nothing_and_320_pixels_are_enough_on_any_page(scripted, form, tmp_path):
    """No rule and no element is left out; 320 pixels are a screen of 1280 at 400 percent."""
    found = {}
    whole = (
        states(scripted, filled("samtycke", tmp_path))
        if form is None
        else states_of_a_form(scripted, form, doubted(form, tmp_path))
        if form in WHOLE
        else None
    )
    for state in whole or own_states(scripted, form):
        if whole or form in EVERY_KIND or state.endswith("filled in"):
            found[state] = axe_violations(scripted.browser)
        scripted.wide(320)
        found[f"{state} at 320"] = scripted.browser.execute_script(OVERFLOW)
        scripted.wide(1366)
    assert {state: problems for state, problems in found.items() if problems} == {}
    assert sum(state.endswith(" at 320") for state in found) >= 4


def test_a_whole_samtycke_by_keyboard_alone(scripted):
    """Tab, letters, arrows, space and Enter; what has focus is always to be seen."""
    scripted.begin("samtycke")
    answers = controls("samtycke")
    for _ in range(400):
        press_keys(scripted, Keys.TAB)
        focused = scripted.browser.execute_script(FOCUSED)
        assert focused["shown"], focused
        if focused["value"] == "kontrollera":
            break
        if focused["value"] == "lagg-till:parter" and not scripted.all("#st-parter-2"):
            focused = _add_a_party(scripted)
        answer_by_keyboard(scripted, focused, answers)
    press_keys(scripted, Keys.ENTER)
    scripted.wait(lambda: scripted.h1 == "Kontrollera svaren")
    while scripted.browser.switch_to.active_element.text != "Spara":
        press_keys(scripted, Keys.TAB)
    press_keys(scripted, Keys.ENTER)
    scripted.wait(lambda: "Klar för underskrift" in scripted.one("main").text)


def _add_a_party(screen):
    """The new row's first field, which has focus when the page has come."""
    press_keys(screen, Keys.ENTER)
    screen.wait(lambda: screen.browser.execute_script(FOCUSED)["id"] == "st-parter-2-organisation")
    return screen.browser.execute_script(FOCUSED)
