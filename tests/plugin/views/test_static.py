"""The style sheet and the script, in a real browser: they hold inside a host, leave it alone, and help without
being needed.
"""

from pathlib import Path

import pytest
from jinja2 import FileSystemLoader
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from support.browsers import axe_violations, chromium, served
from support.hosts import BERIT, bare

from stegvis.plugin import Stegvis
from stegvis.plugin.views import PAGES
from stegvis.plugin.web.rendering import STATIC, render
from stegvis.plugin.web.routing import Routes

pytestmark = pytest.mark.browser
HERE = Path(__file__).parents[1]
PROPERTIES = [
    "display",
    "position",
    "float",
    "color",
    "background-color",
    "background-image",
    "font-family",
    "font-size",
    "font-weight",
    "font-style",
    "line-height",
    "letter-spacing",
    "text-align",
    "text-transform",
    "opacity",
    "border-top-width",
    "border-top-style",
    "border-top-color",
    "border-radius",
    "padding-left",
    "margin-top",
    "list-style-type",
    "text-decoration-line",
    "box-shadow",
    "outline-style",
]
STYLES = """
const [within, properties] = arguments;
const show = (element, pseudo) => {
  const style = getComputedStyle(element, pseudo);
  const values = properties.map((name) => `${name}: ${style.getPropertyValue(name)}`);
  return values.join("; ") + (pseudo ? style.content : "");
};
return [...document.querySelectorAll(within)].flatMap((element) =>
  [null, "::before", "::after"].map((pseudo) => `${element.tagName} ${element.id} ${pseudo} ${show(element, pseudo)}`));
"""


def _app(folder, **choices):
    """A host whose every habit is bad, with one page of ours that shows each component."""
    route = Routes()

    @route("/delar", permission="public")
    def components():
        return render("components.html", title="Blankett", failed=True)

    app = bare(folder)
    app.jinja_loader = FileSystemLoader(HERE / "templates")
    app.add_url_rule("/hostile.css", "css", lambda: ((HERE / "hostile.css").read_text(), {"Content-Type": "text/css"}))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("stegvis.plugin.extension.PAGES", (route, *PAGES))
        Stegvis(identity=lambda: BERIT, **choices).init_app(app)
    (folder / "stegvis/templates").mkdir(parents=True)
    (folder / "stegvis/templates/components.html").symlink_to(HERE / "templates/components.html")
    return app


@pytest.fixture(scope="module")
def alone(tmp_path_factory):
    with served(_app(tmp_path_factory.mktemp("alone"))) as address:
        yield address + "/stegvis/delar"


@pytest.fixture(scope="module")
def embedded(tmp_path_factory):
    app = _app(tmp_path_factory.mktemp("embedded"), layout="hostile.html")
    app.context_processor(lambda: {"without": False})
    with served(app) as address:
        yield address + "/stegvis/delar"


@pytest.fixture(scope="module")
def unstyled(tmp_path_factory):
    app = _app(tmp_path_factory.mktemp("unstyled"), layout="hostile.html")
    app.context_processor(lambda: {"without": True})
    with served(app) as address:
        yield address + "/stegvis/delar"


@pytest.fixture(scope="module")
def browser():
    with chromium() as driver:
        yield driver


def _open(browser, address):
    browser.get(address)
    return browser


def _styles(browser, address, within):
    """The computed styles of all that matches, three lines an element, its pseudo-elements included."""
    return _open(browser, address).execute_script(STYLES, within, PROPERTIES)


def test_our_page_looks_the_same_inside_the_worst_of_hosts(browser, alone, embedded):
    """In every property, of every element and what stands before and after it."""
    expected, found = (_styles(browser, address, ".st-page, .st-page *") for address in (alone, embedded))
    # Our own page has a <main> where a host has its own.
    expected = [line.replace("MAIN st-main", "DIV st-main") for line in expected]
    assert len(expected) > 400
    assert found == expected


def test_the_hosts_own_elements_look_the_same_with_and_without_our_sheet(browser, embedded, unstyled):
    within = "html, body, #topp, #topp *, #innehall, .theirs, .theirs *"
    assert _styles(browser, embedded, within) == _styles(browser, unstyled, within)


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_axe_finds_nothing_wrong_with_any_component(browser, alone, mode):
    _open(browser, alone).execute_script("document.body.dataset.mode = arguments[0]", mode)
    assert axe_violations(browser) == []


