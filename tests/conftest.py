import os

import pytest
import tools

# In CI nothing is skipped: there a test whose program is missing fails.
MISSING = [] if os.environ.get("CI") else tools.missing()


def pytest_configure(config):
    for tool in tools.TOOLS:
        config.addinivalue_line("markers", f"{tool.group}: needs {tool.commands[0]} ({tool.package})")


def pytest_collection_modifyitems(items):
    for tool in MISSING:
        skip = pytest.mark.skip(reason=f"no {tool.commands[0]} here: apt-get install {tool.package}")
        for item in items:
            if item.get_closest_marker(tool.group):
                item.add_marker(skip)


def pytest_terminal_summary(terminalreporter):
    for tool in MISSING:
        line = f"SKIPPED the tests marked '{tool.group}': no {tool.commands[0]} (apt-get install {tool.package})"
        terminalreporter.write_line(line, yellow=True)


@pytest.fixture(scope="session")
def app(tmp_path_factory):
    """The demo app, one for the whole run, for pytest-flask's `client` and `live_server`."""
    from stegvis.plugin.app import create_demo_app
    from stegvis.plugin.demo_server import prepare

    app = create_demo_app(tmp_path_factory.mktemp("instance"))
    prepare(app.extensions["stegvis"])
    return app
