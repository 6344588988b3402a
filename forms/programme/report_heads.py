"""The reports that are made of a programme: which there are, and what stands under each head
(`forms/redovisningar.toml`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ..loading.toml_files import read_toml

FILE = Path(__file__).parents[1] / "redovisningar.toml"


@dataclass(frozen=True)
class Heading:
    """One head: its title, what of the programme's file stands there, what is counted there, and what is to be
    written.
    """

    id: str
    title: str
    from_: str = ""
    table: str = ""
    write: str = ""


@dataclass(frozen=True)
class ReportHead:
    """One kind of report and its heads, in order."""

    id: str
    title: str
    heads: tuple[Heading, ...]


@cache
def reports() -> Mapping[str, ReportHead]:
    """Every kind of report, by its id."""
    data = read_toml(FILE)
    heads = {
        one["id"]: Heading(one["id"], one["title"], one.get("from", ""), one.get("table", ""), one.get("write", ""))
        for one in data["heads"]
    }
    return {
        one["id"]: ReportHead(one["id"], one["title"], tuple(heads[name] for name in one["heads"]))
        for one in data["reports"]
    }
