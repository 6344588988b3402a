"""Sections and rules: what a form file says of each, and what they are when it says nothing."""

import pytest
from support.making import data, form

from stegvis.forms import FormFileError
from stegvis.forms.definition.sections import FormRule, FormSection
from stegvis.forms.language.conditions import Is
from stegvis.forms.loading.read_form import read_form
from stegvis.forms.loading.toml_files import expand

QUESTIONS = ({"name": "start", "kind": "date"}, {"name": "slut", "kind": "date"}, {"name": "ok", "kind": "yes_no"})
ORDER = {"rule": "period_order", "from": "start", "to": "slut"}


def test_a_section_is_signed_and_without_a_lead_unless_the_file_says_so():
    section = FormSection(id="a", title="A")
    assert not section.annex and section.lead == "" and section.questions == ()


def test_a_section_holds_its_questions_in_order():
    [section] = form(*QUESTIONS).sections
    assert [question.name for question in section.questions] == ["start", "slut", "ok"]


def test_a_section_takes_no_key_it_does_not_know():
    written = expand(data(*QUESTIONS), "prov.toml")
    written["sections"][0]["bilaga"] = True
    with pytest.raises(FormFileError, match='nyckeln "bilaga" finns inte; välj bland id, title, lead, annex'):
        read_form(written)


def test_a_rule_applies_always_unless_it_has_a_condition():
    always, sometimes = form(*QUESTIONS, rules=[ORDER, {**ORDER, "when": {"question": "ok", "is": "ja"}}]).rules
    assert always == FormRule(rule=always.rule) and always.when is None
    assert sometimes.when == Is("ok", ("ja",))
