"""What the page says of who else reads an answer."""

import pytest
from support.making import CONTEXT, form

from stegvis.forms.definition.page_views import PageReader, seen_by

K, D, A, P = "kommun", "deltagare", "arbetsgivare", "part"


class Asked:
    """A question, as far as its readers go."""

    def __init__(self, *audience):
        self.audience = audience


@pytest.mark.parametrize(
    ("readers", "of_the_form", "phrase"),
    [
        ((K,), (K, D), "ser_bara_kommun"),
        ((K,), (K, D, A), "ser_bara_kommun"),
        ((K, D), (K, D), ""),
        ((K, D, A), (K, D, A), "ser_arbetsgivare"),
        ((K, D), (K, D, A), "ser_inte_arbetsgivare"),
        ((K, D, P), (K, D, P), "ser_part"),
        ((K, D), (K, D, P), "ser_inte_part"),
    ],
)
def test_it_is_said_when_an_employer_or_a_party_will_read_it_or_will_not(readers, of_the_form, phrase):
    assert seen_by(Asked(*readers), of_the_form) == phrase


def test_a_text_on_the_page_says_what_was_typed_also_what_cannot_be_judged():
    made = form({"name": "namn", "kind": "personnummer", "label": "Nummer"})
    reader = PageReader("kommun", CONTEXT, {"namn": "inget nummer"}, made.questions, blank=True)
    assert reader.fill("Du skrev {namn}.") == "Du skrev inget nummer."
