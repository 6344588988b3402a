"""The number of another question's row: what is accepted, refused and said, and how it stands empty."""

import pytest
from support.kind_answers import PARTER
from support.making import CONTEXT, loaded, problems, sample

from stegvis.forms.language.words import Plain
from stegvis.schemas.messages import message


class TestRowOf:
    def test_the_number_is_kept_and_the_name_is_said(self):
        made = sample("row_of")
        judged = loaded(made, svar=" 1", parter=PARTER)
        assert judged["svar"] == 1
        assert made.questions["svar"].text(2, made.reader("kommun", judged, CONTEXT)) == Plain("Kommunen")

    @pytest.mark.parametrize("number", [0, 3])
    def test_the_row_is_there(self, number):
        assert problems(sample("row_of"), svar=number, parter=PARTER) == {"svar": [message("row_not_there")]}

    @pytest.mark.parametrize(("before", "after"), [("1", 1), (2, ""), ("3", 2), ("andra", "andra"), ("", "")])
    def test_when_a_row_is_gone_the_number_follows(self, before, after):
        assert sample("row_of").questions["svar"].without_row(before, "parter", 1) == after
        assert sample("row_of").questions["svar"].without_row(before, "annat", 1) == before


def test_it_hangs_on_the_rows_it_numbers():
    assert sample("row_of").questions["svar"].hangs_on == "parter"
