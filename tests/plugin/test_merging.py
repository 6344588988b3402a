"""Two versions of a draft become one: each change is kept, and only what both changed is left to people."""

from copy import deepcopy

import pytest
from form_examples import example
from hypothesis import given, settings
from hypothesis import strategies as st

from stegvis.forms import load_form
from stegvis.plugin.clashing import clashes_of
from stegvis.plugin.merging import merge, take

FORM = load_form("samtycke")
BASE = example("samtycke")
SINGLE = ("syfte", "undantag", "mote", "telefon", "adress", "stodperson", "handlaggare_roll", "galler_insats")


def changed(**answers):
    """The example with some answers changed."""
    return {**deepcopy(BASE), **answers}


def test_when_nobody_has_changed_anything_nothing_happens():
    merged = merge(FORM, BASE, BASE, BASE)
    assert (merged.taken, merged.clashes) == ((), ())


def test_the_same_change_by_both_is_no_clash():
    merged = merge(FORM, BASE, changed(mote="Ja"), changed(mote="Ja"))
    assert (merged.raw["mote"], merged.taken, merged.clashes) == ("Ja", (), ())


def test_cells_of_a_table_and_questions_of_a_row_are_merged_one_by_one():
    mine, theirs = changed(), changed()
    mine["uppgifter"].append({"uppgift": "boende", "part": 1})
    theirs["uppgifter"].append({"uppgift": "boende", "part": 2})
    mine["parter"][0]["enhet"], theirs["parter"][0]["person_eller_roll"] = "Annan enhet", "Annan person"
    merged = merge(FORM, BASE, mine, theirs)
    assert merged.taken == ("parter-0-person_eller_roll", "uppgifter-boende-2") and merged.clashes == ()
    assert merged.raw["parter"][0]["enhet"] == "Annan enhet"
    assert {(cell["uppgift"], cell["part"]) for cell in merged.raw["uppgifter"]} >= {("boende", 1), ("boende", 2)}


def test_an_answer_taken_away_is_a_change_too():
    merged = merge(FORM, BASE, changed(mote=""), changed(mote="Onsdag"))
    assert merged.clashes == ("mote",) and "mote" not in merged.raw
    assert "undantag" not in merge(FORM, BASE, BASE, changed(undantag="")).raw


def test_a_row_more_takes_what_hangs_on_the_rows_with_it():
    theirs = changed(parter=[*BASE["parter"], {"organisation": "Ny", "enhet": "N"}], riktning=[*BASE["riktning"], "bada"])
    merged = merge(FORM, BASE, BASE, theirs)
    assert merged.taken == ("parter-antal",)
    assert len(merged.raw["parter"]) == len(merged.raw["riktning"]) == 4
    both = merge(FORM, BASE, changed(riktning=["lamnar", "lamnar", "lamnar"]), theirs)
    assert both.clashes == ("parter-antal",) and len(both.raw["parter"]) == 3
    assert len(take(FORM, both.raw, theirs, both.clashes)["riktning"]) == 4


def test_zero_is_an_answer():
    form, base = load_form("praktikavtal"), example("praktikavtal")
    zero = deepcopy(base)
    zero["schema"]["rader"][0]["rast"] = 0
    assert merge(form, base, base, zero).taken == ("schema-rader-0-rast",)


@settings(max_examples=40, deadline=None)
@given(st.dictionaries(st.sampled_from(SINGLE), st.text("ab", max_size=2)), st.dictionaries(st.sampled_from(SINGLE), st.text("ab", max_size=2)))
def test_no_change_is_ever_lost(mine, theirs):
    """Each question ends as one's own answer if one changed it, else as the other's; both changed is always told."""
    merged = merge(FORM, BASE, changed(**mine), changed(**theirs))
    for name in SINGLE:
        was, own, others = (BASE.get(name, ""), mine.get(name, BASE.get(name, "")), theirs.get(name, BASE.get(name, "")))
        assert merged.raw.get(name, "") == (own if own != was else others)
        assert (name in merged.clashes) is (own != was and others not in (was, own))
        assert (name in merged.taken) is (own == was and others != was)


@pytest.mark.parametrize(
    ("mine", "theirs", "label", "words"),
    [
        ({"mote": "A"}, {"mote": ""}, "Gäller det ett visst möte?", ("A", "Inget svar")),
        ({"tolk": "nej"}, {"tolk": ""}, "Behöver du tolk?", ("Nej", "Inget svar")),
        ({"satt": ["telefon"]}, {"satt": []}, "På vilket sätt får uppgifterna lämnas?", ("Per telefon", "Inget svar")),
    ],
)  # fmt: skip
def test_a_clash_is_told_in_the_words_of_the_form(mine, theirs, label, words):
    merged = merge(FORM, BASE, changed(**mine), changed(**theirs))
    told = clashes_of(FORM, merged, changed(**theirs), "Kim Konsulent")
    assert [(clash.label, clash.mine, clash.theirs) for clash in told.open] == [(label, *words)]


def test_places_inside_rows_and_tables_are_called_by_name():
    theirs = changed()
    theirs["parter"][1]["enhet"] = "Annan"
    theirs["uppgifter"].append({"uppgift": "boende", "part": 2})
    told = clashes_of(FORM, merge(FORM, BASE, BASE, theirs), theirs, "Kim")
    assert told.taken == (
        ("Mellan vilka får uppgifter lämnas?, Part 2: Enhet eller mottagning", "st-parter-1-enhet"),
        ("Vilka uppgifter får lämnas?: Boende", "st-uppgifter-boende-2"),
    )
