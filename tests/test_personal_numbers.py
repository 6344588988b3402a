"""No real person's number in the repository: only Skatteverket's test series and the documented examples."""

import subprocess
from datetime import date
from pathlib import Path

import pytest
from stdnum import luhn

from stegvis.schemas.errors import ValueProblem
from stegvis.schemas.values.personnummer import find_in_text, is_reserve, parse

ROOT = Path(__file__).parents[1]
DOCUMENTED = {"140168-2396", "701063-2391"}
"""Samordningsnummer that Skatteverket prints as examples."""


def foreign(text):
    """Every valid number in the text that is neither of the test series (birth numbers 980–999) nor documented."""
    found = set()
    for written in find_in_text(text):
        try:
            number = parse(written, date(2099, 12, 31))
        except ValueProblem:
            continue
        if (
            not is_reserve(number)
            and number[8:10] not in ("98", "99")
            and f"{number[2:8]}-{number[8:]}" not in DOCUMENTED
        ):
            found.add(written)
    return found


def tracked():
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    return [ROOT / name for name in listed.decode().split("\0") if name]


def test_only_test_numbers_are_in_the_repository():
    found = {}
    for path in tracked():
        try:
            numbers = foreign(path.read_text("utf-8"))
        except (UnicodeDecodeError, FileNotFoundError):  # an image; a file taken away and not committed yet
            continue
        if numbers:
            found[str(path.relative_to(ROOT))] = numbers
    assert found == {}


@pytest.mark.parametrize("pattern", ["{}", "{:.8}-{:.4}", "Hon har {} sedan dess.", '"pnr":"{}"', "{:.8} {:.4}"])
def test_another_number_is_found_however_it_is_written(pattern):
    start = "900101123"
    number = f"19{start}{luhn.calc_check_digit(start)}"  # made here, so that it is not in this file
    assert foreign(pattern.format(number, number[8:]))
    assert foreign(pattern.format("189001019802", "9802")) == set()
