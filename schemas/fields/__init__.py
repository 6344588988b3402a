"""One marshmallow field per kind of answer. Each speaks Swedish only, and takes nothing, "" and [] as no answer."""

from .base import AnswerField
from .choice import ChoiceField, ChoicesField, TickField, YesNoField
from .dates import DateField, MomentField, TimeField
from .identity import EmailField, OrgnrField, PersonnummerField, PhoneField
from .numbers import DecimalField, IntegerField
from .spans import MonthField, WeekField
from .text import LongTextField, TextField

__all__ = [
    "AnswerField",
    "ChoiceField",
    "ChoicesField",
    "DateField",
    "DecimalField",
    "EmailField",
    "IntegerField",
    "LongTextField",
    "MomentField",
    "MonthField",
    "OrgnrField",
    "PersonnummerField",
    "PhoneField",
    "TextField",
    "TickField",
    "TimeField",
    "WeekField",
    "YesNoField",
]
