"""The rules between answers that a form file may name. Each sees the judged answers and says what to change, and where."""

from .answers import Approved, ContactNeeds, Differs, HoursAtMost, NoOption, NotBoth, OneOf, Protected
from .base import Day, Rule
from .people import MinorNeedsGuardian
from .periods import (
    Before,
    DaysAfter,
    Follows,
    NotAfter,
    NotBefore,
    NotOpenEnded,
    PeriodAtMost,
    PeriodOrder,
    ReasonOver,
    Within,
)
from .rows import RowsUsed, ScheduleHours, Someone
from .wording import MustContainTime

RULES: dict[str, type[Rule]] = {
    rule.name: rule
    for rule in (
        PeriodOrder, PeriodAtMost, ReasonOver, NotOpenEnded, Within, NotBefore, NotAfter, Before, Follows, DaysAfter, NotBoth,
        OneOf, Differs, NoOption, Approved, ContactNeeds, Protected, HoursAtMost, MinorNeedsGuardian, RowsUsed, Someone, ScheduleHours,
        MustContainTime,
    )
}  # fmt: skip

__all__ = ["RULES", "Day", "Rule"]
