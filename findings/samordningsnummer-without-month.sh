#!/bin/sh
# A samordningsnummer has 60 added to the day of birth. Where Skatteverket does not know the month or the day, it has 00
# there. Two numbers of its published test data ("Testsamordningsnummer") have no month. Their check digit is right, and
# yet neither package knows them: personnummer looks for a day of the calendar, stdnum for one without 60 added.
set -eu
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check 'personnummer==3.2.1' 'python-stdnum==2.2'
"$place/venv/bin/python" - <<'P'
import sys
from importlib.metadata import version

from personnummer import personnummer
from stdnum import luhn
from stdnum.se import personnummer as stdnum_se

NUMBERS = {
    "197010632391": "day and month known",
    "191500722390": "month not known",
    "191500882392": "month not known",
}

print("personnummer", version("personnummer"), "and python-stdnum", version("python-stdnum"))
seen = {}
for number, what in NUMBERS.items():
    digit, one, other = luhn.is_valid(number[2:]), personnummer.valid(number), stdnum_se.is_valid(number)
    seen[number] = (digit, one, other)
    print(f"{number} ({what}): check digit {digit}, personnummer {one}, stdnum.se.personnummer {other}")

known, *unknown = seen.values()
if known != (True, True, False):
    sys.exit("no longer so: an ordinary samordningsnummer was known to personnummer only")
if any(answer != (True, False, False) for answer in unknown):
    sys.exit("no longer so: a samordningsnummer without a month is now accepted")
print("still so")
P
