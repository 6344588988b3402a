"""A document that no form asks for stands under the kommun's own letterhead and is named by what it is."""

from dataclasses import replace
from datetime import UTC, datetime

from support.filled import CONTEXT

from stegvis.exporters import FORMATS, export, file_name
from stegvis.exporters.document import Section, Text
from stegvis.exporters.paper import paper

SECTIONS = (Section("Del", (Text(("Ord.",)),)),)


def test_its_own_facts_stand_before_how_the_sender_is_reached():
    made = paper("brev", "Ett brev", SECTIONS, CONTEXT, facts=(("Datum", "2026-12-01"),))
    assert made.head.facts == (("Datum", "2026-12-01"), ("Kontakt", "0170-174 06 05, ovning@exempel.se"))
    assert made.head.lines == ("Påhittade nämnden", "Enheten för övning")


def test_it_is_made_at_the_moment_of_its_context_and_has_no_form():
    made = paper("brev", "Ett brev", SECTIONS, replace(CONTEXT, now=datetime(2026, 1, 2, 3, 4, tzinfo=UTC)))
    assert made.made == datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
    assert (made.code, made.version, made.footer) == ("", "", "Ett brev")
    assert file_name(made, "pdf") == "brev_kommun.pdf"


def test_only_one_of_a_demonstration_is_marked():
    marked = [paper("brev", "Ett brev", SECTIONS, replace(CONTEXT, demo=demo)).marks for demo in (False, True)]
    assert marked[0] == () and "DEMONSTRATION" in marked[1][0]


def test_every_format_can_write_it():
    made = paper("brev", "Ett brev", SECTIONS, CONTEXT)
    assert all(export(made, name) for name in FORMATS)
