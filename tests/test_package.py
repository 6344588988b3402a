"""What pip installs is what lies in the four folders: nothing forgotten, nothing beside it."""

import subprocess
import sys
from pathlib import Path
from shutil import copy, copytree, ignore_patterns
from zipfile import ZipFile

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


def test_the_order_of_the_rooms_is_judged(tmp_path):
    """`make check` refuses a room that imports a room below it: the contract in setup.cfg is tried on such a tree."""
    for folder in reversed(FOLDERS):
        room = tmp_path / "stegvis" / folder
        room.mkdir(parents=True)
        (room / "__init__.py").write_text("")
    (tmp_path / "stegvis/forms/page.py").write_text("from ..plugin import cases")
    (tmp_path / "stegvis/plugin/cases.py").write_text("")
    code = "import sys; sys.meta_path = [f for f in sys.meta_path if 'editable' not in str(f)]; "
    code += f"sys.path.insert(0, {str(tmp_path)!r}); from importlinter.cli import lint_imports; "
    code += f"sys.exit(lint_imports(config_filename={str(ROOT / 'setup.cfg')!r}, no_cache=True))"
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "stegvis.forms.page -> stegvis.plugin.cases" in done.stdout
