"""Rows of short answers as a table, filled and empty; a repeat draws it."""

import pytest
from support.making import CONTEXT, form

from stegvis.forms.kinds.row_table import empty, filled

MARKS = [["a", "A"], ["b", "B"], ["c", "C"], ["d", "D"]]


def columns(*questions):
    made = form(*questions)
    return list(made.questions.values()), made.reader("kommun", {}, CONTEXT)


def test_a_choice_with_many_options_has_room_for_a_word_and_not_a_box_for_each():
    asked, reader = columns(
        {"name": "far", "kind": "choice", "label": "Få", "options": MARKS[:3]},
        {"name": "manga", "kind": "choice", "label": "Många", "options": MARKS},
    )
    assert empty(asked, 1, reader, wide=True, note="").head == ("A", "B", "C", "Många")
    assert empty(asked, 2, reader, wide=False, note="Summa").rows == (("", ""),) * 2


def test_an_answer_that_fits_no_cell_is_a_mistake_in_its_kind():
    asked, reader = columns({"name": "svar", "kind": "tick_table", "rows": MARKS, "options": MARKS})
    with pytest.raises(TypeError, match="short_words"):
        filled(asked, [({"svar": {"a": ["b"]}}, reader)], reader, wide=False, note="")
