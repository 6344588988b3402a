"""The municipality's seal: a PAdES signature over the whole file, in the field that was made for it.

pyHanko does the cryptography (the extra `signing`): `extra.must_be_installed` is asked before this is loaded. Nothing
here knows a document or a database: bytes in, bytes out.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from asn1crypto.keys import PrivateKeyInfo
from asn1crypto.x509 import Certificate
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from cryptography.hazmat.primitives.serialization.pkcs12 import load_pkcs12
from cryptography.x509 import load_pem_x509_certificates
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.sign import fields, signers
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers import Signer, SimpleSigner
from pyhanko.sign.timestamps import HTTPTimeStamper, TimeStamper, TimestampRequestError
from pyhanko.stamp.noop import NoOpStampStyle
from pyhanko_certvalidator.registry import SimpleCertificateStore

from .extra import SealError

FIELD = "stampel"
REASON = "Förseglat av kommunen"
PASSWORD = "STEGVIS_SEAL_PASSWORD"
"""The environment variable with the password of the key, where it has one."""
ROOM, STAMP_ROOM = 1_536, 8_192
"""Bytes kept in the signature container beside the certificates, and for a time stamp."""
WAIT = 10
"""Seconds for the time-stamp service to answer."""


@dataclass(frozen=True)
class SealKey:
    """What the municipality seals with."""

    signer: Signer

    @property
    def name(self) -> str:
        """Whose certificate it is."""
        return name_of(self.signer.signing_cert)

    def room(self, stamped: bool) -> int:
        """The digits to keep for a signature: as many each time, so that the same file becomes as long."""
        certificates = [self.signer.signing_cert, *self.signer.cert_registry]
        return 2 * (ROOM + STAMP_ROOM * stamped + sum(len(one.dump()) for one in certificates if one))


def name_of(certificate: Any) -> str:
    """Who a certificate says that it is of, as people write it: `Åviks kommun`, with the organisation if that is
    another.
    """
    said = certificate.subject.native
    own, organisation = str(said.get("common_name") or ""), str(said.get("organization_name") or "")
    return (
        f"{own} ({organisation})"
        if own and organisation and organisation not in own
        else own or organisation or "utan namn"
    )


def read_key(file: Path, environment: Mapping[str, str] = os.environ) -> SealKey:
    """The key in a file that only its owner may read, with its certificate first and those above it after: PEM, or
    PKCS#12 where the name ends in .p12 or .pfx. Raises SealError.
    """
    data, password = _content(file), environment.get(PASSWORD, "").encode() or None
    try:
        key, certificates = (_from_pkcs12 if file.suffix.lower() in (".p12", ".pfx") else _from_pem)(data, password)
        own, *above = [Certificate.load(one.public_bytes(Encoding.DER)) for one in certificates]
        private = PrivateKeyInfo.load(key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption()))
    except (ValueError, TypeError, AttributeError) as error:
        raise SealError(
            f"Kontrollera {file}. Den ska ha stämpelns nyckel och certifikat, som PEM eller PKCS#12, och lösenordet "
            f"ska stå i {PASSWORD}."
        ) from error
    return SealKey(SimpleSigner(own, private, SimpleCertificateStore.from_certs(above)))  # type: ignore[no-untyped-call]


def _content(file: Path) -> bytes:
    try:
        if os.name == "posix" and file.stat().st_mode & 0o077:
            raise SealError(f"Kör chmod 600 {file}. Andra än ägaren får läsa stämpelns nyckel.")
        return file.read_bytes()
    except OSError as error:
        raise SealError(f"Kontrollera {file}. Stämpelns nyckel går inte att läsa.") from error


def _from_pem(data: bytes, password: bytes | None) -> tuple[Any, list[Any]]:
    # Asked of a key that has none, a password would be refused.
    key = load_pem_private_key(data, password if b"ENCRYPTED" in data else None)
    return key, _own_first(key, list(load_pem_x509_certificates(data)))


def _from_pkcs12(data: bytes, password: bytes | None) -> tuple[Any, list[Any]]:
    held = load_pkcs12(data, password)
    certificates = [one.certificate for one in (held.cert, *held.additional_certs) if one is not None]
    return held.key, _own_first(held.key, certificates)


def _own_first(key: Any, certificates: list[Any]) -> list[Any]:
    """The key's own certificate, and then each that has issued the one before it. Raises ValueError when there is
    none.
    """
    left = list(certificates)
    chain = [next((one for one in left if one.public_key() == key.public_key()), None)]
    if chain[0] is None:
        raise ValueError("no certificate of the key")
    while chain[-1] is not None:
        left.remove(chain[-1])
        chain.append(next((one for one in left if one.subject == chain[-1].issuer), None))
    return chain[:-1]


def seal(pdf: bytes, key: SealKey, *, timestamper: TimeStamper | None = None, reason: str = REASON) -> bytes:
    """The file with the seal in its field, and no change allowed after it: level B-B, or B-T with a time-stamp service.

    Raises SealError when the file has no such field, or the service gives no stamp.
    """
    meta = signers.PdfSignatureMetadata(
        field_name=FIELD,
        subfilter=fields.SigSeedSubFilter.PADES,
        md_algorithm="sha256",
        reason=reason,
        certify=True,
        docmdp_permissions=fields.MDPPerm.NO_CHANGES,
    )
    sealed = BytesIO()
    try:
        signer = signers.PdfSigner(meta, signer=key.signer, timestamper=timestamper, stamp_style=NoOpStampStyle())
        signer.sign_pdf(
            _Writer(BytesIO(pdf)),
            existing_fields_only=True,
            output=sealed,
            bytes_reserved=key.room(timestamper is not None),
        )
    except TimestampRequestError as error:
        raise SealError(
            "Kontrollera STEGVIS_TIMESTAMP_URL. Tidsstämplingstjänsten svarade inte som den ska."
        ) from error
    except (PdfError, SigningError) as error:
        raise SealError(
            f"Filen går inte att försegla ({type(error).__name__}). Gör om den med en plats för stämpeln."
        ) from error
    return sealed.getvalue()


def time_stamping(url: str) -> TimeStamper | None:
    """The time-stamp service (RFC 3161) at an address; none without one."""
    return HTTPTimeStamper(url, timeout=WAIT) if url else None


class _Writer(IncrementalPdfFileWriter):
    """pyHanko would write the description of the file anew, in a form that PDF/UA does not know."""

    def _update_meta(self) -> None:
        pass
