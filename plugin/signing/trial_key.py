"""A key and a certificate to try the seal with. It takes no extra: pyHanko is not asked."""

from datetime import datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from .extra import SealError

TRIAL_FILE, TRIAL_CERTIFICATE = "seal.pem", "seal-certificate.pem"
TRIAL_YEARS = 2


def make_trial_key(folder: Path, kommun: str, now: datetime) -> tuple[Path, Path]:
    """A key with a certificate that it has signed itself, and the certificate alone to give to others, in new files.

    Good for trials: it proves that nothing has been changed, not whose seal it is. Raises SealError when the files
    are there.
    """
    private = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "SE"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, _cut(kommun)),
            x509.NameAttribute(NameOID.COMMON_NAME, _cut(f"PROV {kommun}")),
        ]
    )
    usage = x509.KeyUsage(True, True, False, False, False, False, False, False, False)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(private.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now)
        .not_valid_after(now + timedelta(days=365 * TRIAL_YEARS))
        .add_extension(x509.BasicConstraints(False, None), True)
        .add_extension(usage, True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(private.public_key()), False)
        .sign(private, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    secret = private.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    certificate = made.public_bytes(pem)
    return _new_file(folder / TRIAL_FILE, secret + certificate), _new_file(folder / TRIAL_CERTIFICATE, certificate)


def _cut(name: str) -> str:
    """As much of a name as a certificate has room for."""
    return name.encode()[:64].decode("utf-8", "ignore")


def _new_file(path: Path, data: bytes) -> Path:
    try:
        path.touch(0o600, exist_ok=False)
        path.write_bytes(data)
    except OSError as error:
        raise SealError(
            f"Flytta {path}, eller välj en annan mapp. Filen finns redan eller går inte att skriva."
        ) from error
    return path
