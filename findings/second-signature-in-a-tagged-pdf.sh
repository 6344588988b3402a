#!/bin/sh
# In a tagged PDF a signature field belongs to a Form element, whose /K is the reference to the field or an array with
# that one reference (ISO 32000-1, 14.7.2). Both say the same. With the array, pyHanko lets the first signature fail for
# a change that is not allowed, when a second person has only signed in a field that was there from the start.
set -eu
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check \
    'pyHanko==0.38.0' 'pyhanko-certvalidator==0.33.0' 'cryptography==50.0.2'
"$place/venv/bin/python" - <<'P'
import asyncio
import logging
import sys
from datetime import UTC, datetime, timedelta
from importlib.metadata import version
from io import BytesIO

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import NoEncryption, pkcs12
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import signers
from pyhanko.sign.validation import async_validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

logging.disable()
key, now, name = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC), x509.Name.from_rfc4514_string("CN=A")
made = x509.CertificateBuilder(name, name, key.public_key(), 1, now - timedelta(1), now + timedelta(1))
made = made.add_extension(x509.KeyUsage(True, True, *[False] * 7), True).sign(key, SHA256())
pair = pkcs12.serialize_key_and_certificates(b"A", key, made, None, NoEncryption())
SIGNER = signers.SimpleSigner.load_pkcs12_data(pair, other_certs=[])
FIELD = "<</Type/Annot/Subtype/Widget/FT/Sig/F 4/T(part{0})/Rect[0 0 0 0]/P 3 0 R/StructParent {0}>>"
OBJECTS = (
    "<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[4 0 R 5 0 R]>>/MarkInfo<</Marked true>>/StructTreeRoot 6 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Resources<<>>/Annots[4 0 R 5 0 R]/Tabs/S>>",
    *map(FIELD.format, (0, 1)),
    "<</Type/StructTreeRoot/K 7 0 R/ParentTree<</Nums[0 8 0 R 1 9 0 R]>>/ParentTreeNextKey 2>>",
    "<</Type/StructElem/S/Document/P 6 0 R/K[8 0 R 9 0 R]>>",
)


def tagged(kid):
    pdf, places = "%PDF-1.7\n", []
    forms = [f"<</Type/StructElem/S/Form/P 7 0 R/K {kid.format(field)}>>" for field in (4, 5)]
    for number, content in enumerate([*OBJECTS, *forms], 1):
        places.append(f"{len(pdf):010} 00000 n \n")
        pdf += f"{number} 0 obj\n{content}\nendobj\n"
    table = "xref\n0 10\n0000000000 65535 f \n" + "".join(places)
    return f"{pdf}{table}trailer\n<</Size 10/Root 1 0 R/ID[<00><00>]>>\nstartxref\n{len(pdf)}\n%%EOF\n".encode()


def first_of_two(data):
    for part in (0, 1):
        meta, old = signers.PdfSignatureMetadata(field_name=f"part{part}"), IncrementalPdfFileWriter(BytesIO(data))
        data = signers.sign_pdf(old, meta, SIGNER, existing_fields_only=True).getvalue()
    first, trust = PdfFileReader(BytesIO(data)).embedded_signatures[0], ValidationContext([SIGNER.signing_cert])
    status = asyncio.run(async_validate_pdf_signature(first, trust))
    return status.intact, status.valid, status.modification_level.name, status.bottom_line


print("pyHanko", version("pyHanko"), "on the first of two signatures: intact, valid, later change, in all")
kid = "<</Type/OBJR/Obj {} 0 R/Pg 3 0 R>>"
print("the reference alone:      ", alone := first_of_two(tagged(kid)))
print("the reference in an array:", array := first_of_two(tagged(f"[{kid}]")))
if alone != (True, True, "FORM_FILLING", True) or array != (True, True, "OTHER", False):
    sys.exit("no longer so: the first signature was to hold with the reference alone, and to fail with the array")
print("still so")
P
