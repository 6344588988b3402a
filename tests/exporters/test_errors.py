"""What goes wrong is told in Swedish, and the first word says what to do."""

import pytest

from stegvis.exporters import errors

TOLD = [
    errors.UnknownFormat("odt", ("pdf", "txt")),
    errors.MissingPart("docx", "python-docx"),
    errors.UnusableImage("Vapnet"),
    errors.AudienceRefused("part", ("kommun",)),
    errors.ReviewNeeded(),
    *map(errors.UnreadableFile, errors.UNREADABLE),
    errors.EmptyFile(),
    errors.FileTooLarge(20_000_000),
    errors.NotAFilledForm(),
    errors.WrongForm("samtycke", "praktikavtal"),
]
IMPERATIVES = {"Be", "Byt", "Installera", "Kontrollera", "Läs", "Spara", "Välj"}


@pytest.mark.parametrize("error", TOLD, ids=lambda error: getattr(error, "reason", type(error).__name__))
def test_each_is_one_kind_of_error_that_begins_with_what_to_do(error):
    assert isinstance(error, errors.ExportError)
    assert str(error).split()[0] in IMPERATIVES and str(error).endswith(".")


def test_a_size_is_told_in_megabytes():
    assert "högst 20 MB" in str(errors.FileTooLarge(20_000_000))


def test_words_that_somebody_sent_are_not_repeated_at_length():
    assert len(str(errors.AudienceRefused("x" * 10_000, ("kommun",)))) < 200
