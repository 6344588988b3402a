"""Blind indexes: a keyed hash alone is kept, and each tenant has a key of its own."""

import hmac
import secrets

import pytest
from support.store_acts import KEYRING, TENANT, opened, rows

from stegvis.plugin.storage.blind import hashed, is_begun
from stegvis.plugin.storage.codec import AesGcm
from stegvis.plugin.storage.sealed import Seals

SEALS = Seals(AesGcm(KEYRING))


@pytest.fixture
def connection(url):
    with opened(url) as engine, engine.begin() as connection:
        yield connection


def test_a_word_is_hashed_as_rfc_4231_has_it(connection, monkeypatch):
    """HMAC-SHA-256, test case 2 of the standard."""
    monkeypatch.setattr(secrets, "token_bytes", lambda count: b"Jefe")
    (made,) = hashed(connection, SEALS, TENANT, ["what do ya want for nothing?"])
    assert made.hex() == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"


def test_the_same_word_is_the_same_hash_in_its_place_and_another_tenants_is_another(connection):
    first = hashed(connection, SEALS, TENANT, ["kaffe", "te"])
    assert hashed(connection, SEALS, TENANT, ["te", "kaffe"]) == first[::-1] and first[0] != first[1]
    assert not set(first) & set(hashed(connection, SEALS, "annan", ["kaffe", "te"]))


def test_nothing_is_begun_until_something_is_hashed_and_the_key_is_sealed(connection, url):
    assert not is_begun(connection, TENANT)
    (made,) = hashed(connection, SEALS, TENANT, ["kaffe"])
    assert is_begun(connection, TENANT) and not is_begun(connection, "annan")
    connection.commit()
    (row,) = rows(url, "SELECT tenant, secret FROM stegvis_search_keys")
    assert row["tenant"] == TENANT and hmac.new(bytes(row["secret"]), b"kaffe", "sha256").digest() != made
