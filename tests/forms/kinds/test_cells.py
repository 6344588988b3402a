"""The ticked cells of a matrix, judged; what is refused is tried with the matrix."""

from support.kind_answers import PARTER
from support.making import CONTEXT, loaded, problems, sample

MADE = sample("matrix")


def test_the_words_of_a_cell_are_kept_in_one_spelling():
    cell = {"uppgift": "annat", "part": 1, "annat_text": "  Boende "}
    assert loaded(MADE, parter=PARTER, svar=[cell])["svar"] == [{**cell, "annat_text": "Boende"}]


def test_every_cell_that_is_wrong_is_told_at_once():
    cells = [{"uppgift": "lön", "part": 1}, {"uppgift": "halsa", "part": 1}, {"uppgift": "halsa", "part": 9}]
    assert problems(MADE, parter=PARTER, svar=cells).keys() == {"svar[0].uppgift", "svar[2].part"}


def test_cells_judged_and_written_are_read_back_alike():
    judged = loaded(MADE, parter=PARTER, svar=[{"uppgift": "halsa", "part": 2}])
    schema = MADE.schema(CONTEXT)
    assert schema.load(schema.dump(judged)) == judged
