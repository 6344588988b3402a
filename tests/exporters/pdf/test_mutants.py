"""The gates bite: every deliberately broken file is caught, and the unbroken one is not."""

import page
import pytest
from support import pdf_mutants, pdf_reading, verapdf
from support.samples import SAMPLES

from stegvis.exporters.pdf import PdfExporter

PROFILES = (page.ValidationProfile.PDF_A_2A, page.ValidationProfile.PDF_UA_1)


@pytest.fixture(scope="module")
def good():
    return PdfExporter().export(SAMPLES["every_node"]())


def complaints(pdf):
    return [each.rule_id for profile in PROFILES for each in page.validate_pdf_bytes(pdf, profile=profile).failures]


def test_the_gates_let_the_good_file_pass(good):
    saved = pdf_mutants.mutated(good, pdf_mutants.unchanged)
    assert complaints(saved) == []
    assert pdf_reading.read(saved) == pdf_reading.read(good)


@pytest.mark.parametrize("name", pdf_mutants.RULES)
def test_the_fast_validator_sees_a_broken_rule(good, name):
    assert complaints(pdf_mutants.mutated(good, pdf_mutants.RULES[name]))


@pytest.mark.java
@pytest.mark.parametrize("name", pdf_mutants.RULES)
def test_verapdf_sees_a_broken_rule(good, name):
    assert verapdf.check(pdf_mutants.mutated(good, pdf_mutants.RULES[name]))


@pytest.mark.parametrize("name", pdf_mutants.READINGS)
def test_the_reading_shows_what_no_validator_sees(good, name):
    bad = pdf_mutants.mutated(good, pdf_mutants.READINGS[name])
    try:
        assert pdf_reading.read(bad) != pdf_reading.read(good)
    except pdf_reading.Disagreement:
        return
