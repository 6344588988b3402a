"""What a control is called where it stands alone: by its question, its row and its party, with its value in words."""

from copy import deepcopy

import pytest
from support.form_examples import example

from stegvis.forms import load_form
from stegvis.plugin.documents.merge import merge
from stegvis.plugin.views.documents.conflicts import clashes_of
from stegvis.plugin.views.documents.control_labels import place, versions

FORM = load_form("samtycke")
BASE = example("samtycke")


def changed(**answers):
    """The example with some answers changed."""
    return {**deepcopy(BASE), **answers}


@pytest.mark.parametrize(
    ("mine", "theirs", "label", "words"),
    [
        ({"mote": "A"}, {"mote": ""}, "Gäller det ett visst möte?", ("A", "Inget svar")),
        ({"tolk": "nej"}, {"tolk": ""}, "Behöver du tolk?", ("Nej", "Inget svar")),
        ({"satt": ["telefon"]}, {"satt": []}, "På vilket sätt får uppgifterna lämnas?", ("Per telefon", "Inget svar")),
    ],
)
def test_a_clash_is_told_in_the_words_of_the_form(mine, theirs, label, words):
    merged = merge(FORM, BASE, changed(**mine), changed(**theirs))
    told = clashes_of(FORM, merged, changed(**theirs), "Kim Konsulent")
    assert [(clash.label, *clash.mine, *clash.theirs) for clash in told.open] == [(label, *words)]


def test_places_in_tables_are_called_by_line_and_party():
    mine, theirs = changed(), changed()
    theirs["uppgifter"].append({"uppgift": "boende", "part": 2})
    mine["riktning"][0], theirs["riktning"][0] = "lamnar", "bada"
    base = changed(riktning=["tar_emot", *BASE["riktning"][1:]])
    told = clashes_of(FORM, merge(FORM, base, mine, theirs), theirs, "Kim")
    first, second = (", ".join(list(row.values())[:2]) for row in BASE["parter"][:2])
    assert told.taken == ((f"Vilka uppgifter får lämnas?: Boende, {second}", "st-uppgifter-boende-2"),)
    [clash] = told.open
    assert clash.label == f"Lämnar eller tar emot? {first}"
    assert (clash.mine, clash.theirs) == (("Lämnar uppgifter",), ("Både lämnar och tar emot uppgifter",))


def test_places_inside_rows_are_called_by_row():
    form, base = load_form("praktikavtal"), example("praktikavtal")
    theirs = deepcopy(base)
    theirs["schema"]["rader"][0]["plats"] = "Verkstan"
    [(label, target)] = clashes_of(form, merge(form, base, base, theirs), theirs, "Kim").taken
    assert target == "st-schema-rader-0-plats" and "1" in label and base["schema"]["rader"][0]["aktivitet"] in label


def test_all_rows_are_one_place_and_a_line_each_with_what_hangs_on_them():
    rows = place(FORM, "parter-antal", BASE)
    assert rows.label.startswith(FORM.questions["parter"].caption) and rows.label.endswith(
        "Med allt som hör till varje part."
    )
    lines = versions(FORM, "parter-antal", BASE)
    parties = [", ".join(list(row.values())[:2]) for row in BASE["parter"]]
    assert [line.partition(": ")[0] for line in lines] == parties and all(line.partition(": ")[2] for line in lines)


@pytest.mark.parametrize(("value", "words"), [(True, "Ikryssad"), (False, "Inte ikryssad")])
def test_a_box_is_read_aloud_as_ticked_or_not(value, words):
    assert place(FORM, "uppgifter-boende-1", BASE).words(value) == words
