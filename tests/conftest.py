import os
from pathlib import Path

import pytest
import tools
from hypothesis import HealthCheck, settings

# In CI nothing is skipped: there a test whose program is missing fails.
MISSING = [] if os.environ.get("CI") else tools.missing()

# A machine may be busy with other things, the other processes of the same run not least: clocks judge no example.
settings.register_profile("busy", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("busy")

HERE = Path(__file__).parent
LONGEST = (
    "browser/test_accessible.py",
    "exporters/word/test_values.py",
    "browser/test_whole_line.py",
    "browser/test_cases.py",
    "plugin/signing/test_scans.py",
    "plugin/cases/test_walks.py",
    "forms/test_properties.py",
    "browser/test_signing.py",
    "plugin/views/signing/test_progress.py",
    "plugin/views/test_bad_input.py",
    "plugin/views/documents/test_document.py",
    "browser/test_kill.py",
    "browser/test_autosave.py",
    "plugin/documents/test_sealing.py",
    "plugin/views/documents/test_read_in.py",
    "plugin/cases/test_gates.py",
    "exporters/pdf/test_fields.py",
    "exporters/test_any_answers.py",
    "plugin/views/test_in_a_host.py",
    "plugin/signing/test_sealing.py",
    "plugin/storage/test_audit.py",
    "exporters/test_form_pdfs.py",
    "test_readme.py",
)
"""The files that several processes begin with, so that none is left alone with a long one at the end."""


def pytest_configure(config):
    for tool in tools.TOOLS:
        config.addinivalue_line("markers", f"{tool.group}: needs {tool.commands[0]} ({tool.package})")


def pytest_collection_modifyitems(config, items):
    if hasattr(config, "workerinput"):
        items.sort(key=_turn)
    for tool in MISSING:
        skip = pytest.mark.skip(reason=f"no {tool.commands[0]} here: apt-get install {tool.package}")
        for item in items:
            if item.get_closest_marker(tool.group):
                item.add_marker(skip)


def _turn(item):
    """When a test's file is begun; the order is otherwise as it was."""
    file = item.path.relative_to(HERE).as_posix()
    return LONGEST.index(file) if file in LONGEST else len(LONGEST)


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
