"""What somebody may do to a sealed file, and that it is told: and that other judges say the same."""

import asyncio
import subprocess
import time
import zlib
from io import BytesIO

import pikepdf
import pytest
from pyhanko.pdf_utils.misc import PdfReadError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import async_validate_pdf_signature
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko_certvalidator import ValidationContext
from support import seals
from support.seals import covered, updated
from tools import find

from stegvis.plugin.signing.verifying import UnreadablePdf, verify

GONE = "ingen stämpel"


def told(data, trust=()):
    """What is wrong, in words; empty for a file that holds."""
    try:
        return " ".join(finding.words for finding in verify(data, trust).findings if finding.holds is False)
    except UnreadablePdf as refused:
        return f"Unreadable: {refused}"


def titled(writer):
    writer.trailer_view["/Info"]["/Title"] = writer.trailer_view["/Info"]["/Title"]
    writer.update_container(writer.trailer_view["/Info"])


def rewritten(data, change=lambda pdf: None):
    """The file saved anew by another program."""
    out = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        change(pdf)
        pdf.save(out)
    return out.getvalue()


def without_seal(pdf):
    for field in pdf.Root.AcroForm.Fields:
        if field.T == "stampel":
            del field["/V"]


def swapped(pdf):
    pdf.attachments["svar.json"].obj.EF.F.write(b'{"svar":"andra"}')


def moved(data, other):
    """The signature of another file in the place of the file's own."""
    start, end = place(data)
    other_start, other_end = place(other)
    own = end - start
    taken = other[other_start:other_end]
    return data[:start] + taken[: own - 1].ljust(own - 1, b"0") + b">" + data[end:]


def place(data):
    start = data.rindex(b"/Contents <") + len(b"/Contents ")
    return start, data.index(b">", start) + 1


def ranged(data, *numbers):
    """The file with another range, as long as the one that stands there."""
    start = data.rindex(b"/ByteRange [") + len(b"/ByteRange [")
    end = data.index(b"]", start)
    return data[:start] + b" ".join(b"%d" % number for number in numbers).ljust(end - start) + data[end:]


