"""What stands in a form before anybody has written: what is known, and what follows from an answer."""

from datetime import UTC, datetime

import pytest

from stegvis.forms import Context, Letterhead, load_form
from stegvis.plugin import Identity
from stegvis.plugin.documents.prefill import begin, follow

CONTEXT = Context(
    now=datetime(2026, 11, 21, 12, tzinfo=UTC),
    letterhead=Letterhead(anordnare="Åviks praktiksamordning"),
    document_id="019aa7b2-0000-7000-8000-00001a2b3c4d",
    settings={"info_gdpr_version": "3"},
)
FORM = load_form("praktikavtal")


@pytest.mark.parametrize(
    ("role", "title"), [("konsulent", "Konsulent"), ("handlaggare", "Handläggare"), ("chef", "Chef"), ("arkiv", None)]
)
def test_a_form_begins_with_who_fills_it_in_and_what_the_installation_knows(role, title):
    answers = begin(FORM, CONTEXT, Identity("kim", "Kim Konsulent", frozenset({role})))
    assert answers["handlaggare_namn"] == answers["upprattad_av"] == "Kim Konsulent"
    assert answers.get("handlaggare_roll") == title
    assert answers["anordnare"] == "Åviks praktiksamordning" and answers["info_gdpr_version"] == "3"


def test_nobody_agrees_to_anything_beforehand():
    for form in (FORM, load_form("samtycke")):
        answers = begin(form, CONTEXT, Identity("kim", "Kim Konsulent", frozenset({"konsulent"})))
        ticks = {path for path, question in form.walk() if question.kind in ("tick", "matrix", "yes_no")}
        assert not ticks & set(answers)


@pytest.mark.parametrize(
    ("before", "raw", "till"),
    [
        ({}, {"period_fran": "2026-11-30"}, "2026-12-29"),
        ({"period_fran": "2026-11-30"}, {"period_fran": "2026-11-30"}, None),
        ({"period_fran": "2026-11-30"}, {"period_fran": "2026-12-01"}, "2026-12-31"),
        ({}, {"period_fran": "2026-11-30", "period_till": "2026-12-05"}, "2026-12-05"),
        ({}, {"period_fran": "snart"}, None),
    ],
)
def test_a_day_follows_only_when_its_source_has_changed_and_nobody_has_answered(before, raw, till):
    assert follow(FORM, CONTEXT, before, raw).get("period_till") == till


def test_a_day_that_follows_may_be_followed_in_turn():
    assert follow(FORM, CONTEXT, {}, {"period_fran": "2026-11-30"})["uppfoljning_datum"] == "2026-12-22"


def test_the_number_of_the_document_is_filled_in_once():
    assert follow(FORM, CONTEXT, {}, {})["avtal_nr"] == "1A2B3C4D"
    assert follow(FORM, CONTEXT, {}, {"avtal_nr": "P 7"})["avtal_nr"] == "P 7"
