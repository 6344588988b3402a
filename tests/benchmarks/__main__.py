"""`make bench`: every speed that is claimed, measured in one run."""

import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent)]

import bulk
import cases
import documents
import imports
import pages
import sealing
import signing
import storage

for title, benchmark in (
    ("One praktikavtal, every field", documents),
    ("Page without storage", pages),
    ("Save", storage),
    ("Sign", signing),
    ("Start", imports),
    ("One seal", sealing),
    ("Many documents", bulk),
    ("Many cases", cases),
):
    print(f"\n{title}")
    benchmark.main()
