"""What holds for every form file that is shipped: its words, its sources, what it may prefill."""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest
from support.form_examples import EXAMPLES, problems

from stegvis import forms
from stegvis.forms import list_forms
from stegvis.forms.kinds.choice import languages
from stegvis.schemas.messages import MESSAGES

HERE = Path(forms.__file__).parent
FORMS = list_forms()
TEXT = {path.name: path.read_text("utf-8") for path in [*HERE.glob("blanketter/*.toml"), *HERE.glob("block/*.toml")]}
VERBS = {
    "Be",
    "Byt",
    "Fyll",
    "Gå",
    "Gör",
    "Korta",
    "Kontrollera",
    "Kryssa",
    "Lägg",
    "Lämna",
    "Skriv",
    "Svara",
    "Sänk",
    "Ta",
    "Vänta",
    "Välj",
    "Ändra",
    "Använd",
    "Läs",
}


def vocabulary():
    data = tomllib.loads((HERE / "vocabulary.toml").read_text("utf-8"))
    return {f"{group}.{name}" for group, names in data.items() for name in names}


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_prefill_and_settings_are_words_of_the_vocabulary(form):
    terms = vocabulary()
    for path, question in form.walk():
        assert not question.prefill or question.prefill in terms, path
        if isinstance(question.default, Mapping):
            setting = question.default.get("setting")
            assert setting is None or f"installation.{setting}" in terms, path


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_every_message_says_what_to_do(form):
    said = [text for _, question in form.walk() for text in question.messages.values()]
    said += [rule.rule.message for rule in form.rules if rule.rule.message]
    assert said
    assert [text for text in said if text.split()[0] not in VERBS] == []
    assert [text for text in said if re.search(r"ogiltig|felaktig|obligatorisk|fältet", text)] == []


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_messages_replace_those_that_exist(form):
    for path, question in form.walk():
        assert set(question.messages) <= set(MESSAGES), path


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_every_rule_has_an_id_of_its_own(form):
    ids = [rule.rule.id for rule in form.rules]
    assert all(ids) and len(set(ids)) == len(ids)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_a_consent_tick_is_never_ticked_from_the_start(form):
    """That there is no number is no consent: the case knows it."""
    ticks = [(path, q) for path, q in form.walk() if q.kind == "tick" and path != "saknar_personnummer"]
    assert [path for path, q in ticks if q.default is not None or q.prefill] == []


@pytest.mark.parametrize("name", TEXT)
def test_the_act_is_the_one_in_force_and_its_twelfth_chapter_is_not_quoted(name):
    assert "2001:453" not in TEXT[name]
    assert not re.search(r"\b12 kap|SoL 12:|12:[4-6]\b", TEXT[name])


def test_a_language_can_be_chosen_once_and_another_one_last():
    codes = [code for code, _ in languages()]
    assert len(set(codes)) == len(codes)
    assert codes[0] == "sv" and codes[-1] == "annat"


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_example_can_be_saved(name):
    assert problems(name) == {}


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_where_a_minor_may_come_to_sign_there_is_room_for_a_guardian(form):
    """Nobody under 18 signs alone (FB 6:11); a form that tells the age and is signed by the participant has a place
    for those who sign too.
    """
    signs = any(
        q.kind == "signature" and q.name == "underskrift_deltagare" and q.required for q in form.questions.values()
    )
    if signs and {"fodelsedatum", "personnummer"} & set(form.questions):
        assert any(q.kind == "signers" for q in form.questions.values())
        assert {rule.rule.name for rule in form.rules} & {"minor_needs_guardian"}
