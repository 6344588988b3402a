"""Both forms as PDF, blank and filled, for every audience: valid for archives and screen readers, and read as they
should be.
"""

import os
from pathlib import Path

import page
import pytest
from support import pdf_reading, verapdf
from support.filled import COPIES, blank, filled

from stegvis.exporters import export

GOLDEN = Path(__file__).with_name("golden")
PROFILES = {
    "2a": page.ValidationProfile.PDF_A_2A,
    "3a": page.ValidationProfile.PDF_A_3A,
    "ua1": page.ValidationProfile.PDF_UA_1,
}
every_pdf = pytest.mark.parametrize(
    ("make", "form_id", "audience"),
    [(make, *copy) for make in (filled, blank) for copy in COPIES],
    ids=lambda value: value if isinstance(value, str) else value.__name__,
)


def made(make, form_id, audience):
    """The file, and the parts of the standards it must keep: 3a for the kommun's filled copy, which carries the
    answers.
    """
    archive = "3a" if make is filled and audience == "kommun" else "2a"
    return export(make(form_id, audience), "pdf"), (archive, "ua1")


@every_pdf
def test_the_fast_validator_finds_nothing(make, form_id, audience):
    pdf, flavours = made(make, form_id, audience)
    reports = [page.validate_pdf_bytes(pdf, profile=PROFILES[flavour]) for flavour in flavours]
    assert [(each.rule_id, each.message) for report in reports for each in report.failures] == []


@pytest.mark.java
@every_pdf
def test_verapdf_finds_nothing(make, form_id, audience):
    assert verapdf.check(*made(make, form_id, audience)) == []


@every_pdf
def test_the_reading_is_the_golden_one(make, form_id, audience):
    """GOLDEN=write pytest … writes the files anew; read the difference before you commit it."""
    found = pdf_reading.read(made(make, form_id, audience)[0])
    text = "\n".join([f"{found.language}: {found.title}", *found.outline]) + "\n"
    path = GOLDEN / f"{form_id}-{audience}-{make.__name__}.txt"
    if os.environ.get("GOLDEN") == "write":
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    assert text == path.read_text("utf-8")
