"""The command line: one file for each group of commands; `main` is the console script and what a host mounts."""

from .group import main

__all__ = ["main"]
