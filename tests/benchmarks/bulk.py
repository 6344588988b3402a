"""1,000 praktikavtal as PDF, by two processes and by one; and whether 10,000 lines take more memory than 100.
`python -m tests.benchmarks.bulk`
"""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

EXAMPLE = Path(__file__).parent.parent / "forms" / "examples" / "praktikavtal.json"
PROGRAM = [sys.executable, "-c", "from stegvis.plugin.cli import main; main()"]


def lines(path, count):
    """A file of *count* agreements, all different."""
    raw = json.loads(EXAMPLE.read_text("utf-8"))
    with path.open("w", encoding="utf-8") as opened:
        for number in range(count):
            given = raw | {"arbetsuppgifter": f"Uppgift {number}: {raw['arbetsuppgifter']}"}
            opened.write(json.dumps(given) + "\n")
    return path


def run(folder, count, jobs, form):
    """Seconds, and the peak in megabytes of all processes together, sampled each twentieth of a second."""
    file = lines(folder / f"{count}.jsonl", count)
    out = Path(tempfile.mkdtemp(dir=folder))
    command = [*PROGRAM, "bulk", "praktikavtal", str(file), "-f", form, "--out", str(out), "--jobs", str(jobs)]
    begun, peak = time.perf_counter(), 0
    running = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL)
    while running.poll() is None:
        peak = max(peak, sum(map(resident, family(running.pid))))
        time.sleep(0.05)
    seconds = time.perf_counter() - begun
    assert running.returncode == 0 and len(list(out.iterdir())) == count
    return seconds, peak / 1024


def family(pid):
    """The process and all that it has started."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        children = []
    return [pid, *(one for child in children for one in family(int(child)))]


def resident(pid):
    """The memory of one process in kilobytes; 0 when it has gone."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS")), 0)


def main(count=1000, many=10_000, few=100, rounds=3):
    """Prints the speed, the best of some interleaved rounds, and the memory, with the bars."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        one, two = (
            min(times)
            for times in zip(
                *([run(folder, count, jobs, "pdf")[0] for jobs in (1, 2)] for _ in range(rounds)), strict=True
            )
        )
        print(f"{count} PDFs: one process {one:.1f} s, two {two:.1f} s, {one / two:.2f} times as fast (bar 1.70)")
        (_, small), (_, large) = run(folder, few, 2, "pdf"), run(folder, many, 2, "pdf")
        print(f"memory: {few} lines {small:.0f} MB, {many} lines {large:.0f} MB, {large / small - 1:+.0%} (bar +20 %)")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
