"""How many changed copies of what signing is made of the tests notice: `python tests/mutants.py --most 1500`.

Each mutant is one change that cosmic-ray makes, drawn at random from all its files with a fixed seed, and put
into a clone of the last commit; the tests of its module run until one fails. A mutant that makes the tests hang is
noticed too.
"""

import argparse
import itertools
import os
import random
import subprocess
import sys
import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from difflib import unified_diff
from pathlib import Path
from queue import SimpleQueue

ROOT = Path(__file__).parents[1]
PLUGIN = "plugin"
SIGNING, DOCUMENTS, VIEWS = "tests/plugin/signing", "tests/plugin/documents", "tests/plugin/views/signing"
CORE = [f"{SIGNING}/test_{name}.py" for name in ("state_machine", "events", "parties", "instrument")]
ACTS = [f"{DOCUMENTS}/test_signing.py", f"{DOCUMENTS}/test_signing_states.py", f"{DOCUMENTS}/test_effects.py"]
TESTS = {
    "signing/state_machine": [*CORE, f"{DOCUMENTS}/test_signing.py"],
    "signing/events": CORE,
    "signing/parties": CORE,
    "signing/instrument": CORE,
    "signing/errors": [f"{SIGNING}/test_errors.py", *CORE],
    "signing/track_screen": [f"{SIGNING}/test_track_screen.py", f"{VIEWS}/test_progress.py", f"{VIEWS}/test_sign.py"],
    "signing/track_paper": [f"{SIGNING}/test_track_paper.py", f"{VIEWS}/test_paper.py"],
    "signing/container": [f"{SIGNING}/test_container.py", f"{SIGNING}/test_verifying.py"],
    "signing/verifying": [f"{SIGNING}/test_{name}.py" for name in ("evidence", "verifying", "verifikat")],
    "signing/sealing": [f"{SIGNING}/test_sealing.py"],
    "signing/trial_key": [f"{SIGNING}/test_sealing.py", f"{SIGNING}/test_trial_key.py"],
    "signing/extra": [f"{SIGNING}/test_extra.py", "tests/plugin/cli/test_signing.py"],
    "signing/evidence": [f"{SIGNING}/test_evidence.py", f"{SIGNING}/test_verifikat.py"],
    "signing/scans": [f"{SIGNING}/test_scans.py", f"{VIEWS}/test_paper.py"],
    "signing/scan_reader": [f"{SIGNING}/test_scan_reader.py", f"{SIGNING}/test_scans.py", f"{VIEWS}/test_paper.py"],
    "signing/others": [f"{SIGNING}/test_others.py", f"{VIEWS}/test_verify.py"],
    "signing/report": [f"{SIGNING}/test_report.py", f"{VIEWS}/test_verify.py", "tests/plugin/cli/test_signing.py"],
    "documents/signing": ACTS,
    "documents/sealing": [f"{DOCUMENTS}/test_signing_states.py", f"{DOCUMENTS}/test_sealing.py"],
    "web/kiosk": ["tests/plugin/web/test_kiosk.py", f"{VIEWS}/test_progress.py", f"{VIEWS}/test_sign.py"],
}
"""The tests of each file in `plugin/` that signing is made of."""
SLOWEST = 240
"""Seconds after which the tests are taken to hang."""


def mutants(modules):
    """Every mutation of these files, in cosmic-ray's order."""
    from cosmic_ray.commands import init
    from cosmic_ray.work_db import WorkDB, use_db

    with use_db(":memory:", WorkDB.Mode.create) as work:
        init([Path(path) for path in modules], work, {})
        return [item.mutations[0] for item in work.work_items]


def changed(mutant, source):
    """The source with the mutation in it; None when it changes nothing."""
    from cosmic_ray.mutating import mutate_code
    from cosmic_ray.plugins import get_operator

    return mutate_code(source, get_operator(mutant.operator_name)(**mutant.operator_args), mutant.occurrence)


class Clone:
    """A copy of the last commit, in which one mutant at a time is tried."""

    def __init__(self, folder):
        self.folder = Path(folder)
        subprocess.run(["git", "clone", "-q", str(ROOT), str(self.folder)], check=True)
        names = self.folder / ".names"
        names.mkdir()
        (names / "stegvis").symlink_to(self.folder)
        self.environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": str(names)}

    def noticed(self, mutant):
        """Whether a test fails with the mutant in place, and how it differs; None when the mutation changes nothing."""
        path = self.folder / mutant.module_path
        source = path.read_text("utf-8")
        new = changed(mutant, source)
        if not new or new == source:
            return None
        path.write_text(new, "utf-8")
        try:
            return not self._passes(TESTS[name_of(mutant)]), difference(mutant, source, new)
        finally:
            path.write_text(source, "utf-8")

    def _passes(self, tests):
        command = [
            sys.executable,
            "-m",
            "pytest",
            "-x",
            "-q",
            "-p",
            "no:cacheprovider",
            f"{SIGNING}/test_limits.py",
            *tests,
        ]
        try:
            done = subprocess.run(
                command, cwd=self.folder, env=self.environment, capture_output=True, timeout=SLOWEST, check=False
            )
        except subprocess.TimeoutExpired:
            return False
        return done.returncode == 0


def name_of(mutant):
    """The mutant's file as `TESTS` calls it."""
    return str(Path(mutant.module_path).relative_to(PLUGIN).with_suffix(""))


def difference(mutant, source, new):
    """The lines that differ, after the place."""
    lines = unified_diff(source.splitlines(), new.splitlines(), lineterm="", n=0)
    shown = " → ".join(line[1:].strip() for line in lines if line[:1] in "+-" and line[:3] not in ("+++", "---"))
    return f"{name_of(mutant)}:{mutant.start_pos[0]} {shown}"


def tried(chosen, jobs):
    """For each mutant that changes something: its module, whether it was noticed, and the difference."""
    clones = SimpleQueue()
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(jobs) as pool:
        for number in range(jobs):
            clones.put(Clone(Path(folder, str(number))))

        def one(mutant):
            clone = clones.get()
            try:
                return mutant, clone.noticed(mutant)
            finally:
                clones.put(clone)

        for mutant, found in pool.map(one, chosen):
            if found is not None:
                yield name_of(mutant), *found


def main():
    """Draws, tries and tells."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--most", type=int, default=1500, help="how many mutants to draw")
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    asked.add_argument("modules", nargs="*", help="only these, such as signing/parties")
    given = asked.parse_args()
    os.chdir(ROOT)
    paths = sorted(f"{PLUGIN}/{name}.py" for name in given.modules or TESTS)
    every = mutants(paths)
    chosen = random.Random(given.seed).sample(every, min(given.most, len(every)))
    all_of, noticed = Counter(), Counter()
    for count, (module, found, told) in enumerate(tried(chosen, given.jobs), 1):
        all_of[module] += 1
        noticed[module] += found
        print(f"{count} {'' if found else 'NOT NOTICED ' + told}", flush=True)
    for module, total in itertools.chain(sorted(all_of.items()), [("all", all_of.total())]):
        seen = noticed.total() if module == "all" else noticed[module]
        print(f"{module:22} {seen:4} of {total:4}  {seen / total:6.1%}")


if __name__ == "__main__":
    main()
