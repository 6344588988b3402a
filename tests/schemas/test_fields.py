"""Fields: Python values out, canonical JSON back, and a Swedish message of the table for everything else."""

import re
from datetime import date, datetime, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marshmallow import ValidationError, missing

from stegvis.schemas import fields
from stegvis.schemas.errors import ValueProblem
from stegvis.schemas.messages import MESSAGES
from stegvis.schemas.values.spans import Span

TODAY = date(2026, 11, 21)
WEEK = Span("2026-47", date(2026, 11, 16), date(2026, 11, 22))
OPTIONS = [("a", "Ett"), ("b", "Två"), ("x", "Inget av dem")]
KINDS = {
    "text": (fields.TextField, {}),
    "long_text": (fields.LongText, {}),
    "choice": (fields.Choice, {"options": OPTIONS}),
    "choices": (fields.Choices, {"options": OPTIONS, "exclusive": ["x"]}),
    "yes_no": (fields.YesNo, {}),
    "tick": (fields.Tick, {}),
    "date": (fields.DateField, {"today": TODAY}),
    "moment": (fields.Moment, {"today": TODAY}),
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
GOOD = [
    ("text", "Anna", "Anna", "Anna"),
    ("long_text", "a\r\nb", "a\nb", "a\nb"),
    ("choice", " a ", "a", "a"),
    ("choices", ["b", "", "a"], ["a", "b"], ["a", "b"]),
    ("yes_no", True, "ja", "ja"),
    ("yes_no", "Nej", "nej", "nej"),
    ("tick", True, True, True),
    ("tick", "on", True, True),
    ("date", " 2026-11-21", TODAY, "2026-11-21"),
    ("moment", "2026-11-21T14.30", datetime(2026, 11, 21, 14, 30), "2026-11-21 14:30"),
    ("time", "8.30", time(8, 30), "08:30"),
    ("week", "2026 v 47", WEEK, "2026-47"),
    ("week", "2026-W47", WEEK, "2026-47"),
    ("month", " 2026-11", Span("2026-11", date(2026, 11, 1), date(2026, 11, 30)), "2026-11"),
    ("integer", "12", 12, 12),
    ("integer", 12.0, 12, 12),
    ("decimal", "12,50", Decimal("12.5"), 12.5),
    ("decimal", "12,00", Decimal(12), 12),
    ("email", "Anna@Exempel.se", "Anna@exempel.se", "Anna@exempel.se"),
    ("phone", "070-174 06 05", "+46701740605", "+46701740605"),
    ("personnummer", "900101+9802", "189001019802", "189001019802"),
    ("orgnr", "16556016-0680", "5560160680", "5560160680"),
]
TABLE = re.compile("|".join(re.sub(r"\\\{\w+\\\}", ".*", re.escape(text)) for text in MESSAGES.values()), re.DOTALL)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda below: st.lists(below, max_size=3) | st.dictionaries(st.text(max_size=5), below, max_size=3),
    max_leaves=5,
)
NOTHING = (missing, None, "", " \n", "\u200b", [], {})


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


def test_every_field_has_samples_here():
    assert {cls for cls, _ in KINDS.values()} == {getattr(fields, name) for name in fields.__all__} - {
        fields.AnswerField
    }
    assert {kind for kind, *_ in GOOD} == set(KINDS)


@pytest.mark.parametrize(("kind", "raw", "answer", "json"), GOOD)
def test_an_answer_becomes_a_value_and_the_value_one_json(kind, raw, answer, json):
    made = field(kind)
    loaded = made.deserialize(raw)
    assert (loaded, type(loaded)) == (answer, type(answer))
    written = dump(made, loaded)
    assert (written, type(written)) == (json, type(json))
    assert made.deserialize(written) == answer


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("nothing", NOTHING, ids=repr)
def test_nothing_is_no_answer_and_a_required_question_asks_for_one(kind, nothing):
    assert field(kind).deserialize(nothing) is missing
    text = refusal(field(kind, required=True), nothing)
    assert text == MESSAGES[KINDS[kind][0].missing_id].format(etikett="svaret")
    assert (
        refusal(field(kind, required=True, messages={"required": "Skriv {etikett} nu."}), nothing) == "Skriv svaret nu."
    )


@pytest.mark.parametrize("unticked", [False, "nej", "false", "off"])
def test_a_required_tick_must_be_ticked(unticked):
    assert field("tick").deserialize(unticked) is missing
    assert refusal(field("tick", required=True), unticked) == MESSAGES["required_tick"]


@pytest.mark.parametrize("kind", KINDS)
@given(JSON)
def test_whatever_json_holds_only_swedish_messages_come_back(kind, junk):
    for required in (False, True):
        made = field(kind, required=required)
        try:
            answer = made.deserialize(junk)
        except ValidationError as error:
            assert all(TABLE.fullmatch(text) for text in error.messages)
        else:
            assert answer is missing or made.deserialize(dump(made, answer)) == answer


