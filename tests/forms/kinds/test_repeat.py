"""Rows of the same questions: what is accepted, refused and said, and how it stands empty."""

import pytest
from support.kind_answers import said, told
from support.making import CONTEXT, form, loaded, problems, refused, sample

from stegvis.forms.language.words import Grid, Part, Parts, Plain
from stegvis.schemas.messages import message

# kind, what is given, where the message stands, which message it is
REFUSED = [
    ("repeat", "x", "svar", message("wrong_shape_list", etikett="insatser")),
    ("repeat", ["x"], "svar[0]", message("wrong_shape_row", nummer=1)),
    ("repeat", [{"namn": "a"}, {}], "svar[1]", message("row_empty", nummer=2)),
    ("repeat", [{"namn": "a"}, {"namn": ""}], "svar[1]", message("row_empty", nummer=2)),
    ("repeat", [{"namn": n} for n in "abcd"], "svar", message("repeat_max", etikett="insatser", max=3, antal=4)),
    ("repeat", [{"namn": "a"}, {"namn": "A"}], "svar", message("repeat_duplicate", rad_a=1, rad_b=2)),
    ("repeat", [{"pagar": True}], "svar[0].namn", message("required_text", etikett="vad")),
]


@pytest.mark.parametrize(("kind", "raw", "path", "text"), REFUSED)
def test_what_is_refused_is_told_where_it_stands_and_what_to_do(kind, raw, path, text):
    assert told(kind, raw)[path] == [text]


class TestRepeat:
    def test_short_rows_are_a_table_of_what_the_reader_may_see(self):
        rows = [{"namn": "Praktik", "pagar": True, "anteckning": "intern"}, {"namn": "Studier"}]
        told = Grid(("Vad", "Pågår", "Anteckning"), (("Praktik", "Ja", "intern"), ("Studier", "", "")), (1.0, 1.0, 1.0))
        assert said(sample("repeat"), "kommun", svar=rows) == told
        assert said(sample("repeat"), "deltagare", svar=rows).head == ("Vad", "Pågår")
        assert "intern" not in str(said(sample("repeat"), "deltagare", svar=rows))

    def test_many_short_answers_are_a_table_when_the_form_says_so(self):
        marks = [["inne", "Inne"], ["borta", "Borta"]]
        inner = [
            {"name": "dag", "kind": "date", "label": "Dag"},
            {"name": "h", "kind": "decimal", "label": "Timmar"},
            {"name": "val", "kind": "choice", "label": "Val", "options": marks},
            {"name": "a", "kind": "text", "label": "A"},
            {"name": "b", "kind": "text", "label": "B", "audience": ["kommun"]},
        ]
        made = form(
            {
                "name": "svar",
                "kind": "repeat",
                "questions": inner,
                "table": True,
                "total": "h",
                "blank_rows": 2,
                "audience": ["kommun", "deltagare"],
            }
        )
        rows = [{"dag": "2026-11-20", "h": "5,5", "val": "inne"}, {"h": 0.5, "a": "x"}, {"val": "borta"}]
        told = said(made, "kommun", svar=rows)
        assert told.head == ("Dag", "Timmar", "Val", "A", "B") and told.widths == (1.0, 0.8, 1.1, 1.6, 1.6)
        assert told.rows[0] == ("2026-11-20", "5,5", "Inne", "", "") and told.note == "Summa: 6"
        empty = made.questions["svar"].blank(made.reader("deltagare", {}, CONTEXT, blank=True))
        assert empty.head == ("Dag", "Timmar", "Inne", "Borta", "A")
        assert empty.rows == (("", "", "☐", "☐", ""),) * 2 and empty.note == "Summa: …………"

    def test_a_table_and_a_sum_need_what_they_are_made_of(self):
        long, text = {"name": "a", "kind": "long_text", "label": "A"}, {"name": "b", "kind": "text", "label": "B"}
        assert "ta bort table" in refused({"name": "svar", "kind": "repeat", "questions": [long], "table": True})
        assert 'total "b" är inget tal' in refused(
            {"name": "svar", "kind": "repeat", "questions": [text], "total": "b"}
        )

    def test_two_columns_may_have_the_same_label(self):
        inner = [{"name": "a", "kind": "text", "label": "Namn"}, {"name": "b", "kind": "text", "label": "Namn"}]
        made = form({"name": "svar", "kind": "repeat", "questions": inner})
        assert said(made, "kommun", svar=[{"a": "x", "b": "y"}]).rows == (("x", "y"),)

    def test_long_rows_are_parts_under_their_numbers(self):
        inner = [{"name": "a", "kind": "long_text", "label": "Text"}]
        made = form({"name": "svar", "kind": "repeat", "row": "insats", "questions": inner})
        assert said(made, "kommun", svar=[{"a": "x"}]) == Parts((Part("Insats 1", (("Text", Plain("x")),)),))

    def test_an_empty_form_has_as_many_rows_as_are_needed(self):
        inner = [{"name": "a", "kind": "long_text", "label": "Text"}]
        made = form({"name": "svar", "kind": "repeat", "min": 4, "questions": inner})
        assert len(made.questions["svar"].blank(made.reader("kommun", {}, CONTEXT, blank=True)).parts) == 4

    def test_a_row_may_hold_rows_but_no_deeper(self):
        deepest = {"name": "c", "kind": "repeat", "questions": [{"name": "d", "kind": "text"}]}
        middle = {
            "name": "b",
            "kind": "repeat",
            "questions": [{"name": "t", "kind": "text", "label": "Frågan"}],
            "label": "B",
        }
        made = form({"name": "a", "kind": "repeat", "questions": [middle]})
        assert loaded(made, a=[{"b": [{"t": "x"}]}]) == {"a": [{"b": [{"t": "x"}]}]}
        assert problems(made, a=[{"b": [{"t": "x\ny"}]}]) == {"a[0].b[0].t": ["Skriv frågan på en rad."]}
        with_three = {"name": "a", "kind": "repeat", "questions": [{**middle, "questions": [deepest]}]}
        assert "ta bort den innersta upprepningen" in refused(with_three)

    def test_a_row_is_called_by_what_is_written_first_in_it(self):
        question = sample("signers").questions["svar"]
        assert question.row_name({"roll": "god_man", "namnfortydligande": "Kim"}, 1) == "Kim"
        assert question.row_name({}, 2) == "underskrift 2"
        assert question.heading(2) == "Underskrift 2"


class TestWhatItsRowsAre:
    QUESTION = sample("repeat").questions["svar"]

    def test_rows_are_told_apart_by_what_may_not_be_alike_or_else_by_the_first_two(self):
        assert self.QUESTION.names_rows == ("namn",)
        assert sample("matrix").questions["parter"].names_rows == ("organisation", "enhet")

    def test_a_row_has_a_noun_and_there_are_so_many_at_least(self):
        assert (self.QUESTION.row_noun, self.QUESTION.least_rows) == ("insats", 1)

    def test_a_control_is_called_by_its_row_and_a_line_leaves_out_what_names_the_row(self):
        label = self.QUESTION.label_of("svar-1-pagar", {"svar": [{}, {"namn": "Studier"}]}, "{} {}".format)
        assert label.label == "Insatser, Insats 2 (Studier): Pågår" and label.words(True) == "Ikryssad"
        assert self.QUESTION.line_of(label, True, "{} {}".format) == ("svar 2", "")
        more = self.QUESTION.label_of("svar-0-anteckning", {}, "{} {}".format)
        assert self.QUESTION.line_of(more, "intern", "{} {}".format) == ("svar 1", "intern")
