"""Days, times of day, and both together."""

from datetime import date, datetime, time
from typing import Any

from ..errors import ValueProblem
from ..values import dates, moments, times
from .base import AnswerField, as_text


class _Bounded:
    """Which days an answer may lie on, counted from *today*."""

    def __init__(
        self,
        *,
        today: date,
        past: bool = True,
        future: bool = True,
        earliest: date | None = None,
        latest: date | None = None,
        **common: Any,
    ) -> None:
        super().__init__(**common)
        self.today = today
        self.past = past
        self.future = future
        self.earliest = earliest
        self.latest = latest

    def check_day(self, day: date) -> None:
        """Raises ValueProblem: date_in_future, date_in_past, date_too_early, date_too_late."""
        if not self.future and day > self.today:
            raise ValueProblem("date_in_future")
        if not self.past and day < self.today:
            raise ValueProblem("date_in_past")
        if self.earliest is not None and day < self.earliest:
            raise ValueProblem("date_too_early", datum=self.earliest)
        if self.latest is not None and day > self.latest:
            raise ValueProblem("date_too_late", datum=self.latest)


class DateField(_Bounded, AnswerField[date]):
    """A day, as 2026-11-21."""

    missing_id = "required_date"

    def parse(self, value: Any) -> date:
        day = dates.parse(as_text(value))
        self.check_day(day)
        return day

    def write(self, answer: date) -> str:
        return answer.isoformat()

    def restore(self, written: Any) -> date:
        return date.fromisoformat(written)


class MomentField(_Bounded, AnswerField[datetime]):
    """A day and a time, as 2026-11-21 14:30 on the wall in Sweden."""

    missing_id = "required_date"

    def parse(self, value: Any) -> datetime:
        moment = moments.parse(as_text(value))
        self.check_day(moment.date())
        return moment

    def write(self, answer: datetime) -> str:
        return answer.isoformat(" ", "minutes")

    def restore(self, written: Any) -> datetime:
        return datetime.fromisoformat(written)


class TimeField(AnswerField[time]):
    """A time of day, as 08:30."""

    missing_id = "required"

    def parse(self, value: Any) -> time:
        return times.parse(as_text(value))

    def write(self, answer: time) -> str:
        return times.shown(answer)

    def restore(self, written: Any) -> time:
        return time.fromisoformat(written)
