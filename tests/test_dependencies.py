"""What is installed with Stegvis is little, free to use, and told of in docs/dependencies.md."""

import re
from configparser import ConfigParser
from importlib.metadata import distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
DOC = (ROOT / "docs/dependencies.md").read_text("utf-8")
FOLDERS = ("plugin", "forms", "exporters", "schemas")
PRODUCTION = ("postgresql", "flask-login", "scripts", "signing")
# What a municipality may use and pass on, by the names and words that packages say it with; LGPL before what it holds.
LICENCES = {
    "LGPL": r"\bLGPL|Lesser General Public",
    "MIT": r"\bMIT\b",
    "BSD": r"\bBSD",
    "Apache": r"\bApache",
    "ISC": r"\bISC\b",
    "PSF": r"\bPSF|Python Software Foundation",
    "MPL": r"\bMPL",
    "OFL": r"\bOFL",
    "Unlicense": r"\bUnlicense",
}


def settings():
    found = ConfigParser()
    found.read(ROOT / "setup.cfg")
    return found


def requirements(text):
    return [Requirement(line) for line in text.splitlines() if line]


def asked_for(extra=""):
    """The requirements of setup.cfg: of the core, or of an extra."""
    found = settings()
    return requirements(found["options.extras_require"][extra] if extra else found["options"]["install_requires"])


def plain(name):
    return re.sub(r"[-_.]+", "-", name).lower()


def closure(wanted):
    """The names of all that is installed with these requirements."""
    found, left = set(), [(plain(each.name), each.extras) for each in wanted]
    while left:
        name, extras = left.pop()
        if name in found:
            continue
        found.add(name)
        for needed in map(Requirement, distribution(name).requires or ()):
            if any(needed.marker is None or needed.marker.evaluate({"extra": extra}) for extra in extras or {""}):
                left.append((plain(needed.name), needed.extras))
    return found


def size(name):
    files = (Path(file.locate()) for file in distribution(name).files or ())
    return sum(file.stat().st_size for file in files if file.is_file())


def licence(name):
    """The licence that a package says it has, by our short name for it; empty when it is none of ours."""
    said = distribution(name).metadata
    classified = [line for line in said.get_all("Classifier", ()) if line.startswith("License")]
    for words in (said.get("License-Expression", ""), " ".join(classified), said.get("License", "")):
        if words:
            return next((short for short, pattern in LICENCES.items() if re.search(pattern, words)), "")
    return ""


def told():
    """What the tables say: the licence of each package by its name, or nothing."""
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in DOC.splitlines() if line.startswith("| ")]
    return {name: row[3] if len(row) == 5 else "" for row in rows for name in row[0].split(", ")}


def test_the_core_is_small():
    """At most 35 distributions and 140 MB, besides pip and setuptools; Stegvis itself is counted."""
    installed = closure(asked_for())
    ours = sum(file.stat().st_size for folder in FOLDERS for file in (ROOT / folder).rglob("*.*") if file.is_file())
    assert len(installed) + 1 <= 35
    assert sum(map(size, installed)) + ours <= 140e6


@pytest.mark.parametrize("extra", ["", *settings()["options.extras_require"]])
def test_every_package_that_is_asked_for_has_its_reason(extra):
    missing = {each.name for each in asked_for(extra)} - set(told())
    assert not missing


def test_every_package_that_comes_along_is_named():
    every = closure(each for extra in ("", *PRODUCTION) for each in asked_for(extra))
    words = {plain(word) for word in re.findall(r"[\w-]+", DOC)}
    assert not every - words


def test_nothing_is_told_of_that_is_not_asked_for():
    asked = {each.name for extra in ("", *settings()["options.extras_require"]) for each in asked_for(extra)}
    assert set(told()) - asked == {"package"}


def test_every_licence_is_one_that_a_municipality_can_live_with_and_is_told():
    every = closure(each for extra in ("", *PRODUCTION) for each in asked_for(extra))
    assert not [name for name in every if not licence(name)]
    documented = {each.name for extra in ("", *PRODUCTION) for each in asked_for(extra)}
    assert {name: told()[name] for name in documented} == {name: licence(name) for name in documented}


def test_the_number_of_distributions_is_right():
    count = len(closure(asked_for())) + 1
    assert f"{count} distributions" in DOC
    assert f"{count} distributions" in (ROOT / "README.md").read_text("utf-8")
