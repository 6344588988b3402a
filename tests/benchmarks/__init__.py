"""What is measured: `python -m tests.benchmarks` for all, `python -m tests.benchmarks.pages` for one."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))  # where the tests' support package lies
