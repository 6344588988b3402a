"""What is said of a form file or a name that is wrong, and how far up it can be caught."""

import pytest

from stegvis.forms import FormFileError, LockedByLaw, UnknownForm, UnknownProgramme
from stegvis.forms.errors import FormError


@pytest.mark.parametrize(("error", "called"), [(UnknownForm, "blankett"), (UnknownProgramme, "verksamhet")])
def test_a_name_that_is_not_there_is_said_with_those_there_are(error, called):
    said = str(error("samtyke", ("avslut", "samtycke")))
    assert said == f'Det finns ingen {called} som heter "samtyke". Välj en av: avslut, samtycke.'


@pytest.mark.parametrize("error", [UnknownForm, UnknownProgramme])
def test_a_name_as_long_as_a_book_is_not_said_whole(error):
    assert len(str(error("x" * 100_000, ("a",)))) < 150


def test_a_mistake_in_a_file_says_where_it_stands_if_that_is_known():
    assert str(FormFileError("eget.toml, rad 3", "skriv id")) == "eget.toml, rad 3: skriv id"
    assert str(FormFileError("", "skriv id")) == "skriv id"


def test_one_may_catch_what_the_law_locks_every_mistake_in_a_file_or_everything():
    assert LockedByLaw.__mro__[:3] == (LockedByLaw, FormFileError, FormError)
    assert issubclass(UnknownForm, FormError) and not issubclass(UnknownForm, FormFileError)
    assert issubclass(UnknownProgramme, FormError) and not issubclass(UnknownProgramme, FormFileError)
