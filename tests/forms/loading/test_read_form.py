"""From expanded data to a form: keys of the form, its sections and its rules; and a form out of its snapshot."""

import json

import pytest
from support.making import data, form, refused

from stegvis.forms import FormFileError, from_snapshot
from stegvis.forms.loading.read_form import read_form, rule_keys
from stegvis.forms.loading.toml_files import expand
from stegvis.schemas.rules import RULES as EVERY_RULE

TEXT = {"name": "a", "kind": "text", "label": "A"}

RULES = {
    "an unknown rule": (
        {"rule": "period"},
        "reglerna: regeln {'rule': 'period'} finns inte; välj rule bland period_order",
    ),
    "no rule at all": ("period_order", "reglerna: regeln 'period_order' finns inte"),
    "a key with a typo": (
        {"rule": "not_open_ended", "qestion": "a"},
        'regeln "not_open_ended": nyckeln "qestion" finns inte; välj bland id, message, law, warn, question, when',
    ),
    "a missing key": (
        {"rule": "period_at_most", "from": "a", "to": "a"},
        'regeln "period_at_most": nyckeln "months" saknas; skriv heltal',
    ),
    "text for a number": (
        {"rule": "period_at_most", "from": "a", "to": "a", "months": "6"},
        'regeln "period_at_most", months: skriv ett heltal',
    ),
    "the machinery's own key": (
        {"rule": "not_open_ended", "question": "a", "labels": {}},
        'nyckeln "labels" finns inte',
    ),
}


@pytest.mark.parametrize(("rule", "told"), RULES.values(), ids=RULES)
def test_a_mistake_in_a_rule_is_told_with_its_remedy(rule, told):
    assert told in refused(TEXT, rules=[rule])


WHOLE = {
    "a key with a typo": (
        {"titel": "Prov"},
        'blanketten: nyckeln "titel" finns inte; välj bland id, code, version, title',
    ),
    "a number for a text": ({"title": 1}, "blanketten, title: skriv text inom citattecken, inte 1"),
    "no sections": ({"sections": []}, "blanketten: skriv minst en del som [[sections]]"),
    "rules in single brackets": ({"rules": {"rule": "x"}}, "skriv rules som [[rules]], med dubbla hakparenteser"),
    "a section with a typo": ({"sections": [{"id": "d", "titel": "D", "questions": []}]}, 'nyckeln "titel" finns inte'),
    "an id that is no name": ({"id": "Mitt prov"}, "skriv id med små bokstäver a–z, siffror och -"),
}


@pytest.mark.parametrize(("change", "told"), WHOLE.values(), ids=WHOLE)
def test_a_mistake_in_the_form_is_told_with_its_remedy(change, told):
    with pytest.raises(FormFileError) as caught:
        read_form(expand({**data(TEXT), **change}, "prov.toml"))
    assert told in str(caught.value)


@pytest.mark.parametrize("key", ["id", "code", "version", "title", "audiences"])
def test_a_form_says_what_it_is(key):
    with pytest.raises(FormFileError, match=f'blanketten: nyckeln "{key}" saknas; skriv'):
        read_form({name: value for name, value in data(TEXT).items() if name != key})


@pytest.mark.parametrize("text", ["", "x", "[]", "{}", '{"format": 0}', '{"format": 2, "id": "x"}'])
def test_what_is_no_snapshot_is_refused(text):
    with pytest.raises(FormFileError, match="formatet går inte att läsa; det ska vara JSON med format 1"):
        from_snapshot(text)


def test_a_snapshot_of_a_coming_format_is_refused_though_all_else_can_be_read():
    made = form(TEXT)
    assert from_snapshot(made.snapshot()) == made
    with pytest.raises(FormFileError, match="det ska vara JSON med format 1"):
        from_snapshot(json.dumps({**json.loads(made.snapshot()), "format": 2}))


def test_from_is_a_word_of_python_and_stands_in_the_file_as_it_is():
    days = [{"name": name, "kind": "date"} for name in ("a", "b")]
    [rule] = form(*days, rules=[{"rule": "period_order", "from": "a", "to": "b", "id": "tid"}]).rules
    assert (rule.rule.from_, rule.rule.to, rule.rule.id, rule.when) == ("a", "b", "tid", None)


@pytest.mark.parametrize("rule", EVERY_RULE.values(), ids=EVERY_RULE)
def test_a_rule_takes_the_four_keys_of_all_and_its_own_but_never_the_labels(rule):
    keys = list(rule_keys(rule))
    assert keys[:4] == ["id", "message", "law", "warn"]
    assert "labels" not in keys and not any(name.endswith("_") for name in keys)


def test_rules_speak_of_questions_and_roles_by_their_words():
    roles = [["vh", "Vårdnadshavare"], ["gm", "God man"]]
    signers = {"name": "fler", "kind": "signers", "roles": roles}
    made = form({**TEXT, "short": "hela namnet"}, signers, rules=[{"rule": "not_open_ended", "question": "a"}])
    labels = made.rules[0].rule.labels
    assert (labels["a"], labels["fler.vh"], labels["fler.gm"]) == ("hela namnet", "vårdnadshavare", "god man")
