"""Why an act of signing is refused: in Swedish, and the first word says what to do."""

import pytest

from stegvis.plugin.errors import StegvisError
from stegvis.plugin.signing import errors

SAID = [
    (errors.NoSuchParty(), "Öppna handlingen på nytt"),
    (errors.AlreadySigned("Deltagare"), "Gå vidare. Deltagare har"),
    (errors.NotYet("Arbetsgivare"), "Vänta. Arbetsgivare skriver"),
    (errors.Changed(), "Läs igenom handlingen på nytt"),
    (errors.NotShown(), "Öppna handlingen och läs"),
    (errors.BrokenHistory("två början"), "Kontakta IT"),
]


@pytest.mark.parametrize(("error", "words"), SAID)
def test_the_words_begin_with_what_to_do(error, words):
    assert str(error).startswith(words) and str(error).endswith((".", ")."))


def test_every_one_is_a_refusal_and_the_tree_in_the_docstring_is_whole():
    made = {name for name, one in vars(errors).items() if isinstance(one, type) and one is not StegvisError}
    assert all(issubclass(getattr(errors, name), errors.SigningError) for name in made)
    drawn = {line.split()[1] for line in errors.__doc__.splitlines() if line.startswith(("├── ", "└── "))}
    assert drawn == made - {"SigningError"}


def test_what_is_missing_leads_to_its_field():
    told = errors.NotComplete("namn", "Skriv ditt namn.")
    assert (told.path, str(told)) == ("namn", "Skriv ditt namn.")
