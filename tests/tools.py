"""The programs beside Python that some tests drive: which, how to get them, and what is skipped without them.

`python tests/tools.py` puts the missing ones onto a Debian machine where it may (as root, or with sudo that asks no
password), and otherwise says what the tests will skip. It needs no package.
"""

import os
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

# PostgreSQL's server programs lie outside PATH on Debian.
PLACES = os.pathsep.join(
    [os.environ.get("PATH", os.defpath), *map(str, sorted(Path("/usr/lib/postgresql").glob("*/bin")))]
)


UNO = "/usr/lib/python3/dist-packages/uno.py"
"""No program but a module of the system's Python, by which the tests type in LibreOffice."""


class Tool(NamedTuple):
    """One program: the marker of the tests that need it, the commands of which one will do, the package with them."""

    group: str
    commands: tuple[str, ...]
    package: str

    def find(self) -> str | None:
        """The full path of the program, or None."""
        files = (name for name in self.commands if name.startswith("/") and Path(name).is_file())
        return next((path for name in self.commands if (path := shutil.which(name, path=PLACES))), next(files, None))


TOOLS = (
    Tool("browser", ("chromium", "chromium-browser", "google-chrome"), "chromium"),
    Tool("browser", ("chromedriver",), "chromium-driver"),
    Tool("office", ("soffice", "libreoffice"), "libreoffice-writer-nogui"),
    Tool("office", (UNO,), "python3-uno"),
    Tool("pdf", ("pdftotext",), "poppler-utils"),
    Tool("pdf", ("pdftoppm",), "poppler-utils"),
    Tool("pdf", ("pdfsig",), "poppler-utils"),
    Tool("java", ("java",), "default-jre-headless"),
    Tool("java", ("javac",), "default-jdk-headless"),
    Tool("postgresql", ("initdb",), "postgresql"),
    Tool("nginx", ("nginx",), "nginx"),
)


def find(command: str) -> str:
    """The full path of one of the programs above; raises LookupError naming the package that has it."""
    tool = next(tool for tool in TOOLS if command in tool.commands)
    if path := tool.find():
        return path
    raise LookupError(f"no {command} here: apt-get install {tool.package}")


def missing() -> list[Tool]:
    """The programs that are not here."""
    return [tool for tool in TOOLS if not tool.find()]


def apt() -> list[str] | None:
    """The start of a command that may install Debian packages here, or None."""
    if not shutil.which("apt-get") or os.environ.get("SYSTEM") == "no":
        return None
    if os.geteuid() == 0:
        return []
    if (
        shutil.which("sudo")
        and subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0
    ):
        return ["sudo", "-n"]
    return None


def install() -> None:
    """Install what is missing, one package at a time: what cannot be had must not keep the others away."""
    start = apt()
    if start is not None and missing():
        get = [*start, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-o", "DPkg::Lock::Timeout=300"]
        subprocess.run([*get, "update"], capture_output=True, check=False)
        for package in dict.fromkeys(tool.package for tool in missing()):
            print("installing", package, "(SYSTEM=no leaves the machine as it is)", flush=True)
            command = [*get, "install", "--yes", "--no-install-recommends", package]
            subprocess.run(command, capture_output=True, check=False)
    for tool in missing():
        fate = "will FAIL" if os.environ.get("CI") else "will be SKIPPED"
        print(f"the tests marked '{tool.group}' {fate}: no {tool.commands[0]} here (apt-get install {tool.package})")


if __name__ == "__main__":
    install()
