"""A table of boxes: what is accepted, refused and said, and how it stands empty."""

import pytest
from support.kind_answers import PARTER, said
from support.making import CONTEXT, loaded, problems, sample

from stegvis.schemas.messages import message


class TestMatrix:
    MADE = sample("matrix")

    def cell(self, uppgift, part, **more):
        return {"uppgift": uppgift, "part": part, **more}

    def test_cells_are_kept_in_the_order_of_columns_and_rows(self):
        cells = [self.cell("halsa", 2), self.cell("annat", 1, annat_text="Boende"), self.cell("narvaro", 1)]
        kept = loaded(self.MADE, parter=PARTER, svar=cells)["svar"]
        assert kept == [self.cell("narvaro", 1), self.cell("annat", 1, annat_text="Boende"), self.cell("halsa", 2)]
        rows = said(self.MADE, "kommun", parter=PARTER, svar=cells).rows
        assert rows == (("Närvaro", "☒", "☐"), ("Hälsa", "☐", "☒"), ("Annat", "☒ Boende", "☐"))

    def test_a_part_reads_its_own_column_alone(self):
        judged = loaded(self.MADE, parter=PARTER, svar=[self.cell("halsa", 1), self.cell("narvaro", 2)])
        reader = self.MADE.reader("part", judged, CONTEXT.__class__(now=CONTEXT.now, part=2))
        told = self.MADE.questions["svar"].text(judged["svar"], reader)
        assert told.head == ("Uppgift", "Kommunen")
        assert told.rows == (("Närvaro", "☒"), ("Hälsa", "☐"), ("Annat", "☐"))
        assert self.MADE.questions["svar"].trim(judged["svar"], reader) == [self.cell("narvaro", 2)]

    @pytest.mark.parametrize(
        ("cell", "path", "text"),
        [
            ({"uppgift": "lön", "part": 1}, "svar[0].uppgift", message("row_unknown", nummer=1)),
            ({"uppgift": ["halsa"], "part": 1}, "svar[0].uppgift", message("row_unknown", nummer=1)),
            ({"uppgift": "halsa", "part": 3}, "svar[0].part", message("column_unknown", nummer=1)),
            ({"uppgift": "halsa", "part": True}, "svar[0].part", message("column_unknown", nummer=1)),
            ({"uppgift": "annat", "part": 1}, "svar[0].annat_text", message("other_needs_text", alternativ="Annat")),
            (
                {"uppgift": "annat", "part": 1, "annat_text": "Allt"},
                "svar[0].annat_text",
                message("refused", värde="Allt"),
            ),
            ({"uppgift": "halsa", "part": 1, "": 1}, "svar[0].", message("unknown_key", nyckel="")),
            (
                {"uppgift": "halsa", "part": 1, "annat_text": "x"},
                "svar[0].annat_text",
                message("unknown_key", nyckel="annat_text"),
            ),
            ("halsa", "svar[0]", message("wrong_shape_row", nummer=1)),
        ],
    )
    def test_a_cell_that_is_not_in_the_table_is_refused(self, cell, path, text):
        assert problems(self.MADE, parter=PARTER, svar=[cell]) == {path: [text]}

    def test_each_cell_once_and_no_more_than_there_are(self):
        twice = problems(self.MADE, parter=PARTER, svar=[self.cell("halsa", 1)] * 2)
        assert twice == {"svar[1]": [message("repeat_duplicate", rad_a=1, rad_b=2)]}
        many = problems(self.MADE, parter=PARTER, svar=[self.cell("halsa", 1)] * 7)
        assert many == {"svar": [message("repeat_max", etikett="vad får lämnas", max=6, antal=7)]}


def test_a_control_is_called_by_its_line_and_column():
    question = sample("matrix").questions["svar"]
    box, other = (question.label_of(f"svar-{key}-2", {}, "{} {}".format) for key in ("halsa", "annat_text"))
    assert (box.label, box.words(True)) == ("Vad får lämnas?: Hälsa, parter 2", "Ikryssad")
    assert other.label == "Vad får lämnas?: Vilket annat?, parter 2"
    assert question.line_of(box, True, "{} {}".format) == ("parter 2", "Hälsa")
    assert question.line_of(other, "Boende", "{} {}".format) == ("parter 2", "Vilket annat? Boende")
    assert question.is_act and question.judged_whole and question.hangs_on == "parter"


def test_the_words_of_a_cell_are_kept_in_one_spelling():
    cell = {"uppgift": "annat", "part": 1, "annat_text": "  Boende "}
    assert loaded(TestMatrix.MADE, parter=PARTER, svar=[cell])["svar"] == [{**cell, "annat_text": "Boende"}]


def test_every_cell_that_is_wrong_is_told_at_once():
    cells = [{"uppgift": "lön", "part": 1}, {"uppgift": "halsa", "part": 1}, {"uppgift": "halsa", "part": 9}]
    assert problems(TestMatrix.MADE, parter=PARTER, svar=cells).keys() == {"svar[0].uppgift", "svar[2].part"}


def test_cells_judged_and_written_are_read_back_alike():
    judged = loaded(TestMatrix.MADE, parter=PARTER, svar=[{"uppgift": "halsa", "part": 2}])
    schema = TestMatrix.MADE.schema(CONTEXT)
    assert schema.load(schema.dump(judged)) == judged
