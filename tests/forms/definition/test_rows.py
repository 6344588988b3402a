"""Rows added and taken away: nothing typed is lost, and what hangs on later rows moves with them."""

import pytest
from support.kind_answers import PARTER, ROW
from support.making import form, sample

from stegvis.forms.definition.rows import add_row, remove_row
from stegvis.forms.questions.aligned import MOST_ROWS


def test_a_row_is_added_last_and_the_callers_answers_stay():
    raw = {"svar": [{"namn": "a"}]}
    assert add_row(sample("repeat"), raw, "svar") == {"svar": [{"namn": "a"}, {}]}
    assert raw == {"svar": [{"namn": "a"}]}
    assert add_row(sample("repeat"), {}, "svar") == {"svar": [{}]}


def test_a_schedule_of_rows_alone_becomes_one_with_its_parts():
    assert add_row(sample("schedule"), {"svar": [ROW]}, "svar.rader") == {"svar": {"rader": [ROW, {}]}}


def test_rows_inside_rows():
    inner = {"name": "b", "kind": "repeat", "label": "B", "questions": [{"name": "t", "kind": "text", "label": "T"}]}
    made = form({"name": "a", "kind": "repeat", "questions": [inner]})
    raw = {"a": [{"b": [{"t": "x"}]}, {}]}
    assert add_row(made, raw, "a[1].b") == {"a": [{"b": [{"t": "x"}]}, {"b": [{}]}]}
    assert remove_row(made, raw, "a[0].b", 0) == {"a": [{"b": []}, {}]}


def test_what_hangs_on_rows_moves_with_them():
    cells = [{"uppgift": "halsa", "part": n} for n in (1, 2, 3)]
    three = [*PARTER, {"organisation": "Skolan"}]
    moved = remove_row(sample("matrix"), {"parter": three, "svar": cells}, "parter", 1)
    assert moved["svar"] == [{"uppgift": "halsa", "part": 1}, {"uppgift": "halsa", "part": 2}]
    moved = remove_row(sample("per_row"), {"parter": three, "svar": ["ger", "tar", "ger"]}, "parter", 1)
    assert moved == {"parter": [PARTER[0], three[2]], "svar": ["ger", "ger"]}


def test_no_more_rows_than_a_page_draws():
    assert len(add_row(sample("repeat"), {"svar": [{}] * MOST_ROWS}, "svar")["svar"]) == MOST_ROWS


@pytest.mark.parametrize(
    "path",
    ["", ".", "svar.namn", "svar[0]", "svar[0].namn", "svar[9].x", "okänd", "svar[", "svar[x].y", "../x", "svar.svar"],
)
def test_a_path_to_no_rows_changes_nothing(path):
    raw = {"svar": [{"namn": "a"}]}
    assert add_row(sample("repeat"), raw, path) == raw
    assert remove_row(sample("repeat"), raw, path, 0) == raw


@pytest.mark.parametrize("row", [-1, 1, 10**9])
def test_a_row_that_is_not_there_is_not_taken_away(row):
    assert remove_row(sample("repeat"), {"svar": [{"namn": "a"}]}, "svar", row) == {"svar": [{"namn": "a"}]}


@pytest.mark.parametrize("raw", ["x", 3, None, {"x": 1}, ["x"]])
def test_answers_of_the_wrong_shape_do_no_harm(raw):
    assert add_row(sample("repeat"), {"svar": raw}, "svar")["svar"][-1] == {}
    remove_row(sample("per_row"), {"parter": PARTER, "svar": raw}, "parter", 0)
    remove_row(sample("matrix"), {"parter": PARTER, "svar": raw}, "parter", 0)
