"""Files that others have signed: whether it holds, whose it says it is, and what we do not know."""

import asyncio
from io import BytesIO

import pytest
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import fields, signers
from pyhanko.sign.validation import async_validate_pdf_signature
from pyhanko_certvalidator import ValidationContext
from support import seals
from support.seals import covered, updated

from stegvis.plugin.signing.verifying import verify


def signed_by_others(*names, key="own", stamped=False):
    """A file with signatures that another program has put there, one after the other."""
    data = seals.unsealed()
    for name in names:
        out = BytesIO()
        writer = IncrementalPdfFileWriter(BytesIO(data))
        meta = signers.PdfSignatureMetadata(field_name=name, subfilter=fields.SigSeedSubFilter.PADES)
        signers.sign_pdf(
            writer, meta, seals.key_of(key).signer, timestamper=seals.stamper() if stamped else None, output=out
        )
        data = out.getvalue()
    return data


class TestOthers:
    """Files that others have signed: what holds, whose it says it is, and that we know nothing of who signed what."""

    def words(self, data, trust=()):
        report = verify(data, trust)
        return report, " ".join(finding.words for finding in report.findings)

    def test_one_that_holds(self):
        report, words = self.words(signed_by_others("Signature1"))
        assert (
            report.holds
            and "Underskrift 1 av 1 täcker hela filen" in words
            and "I den står: PROV Åviks kommun." in words
        )
        assert "(nivå B-B)" in words and "inte förseglad här" in words and report.evidence is None

    def test_two_after_each_other(self):
        report, words = self.words(signed_by_others("Signature1", "Signature2"))
        assert (
            report.holds
            and "Underskrift 1 av 2 stämmer. Det som har lagts till" in words
            and "Underskrift 2 av 2 täcker hela" in words
        )

    def test_a_time_stamp_is_told(self):
        assert "(nivå B-T)" in self.words(signed_by_others("Signature1", stamped=True))[1]

    def test_something_changed(self):
        data = signed_by_others("Signature1")
        place = data.index(b"/Rotate") if b"/Rotate" in data else data.index(b"/MediaBox")
        changed = data[:place] + data[place : place + 1].swapcase() + b"X" + data[place + 2 :]
        report, words = self.words(changed)
        assert not report.holds and ("är ändrad" in words or "går inte att läsa" in words)

    def test_something_added(self):
        report, words = self.words(updated(signed_by_others("Signature1"), covered))
        assert not report.holds and "Något har lagts till efter den" in words

    @pytest.mark.parametrize(("trust", "holds"), [("own", True), ("rsa", False)])
    def test_whose_by_a_certificate(self, trust, holds):
        report, words = self.words(signed_by_others("Signature1"), [seals.pem(None, [seals.KEYS[trust][0][1]])])
        assert report.holds is holds and ("som du litar på: PROV" in words) is holds

    def test_pyhanko_says_the_same(self):
        for data, holds in ((signed_by_others("A"), True), (updated(signed_by_others("A"), covered), False)):
            signature = next(iter(PdfFileReader(BytesIO(data)).embedded_regular_signatures))
            status = asyncio.run(
                async_validate_pdf_signature(signature, ValidationContext(trust_roots=[], allow_fetching=False))
            )
            assert (
                status.intact
                and status.valid
                and status.docmdp_ok is not False
                and status.modification_level is not None
            ) or not holds
            assert verify(data).holds is holds
