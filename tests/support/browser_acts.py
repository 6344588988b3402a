"""What the browser tests do over and over: begin a form, answer it, press a button, and wait for the page that
comes.
"""

import re
import time
from urllib.parse import urlsplit

from selenium.common.exceptions import WebDriverException
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from stegvis.exporters import compose, export
from stegvis.forms import load_form
from stegvis.forms.questions.view import control_name
from support.form_examples import example
from support.pdf_filling import fill, sent

DAY = re.compile(r"\d{4}-\d\d-\d\d")
ANSWER = """
const form = document.querySelector("main form[data-unsaved]");
for (const [name, value] of Object.entries(arguments[0])) {
  for (const control of form.querySelectorAll(`[name="${name}"]`)) {
    const chosen = value === true || (Array.isArray(value) && value.includes(control.value));
    if (control.type === "checkbox") control.checked = chosen;
    else if (control.type === "radio") control.checked = control.value === String(value);
    else control.value = value;
  }
}
form.dispatchEvent(new Event("input"));
"""

OVERFLOW = """
const wide = document.documentElement.clientWidth;
if (document.documentElement.scrollWidth <= wide) return [];
return [...document.querySelectorAll("body *")]
  .filter((e) => e.getBoundingClientRect().right > wide + 1 && !e.closest(".st-scroll, .st-vh"))
  .map((e) => e.outerHTML.slice(0, 200));
"""
FOCUSED = """
const e = document.activeElement, box = e.getBoundingClientRect();
return { id: e.id, name: e.name || "", type: e.type || "", value: e.value || "", tag: e.tagName, checked: !!e.checked,
         shown: box.width > 0 && getComputedStyle(e).outlineStyle !== "none",
         row: e.closest("[data-show-if][hidden]") !== null };
"""


class Screen:
    """One browser on the application at *address*."""

    def __init__(self, browser, address):
        self.browser, self.address = browser, address

    def open(self, path):
        """The page at *path* under the prefix."""
        self.browser.get(f"{self.address}/stegvis{path}")

    @property
    def path(self):
        """Where the browser is."""
        return urlsplit(self.browser.current_url).path.removeprefix("/stegvis")

    @property
    def h1(self):
        """The page's own title."""
        return self.one("h1").text

    def one(self, selector):
        """The first element that *selector* finds."""
        return self.browser.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector):
        """Every element that *selector* finds."""
        return self.browser.find_elements(By.CSS_SELECTOR, selector)

    def press(self, selector):
        """Presses a button, and waits for the page that comes."""
        before = self.one("html")
        button = self.one(selector)
        self.browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", button)
        button.click()
        self.wait(lambda: _gone(before))
        self.wait(lambda: self.browser.execute_script("return document.readyState") == "complete")

    def do(self, act):
        """Presses the visible button of the form that says *act*, such as `kontrollera` or `lagg-till:parter`."""
        self.press(f'main button[name="gor"][value="{act}"]:not(.st-vh)')

    def begin(self, form):
        """A new draft of the form."""
        self.open("/blanketter/")
        self.press(f'form[action$="/{form}/borja"] button')

    def answer(self, values):
        """Puts answers into the form at once, where typing is not the point."""
        self.browser.execute_script(ANSWER, values)

    def fill(self, form):
        """Fills in the form's realistic example, rows and all."""
        self.answer(controls(form))  # a part that waits for an answer is not in sight before
        for path, rows in rows_of(form).items():
            for _ in range(rows - int(self.one(f'[name="{control_name(path)}-antal"]').get_attribute("value"))):
                self.do(f"lagg-till:{path}")
        self.answer(controls(form))

    def wide(self, width, height=768):
        """Makes the window so wide; 320 is 1280 at 400 percent."""
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)

    def wait(self, done, seconds=10):
        """Waits until *done* says so."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            try:
                if done():
                    return
            except WebDriverException:
                pass  # between two pages there is nothing to ask
            time.sleep(0.02)
        raise AssertionError(f"waited in vain at {self.browser.current_url}")


def controls(form):
    """The example's answers by control."""
    fields = load_form(form).page(example(form)).controls._fields
    return {
        name: field.data
        for name, field in fields.items()
        if field.data not in (None, "", []) and not name.endswith("-antal")
    }


def rows_of(form):
    """How many rows the example has in each repeat, by path."""
    fields, paths = load_form(form).page(example(form)).controls._fields, dict(load_form(form).walk())
    many = [path for path, question in paths.items() if question.many and "[]" not in path]
    return {path: fields[f"{control_name(path)}-antal"].data or 0 for path in many}


def _gone(element):
    try:
        element.is_enabled()
    except WebDriverException:
        return True
    return False


def doubted(form, folder):
    """A blank of the form as a file, filled in with its realistic example, but every date is one that nobody can
    read.
    """
    definition = load_form(form)
    typed = definition.page(example(form)).control
    values = {
        name: ["i våras"] if DAY.fullmatch(words[0]) and not hasattr(typed(name), "choices") else words
        for name, words in sent(definition, example(form)).items()
    }
    file = folder / f"{form}.pdf"
    file.write_bytes(fill(export(compose(definition, None, "kommun", fillable=True), "pdf"), values)[0])
    return file


def filled(form, folder):
    """A blank of the form as a file, filled in with its realistic example."""
    definition = load_form(form)
    file = folder / f"{form}.pdf"
    file.write_bytes(
        fill(export(compose(definition, None, "kommun", fillable=True), "pdf"), sent(definition, example(form)))[0]
    )
    return file


def answer_by_keyboard(screen, focused, answers):
    """Answers what has focus, as *answers* by name say: arrows, space and letters."""
    wanted = answers.get(focused["name"])
    match focused["type"]:
        case "radio":
            for _ in range(12):
                now = screen.browser.execute_script(FOCUSED)
                if wanted is None or (now["checked"] and now["value"] == wanted):
                    break
                press_keys(screen, Keys.SPACE if now["value"] == wanted else Keys.ARROW_DOWN)
        case "checkbox":
            ticked = wanted is True or (isinstance(wanted, list) and focused["value"] in wanted)
            if ticked is not focused["checked"]:
                press_keys(screen, Keys.SPACE)
        case "select-one" if wanted:
            words = screen.browser.execute_script(
                "return [...document.activeElement.options].find((o) => o.value === arguments[0]).text", wanted
            )
            press_keys(screen, words)
        case "text" | "textarea" if wanted and focused["value"] != wanted:
            press_keys(screen, Keys.CONTROL + "a" + Keys.NULL)
            press_keys(screen, wanted if focused["type"] == "textarea" else wanted.replace("\n", " "))


def press_keys(screen, keys):
    """Keys to what has focus."""
    screen.browser.switch_to.active_element.send_keys(keys)
