"""The envelope of everything that is sealed."""

import pytest
from support.store_acts import KEYRING

from stegvis.plugin.keys import Keyring, UnknownKey
from stegvis.plugin.storage import BrokenSeal, codec
from stegvis.plugin.storage.codec import AesGcm


class TestCodec:
    """The envelope itself."""

    CODEC = AesGcm(KEYRING)

    def test_the_same_text_is_never_sealed_the_same_way_twice(self):
        assert self.CODEC.seal(b"text", "a") != self.CODEC.seal(b"text", "a")

    def test_every_single_byte_counts(self):
        sealed = self.CODEC.seal(b"text", "tenant", "revisions", "1")
        for position in range(len(sealed)):
            changed = bytearray(sealed)
            changed[position] ^= 1
            with pytest.raises((BrokenSeal, UnknownKey)):
                self.CODEC.open(bytes(changed), "tenant", "revisions", "1")

    def test_every_shorter_piece_is_refused(self):
        sealed = self.CODEC.seal(b"text", "a")
        for length in range(len(sealed)):
            with pytest.raises((BrokenSeal, UnknownKey)):
                self.CODEC.open(sealed[:length], "a")

    @pytest.mark.parametrize("row", [("a",), ("ab", "c"), ("a", "bc", ""), ("a", "b", "c"), ()])
    def test_the_parts_of_a_row_cannot_run_together(self, row):
        sealed = self.CODEC.seal(b"text", "a", "bc")
        with pytest.raises(BrokenSeal):
            self.CODEC.open(sealed, *row)
        assert self.CODEC.open(sealed, "a", "bc") == b"text"

    def test_it_is_aes_256_gcm_as_the_standard_has_it(self):
        """Opened by hand: what we seal must be readable without us."""
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        sealed = self.CODEC.seal(b"text", "a")
        header, nonce, rest = sealed[:4], sealed[4:16], sealed[16:]
        assert header == b"\x01\x02k1"
        assert AESGCM(KEYRING.key("k1")).decrypt(nonce, rest, header + b'["a"]') == b"text"

    def test_its_cipher_gives_what_the_authors_of_gcm_got(self, monkeypatch):
        """Test case 16 of McGrew and Viega, "The Galois/Counter Mode of Operation"."""
        text = bytes.fromhex(
            "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525"
            "b16aedf5aa0de657ba637b39"
        )
        expected = (
            "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838"
            "c5f61e6393ba7a0abcc9f66276fc6ece0f4e1768cddf8853bb2d551b"
        )
        nonce, bound = bytes.fromhex("cafebabefacedbaddecaf888"), bytes.fromhex("feedfacedeadbeef" * 2 + "abaddad2")
        monkeypatch.setattr(codec.os, "urandom", lambda count: nonce[:count])
        monkeypatch.setattr(codec, "_bound", lambda header, row: bound)
        keyring = Keyring({"k": bytes.fromhex("feffe9928665731c6d6a8f9467308308" * 2)})
        assert AesGcm(keyring).seal(text)[3:] == nonce + bytes.fromhex(expected)
