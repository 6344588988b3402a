"""The signature's own container, which no hash covers: taken apart, put together again in the one way we write it, and
compared.

So a changed byte in it is noticed wherever it is, but for what `FREE` names.
"""

import hashlib
import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from asn1crypto import algos, cms, core
from asn1crypto.x509 import Certificate
from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.x509 import AuthorityKeyIdentifier, ExtensionNotFound, SubjectKeyIdentifier
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.generic_cms import validate_sig_integrity

from ..errors import StegvisError
from .sealing import name_of

HEX = frozenset(b"0123456789ABCDEF")
SEQUENCE, SET, INTEGER_ONE = 0x30, 0x31, b"\x02\x01\x01"
FIRST, SECOND = 0xA0, 0xA1  # tags of what comes first and second among optional parts
ANOTHER_SPELLING = "Stämpeln är ändrad: den är inte skriven som när den sattes."
FREE = (
    (
        "The last of the issuers' certificates, when the one who issued it is not in the file: what it says apart "
        "from its name and key. It "
        "is about whose key made the seal, is checked when the reader gives a certificate to trust, and says nothing "
        "about the file."
    ),
    (
        "The time stamp of level B-T, for what its service has not signed: the certificates that it sends along, "
        "and how they are written."
    ),
)
"""What may be changed in a container without being noticed, and why it does not matter."""


class Broken(StegvisError):
    """A demand that the file does not meet; the message says which, in Swedish."""


@dataclass(frozen=True)
class Container:
    """A signature that is written as we write it, by the key of *own*; *stamp* is the time stamp's content, if
    there is one.
    """

    own: Certificate
    chain: tuple[Certificate, ...]
    info: Any
    stamp: Any | None = None


def gap(byte_range: Sequence[int], data: bytes) -> tuple[bytes, bytes]:
    """The bytes in the one gap of a range that is the whole file, and the SHA-256 of everything else. Raises Broken."""
    start, first, second, length = byte_range
    if start != 0 or second + length != len(data) or not first < second:
        raise Broken("Något har lagts till i filen efter stämpeln.")
    written = data[first:second]
    inner = written[1:-1]
    if (written[:1], written[-1:]) != (b"<", b">") or len(inner) % 2 or not HEX.issuperset(inner):
        raise Broken(ANOTHER_SPELLING)
    return bytes.fromhex(inner.decode("ascii")), hashlib.sha256(data[:first] + data[second:]).digest()


def open_container(raw: bytes, covered: bytes) -> Container:
    """The container, when it is a signature over *covered*. Raises Broken for any other, and for another spelling
    of it.
    """
    try:
        signed = cms.ContentInfo.load(raw)["content"]
        (info,) = signed["signer_infos"]
        held = tuple(one.chosen for one in signed["certificates"])
        chain = _chain(info["sid"].chosen, held)
        own = chain[0]
        stamps = [
            attribute["values"][0]["content"]
            for attribute in info["unsigned_attrs"]
            if attribute["type"].native == "signature_time_stamp_token"
        ]
        whole = _written(info, own, held)
    except (ValueError, TypeError, KeyError, IndexError, AttributeError):
        raise Broken(ANOTHER_SPELLING) from None
    if not padded(raw, whole) or len(stamps) != len(info["unsigned_attrs"]) or len(stamps) > 1:
        raise Broken(ANOTHER_SPELLING)
    if not (is_made_by(info, own, "data", covered) and _is_named(info, own)):
        raise Broken("Filen är ändrad efter stämpeln.")
    _must_hang_together(chain)
    return Container(own, chain[1:], info, stamps[0] if stamps else None)


def padded(raw: bytes, whole: bytes) -> bool:
    """Whether this is the container and then nothing but zeros."""
    return raw.startswith(whole) and not raw[len(whole) :].strip(b"\0")


def time_stamp_of(container: Container) -> tuple[datetime, str]:
    """The moment that a time-stamp service has certified, and the service. Raises Broken when it is of something
    else, or changed.
    """
    stamp: Any = container.stamp
    try:
        (info,) = stamp["signer_infos"]
        said = stamp["encap_content_info"]["content"]
        number = info["sid"].chosen["serial_number"].native
        service = next(one.chosen for one in stamp["certificates"] if one.chosen.serial_number == number)
        digest = hashlib.new(info["digest_algorithm"]["algorithm"].native, said.contents).digest()
        imprint = hashlib.sha256(container.info["signature"].native).digest()
        holds = said.parsed["message_imprint"]["hashed_message"].native == imprint and is_made_by(
            info, service, "tst_info", digest
        )
        moment = said.parsed["gen_time"].native
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, StopIteration):
        holds, moment, service = False, None, None
    if not holds:
        raise Broken("Tidsstämpeln är ändrad.")
    return moment, name_of(service)


def is_made_by(info: Any, certificate: Certificate, content: str, digest: bytes) -> bool:
    """Whether the certificate's key has signed this digest."""
    try:
        intact, valid = validate_sig_integrity(info, certificate, content, digest)
    except (SignatureValidationError, ValueError, NotImplementedError):
        return False
    return intact and valid


def _chain(named: Any, held: tuple[Certificate, ...]) -> tuple[Certificate, ...]:
    """The signer's own certificate, and each that has issued the one before it. Raises Broken when others are there
    too.
    """
    number, issuer = named["serial_number"].native, named["issuer"]
    chain = [one for one in held if one.serial_number == number and one.issuer == issuer]
    left = [one for one in held if one not in chain]
    while chain and left:
        above = next((one for one in left if one.subject == chain[-1].issuer), None)
        if above is None:
            break
        left.remove(above)
        chain.append(above)
    if left or not chain or len(chain) != len(held):
        raise Broken(ANOTHER_SPELLING)
    return tuple(chain)


def _written(info: Any, own: Certificate, held: tuple[Certificate, ...]) -> bytes:
    """The container that these parts make, in the one order and with the one spelling."""
    sha256 = algos.DigestAlgorithm({"algorithm": "sha256"}).dump()
    signature = algos.SignedDigestAlgorithm({"algorithm": info["signature_algorithm"]["algorithm"].native}).dump()
    who = _tlv(SEQUENCE, own.issuer.dump() + core.Integer(own.serial_number).dump())
    free = _tlv(SECOND, info["unsigned_attrs"].contents) if len(info["unsigned_attrs"]) else b""
    signer = _tlv(
        SEQUENCE,
        b"".join(
            (
                INTEGER_ONE,
                who,
                sha256,
                _tlv(FIRST, info["signed_attrs"].contents),
                signature,
                core.OctetString(info["signature"].native).dump(),
                free,
            )
        ),
    )
    data = _tlv(SEQUENCE, cms.ContentType("data").dump())
    certificates = _tlv(FIRST, b"".join(one.dump() for one in held))
    signed = _tlv(SEQUENCE, INTEGER_ONE + _tlv(SET, sha256) + data + certificates + _tlv(SET, signer))
    return _tlv(SEQUENCE, cms.ContentType("signed_data").dump() + _tlv(FIRST, signed))


def _tlv(tag: int, content: bytes) -> bytes:
    """DER: the tag, the shortest length, the content."""
    size = len(content)
    if size < 0x80:
        return bytes([tag, size]) + content
    length = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return bytes([tag, 0x80 | len(length)]) + length + content


def _is_named(info: Any, own: Certificate) -> bool:
    """Whether the signed attributes name this very certificate, by its hash."""
    named = [one["values"][0] for one in info["signed_attrs"] if one["type"].native == "signing_certificate_v2"]
    return len(named) == 1 and bool(named[0]["certs"][0]["cert_hash"].native == hashlib.sha256(own.dump()).digest())


def _must_hang_together(chain: tuple[Certificate, ...]) -> None:
    """Demands that each certificate has signed the one before it, and the last one itself if it says so."""
    try:
        found = [x509.load_der_x509_certificate(one.dump()) for one in chain]
        for below, above in itertools.pairwise(found):
            below.verify_directly_issued_by(above)
        if _is_its_own_issuer(found[-1]):
            found[-1].verify_directly_issued_by(found[-1])
    except (InvalidSignature, ValueError, TypeError):
        raise Broken("Stämpelns certifikat är ändrade eller hör inte ihop.") from None


def _is_its_own_issuer(certificate: Any) -> bool:
    """Whether its names or its key identifiers say so: one of them changed is not enough to hide that it is."""
    try:
        own = certificate.extensions.get_extension_for_class(SubjectKeyIdentifier).value.digest
        named = certificate.extensions.get_extension_for_class(AuthorityKeyIdentifier).value.key_identifier
    except ExtensionNotFound:
        own, named = b"", None
    return bool(certificate.issuer == certificate.subject or own == named)
