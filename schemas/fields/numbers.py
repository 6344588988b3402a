"""Whole numbers and decimals within limits."""

from decimal import Decimal
from typing import Any, TypeVar

from ..errors import ValueProblem
from ..values import numbers
from .base import AnswerField

Number = TypeVar("Number", int, Decimal)


class IntegerField(AnswerField[int]):
    """A whole number from *min* to *max*, both included."""

    def __init__(self, *, min: int | None = None, max: int | None = None, **common: Any) -> None:
        super().__init__(**common)
        self.min = min
        self.max = max

    def parse(self, value: Any) -> int:
        return _within(numbers.parse_whole(value), self.min, self.max)


class DecimalField(AnswerField[Decimal]):
    """A number with at most *decimals* decimals from *min* to *max*. *money* asks for kronor."""

    def __init__(
        self,
        *,
        min: Decimal | float | None = None,
        max: Decimal | float | None = None,
        decimals: int = 2,
        money: bool = False,
        **common: Any,
    ) -> None:
        super().__init__(**common)
        self.min = _exact(min)
        self.max = _exact(max)
        self.decimals = decimals
        self.money = money

    def parse(self, value: Any) -> Decimal:
        try:
            number = numbers.parse(value, decimals=self.decimals)
        except ValueProblem as problem:
            if self.money:
                raise ValueProblem("money_format") from None
            raise problem from None
        return _within(number, self.min, self.max)

    def restore(self, written: Any) -> Decimal:
        return Decimal(str(written))

    def write(self, answer: Decimal) -> int | float:
        return int(answer) if answer == answer.to_integral_value() else float(answer)


def _within(number: Number, least: Number | None, most: Number | None) -> Number:
    if least is not None and number < least:
        raise ValueProblem("number_too_small", min=least)
    if most is not None and number > most:
        raise ValueProblem("number_too_large", max=most)
    return number


def _exact(limit: Decimal | float | None) -> Decimal | None:
    return None if limit is None else Decimal(str(limit))
