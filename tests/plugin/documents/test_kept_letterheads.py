"""The letterhead a document was saved under is kept once, under the hash of what it says, and comes back whole."""

import hashlib
import json

import pytest

from stegvis.forms import Letterhead
from stegvis.plugin.documents.kept_letterheads import kept_letterhead, to_keep
from stegvis.plugin.storage import NotFound

FULL = Letterhead(kommun="Åviks kommun", namnd="Nämnden", phone="0170-1", logo=b"\x89PNG\x00", word=b"PK\x03\x04")


def test_the_same_letterhead_is_kept_under_the_same_hash_of_what_it_says():
    sha256, canonical = to_keep(FULL)
    assert hashlib.sha256(canonical.encode()).hexdigest() == sha256
    told = json.loads(canonical)
    assert (told["kommun"], told["logo"], told["word_neutral"]) == ("Åviks kommun", "iVBORwA=", "")
    assert list(told) == sorted(told) and to_keep(Letterhead(kommun="Åviks kommun"))[0] != sha256


@pytest.mark.parametrize("made", [FULL, Letterhead(), Letterhead(logo=None, word_neutral=b"\xff")])
def test_it_comes_back_sign_for_sign(office, made):
    with office.app.test_request_context():
        office.store.put_definition(*to_keep(made))
        assert kept_letterhead(to_keep(made)[0]) == made


def test_the_letterhead_of_today_is_not_asked_the_store_for(office):
    with office.app.test_request_context():
        now = office.app.extensions["stegvis"].letterhead
        assert kept_letterhead(to_keep(now)[0]) == now
        with pytest.raises(NotFound):
            office.store.definition(to_keep(now)[0])
        with pytest.raises(NotFound):
            kept_letterhead("0" * 64)
