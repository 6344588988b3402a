"""Text that the form says: what is accepted, refused and said, and how it stands empty."""

from support.making import CONTEXT, problems, sample

from stegvis.forms.language.words import Listed, Prose
from stegvis.schemas.messages import message


class TestFixed:
    MADE = sample("fixed")

    def prose(self, audience, **answers):
        return self.MADE.questions["svar"].text(None, self.MADE.reader(audience, answers, CONTEXT))

    def test_the_first_text_that_fits_is_said(self):
        assert self.prose("part", grund="anvisad") == Prose(("Ni får en kopia av Kommunen.",), "Bra att veta")
        assert self.prose("kommun") == Prose(("Det är frivilligt.",), "Bra att veta")

    def test_blank_lines_make_paragraphs_and_numbers_and_dashes_lists(self):
        assert self.prose("deltagare", grund="anvisad").items == (
            "Du måste delta.",
            "Så här går det till:",
            Listed(("Ring.", "Kom."), True),
            Listed(("Ta med legitimation.",), False),
        )

    def test_it_takes_no_answer(self):
        assert problems(self.MADE, svar="x") == {"svar": [message("unknown_key", nyckel="svar")]}


def test_what_it_says_and_when_is_known():
    made = sample("fixed").questions["svar"]
    assert len(made.wordings) == len(made.texts) > len(made.wording_conditions) > 0
