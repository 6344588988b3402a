"""Answers that hang on the rows of another question."""

import pytest
from support.kind_answers import PARTER
from support.making import CONTEXT, sample

from stegvis.forms.questions.aligned import MOST_ROWS, row_names, row_noun, rows_of, rows_on_screen

MADE = sample("matrix")


@pytest.mark.parametrize(
    ("raw", "rows"), [(None, []), ("x", []), ([{"a": 1}, "x"], [{"a": 1}, {}]), ([{}] * (MOST_ROWS + 1), None)]
)
def test_what_is_no_row_is_an_empty_one_and_there_are_never_too_many(raw, rows):
    assert rows_of({"parter": raw}, "parter") == (rows if rows is not None else [{}] * MOST_ROWS)


def test_rows_are_named_by_their_answers_or_by_noun_and_number():
    reader = MADE.reader("kommun", {"parter": [*PARTER, {}]}, CONTEXT)
    assert row_names(reader, "parter") == ["Region X, Mottagningen", "Kommunen", "part 3"]


def test_rows_of_a_question_that_is_not_there_are_called_rows():
    reader = MADE.reader("kommun", {}, CONTEXT)
    assert (row_noun(reader, "parter"), rows_on_screen(reader, "parter")) == ("part", 5)
    assert (row_noun(reader, "annat"), rows_on_screen(reader, "annat")) == ("rad", 0)
