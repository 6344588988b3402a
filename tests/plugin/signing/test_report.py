"""What looking at a file has found, told as lines and as JSON."""

import json

import pytest
from support import seals

from stegvis.plugin.signing.report import Finding, Report
from stegvis.plugin.signing.verifying import verify


def test_the_report_is_json():
    assert json.loads(json.dumps(verify(seals.sealed()).json()))["holds"] is True


@pytest.mark.parametrize(
    ("findings", "holds"),
    [
        ((), True),
        ((True,), True),
        ((None,), True),
        ((True, None), True),
        ((True, False), False),
        ((False, None), False),
    ],
)
def test_it_holds_when_nothing_speaks_against_it(findings, holds):
    """What the file alone cannot prove speaks neither for nor against."""
    assert Report("7f3a", tuple(Finding(one, "x") for one in findings)).holds is holds


def test_the_verdict_comes_first_and_each_line_says_whether_it_is_shown():
    report = Report("7f3a", (Finding(True, "Hel."), Finding(None, "Vem?"), Finding(False, "Ändrad.")), {"hemligt": 1})
    assert list(report.lines()) == [
        "Filen håller inte.",
        "Visat: Hel.",
        "Inte visat: Vem?",
        "FEL: Ändrad.",
        "Filens SHA-256: 7f3a",
    ]
    assert report.json()["findings"] == [
        {"holds": True, "text": "Hel."},
        {"holds": None, "text": "Vem?"},
        {"holds": False, "text": "Ändrad."},
    ]
    assert "hemligt" not in repr(report) + str(report.json())
