"""One demonstration and two browsers for all tests here: one that runs scripts and one that does not."""

import pytest
from support.browser_acts import Screen
from support.browsers import chromium, served

from stegvis.plugin.app import create_demo_app
from stegvis.plugin.demo_server import prepare


@pytest.fixture(scope="session")
def address(tmp_path_factory):
    """Where the demonstration answers."""
    app = create_demo_app(tmp_path_factory.mktemp("browser"))
    prepare(app.extensions["stegvis"])
    with served(app) as found:
        yield found


@pytest.fixture(scope="session")
def downloads(tmp_path_factory):
    """Where the browsers put files."""
    return tmp_path_factory.mktemp("downloads")


@pytest.fixture(scope="session")
def scripted(address, downloads):
    """A browser as most have."""
    yield from _screen(address, downloads, script=True)


@pytest.fixture(scope="session")
def plain(address, downloads):
    """A browser that runs no script of any page."""
    yield from _screen(address, downloads, script=False)


@pytest.fixture
def screen(request):
    """The one of the two browsers that the test asks for."""
    return request.getfixturevalue(request.param)


def _screen(address, downloads, *, script):
    with chromium(script=script) as browser:
        place = {"behavior": "allow", "downloadPath": str(downloads)}
        browser.execute_cdp_cmd("Browser.setDownloadBehavior", place)
        yield Screen(browser, address)