DONE_TO_IT = {
    "a byte after the end": lambda data: data + b"\n",
    "a comment after the end": lambda data: data + b"% hej\n%%EOF\n",
    "an update that covers the page": lambda data: updated(data, covered),
    "an update of the title": lambda data: updated(data, titled),
    "saved anew": rewritten,
    "the seal taken away": lambda data: rewritten(data, without_seal),
    "other answers attached": lambda data: rewritten(data, swapped),
    "the seal of another file": lambda data: moved(data, seals.sealed("samtycke", "kommun")),
    "the file before its seal": lambda data: seals.unsealed(),
    "a range that leaves out the beginning": lambda data: ranged(
        data, 100, place(data)[0] - 100, place(data)[1], len(data) - place(data)[1]
    ),
    "a range that leaves out the end": lambda data: ranged(
        data, 0, place(data)[0], place(data)[1], len(data) - place(data)[1] - 10
    ),
    "a range that is longer than the file": lambda data: ranged(data, 0, place(data)[0], place(data)[1], 10**9),
    "a negative range": lambda data: ranged(data, 0, -5, 7, len(data)),
    "cut short": lambda data: data[:-200],
    "its first half": lambda data: data[: len(data) // 2],
    "lower-case digits": lambda data: (
        data[: place(data)[0]] + data[slice(*place(data))].swapcase() + data[place(data)[1] :]
    ),
}


@pytest.mark.parametrize("name", DONE_TO_IT)
def test_it_is_told(name):
    data = seals.sealed()
    assert told(data) == ""
    changed = DONE_TO_IT[name](data)
    assert changed != data and told(changed) != ""


@pytest.mark.pdf
@pytest.mark.parametrize(
    "name",
    [
        name
        for name in DONE_TO_IT
        if name not in ("a byte after the end", "a comment after the end", "lower-case digits")
    ],
)
def test_pyhanko_and_poppler_hold_nothing_that_we_do_not(name, tmp_path):
    """Where we are stricter it is about bytes that say nothing: those above that are left out here."""
    changed = DONE_TO_IT[name](seals.sealed())
    assert not pyhanko_holds(changed)
    assert not poppler_holds(changed, tmp_path)


@pytest.mark.pdf
def test_and_they_hold_what_we_do(tmp_path):
    for each in seals.FIVE.values():
        data = seals.sealed(*each)
        assert pyhanko_holds(data) and poppler_holds(data, tmp_path) and told(data) == ""


def pyhanko_holds(data):
    try:
        (seal,) = [
            one for one in PdfFileReader(BytesIO(data)).embedded_regular_signatures if one.field_name == "stampel"
        ]
        found = asyncio.run(async_validate_pdf_signature(seal, ValidationContext(trust_roots=[], allow_fetching=False)))
        return found.intact and found.valid and found.docmdp_ok and found.coverage.name == "ENTIRE_FILE"
    except (PdfReadError, SignatureValidationError, ValueError, TypeError, KeyError, IndexError):
        return False


def poppler_holds(data, tmp_path):
    file = tmp_path / "fil.pdf"
    file.write_bytes(data)
    said = subprocess.run(
        [find("pdfsig"), "-nocert", str(file)], capture_output=True, text=True, check=False, errors="replace"
    ).stdout
    said = said.partition("Name: stampel")[2]
    return "Signature is Valid" in said and "Total document signed" in said


class TestTrust:
    def test_nobody_is_trusted_without_a_certificate(self):
        assert "går inte att se i filen" in str(verify(seals.sealed()).json())

    @pytest.mark.parametrize(
        ("key", "given"), [("own", "own"), ("rsa", "root"), ("without root", "root"), ("rsa", "rsa")]
    )
    def test_by_its_own_certificate_or_its_issuers(self, key, given):
        certificate = seals.ROOT[1] if given == "root" else seals.KEYS[given][0][1]
        report = verify(seals.sealed(key=key), [seals.pem(None, [certificate])])
        assert report.holds and "som du litar på: " in str(report.json())

    def test_not_by_somebody_elses_with_the_same_name(self):
        same = seals.pair("PROV Åviks kommun", kind="rsa")
        assert "inte satt med något certifikat" in told(seals.sealed(), [seals.pem(None, [same[1]])])

    def test_not_by_a_certificate_that_may_not_issue(self):
        assert "inte satt med" in told(seals.sealed(key="without root"), [seals.pem(None, [seals.KEYS["rsa"][0][1]])])


def bomb():
    """A PDF whose cross-reference stream unpacks to a thousand times its size."""
    packed = zlib.compress(zlib.compress(b"\0" * 400_000_000, 9), 9)
    head = (
        b"%%PDF-1.7\n1 0 obj\n<</Type/XRef/Size 9/W[1 4 2]/Root 2 0 R/Filter[/FlateDecode/FlateDecode]/Length "
        b"%d>>\nstream\n" % len(packed)
    )
    return head + packed + b"\nendstream\nendobj\nstartxref\n9\n%%EOF\n"


HOSTILE = {
    "nothing": b"",
    "no PDF": b"MZ" * 1000,
    "a head alone": b"%PDF-1.7\n",
    "noise": b"%PDF-1.7\n" + bytes(range(256)) * 4000,
    "deep": b"%PDF-1.7\n1 0 obj\n" + b"[" * 500_000 + b"\nstartxref\n9\n%%EOF\n",
    "round and round": b"%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 1/Root 1 0 R/Prev "
    b"9>>\nstartxref\n9\n%%EOF\n",
    "a bomb": bomb(),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_hostile_is_refused_at_once(name):
    began = time.perf_counter()
    assert told(HOSTILE[name]) != ""
    assert time.perf_counter() - began < 5


def test_a_file_that_is_too_large_is_not_looked_into():
    assert told(b"%PDF-" + b"\0" * 25_000_001).startswith("Unreadable: Välj en mindre fil")


def test_a_locked_file_is_told():
    out = BytesIO()
    with pikepdf.open(BytesIO(seals.unsealed())) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="a", user="b"))
    assert "lösenord" in told(out.getvalue())


def test_the_time_is_told_as_people_read_it():
    from datetime import UTC, datetime

    from stegvis.plugin.signing.verifying import _clock

    assert _clock(datetime(2026, 11, 21, 12, 0, 5, tzinfo=UTC)) == "2026-11-21 13:00:05 svensk tid"
    assert any("svensk tid" in finding.words for finding in verify(seals.sealed()).findings)
