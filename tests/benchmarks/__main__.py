"""`make bench`: every speed that is claimed, measured in one run."""

import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent)]

import documents
import imports
import pages
import storage

for title, benchmark in (
    ("One praktikavtal, every field", documents),
    ("Page without storage", pages),
    ("Save", storage),
    ("Start", imports),
):
    print(f"\n{title}")
    benchmark.main()
