"""Registers as lines: the same line twice is one entry, a module is a part of another by its key, and all goes out."""

import json

import pytest
from support.form_examples import CONTEXT
from support.store_acts import rows

from stegvis.plugin.errors import Refused
from stegvis.plugin.exchange.registers import RegisterMover
from stegvis.plugin.keys import Keyring
from stegvis.plugin.storage import open_store
from stegvis.plugin.storage.schema import upgrade

KITCHEN = {"register": "modul", "key": "kok", "entry": {"titel": "Kök", "omrade": "5", "slag": "oversikt"}}
DISHES = {
    "register": "modul",
    "key": "diska",
    "entry": {"titel": "Diska", "omrade": "5", "slag": "traning", "del_av": "key:kok"},
}
CAFE = {"register": "arbetsplats", "key": "1", "entry": {"arbetsplats_namn": "Kaffestugan", "orgnr": "5560160680"}}
CALL = {"dag": "2026-11-20", "hur": "telefon", "vad": "De har plats i januari."}


def line(data, **more):
    return json.dumps({"format": 1, **data, **more}).encode()


@pytest.fixture
def url(tmp_path):
    url = f"sqlite:///{tmp_path / 'registers.sqlite3'}"
    upgrade(url)
    return url


@pytest.fixture
def registers(url):
    store = open_store(url, Keyring({"a": bytes(32)}), lambda: CONTEXT.now)
    yield RegisterMover(store, CONTEXT)
    store.close()


def test_the_same_line_twice_is_one_entry_in_whatever_order_they_come(registers, url):
    assert [registers.import_(line(one)) for one in (DISHES, KITCHEN, DISHES)] == [True, True, False]
    assert len(rows(url, "SELECT id FROM stegvis_entries")) == 2
    out = {one["entry"]["titel"]: one for one in map(json.loads, registers.export())}
    assert out["Diska"]["entry"]["del_av"] == out["Kök"]["id"]


def test_another_namnd_has_entries_of_its_own(registers):
    registers.import_(line(KITCHEN))
    other = RegisterMover(registers.store, CONTEXT, "annan")
    assert list(other.export()) == [] and other.import_(line(KITCHEN))
    ids = [json.loads(next(mover.export()))["id"] for mover in (registers, other)]
    assert ids[0] != ids[1]


def test_what_goes_out_comes_in_elsewhere_as_it_was_put_away_and_noted_of(registers, url):
    registers.import_(line(CAFE, retired=True, noted=[CALL]))
    (told,) = registers.export()
    kept = json.loads(told)
    assert kept["retired"] is True and kept["noted"] == [CALL] and kept["entry"]["orgnr"] == "5560160680"
    other = RegisterMover(registers.store, CONTEXT, "annan")
    assert other.import_(told) and list(other.export()) == [told]
    by = {row["who"] for row in rows(url, "SELECT who FROM stegvis_events")}
    assert by == {"stegvis registers"}


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"[]", "Skriv posten som ett objekt"),
        (b"\xff", ""),
        (line(KITCHEN, format=2), "format: Skriv 1."),
        (line(KITCHEN, id="inget"), "id: Skriv ett UUID"),
        (line(KITCHEN, noted=[CALL]), "noted: Ta bort kontakterna"),
        (line(CAFE, noted=[{**CALL, "dag": "i jul"}]), "noted[0]: dag: "),
        (line(CAFE, entry={}), "entry: "),
    ],
)
def test_a_bad_line_says_where_and_changes_nothing(registers, url, data, words):
    with pytest.raises(Refused) as told:
        registers.import_(data)
    assert str(told.value).startswith(words) and rows(url, "SELECT id FROM stegvis_entries") == []
