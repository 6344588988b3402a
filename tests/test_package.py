"""What pip installs is what lies in the four folders: nothing forgotten, nothing beside it."""

import re
import subprocess
import sys
from configparser import ConfigParser
from pathlib import Path
from shutil import copy, copytree, ignore_patterns
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[1]
FOLDERS = ("plugin", "forms", "exporters", "schemas")


def test_the_wheel_holds_every_file(tmp_path):
    source = tmp_path / "source"  # a copy: a build beside the code would leave build/ and *.egg-info there
    for folder in FOLDERS:
        copytree(ROOT / folder, source / folder, ignore=ignore_patterns("__pycache__", ".*"))
    for name in ("setup.cfg", "pyproject.toml", "LICENSE"):
        copy(ROOT / name, source)
    (source / "README.md").write_text("Stegvis")
    files = {
        f"stegvis/{path.relative_to(source)}"
        for folder in FOLDERS
        for path in (source / folder).rglob("*")
        if path.is_file()
    }
    build = f"from setuptools.build_meta import build_wheel; build_wheel({str(tmp_path)!r})"
    subprocess.run([sys.executable, "-c", build], cwd=source, check=True, capture_output=True)
    [wheel] = tmp_path.glob("*.whl")
    assert {name for name in ZipFile(wheel).namelist() if ".dist-info/" not in name} == files


@pytest.mark.parametrize(
    ("file", "text", "told"),
    [
        ("forms/definition/page.py", "from ... import plugin", "stegvis.forms.definition.page -> stegvis.plugin"),
        (
            "forms/questions/judge.py",
            "def up(): from ..kinds import x",
            "stegvis.forms.questions.judge -> stegvis.forms.kinds",
        ),
        ("forms/stray.py", "", "- stegvis.forms.stray"),
        ("plugin/storage/x.py", "def up(): from .. import cases", "stegvis.plugin.storage.x -> stegvis.plugin.cases"),
        ("plugin/stray.py", "", "- stegvis.plugin.stray"),
        ("plugin/signing/x.py", "import flask", "stegvis.plugin.signing is not allowed to import flask"),
        ("exporters/pdf/x.py", "from .. import word", "stegvis.exporters.pdf is not allowed to import"),
        ("schemas/a.py", "if 0: from . import b", "No cycles are allowed in stegvis.schemas"),
    ],
    ids=[
        "a room",
        "a layer of forms",
        "a file outside the layers of forms",
        "a layer of plugin",
        "a file outside the layers of plugin",
        "the pure core",
        "one format from another",
        "a circle",
    ],
)
def test_the_order_of_rooms_and_layers_is_judged(tmp_path, file, text, told):
    """`make check` refuses an import upwards, a file that is no layer and a circle: the contracts in setup.cfg are
    tried on such a tree.
    """
    _bare_rooms(tmp_path / "stegvis")
    (tmp_path / "stegvis/schemas/b.py").write_text("from . import a")
    (tmp_path / "stegvis" / file).write_text(text)
    code = "import sys; sys.meta_path = [f for f in sys.meta_path if 'editable' not in str(f)]; "
    code += f"sys.path.insert(0, {str(tmp_path)!r}); from importlinter.cli import lint_imports; "
    code += f"sys.exit(lint_imports(config_filename={str(ROOT / 'setup.cfg')!r}, no_cache=True))"
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stdout + done.stderr
    assert told in done.stdout


def _bare_rooms(root):
    """Empty packages for the rooms, for each layer that a contract in setup.cfg names inside one, and for each module
    that another contract names.
    """
    config = ConfigParser()
    config.read(ROOT / "setup.cfg")
    named = [
        f"{container.partition('.')[2]}/{layer}"
        for contract in config.values()
        for container in contract.get("containers", "").split()
        for layer in re.findall(r"[a-z_]+", contract["layers"])
    ]
    for contract in config.values():
        for key in ("modules", "source_modules", "forbidden_modules"):
            found = (module for module in contract.get(key, "").split() if module.startswith("stegvis."))
            named += [module.removeprefix("stegvis.").replace(".", "/") for module in found]
    for folder in (*reversed(FOLDERS), *named):
        (root / folder).mkdir(parents=True, exist_ok=True)
        (root / folder / "__init__.py").write_text("")
