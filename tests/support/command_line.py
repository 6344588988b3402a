"""`stegvis` as it is typed, in a process of its own."""

import subprocess
import sys


def stegvis(folder, *arguments):
    """The exit code, and what it said on both."""
    code = "import sys; from stegvis.plugin.cli import main; sys.argv[0] = 'stegvis'; main()"
    done = subprocess.run(
        [sys.executable, "-c", code, "--instance", folder, *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr
