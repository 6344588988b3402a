"""The signature's container taken apart: every demand it makes, tried on one that breaks it."""

import hashlib
from datetime import UTC, datetime
from types import SimpleNamespace as Made

import pytest
from asn1crypto import cms
from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.reader import PdfFileReader
from support import seals

from stegvis.plugin.signing import container
from stegvis.plugin.signing.container import ANOTHER_SPELLING, Broken, gap, open_container, padded, time_stamp_of

PROBLEMS = [ValueError, TypeError, KeyError, IndexError, AttributeError]


def parts(key="rsa", stamp=False):
    """The container of a sealed file as bytes, without padding, and the digest it covers."""
    from io import BytesIO

    data = seals.sealed("upphavande", "kommun", key, stamp)
    signature = next(iter(PdfFileReader(BytesIO(data)).embedded_regular_signatures))
    raw, covered = gap([int(number) for number in signature.byte_range], data)
    return cms.ContentInfo.load(raw).dump(), covered


def refused(act, *given):
    with pytest.raises(Broken) as caught:
        act(*given)
    return str(caught.value)


def raising(problem):
    def act(*_):
        raise problem

    return act


class TestTheGap:
    DATA = b"before<00AB>after"
    RANGE = (0, 6, 12, 5)

    def test_its_bytes_and_the_hash_of_the_rest(self):
        assert gap(self.RANGE, self.DATA) == (b"\x00\xab", hashlib.sha256(b"beforeafter").digest())

    @pytest.mark.parametrize("numbers", [(1, 6, 12, 5), (0, 6, 12, 4), (0, 6, 12, 6), (0, 12, 12, 5), (0, 13, 12, 5)])
    def test_a_range_that_is_not_the_whole_file(self, numbers):
        assert refused(gap, numbers, self.DATA).startswith("Något har lagts till")

    @pytest.mark.parametrize("written", [b"(00AB>", b"<00AB)", b"<00ab>", b"<00A >"])
    def test_a_gap_that_is_written_otherwise(self, written):
        assert refused(gap, self.RANGE, b"before" + written + b"after") == ANOTHER_SPELLING

    def test_an_odd_number_of_digits(self):
        assert refused(gap, (0, 6, 11, 5), b"before<00A>after") == ANOTHER_SPELLING


class TestPadding:
    def test_nothing_but_zeros_comes_after(self):
        assert padded(b"ab\0\0", b"ab") and padded(b"ab", b"ab")

    @pytest.mark.parametrize("raw", [b"ab\0c", b"xb\0\0", b"a", b"ac\0"])
    def test_anything_else_is_another_spelling(self, raw):
        assert not padded(raw, b"ab")


class TestOpening:
    @pytest.mark.parametrize("key", ["own", "rsa", "without root"])
    def test_what_we_have_written_opens(self, key):
        raw, covered = parts(key)
        found = open_container(raw, covered)
        assert len(found.chain) == len(seals.KEYS[key]) - 1 and found.stamp is None

    def test_the_stamp_comes_along(self):
        assert open_container(*parts("own", stamp=True)).stamp is not None

    @pytest.mark.parametrize("problem", PROBLEMS)
    def test_whatever_the_parser_meets_it_is_another_spelling(self, monkeypatch, problem):
        monkeypatch.setattr(container, "_chain", raising(problem))
        assert refused(open_container, *parts()) == ANOTHER_SPELLING

    def test_another_digest_is_another_file(self):
        raw, covered = parts()
        assert refused(open_container, raw, covered[::-1]) == "Filen är ändrad efter stämpeln."

    def test_an_attribute_that_no_hash_covers(self):
        raw, covered = parts()
        info = cms.ContentInfo.load(raw)
        free = cms.CMSAttributes([cms.CMSAttribute({"type": "content_type", "values": ["data"]})])
        info["content"]["signer_infos"][0]["unsigned_attrs"] = free
        assert refused(open_container, info.dump(force=True), covered) == ANOTHER_SPELLING

    def test_two_stamps(self):
        raw, covered = parts("own", stamp=True)
        info = cms.ContentInfo.load(raw)
        attributes = info["content"]["signer_infos"][0]["unsigned_attrs"]
        info["content"]["signer_infos"][0]["unsigned_attrs"] = cms.CMSAttributes([attributes[0], attributes[0]])
        assert refused(open_container, info.dump(force=True), covered) == ANOTHER_SPELLING


def authority(name, issuer=None, own_id=b"1", above_id=b"1", days=365):
    """A certificate with key identifiers as they are given; none where they are None."""
    key = ec.generate_private_key(ec.SECP256R1())
    above_key, above_name = issuer or (key, name)
    named = [x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, one)]) for one in (name, above_name)]
    made = (
        x509.CertificateBuilder()
        .subject_name(named[0])
        .issuer_name(named[1])
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(seals.NOW)
        .not_valid_after(datetime(2099, 1, 1, tzinfo=UTC))
    )
    if own_id is not None:
        made = made.add_extension(x509.SubjectKeyIdentifier(own_id), False)
    if above_id is not None:
        made = made.add_extension(x509.AuthorityKeyIdentifier(above_id, None, None), False)
    return key, made.sign(above_key, hashes.SHA256())


def der(*certificates):
    return tuple(asn1.Certificate.load(one.public_bytes(Encoding.DER)) for one in certificates)


def named(certificate):
    """How a signer names its certificate."""
    (own,) = der(certificate)
    return {"serial_number": own["tbs_certificate"]["serial_number"], "issuer": own.issuer}


class TestTheChain:
    TOP = authority("Topp")
    MIDDLE = authority("Mitten", (TOP[0], "Topp"), b"2", b"1")
    OWN = authority("Egen", (MIDDLE[0], "Mitten"), b"3", b"2")
    OTHER = authority("Annan")

    @pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 0, 2)])
    def test_each_has_issued_the_one_before_whatever_the_order(self, order):
        held = der(*[(self.OWN, self.MIDDLE, self.TOP)[n][1] for n in order])
        chain = container._chain(named(self.OWN[1]), held)
        assert [one.subject.native["common_name"] for one in chain] == ["Egen", "Mitten", "Topp"]

    @pytest.mark.parametrize("others", [(OTHER,), (TOP,), (MIDDLE, OTHER)])
    def test_one_that_does_not_belong_there(self, others):
        held = der(self.OWN[1], *(one[1] for one in others))
        assert refused(container._chain, named(self.OWN[1]), held) == ANOTHER_SPELLING

    def test_none_of_the_signers(self):
        assert refused(container._chain, named(self.OWN[1]), der(self.TOP[1])) == ANOTHER_SPELLING

    def test_they_hang_together(self):
        container._must_hang_together(der(self.OWN[1], self.MIDDLE[1], self.TOP[1]))
        container._must_hang_together(der(self.OWN[1]))

    def test_one_that_the_next_has_not_signed(self):
        false = authority("Mitten", (self.OTHER[0], "Topp"), b"2", b"1")
        assert "hör inte ihop" in refused(container._must_hang_together, der(self.OWN[1], false[1], self.TOP[1]))

    def test_a_last_one_that_says_it_is_its_own_issuer_and_is_not(self):
        """By its name, or by its key identifiers: either is enough to be held to it."""
        for name, own, above in (("Topp", b"9", b"8"), ("Annat namn", b"1", b"1")):
            false = authority(name, (self.OTHER[0], "Topp"), own, above)
            assert "hör inte ihop" in refused(container._must_hang_together, der(false[1]))

    def test_a_last_one_of_a_larger_chain_is_held_to_it_too(self):
        false_top = authority("Topp", (self.OTHER[0], "Topp"))
        below = authority("Under", (false_top[0], "Topp"), b"5", b"1")
        assert "hör inte ihop" in refused(container._must_hang_together, der(below[1], false_top[1]))

    @pytest.mark.parametrize("problem", [ValueError, TypeError])
    def test_whatever_the_library_meets(self, monkeypatch, problem):
        monkeypatch.setattr(container, "_is_its_own_issuer", raising(problem))
        assert "hör inte ihop" in refused(container._must_hang_together, der(self.OWN[1]))

    @pytest.mark.parametrize(
        ("own", "above", "expected"),
        [(b"1", b"1", True), (b"1", b"2", False), (b"2", b"1", False), (None, None, False), (b"1", None, False)],
    )
    def test_who_is_its_own_issuer_by_key_identifiers(self, own, above, expected):
        certificate = authority("Under", (self.TOP[0], "Topp"), own, above)[1]
        assert container._is_its_own_issuer(certificate) is expected

    def test_who_is_its_own_issuer_by_name(self):
        assert container._is_its_own_issuer(authority("Topp", None, None, None)[1]) is True


class TestTheName:
    OWN = authority("Egen")[1]

    def info(self, *hashes_of, kind="signing_certificate_v2"):
        values = [
            {"type": Made(native=kind), "values": [{"certs": [{"cert_hash": Made(native=one)}]}]} for one in hashes_of
        ]
        return {"signed_attrs": [{"type": Made(native="content_type"), "values": [None]}, *values]}

    def test_the_signed_attributes_name_the_certificate(self):
        (own,) = der(self.OWN)
        right = hashlib.sha256(own.dump()).digest()
        assert container._is_named(self.info(right), own)
        assert not container._is_named(self.info(b"another"), own)
        assert not container._is_named(self.info(), own)
        assert not container._is_named(self.info(right, right), own)
        assert not container._is_named(self.info(right, kind="signing_certificate"), own)


class TestLengths:
    @pytest.mark.parametrize(
        ("size", "written"),
        [
            (0, b"\x30\x00"),
            (1, b"\x30\x01"),
            (127, b"\x30\x7f"),
            (128, b"\x30\x81\x80"),
            (255, b"\x30\x81\xff"),
            (256, b"\x30\x82\x01\x00"),
            (65_536, b"\x30\x83\x01\x00\x00"),
        ],
    )
    def test_the_shortest_there_is(self, size, written):
        assert container._tlv(0x30, b"x" * size)[: len(written)] == written


class TestTheStamp:
    def container(self):
        return open_container(*parts("own", stamp=True))

    def test_the_moment_and_the_service(self):
        moment, service = time_stamp_of(self.container())
        assert moment.tzinfo is not None and service == "Tidstjänst (Åviks kommun)"

    def test_a_stamp_of_another_signature(self):
        found = self.container()
        other = container.Container(found.own, found.chain, {"signature": Made(native=b"another")}, found.stamp)
        assert refused(time_stamp_of, other) == "Tidsstämpeln är ändrad."

    def test_a_stamp_that_the_service_has_not_made(self, monkeypatch):
        found = self.container()
        monkeypatch.setattr(container, "is_made_by", lambda *given: False)
        assert refused(time_stamp_of, found) == "Tidsstämpeln är ändrad."

    def test_the_service_is_the_one_that_is_named(self):
        """Whatever other certificates it has sent along, with smaller and larger numbers."""
        found = self.container()
        number = found.stamp["signer_infos"][0]["sid"].chosen["serial_number"].native
        other = [Made(chosen=Made(serial_number=n, subject=None)) for n in (1, number - 1, number + 1)]

        class Stamp:
            def __getitem__(self, name):
                return [*other, *found.stamp["certificates"]] if name == "certificates" else found.stamp[name]

        assert (
            time_stamp_of(container.Container(found.own, found.chain, found.info, Stamp()))[1]
            == "Tidstjänst (Åviks kommun)"
        )

    @pytest.mark.parametrize("problem", [*PROBLEMS, StopIteration])
    def test_whatever_the_parser_meets_it_is_changed(self, problem):
        class Stamp:
            def __getitem__(self, name):
                raise problem

        assert refused(time_stamp_of, container.Container(None, (), {}, Stamp())) == "Tidsstämpeln är ändrad."


@pytest.mark.parametrize("verdict", [(True, False), (False, True), (False, False)])
def test_a_signature_is_intact_and_valid_or_not_made_by_the_key(monkeypatch, verdict):
    monkeypatch.setattr(container, "validate_sig_integrity", lambda *given: verdict)
    assert container.is_made_by(None, None, "data", b"") is False
    monkeypatch.setattr(container, "validate_sig_integrity", lambda *given: (True, True))
    assert container.is_made_by(None, None, "data", b"") is True


@pytest.mark.parametrize("problem", [ValueError, NotImplementedError])
def test_a_signature_that_cannot_be_tried_is_not_made_by_the_key(monkeypatch, problem):
    monkeypatch.setattr(container, "validate_sig_integrity", raising(problem))
    assert container.is_made_by(None, None, "data", b"") is False
