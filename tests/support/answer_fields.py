"""Fields to try: one of each kind, what it makes of a good answer, and what it says of another."""

from datetime import date

import pytest
from marshmallow import ValidationError

from stegvis.schemas import fields
from stegvis.schemas.messages import MESSAGES

TODAY = date(2026, 11, 21)
OPTIONS = [("a", "Ett"), ("b", "Två"), ("x", "Inget av dem")]
KINDS = {
    "text": (fields.TextField, {}),
    "long_text": (fields.LongTextField, {}),
    "choice": (fields.ChoiceField, {"options": OPTIONS}),
    "choices": (fields.ChoicesField, {"options": OPTIONS, "exclusive": ["x"]}),
    "yes_no": (fields.YesNoField, {}),
    "tick": (fields.TickField, {}),
    "date": (fields.DateField, {"today": TODAY}),
    "moment": (fields.MomentField, {"today": TODAY}),
    "time": (fields.TimeField, {}),
    "week": (fields.WeekField, {}),
    "month": (fields.MonthField, {}),
    "integer": (fields.IntegerField, {"min": 1, "max": 40}),
    "decimal": (fields.DecimalField, {"min": 0, "max": 1000}),
    "email": (fields.EmailField, {}),
    "phone": (fields.PhoneField, {}),
    "personnummer": (fields.PersonnummerField, {"today": TODAY}),
    "orgnr": (fields.OrgnrField, {}),
}


def field(kind, **common):
    cls, options = KINDS[kind]
    return cls(**{"label": "svaret", **options, **common})


def refusal(made, value):
    """The one message that the value gives."""
    with pytest.raises(ValidationError) as caught:
        made.deserialize(value)
    (text,) = caught.value.messages
    return text


def dump(made, answer):
    return made.serialize("x", {"x": answer})


def goes_round(kind, raw, answer, json):
    """The raw answer becomes the Python value, the value the JSON, and the JSON the value again, judged or not."""
    made = field(kind)
    loaded = made.deserialize(raw)
    assert (loaded, type(loaded)) == (answer, type(answer))
    written = dump(made, loaded)
    assert (written, type(written)) == (json, type(json))
    assert made.deserialize(written) == answer
    restored = made.restore(written)
    assert (restored, type(restored)) == (answer, type(answer))


def is_told(kind, value, message_id, values):
    """The value is refused with this message of the table, filled with the question and these values."""
    assert refusal(field(kind), value) == MESSAGES[message_id].format(etikett="svaret", **values)


def kinds_in(module):
    """The kinds whose fields stand in this module."""
    return {kind for kind, (cls, _) in KINDS.items() if cls.__module__ == module.__name__}
