"""The repository holds what we wrote, in pieces that can be read at one sitting."""

import ast
import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[1]
GALLERY = Path("docs/gallery")
EARLIER = Path("tests/unchanged/made_earlier")
ROOMS = ("plugin", "forms", "exporters", "schemas")
ENTRIES = {
    *ROOMS,
    "instance",
    "tests",
    "setup.cfg",
    "README.md",
    "pyproject.toml",
    "Makefile",
    "CHANGELOG.md",
    "LICENSE",
    "docs",
    "findings",
    ".ci",
    ".gitignore",
}
SUFFIXES = {
    ".py",
    ".toml",
    ".html",
    ".css",
    ".js",
    ".md",
    ".csv",
    ".json",
    ".cfg",
    ".java",
    ".typ",
    ".mako",
    ".typed",
    ".txt",
    ".sql",
    ".sh",
}
PLACES = re.compile(r"(?<![\w.$:}-])/(work|home|root|Users)/\w")


def tracked():
    """Every file that git keeps and that is there."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    return [Path(name) for name in listed.stdout.split("\0") if name and (ROOT / name).exists()]


def shipped():
    return [path for path in tracked() if path.parts[0] in ROOMS and path.suffix == ".py"]


def is_text(path):
    """All but the pictures that tests/gallery.py draws of our own papers, and the one sealed file that was made
    earlier.
    """
    return not (path.suffix == ".png" and path.parent == GALLERY) and path != EARLIER / "sealed.pdf"


def lines(function):
    """The lines of a function's body after its docstring."""
    body = function.body[1:] if ast.get_docstring(function) is not None else function.body
    return body[-1].end_lineno - body[0].lineno + 1 if body else 0


def functions():
    for path in shipped():
        for node in ast.walk(ast.parse((ROOT / path).read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield f"{path}:{node.lineno} {node.name}", lines(node)


def test_the_top_level_is_the_agreed_one():
    assert {path.parts[0] for path in tracked()} == ENTRIES


def test_every_file_is_text_of_a_kind_that_we_write():
    """No fonts, archives or colour profiles, and no pictures or files but those that we make of our own papers."""
    text = [path for path in tracked() if is_text(path)]
    strange = [path for path in text if path.suffix not in SUFFIXES and path.suffix]
    assert not strange
    for path in text:
        (ROOT / path).read_text("utf-8")


def test_no_script_or_sheet_is_packed_together():
    """What others wrote is most often one long line."""
    for path in tracked():
        if path.suffix in (".js", ".css"):
            assert max(map(len, (ROOT / path).read_text("utf-8").splitlines())) <= 300, path


def test_no_path_of_one_machine_is_written_down():
    text = (path for path in tracked() if is_text(path))
    found = [path for path in text if PLACES.search((ROOT / path).read_text("utf-8"))]
    assert not found


def test_no_file_of_code_is_longer_than_400_lines():
    assert not [path for path in shipped() if len((ROOT / path).read_text("utf-8").splitlines()) > 400]


def test_functions_are_short():
    """None over 40 lines, nine in ten under 20."""
    sizes = dict(functions())
    assert not {name: size for name, size in sizes.items() if size > 40}
    assert sum(size < 20 for size in sizes.values()) >= 0.9 * len(sizes)


def test_everything_public_says_what_it_promises():
    silent = []
    for path in shipped():
        tree = ast.parse((ROOT / path).read_text("utf-8"))
        if path.name != "__init__.py" or tree.body:
            silent += [str(path)] if ast.get_docstring(tree) is None else []
        for node in tree.body:
            public = isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
            if public and ast.get_docstring(node) is None:
                silent.append(f"{path}:{node.lineno} {node.name}")
    assert not silent
