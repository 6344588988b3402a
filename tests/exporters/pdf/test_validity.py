"""Every sample is valid PDF/A-2a (3a with attachments) and PDF/UA-1, says both validators."""

from functools import cache

import page
import pytest
from support import verapdf
from support.samples import SAMPLES

from stegvis.exporters.pdf import PdfExporter

PROFILES = {
    "2a": page.ValidationProfile.PDF_A_2A,
    "3a": page.ValidationProfile.PDF_A_3A,
    "ua1": page.ValidationProfile.PDF_UA_1,
}


@cache
def exported(name):
    document = SAMPLES[name]()
    return PdfExporter().export(document), ("3a" if document.attachments else "2a", "ua1")


@pytest.mark.parametrize("name", SAMPLES)
def test_the_fast_validator_finds_nothing(name):
    pdf, flavours = exported(name)
    reports = [page.validate_pdf_bytes(pdf, profile=PROFILES[flavour]) for flavour in flavours]
    assert [(each.rule_id, each.message) for report in reports for each in report.failures] == []


@pytest.mark.java
@pytest.mark.parametrize("name", SAMPLES)
def test_verapdf_finds_nothing(name):
    pdf, flavours = exported(name)
    assert verapdf.check(pdf, flavours) == []


@pytest.mark.java
def test_verapdf_says_what_is_wrong_with_a_file():
    findings = verapdf.check(b"%PDF-1.7\nnothing", ("2a",))
    assert findings
    assert all(finding.startswith("2a ") for finding in findings)
    assert any("6.6.4" in finding for finding in verapdf.check(exported("blank")[0], ("3a",)))
