"""The command line as a whole: which commands there are, where they lie, and that the real program runs."""

import json
import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from stegvis.plugin.cli import main
from stegvis.plugin.cli.group import COMMANDS

EXAMPLES = Path(__file__).parents[2] / "forms" / "examples"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_lies_where_it_is_said_to_lie(name):
    found = main.get_command(click.Context(main), name)
    assert isinstance(found, click.Command) and found.name == name and found.help


def test_help_lists_every_command_in_order_with_its_words(stegvis):
    code, out, _ = stegvis("--help")
    listed = [line.split(maxsplit=1) for line in out.partition("Commands:\n")[2].splitlines() if line[2] != " "]
    assert (code, [name for name, _ in listed]) == (0, sorted(COMMANDS))


def test_a_command_that_there_is_not_is_one_swedish_line(stegvis):
    code, _, err = stegvis("finns-inte")
    assert code == 2 and err.startswith("Kontrollera kommandot.") and len(err.splitlines()) == 1


def test_a_misspelt_instance_is_refused(stegvis):
    code, _, err = stegvis("--instance", "finns-inte", "forms")
    assert code == 2
    assert "finns-inte" in err


def test_a_file_in_place_of_the_folder_is_refused(stegvis, tmp_path):
    (tmp_path / "fil").touch()
    code, _, err = stegvis("--instance", "fil", "db", "check")
    assert (code, err) == (2, "Välj en annan mapp med --instance. fil är ingen mapp.\n")


def test_the_whole_command_line_is_there_with_none_of_its_commands_read():
    code = (
        "import json, sys; import stegvis.plugin; "
        "print(json.dumps([name for name in sys.modules if name.startswith('stegvis.plugin.cli.')]))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert {name.rpartition(".")[2] for name in json.loads(done.stdout)} == {"group", "lazy_group", "swedish"}


def test_the_console_script_writes_to_a_pipe_and_ends_with_its_exit_code(tmp_path):
    """The real program: bytes on standard out, nothing else."""
    program = [sys.executable, "-c", "from stegvis.plugin.cli import main; main()"]
    words = ["export", "praktikavtal", str(EXAMPLES / "praktikavtal.json"), "-f", "pdf", "-o", "-"]
    done = subprocess.run(
        [*program, *words], capture_output=True, cwd=tmp_path, check=True, env={**os.environ, "LC_ALL": "C"}
    )
    assert done.stdout.startswith(b"%PDF-1.7")
    assert done.stderr == b""
    refused = subprocess.run([*program, "validate", "x", "y"], capture_output=True, cwd=tmp_path, check=False)
    assert refused.returncode == 2
