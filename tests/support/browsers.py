"""A real browser and a real server, for tests marked `browser`."""

from contextlib import contextmanager
from importlib.resources import files
from threading import Thread

import tools
from selenium.webdriver import Chrome, ChromeOptions, ChromeService
from werkzeug.serving import make_server

SIZE = (1366, 768)
WCAG = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa")
AXE = """
const [within, tags, done] = arguments;
axe.run(within, { runOnly: { type: "tag", values: tags } })
  .then((found) => done(found.violations), (error) => done([{ id: String(error), nodes: [] }]));
"""


@contextmanager
def served(app):
    """The address where the application answers, on this machine, while the block runs."""
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def chromium(*, script=True, size=SIZE):
    """Chromium without a window; with *script* off no page may run any."""
    options = ChromeOptions()
    options.binary_location = tools.find("chromium")
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", f"--window-size={size[0]},{size[1]}"):
        options.add_argument(argument)
    if not script:
        options.add_experimental_option("prefs", {"profile.managed_default_content_settings.javascript": 2})
    browser = Chrome(options=options, service=ChromeService(tools.find("chromedriver")))
    try:
        yield browser
    finally:
        browser.quit()


def axe_violations(browser, within="html", tags=WCAG):
    """What axe finds wrong on the open page: rule, element and why. No rule and no element is left out."""
    browser.execute_script(files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8"))
    found = browser.execute_async_script(AXE, within, list(tags))
    return [(rule["id"], [(node["html"], node["failureSummary"]) for node in rule["nodes"]]) for rule in found]
