"""One answer for each row of another question: what is accepted, refused and said, and how it stands empty."""

from support.kind_answers import PARTER, said
from support.making import CONTEXT, form, loaded, problems, refused, sample

from stegvis.forms.language.words import Grid
from stegvis.schemas.messages import message


class TestPerRow:
    MADE = sample("per_row")

    def test_one_answer_for_each_row_in_the_same_order(self):
        assert loaded(self.MADE, parter=PARTER, svar=["ger", "tar"])["svar"] == ["ger", "tar"]
        told = Grid(("Part", "Vad gör?"), (("Region X, Mottagningen", "Ger"), ("Kommunen", "Tar")), (1.0, 1.0))
        assert said(self.MADE, "kommun", parter=PARTER, svar=["ger", "tar"]) == told

    def test_a_missing_answer_is_asked_for_with_the_name_of_its_row(self):
        told = problems(self.MADE, parter=PARTER, svar=["ger"])
        assert told == {"svar[1]": ["Välj vad Kommunen gör."]}
        assert problems(self.MADE, parter=PARTER) == {"svar": ["Välj vad varje rad gör."]}

    def test_a_wrong_answer_is_told_with_the_name_of_its_row(self):
        told = problems(self.MADE, parter=PARTER, svar=["ger", "tiger"])
        assert told == {"svar[1]": ["Välj ett av alternativen för vad Kommunen gör."]}

    def test_more_answers_than_rows_are_refused(self):
        told = problems(self.MADE, parter=PARTER, svar=["ger", "tar", "ger"])
        assert told == {"svar[2]": [message("too_many_rows", etikett="vad varje rad gör", antal=2)]}

    def test_a_part_reads_its_own_answer_alone(self):
        judged = loaded(self.MADE, parter=PARTER, svar=["ger", "tar"])
        reader = self.MADE.reader("part", judged, CONTEXT.__class__(now=CONTEXT.now, part=2))
        assert self.MADE.questions["svar"].text(judged["svar"], reader).rows == (("Kommunen", "Tar"),)
        assert self.MADE.questions["svar"].trim(judged["svar"], reader) == ["", "tar"]

    def test_rows_without_an_answer_are_no_answer_where_none_is_required(self):
        made = form(
            {"name": "rader", "kind": "repeat", "questions": [{"name": "a", "kind": "text", "label": "A"}]},
            {"name": "svar", "kind": "per_row", "of": "rader", "ask": {"kind": "text"}},
        )
        assert loaded(made, rader=[{"a": "x"}, {"a": "y"}], svar=["", " "]) == {"rader": [{"a": "x"}, {"a": "y"}]}
        assert loaded(made, rader=[{"a": "x"}, {"a": "y"}], svar=["ja"])["svar"] == ["ja", ""]

    def test_only_a_single_answer_can_be_asked_of_a_row(self):
        parter = {"name": "rader", "kind": "repeat", "questions": [{"name": "a", "kind": "text", "label": "A"}]}
        told = refused(
            parter, {"name": "s", "kind": "per_row", "of": "rader", "ask": {"kind": "person", "questions": []}}
        )
        assert "den ska ge ett enda svar" in told


def test_a_control_is_called_by_the_row_it_is_about():
    question = sample("per_row").questions["svar"]
    label = question.label_of("svar-1", {}, "{} {}".format)
    assert (label.label, label.words("ger")) == ("Vad gör parter 2?", "Ger")
    assert question.line_of(label, "ger", "{} {}".format) == ("parter 2", "Vad gör? Ger")
    assert question.hangs_on == "parter" and question.asks_of_row and not question.is_act
