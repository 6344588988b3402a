"""Each script in findings/ is listed on its page, pins what it installs, and stays in its folder. None is run here."""

import ast
import re
import shlex
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "findings/README.md").read_text("utf-8")
ROWS = [line.strip("| ").split(" | ") for line in PAGE.splitlines() if line.startswith("| [")]
SCRIPTS = sorted((ROOT / "findings").glob("*.sh"))
PLACES = re.compile(r"(?<![\w.$:}/-])/(bin|dev|etc|home|mnt|opt|proc|root|srv|tmp|usr|var|work|Users)/")
TEXTS = [pytest.param(path.read_text("utf-8"), id=path.name) for path in SCRIPTS]
each_script = pytest.mark.parametrize("script", TEXTS)


def installed(script):
    """Each package that the script tells pip to install, as it is written."""
    lines = script.replace("\\\n", " ").splitlines()
    commands = [shlex.split(line.partition(" install ")[2]) for line in lines if re.search(r'pip"? install ', line)]
    return [word for command in commands for word in command if not word.startswith("-")]


def programs(script):
    return re.findall(r"<<'P'\n(.*?)^P$", script, re.DOTALL | re.MULTILINE)


def test_the_page_lists_every_script_once_and_no_other():
    assert sorted(row[0] for row in ROWS) == [f"[{path.name}]({path.name})" for path in SCRIPTS]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_a_row_says_what_it_is_and_names_files_and_functions_that_there_are(row):
    assert len(row) == 4 and all(row)
    named = re.findall(r"`([^`]+)`", row[3])
    files = [ROOT / name for name in named if "/" in name]
    assert files and all(file.is_file() for file in files)
    text = "".join(file.read_text("utf-8") for file in files)
    assert not [name for name in named if re.fullmatch(r"_?[a-z]+_[a-z_]+", name) and f"def {name}(" not in text]


@each_script
def test_a_script_is_plain_sh_that_cleans_up(script):
    assert script.startswith("#!/bin/sh\n# ")
    for wanted in ("set -eu", "place=$(mktemp -d)", "trap 'rm -rf \"$place\"' EXIT"):
        assert f"\n{wanted}\n" in script
    assert "still so" in script and "no longer so: " in script
    subprocess.run(["sh", "-n"], input=script, text=True, check=True)
    assert max(map(len, script.splitlines())) <= 120


@each_script
def test_every_package_is_pinned(script):
    packages = installed(script)
    assert packages
    assert not [name for name in packages if not re.fullmatch(r"[A-Za-z0-9_.-]+==[0-9][0-9A-Za-z.]*", name)]


@each_script
def test_a_script_names_no_place_of_a_machine_and_no_host(script):
    assert not PLACES.search(script.removeprefix("#!/bin/sh"))
    assert "://" not in script and "--index" not in script


@each_script
def test_the_program_is_short_and_runs_without_the_product(script):
    assert programs(script)
    for program in programs(script):
        assert len(program.splitlines()) <= 60
        ast.parse(program)
    assert "stegvis" not in script.lower()