def test_axe_finds_nothing_wrong_with_us_inside_the_worst_of_hosts(browser, embedded):
    assert axe_violations(_open(browser, embedded), ".stegvis") == []


def test_at_400_percent_nothing_is_cut_off_and_nothing_scrolls_sideways(alone):
    """A window of 1280 pixels at 400 % is 320 wide."""
    with chromium(size=(1280, 1024)) as browser:
        browser.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride", {"width": 320, "height": 256, "deviceScaleFactor": 4, "mobile": False}
        )
        browser.get(alone)
        assert browser.execute_script("return document.documentElement.scrollWidth") <= 320


def test_every_target_is_at_least_24_pixels_high(browser, alone):
    small = _open(browser, alone).execute_script(
        "return [...document.querySelectorAll('button:not(.st-vh), input, select, .st-opt, .st-aud a, nav a')]"
        ".filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 24).map((one) => one.outerHTML)"
    )
    assert small == []


def test_with_errors_the_reading_starts_at_the_summary(browser, alone):
    assert "st-errors" in _open(browser, alone).switch_to.active_element.get_attribute("class")


def test_a_question_is_hidden_until_it_is_asked_for(browser, alone):
    page = _open(browser, alone)
    shown = {
        name: page.find_element(By.ID, f"fraga-{name}").is_displayed for name in ("sprak", "enhet", "datum", "okand")
    }
    assert [name for name, is_displayed in shown.items() if is_displayed()] == []
    page.find_element(By.CSS_SELECTOR, "[name=tolk][value=ja]").click()
    assert shown["sprak"]() and shown["okand"]()
    page.find_element(By.ID, "st-p0").send_keys("Regionen")
    assert shown["enhet"]()
    page.find_element(By.CSS_SELECTOR, "[name=satt][value=post]").click()
    assert shown["datum"]()
    page.find_element(By.CSS_SELECTOR, "[name=satt][value=post]").click()
    page.find_element(By.CSS_SELECTOR, "[name=last]").click()
    assert shown["datum"]()
    page.find_element(By.CSS_SELECTOR, "[name=tolk][value=nej]").click()
    assert not shown["sprak"]() and not shown["enhet"]() and not shown["okand"]()
    page.execute_script(
        "document.querySelector('form').dataset.unsaved === '' && addEventListener('beforeunload', (e) => "
        "e.stopImmediatePropagation(), true)"
    )


def test_what_is_not_saved_is_said_on_the_page(browser, alone):
    page = _open(browser, alone)
    note = page.find_element(By.CSS_SELECTOR, "[data-unsaved-note]")
    assert not note.is_displayed()
    page.find_element(By.ID, "st-namn").send_keys("A")
    assert note.text == "Du har ändringar som inte är sparade."


def test_without_script_every_question_is_there(alone):
    with chromium(script=False) as browser:
        browser.get(alone)
        hidden = [
            e.get_attribute("id") for e in browser.find_elements(By.CSS_SELECTOR, ".st-q") if not e.is_displayed()
        ]
        assert hidden == []


def test_the_keyboard_reaches_the_content_at_once_and_every_focus_is_seen(browser, alone):
    page = _open(browser, alone.replace("delar", "hjalp/"))
    page.find_element(By.TAG_NAME, "body").send_keys(Keys.TAB)
    skip = page.switch_to.active_element
    assert skip.text == "Hoppa till innehållet" and skip.is_displayed()
    assert skip.value_of_css_property("outline-style") == "solid"
    skip.send_keys(Keys.ENTER)
    assert page.switch_to.active_element.get_attribute("id") == "st-main"


def test_the_sheet_never_measures_in_rem_and_fetches_nothing():
    """A host may set the size of rem; and a page makes no outbound call."""
    sheet = (STATIC / "stegvis.css").read_text("utf-8")
    rules = sheet[sheet.index("@property") :]
    assert "rem;" not in rules and "url(" not in rules and "@import" not in rules
