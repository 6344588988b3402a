"""Made-up keys, a time-stamp service, and sealed files that the tests of the seal share."""

from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

from asn1crypto import keys, tsp
from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.timestamps import DummyTimeStamper

from stegvis.exporters import compose, export
from stegvis.forms import load_form
from stegvis.forms.language.context import Signed
from stegvis.plugin.signing.sealing import read_key, seal
from support.filled import CONTEXT, answers
from support.samples import scrawl

NOW = datetime.now(UTC)
WORDS = "Förseglad elektroniskt av Åviks kommun. En utskrift är en kopia."
SIGNERS = (
    "underskrift_deltagare",
    "underskrift_arbetsgivare",
    "underskrift_kommun",
    "underskrifter_1",
    "underskrifter_2",
    "underskrifter_3",
)


@cache
def pair(name, issuer=None, kind="rsa", use="sign"):
    """A key and its certificate, by itself or by the pair of *issuer*; *use* is sign, issue or stamp."""
    key = rsa.generate_private_key(65537, 2048) if kind == "rsa" else ec.generate_private_key(ec.SECP256R1())
    named = x509.Name(
        [x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Åviks kommun"), x509.NameAttribute(NameOID.COMMON_NAME, name)]
    )
    above_key, above = issuer or (key, None)
    issues = use == "issue"
    made = (
        x509.CertificateBuilder()
        .subject_name(named)
        .issuer_name(above.subject if above else named)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(NOW - timedelta(days=1))
        .not_valid_after(NOW + timedelta(days=365))
        .add_extension(x509.BasicConstraints(issues, None), True)
        .add_extension(
            x509.KeyUsage(not issues, use == "sign", False, False, False, issues, issues, False, False), True
        )
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(above_key.public_key()), False)
    )
    if use == "stamp":
        made = made.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), True)
    return key, made.sign(above_key, hashes.SHA256())


ROOT = pair("Rot", kind="rsa", use="issue")
MIDDLE = pair("Utfärdare", ROOT, kind="ec", use="issue")
KEYS = {
    "own": (pair("PROV Åviks kommun", kind="ec"),),
    "rsa": (pair("Åviks kommun stämpel", ROOT), ROOT),
    "without root": (pair("Åviks kommun annan stämpel", MIDDLE, "ec"), MIDDLE),
}


def pem(key, certificates):
    """A PEM file's content."""
    plain = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()) if key else b""
    return plain + b"".join(one.public_bytes(Encoding.PEM) for one in certificates)


@cache
def key_of(name):
    """One of the keys, read from a file as in an installation."""
    pairs = KEYS[name]
    with TemporaryDirectory() as folder:
        file = Path(folder) / "seal.pem"
        file.touch(0o600)
        file.write_bytes(pem(pairs[0][0], [certificate for _, certificate in pairs]))
        return read_key(file)


@cache
def stamper():
    """A time-stamp service that answers at once."""
    key, certificate = pair("Tidstjänst", ROOT, use="stamp")
    private = keys.PrivateKeyInfo.load(key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption()))
    return DummyTimeStamper(asn1.Certificate.load(certificate.public_bytes(Encoding.DER)), private)


@contextmanager
def time_stamp_service(status=200, kind="application/timestamp-reply"):
    """A time-stamp service on loopback, over HTTP; gives its address, and the list of what it has answered."""
    answered = []

    class Service(BaseHTTPRequestHandler):
        def do_POST(self):
            import asyncio

            asked = tsp.TimeStampReq.load(self.rfile.read(int(self.headers["Content-Length"])))
            answer = asyncio.run(stamper().async_request_tsa_response(asked)).dump()
            answered.append(len(answer))
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *_):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Service) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/", answered
        finally:
            server.shutdown()
            thread.join()


@cache
def signed_document(form, audience, drawn=True):
    """The example of a form, signed by everybody, as this audience has it, with a place for the seal."""
    signatures = tuple(
        Signed(
            party=key,
            name=f"Namn {number}",
            place="Åvik",
            date=date(2026, 11, 21),
            method="Ritad på skärm",
            ink=scrawl(number) if drawn else None,
        )
        for number, key in enumerate(SIGNERS)
    )
    document = compose(load_form(form), answers(form), audience, replace(CONTEXT, signatures=signatures))
    return replace(document, seal=WORDS)


@cache
def unsealed(form="praktikavtal", audience="kommun"):
    """That as PDF, before the seal."""
    return export(signed_document(form, audience), "pdf")


@cache
def sealed(form="praktikavtal", audience="kommun", key="own", stamped=False):
    """That sealed."""
    return seal(unsealed(form, audience), key_of(key), timestamper=stamper() if stamped else None)


FIVE = {
    "praktikavtal, kommun, own key": ("praktikavtal", "kommun", "own", False),
    "praktikavtal, arbetsgivare, chain": ("praktikavtal", "arbetsgivare", "rsa", False),
    "samtycke, part, time stamp": ("samtycke", "part", "own", True),
    "genomforandeplan, deltagare, chain without root": ("genomforandeplan", "deltagare", "without root", False),
    "upphavande, kommun, chain and time stamp": ("upphavande", "kommun", "rsa", True),
}


def updated(data, change):
    """The file with an update put after the seal."""
    writer = IncrementalPdfFileWriter(BytesIO(data))
    change(writer)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def covered(writer):
    """A shadow: another page over the first one."""
    page = writer.root["/Pages"]["/Kids"][0]
    page["/MediaBox"][3] = type(page["/MediaBox"][3])(10)
    writer.update_container(page)
