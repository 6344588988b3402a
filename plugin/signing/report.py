"""What looking at a file has found, in words and as JSON."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

MARKS = {True: "Visat:", False: "FEL:", None: "Inte visat:"}


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at: whether it holds, None for what the file alone cannot prove."""

    holds: bool | None
    words: str


@dataclass(frozen=True)
class Report:
    """What the file proves. *holds* when nothing speaks against it."""

    sha256: str
    findings: tuple[Finding, ...]
    evidence: Mapping[str, Any] | None = field(default=None, repr=False)

    @property
    def holds(self) -> bool:
        """Whether the file is sealed and unchanged."""
        return all(finding.holds is not False for finding in self.findings)

    def lines(self) -> Iterator[str]:
        """The report as lines of text, the verdict first."""
        yield "Filen håller." if self.holds else "Filen håller inte."
        yield from (f"{MARKS[finding.holds]} {finding.words}" for finding in self.findings)
        yield f"Filens SHA-256: {self.sha256}"

    def json(self) -> dict[str, Any]:
        """The report as JSON can hold it."""
        told = [{"holds": finding.holds, "text": finding.words} for finding in self.findings]
        return {"holds": self.holds, "sha256": self.sha256, "findings": told}
