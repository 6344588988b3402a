"""Commands as they are typed, in this process, in an empty folder."""

import pytest
from click.testing import CliRunner

from stegvis.plugin.cli import main


@pytest.fixture
def stegvis(tmp_path, monkeypatch):
    """Runs a command in an empty folder: exit code, standard out, standard error."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("STEGVIS_INSTANCE", raising=False)

    def run(*words):
        done = CliRunner().invoke(main, [str(word) for word in words])
        assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
        assert "Traceback" not in done.output
        return done.exit_code, done.stdout, done.stderr

    return run
