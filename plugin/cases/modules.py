"""The modules a participant works with, as the newest module sheet tells: where each began, where it is, and where
it is going.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from .case_file import CaseFile

STEPS = 10


@dataclass(frozen=True)
class ModuleStanding:
    """One module: steps 1–10; *goal* is None when none is set. *assessed* is every assessment, the oldest first."""

    title: str
    area: str
    first: int
    goal: int | None
    assessed: tuple[tuple[date, int], ...]

    @property
    def now(self) -> int:
        """The step of the latest assessment, or the one it began on."""
        return self.assessed[-1][1] if self.assessed else self.first

    @property
    def bars(self) -> Iterator[tuple[int, float, float, bool]]:
        """The stair to draw: for each step its number, where it stands, how high it is, and whether it has been
        reached.
        """
        for step in range(1, STEPS + 1):
            height = 3 + 3.4 * step
            yield step, 46 - height, height, step <= self.now


def rows(case: CaseFile) -> list[dict[str, Any]]:
    """The rows of the newest sheet, as they were answered."""
    found: list[dict[str, Any]] = case.told("modules", "modules") or []
    return found


def modules(case: CaseFile) -> tuple[ModuleStanding, ...]:
    """The modules of the newest sheet in the case, in its order."""
    assessed: list[dict[str, Any]] = case.told("modules", "assessments") or []
    return tuple(
        ModuleStanding(
            title=str(row["titel"]),
            area=str(row["omrade"]),
            first=int(row["startsteg"]),
            goal=int(row["malsteg"]) if row.get("malsteg") is not None else None,
            assessed=tuple(
                sorted(
                    (date.fromisoformat(one["datum"]), int(one["steg"]))
                    for one in assessed
                    if int(one["modul"]) == number
                )
            ),
        )
        for number, row in enumerate(rows(case), 1)
    )
