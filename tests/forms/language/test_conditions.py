"""Conditions: each shape, where it looks, and what it sees of answers that are not judged yet."""

from datetime import UTC, date, datetime

import pytest
from support.making import CONTEXT, form, loaded, problems, refused

from stegvis.forms import Context
from stegvis.forms.language.conditions import Scope, born_on, names, read_condition, values


def holds(condition, answers, context=CONTEXT, row=None):
    return read_condition(condition).holds(Scope(answers, context, row))


@pytest.mark.parametrize(
    ("condition", "yes", "no"),
    [
        ({"question": "a", "is": "x"}, {"a": "x"}, {"a": "y"}),
        ({"question": "a", "is": ""}, {}, {"a": "x"}),
        ({"question": "a", "is": "ja"}, {"a": True}, {"a": False}),
        ({"question": "a", "is": True}, {"a": True}, {}),
        ({"question": "a", "is": 3}, {"a": 3}, {"a": 4}),
        ({"question": "a", "in": ["x", "y"]}, {"a": "y"}, {"a": "z"}),
        ({"question": "a", "has": "x"}, {"a": ["w", "x"]}, {"a": "x"}),
        ({"question": "a", "answered": True}, {"a": "x"}, {"a": ""}),
        ({"question": "a", "answered": False}, {"a": []}, {"a": ["x"]}),
        ({"all": [{"question": "a", "is": "x"}, {"question": "b", "is": "x"}]}, {"a": "x", "b": "x"}, {"a": "x"}),
        ({"any": [{"question": "a", "is": "x"}, {"question": "b", "is": "x"}]}, {"b": "x"}, {"c": "x"}),
        ({"not": {"question": "a", "is": "x"}}, {}, {"a": "x"}),
    ],
)
def test_each_shape_holds_and_does_not(condition, yes, no):
    assert holds(condition, yes)
    assert not holds(condition, no)


def test_a_field_of_the_context_can_be_asked_for():
    condition = {"context": "state", "is": "utkast"}
    assert holds(condition, {}, Context(state="utkast"))
    assert not holds(condition, {"state": "utkast"}, Context())


@pytest.mark.parametrize(
    ("born", "young"), [("2008-11-22", True), ("2008-11-21", False), ("2007-01-01", False), ("", False)]
)
def test_a_person_is_of_age_from_the_birthday_itself(born, young):
    assert holds({"question": "a", "age_below": 18}, {"a": born}) is young


def test_the_age_is_counted_in_swedish_days():
    late = Context(now=datetime(2026, 11, 20, 23, 30, tzinfo=UTC))  # already the 21st in Stockholm
    assert not holds({"question": "a", "age_below": 18}, {"a": "2008-11-21"}, late)


def test_a_birth_date_is_read_from_dates_and_numbers_raw_or_judged():
    today = date(2026, 11, 21)
    assert born_on("2000-02-03", today) == born_on(date(2000, 2, 3), today) == date(2000, 2, 3)
    assert born_on("18900101-9802", today) == date(1890, 1, 1)
    assert born_on("inte en dag", today) is None
    assert born_on(17, today) is None


def test_a_row_is_asked_before_the_form_and_a_silent_row_is_not_answered_for_by_the_form():
    condition = {"question": "a", "is": "x"}
    assert holds(condition, {"a": "y"}, row={"a": "x"})
    assert holds(condition, {"a": "x"}, row={"b": "y"})
    assert not holds(condition, {"a": "x"}, row={"a": None})


ROWS = {
    "name": "rader",
    "kind": "repeat",
    "label": "Rader",
    "questions": [
        {"name": "sort", "kind": "text", "label": "Sort"},
        {
            "name": "annat",
            "kind": "text",
            "label": "Annat",
            "show_if": {"question": "sort", "is": "annat"},
            "required": True,
        },
    ],
}


def test_a_condition_in_a_row_speaks_of_that_row():
    made = form({"name": "sort", "kind": "text"}, ROWS)
    told = problems(made, sort="annat", rader=[{"sort": "annat"}, {"sort": "x"}, {"sort": "annat", "annat": "y"}])
    assert told == {"rader[0].annat": ["Skriv annat."]}
    kept = loaded(made, sort="annat", rader=[{"sort": "x", "annat": "glömd"}])["rader"]
    assert kept == [{"sort": "x"}]


@pytest.mark.parametrize(
    "data",
    [
        "a",
        {},
        {"question": "a"},
        {"question": "a", "is": ["x"]},
        {"question": "a", "in": "x"},
        {"question": "a", "in": [1]},
        {"question": "a", "is": "x", "has": "y"},
        {"question": 1, "is": "x"},
        {"question": "a", "age_below": True},
        {"context": "now", "is": "x"},
        {"context": "demo", "is": True},
        {"all": {"question": "a"}},
        {"fråga": "a", "is": "x"},
    ],
)
def test_anything_else_is_refused_with_the_shapes_there_are(data):
    with pytest.raises(ValueError, match="går inte att läsa; skriv ett av"):
        read_condition(data)
    told = refused({"name": "b", "kind": "text", "show_if": data}, {"name": "a", "kind": "text"})
    assert told.startswith('delen "Delen": frågan "b", nyckeln show_if: villkoret')


def test_the_questions_and_values_of_a_condition_are_known():
    condition = read_condition(
        {
            "any": [
                {"not": {"question": "a", "in": ["x", "y"]}},
                {"question": "b", "has": "z"},
                {"context": "state", "is": "u"},
            ]
        }
    )
    assert list(names(condition)) == ["a", "b"]
    assert list(values(condition)) == [("a", "x"), ("a", "y"), ("b", "z")]
