"""`stegvis run`: the demonstration is made ready and shown, and what is in its way is told in Swedish."""

import socket

import pytest
from click.testing import CliRunner

from stegvis.plugin import demo_server
from stegvis.plugin.cli import main


class Server:
    """Somebody looks, and presses Ctrl+C."""

    def serve_forever(self):
        """Until it is stopped."""
        raise KeyboardInterrupt


def run(folder, *words):
    return CliRunner().invoke(main, ["--instance", str(folder), "run", *words])


def test_it_is_shown_on_this_machine_until_it_is_stopped(tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr(demo_server, "make_server", lambda *given, **_: asked.append(given) or Server())
    done = run(tmp_path, "--port", "5001")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.startswith("Stegvis visas på http://127.0.0.1:5001/ – avsluta med Ctrl+C.")
    ((host, port, app),) = asked
    assert (host, port) == ("127.0.0.1", 5001)
    assert app.test_client().get("/stegvis/halsa").json == {"status": "ok", "database": "ok"}


def test_a_port_that_is_taken_is_told_in_one_line(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = run(tmp_path, "--port", str(port))
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr == f"Välj en annan port med --port. {port} går inte att använda.\n"


@pytest.mark.parametrize("there", ["demo", "demo/something"])
def test_a_folder_that_is_in_the_way_is_told_in_one_line(tmp_path, there):
    (tmp_path / there).parent.mkdir(exist_ok=True)
    (tmp_path / there).touch()
    done = run(tmp_path)
    assert (done.exit_code, len(done.stderr.splitlines())) == (2, 1) and "demo" in done.stderr
