"""Who waits in a programme, and in which order: priority moves somebody up and shuts nobody out (A02)."""

import pytest
from support.case_files import case_file, document, noted
from support.casework import Casework

from stegvis.forms import load_programme
from stegvis.plugin.cases.queue import queue, waiting
from stegvis.plugin.cases.service import refresh_stale


def enquiry(**told):
    """An enquiry that came in two days before its case."""
    return document("intresseanmalan", "2026-01-10", came="2026-01-08", **told)


class TestWhoWaits:
    def test_a_new_case_does_from_the_day_it_came(self):
        assert waiting(case_file("stegen")) == {"since": "2026-01-10", "first": False}
        assert waiting(case_file("stegen", documents=[enquiry(priority="ja")])) == {
            "since": "2026-01-08",
            "first": True,
        }

    @pytest.mark.parametrize("kind", ["kallad", "mote", "steg", "beslut", "aktivitet"])
    def test_one_that_somebody_has_begun_with_does_not(self, kind):
        assert waiting(case_file("stegen", noted(kind, "2026-01-12"))) is None

    def test_one_that_was_answered_waits_only_if_the_answer_was_to_wait(self):
        called = noted("kallad", "2026-01-12")
        assert waiting(case_file("stegen", documents=[enquiry(decision="antagen")])) is None
        assert waiting(case_file("stegen", called, documents=[enquiry(decision="vantar")]))["since"] == "2026-01-08"

    def test_a_closed_case_does_not(self):
        assert waiting(case_file("stegen", documents=[enquiry(decision="vantar")], closed=True)) is None


def test_those_of_a_group_with_priority_come_first_and_then_the_one_who_has_waited_longest(office):
    for name, came, priority in (
        ("Bea", "2026-11-03", "nej"),
        ("Cia", "2026-11-02", "nej"),
        ("Dea", "2026-11-04", "ja"),
    ):
        case = Casework(office, "stegen", fornamn=name, dag=came)
        case.save("intresseanmalan", inkommen_datum=came, prioritet=priority, beslut="vantar")
    with office.app.test_request_context():
        refresh_stale()
        found = queue(load_programme("stegen"))
    assert [(str(one.since), one.first) for one in found] == [
        ("2026-11-04", True),
        ("2026-11-02", False),
        ("2026-11-03", False),
    ]
