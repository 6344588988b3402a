"""What no single question can see: names used once, and everything that is spoken of is there."""

import pytest
from support.making import data, form, refused

from stegvis.forms import FormFileError
from stegvis.forms.loading.read_form import read_form
from stegvis.forms.loading.toml_files import expand

TEXT = {"name": "a", "kind": "text", "label": "A"}
CHOICE = {"name": "val", "kind": "choice", "label": "Val", "options": [["x", "X"], ["y", "Y"]]}
ROWS = {"name": "rader", "kind": "repeat", "label": "Rader", "questions": [TEXT]}

MISTAKES = {
    "no words": ([{**TEXT, "label": ""}], 'frågan "a": skriv label'),
    "a reserved name": ([{**TEXT, "name": "varfor_tomt"}], 'frågan "varfor_tomt": byt namn'),
    "a condition on nobody": (
        [{**TEXT, "show_if": {"question": "b", "is": "x"}}],
        'frågan "a": frågan "b" finns inte i blanketten; kontrollera stavningen',
    ),
    "an answer nobody can give": (
        [CHOICE, {**TEXT, "show_if": {"question": "val", "is": "z"}}],
        'frågan "a": villkoret väntar på svaret \'z\', men "val" har bara x, y',
    ),
    "an unknown placeholder": (
        [{**TEXT, "help": "Hos {komun}."}],
        'frågan "a": frågan "komun" finns inte i blanketten',
    ),
    "a placeholder that cannot be filled": (
        [ROWS, {**TEXT, "help": "{rader}"}],
        "platshållaren {rader} går inte att fylla",
    ),
    "an unknown message": (
        [{**TEXT, "messages": {"requird": "Skriv."}}],
        'frågan "a": meddelandet "requird" finns inte; välj bland required',
    ),
    "a message nobody can fill": (
        [{**TEXT, "messages": {"too_long": "Högst {maks}."}}],
        "platshållaren {maks} går inte att fylla i meddelandet; välj bland {antal}, {etikett}, {max}",
    ),
    "a default that is no answer": (
        [{**CHOICE, "default": "z"}],
        "frågan \"val\": ändra default; 'z' är inget svar på frågan",
    ),
    "today for a text": ([{**TEXT, "default": "today"}], 'ta bort default = "today"; det går bara på ett datum'),
    "a default from nobody": (
        [{"name": "d", "kind": "date", "default": {"from": "e", "months": 1}}],
        'frågan "e" finns inte',
    ),
    "a default in a row": ([{**ROWS, "questions": [{**TEXT, "default": "x"}]}], 'frågan "rader.a": ta bort default'),
    "a reason wanted in a row": (
        [{**ROWS, "questions": [{**TEXT, "wanted": True}]}],
        'frågan "rader.a": ta bort wanted',
    ),
    "wanted and required": (
        [{**TEXT, "wanted": True, "required": True}],
        "ta bort wanted; det går bara på en frivillig fråga",
    ),
    "rows that are not there": (
        [TEXT, {"name": "m", "kind": "matrix", "rows": [["x", "X"]], "of": "a"}],
        'frågan "a" har inga rader; skriv namnet på en repeat som of',
    ),
}


@pytest.mark.parametrize(("questions", "told"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_in_a_question_is_told_with_its_remedy(questions, told):
    assert told in refused(*questions)


RULES = {
    "a question that is not there": (
        {"rule": "not_open_ended", "id": "slut", "question": "b"},
        'regeln "slut": frågan "b" finns inte i blanketten',
    ),
    "a placeholder nobody fills": (
        {"rule": "period_order", "from": "a", "to": "a", "message": "Efter {fran}."},
        "platshållaren {fran} går inte att fylla i meddelandet; välj bland {a}",
    ),
    "a condition on nobody": (
        {"rule": "not_open_ended", "question": "a", "when": {"question": "b", "is": "x"}},
        'frågan "b" finns inte',
    ),
}


@pytest.mark.parametrize(("rule", "told"), RULES.values(), ids=RULES)
def test_a_mistake_in_a_rule_is_told_with_its_remedy(rule, told):
    assert told in refused(TEXT, rules=[rule])


WHOLE = {
    "an ending without a state": ({"ends": "samtycke"}, "nyckeln ends_as: skriv ends och ends_as tillsammans"),
    "an ending as nothing": ({"ends": "samtycke", "ends_as": "slut"}, "ends_as som aterkallad eller upphavd"),
    "an ending on a question there is not": (
        {"ends": "x", "ends_as": "upphavd", "ends_if": {"question": "b", "is": "x"}},
        'frågan "b" finns inte',
    ),
    "words of a question there is not": ({"when_signed": "Börja {start}."}, "{start} finns inte bland frågorna"),
}


@pytest.mark.parametrize(("change", "told"), WHOLE.values(), ids=WHOLE)
def test_a_mistake_in_the_form_is_told_with_its_remedy(change, told):
    with pytest.raises(FormFileError) as caught:
        read_form(expand({**data(TEXT), **change}, "prov.toml"))
    assert told in str(caught.value)


def test_a_name_stands_once_in_the_whole_form_though_its_rows_have_names_of_their_own():
    sections = [{"id": part, "title": part, "questions": [TEXT]} for part in ("del", "andra")]
    assert 'frågan "a": namnet finns två gånger' in refused(sections=sections)
    assert form(TEXT, ROWS)


def test_a_condition_inside_a_row_may_speak_of_the_row_and_of_the_form():
    def rows(asked):
        inner = {"name": "b", "kind": "text", "label": "B", "show_if": {"question": asked, "answered": True}}
        return {**ROWS, "questions": [TEXT, inner]}

    assert form(CHOICE, rows("a")) and form(CHOICE, rows("val"))
    assert 'frågan "rader.b": frågan "c" finns inte' in refused(CHOICE, rows("c"))


def test_a_municipality_may_take_away_an_option_that_a_condition_waits_for_and_the_form_itself_may_not():
    waits = {**TEXT, "show_if": {"question": "val", "is": "z"}}
    assert "villkoret väntar på svaret 'z'" in refused(CHOICE, waits)
    assert form(CHOICE, waits, local_version="1")


@pytest.mark.parametrize("months", [0, 121])
def test_a_rule_counts_within_what_anybody_means(months):
    rule = {"rule": "period_at_most", "from": "a", "to": "a", "months": months}
    assert "låt months vara mellan 1 och 120" in refused(TEXT, rules=[rule])
    assert form(TEXT, rules=[{**rule, "months": 120}])
