"""The reports of a programme: their heads, in the order of the file, each knowing what stands under it."""

import tomllib
from dataclasses import fields

from stegvis.forms.programme.definition import Programme
from stegvis.forms.programme.report_heads import FILE, Heading, reports

WRITTEN = tomllib.loads(FILE.read_text("utf-8"))


def test_every_report_has_its_heads_in_order_and_each_once():
    assert list(reports()) == [one["id"] for one in WRITTEN["reports"]]
    for one in WRITTEN["reports"]:
        report = reports()[one["id"]]
        assert (report.title, [head.id for head in report.heads]) == (one["title"], one["heads"])
        assert len(set(report.heads)) == len(report.heads)


def test_a_head_is_written_once_and_used_by_some_report():
    written = [one["id"] for one in WRITTEN["heads"]]
    assert len(set(written)) == len(written)
    assert {head.id for report in reports().values() for head in report.heads} == set(written)


def test_what_is_taken_from_the_programme_is_a_key_of_its_file():
    keys = {field.name for field in fields(Programme)}
    taken = {head.from_ for report in reports().values() for head in report.heads if head.from_}
    assert taken and taken <= keys


def test_a_head_without_a_source_is_to_be_written():
    """Nothing stands in a report but what the file has, what is counted, and what somebody writes."""
    for head in (head for report in reports().values() for head in report.heads):
        assert head.title and (head.from_ or head.table or head.write), head.id
    assert Heading("a", "A").write == ""