@pytest.mark.parametrize(
    ("kind", "value", "message_id", "values"),
    [
        ("text", 5, "wrong_shape_text", {}),
        ("text", ["a"], "wrong_shape_text", {}),
        ("text", "a\nb", "one_line", {}),
        ("text", "x" * 201, "too_long", {"max": 200, "antal": 201}),
        ("long_text", "x" * 4001, "too_long", {"max": 4000, "antal": 4001}),
        ("choice", "q", "choice_unknown", {}),
        ("choice", {"a": 1}, "wrong_shape_text", {}),
        ("choices", "a", "wrong_shape_list", {}),
        ("choices", ["a", 5], "wrong_shape_text", {}),
        ("choices", ["a", "q"], "choice_unknown", {}),
        ("choices", ["a", "a"], "choice_twice", {}),
        ("choices", ["a", "x"], "choice_exclusive", {"alternativ": "Inget av dem"}),
        ("yes_no", "kanske", "choice_unknown", {}),
        ("tick", 1, "tick_format", {}),
        ("tick", "ja tack", "tick_format", {}),
        ("date", 20261121, "wrong_shape_text", {}),
        ("date", "2026-02-30", "date_not_real", {"värde": "2026-02-30"}),
        ("time", "25:00", "time_not_real", {}),
        ("integer", True, "integer_format", {}),
        ("integer", "12,5", "integer_format", {}),
        ("integer", 0, "number_too_small", {"min": 1}),
        ("integer", 41, "number_too_large", {"max": 40}),
        ("decimal", ["1"], "number_format", {}),
        ("decimal", "1,234", "too_many_decimals", {"antal": 2}),
        ("decimal", "1 000,01", "number_too_large", {"max": 1000}),
        ("phone", 701740605, "wrong_shape_text", {}),
        ("personnummer", "18900101-9803", "personnummer_check", {}),
        ("personnummer", "20991231-0000", "personnummer_date", {}),
        ("orgnr", "556016-0681", "orgnr_check", {}),
    ],
)
def test_a_refusal_names_the_question_and_the_remedy(kind, value, message_id, values):
    assert refusal(field(kind), value) == MESSAGES[message_id].format(etikett="svaret", **values)


def test_length_is_counted_after_the_text_is_cleaned():
    made = field("text", min_length=3, max_length=5)
    assert made.deserialize("  A\u030asas ") == "Åsas"
    assert refusal(made, " ab ") == "Skriv lite mer om svaret. Det behövs minst 3 tecken. Nu är det 2."


def test_a_question_has_its_own_words_for_a_message():
    made = field("date", future=False, messages={"date_in_future": "Välj en dag före {etikett}."})
    assert refusal(made, "2026-11-22") == "Välj en dag före svaret."


@pytest.mark.parametrize("kind", ["date", "moment"])
def test_days_have_limits(kind):
    clock = " 12:00" if kind == "moment" else ""
    assert refusal(field(kind, future=False), "2026-11-22" + clock) == MESSAGES["date_in_future"]
    assert refusal(field(kind, past=False), "2026-11-20" + clock) == MESSAGES["date_in_past"]
    assert refusal(field(kind, earliest=TODAY), "2026-11-20" + clock) == "Välj 2026-11-21 eller en senare dag."
    assert refusal(field(kind, latest=TODAY), "2026-11-22" + clock) == "Välj 2026-11-21 eller en tidigare dag."
    assert field(kind, past=False, future=False, earliest=TODAY, latest=TODAY).deserialize("2026-11-21" + clock)


def test_an_option_may_be_shown_and_refused():
    made = field("choice", refuse={"b": "Välj något annat än två."})
    assert refusal(made, "b") == "Välj något annat än två."


def test_money_is_asked_for_in_kronor():
    made = field("decimal", money=True)
    assert refusal(made, "mycket") == refusal(made, "1,234") == MESSAGES["money_format"]


def test_a_decimal_limit_is_exact():
    assert field("decimal", max=0.1).deserialize("0,1") == Decimal("0.1")


def test_a_validator_may_raise_a_problem_of_the_table():
    def no_numbers(words):
        if "9001" in words:
            raise ValueProblem("personnummer_in_text")

    assert refusal(field("text", validate=no_numbers), "18900101-9802") == MESSAGES["personnummer_in_text"]


@pytest.mark.parametrize("kind", KINDS)
def test_no_english_is_left_in_a_field(kind):
    made = field(kind)
    for key in made.error_messages:
        assert TABLE.fullmatch(made.make_error(key).messages[0])
