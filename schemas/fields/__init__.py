"""One marshmallow field per kind of answer. Each speaks Swedish only, and takes nothing, "" and [] as no answer."""

from .base import AnswerField
from .choice import Choice, Choices, Tick, YesNo
from .dates import DateField, Moment, TimeField
from .identity import EmailField, OrgnrField, PersonnummerField, PhoneField
from .numbers import DecimalField, IntegerField
from .spans import MonthField, WeekField
from .text import LongText, TextField

__all__ = [
    "AnswerField",
    "Choice",
    "Choices",
    "DateField",
    "DecimalField",
    "EmailField",
    "IntegerField",
    "LongText",
    "Moment",
    "MonthField",
    "OrgnrField",
    "PersonnummerField",
    "PhoneField",
    "TextField",
    "Tick",
    "TimeField",
    "WeekField",
    "YesNo",
]
