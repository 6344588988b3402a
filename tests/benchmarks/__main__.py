"""`make bench`: every speed that is claimed, measured in one run."""

import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent)]

import documents  # noqa: E402
import imports  # noqa: E402
import page  # noqa: E402
import storage  # noqa: E402

for title, benchmark in (
    ("One praktikavtal, every field", documents),
    ("Page without storage", page),
    ("Save", storage),
    ("Start", imports),
):
    print(f"\n{title}")
    benchmark.main()
