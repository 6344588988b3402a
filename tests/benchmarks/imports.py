"""What mounting costs at start: import and `init_app`, against importing what it stands on. `python -m
tests.benchmarks.imports`
"""

import statistics
import subprocess
import sys

BARE = "import flask, sqlalchemy, marshmallow, wtforms"
OURS = """
from flask import Flask
from stegvis.plugin import Stegvis
app = Flask("host", instance_path="/tmp")
Stegvis(identity=lambda: None).init_app(app)
"""
TIMED = "from time import perf_counter as now\nstart = now()\n{}\nprint(now() - start)"


def seconds(program):
    """The time one fresh process takes for *program*, without its own start."""
    done = subprocess.run([sys.executable, "-c", TIMED.format(program)], capture_output=True, check=True, text=True)
    return float(done.stdout)


def measure(rounds=15):
    """Medians in seconds and their ratio, processes interleaved."""
    times = [(seconds(BARE), seconds(OURS)) for _ in range(rounds + 1)][1:]
    bare, ours = (statistics.median(column) for column in zip(*times, strict=True))
    return {"bare": bare, "ours": ours, "ratio": ours / bare}


def main(rounds=15):
    """Prints the medians and the ratio."""
    found = measure(rounds)
    print(
        f"import + init_app {found['ours'] * 1000:.0f} ms, dependencies alone {found['bare'] * 1000:.0f} ms, "
        f"ratio {found['ratio']:.2f} (bar 1.5)"
    )


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
