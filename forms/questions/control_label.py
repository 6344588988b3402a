"""What a control is called where it stands alone, away from its page."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from ...schemas.phrases import phrase

RowCalled: TypeAlias = Callable[[str, int], str]
"""What a page calls a row of a question: the question's name and the row's number (from 1)."""


@dataclass(frozen=True)
class ControlLabel:
    """One *control*, or all rows of a question: its *label*, and its values in words."""

    control: str
    label: str
    options: Mapping[str, str] = field(default_factory=dict)
    boxes: bool = False

    @property
    def target(self) -> str:
        """The id of its place on the page."""
        return f"st-{self.control}"

    def words(self, value: Any) -> str:
        """A value as it is read aloud."""
        if self.boxes and not isinstance(value, str):
            return "Ikryssad" if value else "Inte ikryssad"
        if isinstance(value, list):
            return ", ".join(self.options.get(one, str(one)) for one in value) or phrase("page_not_answered")
        return self.options.get(value, str(value)) if value not in (None, "") else phrase("page_not_answered")
