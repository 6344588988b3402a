"""What has changed between two versions of a form is told question by question."""

from copy import deepcopy

from stegvis.forms import load_form
from stegvis.forms.reading import read_form
from stegvis.plugin.moving import difference

OLD = load_form("samtycke")


def changed(act):
    """The form with its data changed by *act*, which gets the questions by name."""
    data = deepcopy(dict(OLD.data))
    act({question["name"]: question for section in data["sections"] for question in section["questions"]}, data["sections"])
    return read_form(data)


def test_the_same_form_has_no_difference():
    same = difference(OLD, load_form("samtycke"))
    assert (same.added, same.removed, same.reworded, same.changed) == ((), (), (), ())


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
