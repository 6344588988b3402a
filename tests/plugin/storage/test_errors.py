"""What can go wrong with storage: one root, words that say what to do, and never a value from a form."""

import pytest
from support.store_acts import PAYLOAD, finish, save, start

from stegvis.plugin.errors import StegvisError
from stegvis.plugin.storage import BrokenSeal, Conflict, OnceReused, Replaced, SchemaOutdated, StoreUnavailable, errors


def test_they_have_one_root():
    made = [one for one in vars(errors).values() if isinstance(one, type) and issubclass(one, Exception)]
    assert all(issubclass(one, errors.StoreError) for one in made if one is not StegvisError)
    assert issubclass(errors.StoreError, StegvisError) and issubclass(Replaced, Conflict)


@pytest.mark.parametrize("empty_url", ["sqlite"], indirect=True)
def test_a_conflict_holds_what_stands_there_and_its_words_hold_nothing_of_it(store):
    draft = start(store)
    save(store, draft, PAYLOAD, by="bo")
    with pytest.raises(Conflict) as told:
        finish(store, draft)
    assert told.value.current.payload == PAYLOAD and str(told.value) == f"document {draft.id} is at version 2"


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (SchemaOutdated("the database is behind"), "run: flask stegvis db upgrade"),
        (StoreUnavailable(), "may be sent again with the same one-time key"),
        (OnceReused(), "load the page again"),
        (BrokenSeal("k1"), "cannot be opened with key 'k1'"),
    ],
)
def test_the_words_say_what_to_do(error, words):
    assert words in str(error)
