"""What has changed between two versions of a form is told question by question."""

from copy import deepcopy
from dataclasses import astuple

import pytest

from stegvis.forms import load_form
from stegvis.forms.loading.read_form import read_form
from stegvis.plugin.views.documents.form_changes import difference

OLD = load_form("samtycke")


def changed(act, whole=lambda data: None):
    """The form with its data changed by *act*, which gets the questions by name, and by *whole*, which gets it all."""
    data = deepcopy(dict(OLD.data))
    act(
        {question["name"]: question for section in data["sections"] for question in section["questions"]},
        data["sections"],
    )
    whole(data)
    return read_form(data)


def nothing(questions, sections):
    pass


def test_the_same_form_has_no_difference():
    same = difference(OLD, load_form("samtycke"))
    assert astuple(same)[1:] == ((), (), (), (), (), (), False, False)


def test_new_and_missing_questions_are_named():
    def act(questions, sections):
        sections[0]["questions"].append({"name": "ny", "kind": "text", "label": "En ny fråga"})
        sections[4]["questions"].remove(questions["mote"])

    found = difference(OLD, changed(act))
    assert (found.added, found.removed) == (("En ny fråga",), ("Gäller det ett visst möte?",))


def test_other_words_and_other_rules_are_told_apart():
    def act(questions, sections):
        questions["mote"]["label"] = "Vilket möte?"
        questions["syfte"]["min_length"] = 40

    found = difference(OLD, changed(act))
    assert found.reworded == (("Gäller det ett visst möte?", "Vilket möte?"),)
    assert found.changed == ("Varför behöver uppgifter utbytas?",)


def test_rules_alone_make_another_version():
    new = changed(lambda questions, sections: questions["syfte"].update(help="Berätta."))
    assert difference(OLD, new).sha256 == new.sha256 != OLD.sha256


def test_a_question_with_another_label_and_another_limit_is_told_of_both():
    def act(questions, sections):
        questions["syfte"] |= {"label": "Varför?", "min_length": 40}

    found = difference(OLD, changed(act))
    assert found.reworded == (("Varför behöver uppgifter utbytas?", "Varför?"),) and found.changed == ("Varför?",)


def test_a_fixed_text_that_says_something_else_is_shown_in_both_versions():
    def act(questions, sections):
        questions["info_eget_ame"]["texts"] = [{"text": "Sekretess gäller alltid."}]
        sections[1]["questions"].remove(questions["skydd_info"])

    old, new = difference(OLD, changed(act)).texts[1]
    assert old.startswith("Sekretess kan gälla också") and new == "Sekretess gäller alltid."
    assert difference(OLD, changed(act)).texts[0][1] == ""


def test_a_text_or_a_place_to_sign_for_others_or_on_other_terms_is_told():
    def act(questions, sections):
        questions["info_eget_ame"]["audience"] = ["kommun"]
        questions["underskrift_deltagare"]["role"] = "Sökande"

    found = difference(OLD, changed(act))
    assert len(found.changed) == 2 and found.changed[1] == "Din underskrift" and not found.other


@pytest.mark.parametrize(
    ("key", "value", "told"),
    [
        ("title", "Samtycke", ("Samtycke till att häva sekretess", "Samtycke")),
        ("subtitle", "Nytt", ("Du ger oss lov att berätta vissa uppgifter om dig", "Nytt")),
        ("titles", [{"text": "Samtycke för er", "audience": ["part"]}], ("", "Samtycke för er")),
        ("intro", [{"text": "Kort."}], (OLD.intro[0].text, "Kort.")),
    ],
)
def test_what_the_form_says_first_is_told(key, value, told):
    assert difference(OLD, changed(nothing, lambda data: data.update({key: value}))).texts == (told,)


def test_the_name_of_a_part_is_told():
    assert difference(OLD, changed(lambda questions, sections: sections[0].update(title="Först"))).texts == (
        ("Ärende och kontakt", "Först"),
    )


def test_questions_that_are_judged_together_by_other_rules_are_named():
    def shorter(data):
        next(rule for rule in data["rules"] if rule["id"] == "for_lang")["months"] = 3

    found = difference(OLD, changed(nothing, shorter))
    assert found.rules == ("Från vilken dag gäller samtycket?", "Till och med vilken dag gäller samtycket?")


def test_other_readers_are_told():
    assert difference(OLD, changed(nothing, lambda data: data.update(audiences=["kommun", "deltagare"]))).audiences


def test_whatever_else_is_another_version_is_never_nothing():
    found = difference(OLD, changed(lambda questions, sections: sections[0]["questions"].reverse()))
    assert found.other and found.sha256 != OLD.sha256
