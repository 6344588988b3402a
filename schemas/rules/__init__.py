"""The rules between answers that a form file may name. Each sees the judged answers and says what to change, and
where.
"""

from .answers import (
    Approved,
    ContactNeeds,
    Differs,
    HoursAtMost,
    Needs,
    NoOption,
    NotBoth,
    OneOf,
    Protected,
    ReasonUnder,
)
from .base import Day, Rule
from .columns import RowsAtLeast, RowsInOrder, RowsNeed
from .people import MinorNeedsGuardian
from .periods import (
    After,
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
from .reports import HoursAway, HoursOver, InSpan, SpanMeets
from .rows import RowsUsed, ScheduleHours, Someone
from .wording import MustContainTime, NoPersonNumber, NoWords

RULES: dict[str, type[Rule]] = {
    rule.name: rule
    for rule in (
        PeriodOrder,
        PeriodAtMost,
        ReasonOver,
        NotOpenEnded,
        Within,
        NotBefore,
        NotAfter,
        Before,
        After,
        Follows,
        DaysAfter,
        NotBoth,
        Needs,
        OneOf,
        Differs,
        NoOption,
        Approved,
        ContactNeeds,
        Protected,
        HoursAtMost,
        ReasonUnder,
        MinorNeedsGuardian,
        RowsUsed,
        Someone,
        ScheduleHours,
        RowsAtLeast,
        RowsInOrder,
        RowsNeed,
        MustContainTime,
        NoWords,
        NoPersonNumber,
        InSpan,
        SpanMeets,
        HoursAway,
        HoursOver,
    )
}

__all__ = ["RULES", "Day", "Rule"]
