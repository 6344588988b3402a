"""Two versions of a draft become one: each change is kept, and only what both changed is left to people."""

from copy import deepcopy

from hypothesis import given, settings
from hypothesis import strategies as st
from support.form_examples import example

from stegvis.forms import load_form
from stegvis.plugin.documents.merge import merge, take
from stegvis.plugin.views.documents.conflicts import clashes_of

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


def test_cells_of_a_table_are_merged_one_by_one_while_the_parties_are_the_same():
    mine, theirs = changed(), changed()
    mine["uppgifter"].append({"uppgift": "boende", "part": 1})
    theirs["uppgifter"].append({"uppgift": "boende", "part": 2})
    merged = merge(FORM, BASE, mine, theirs)
    assert merged.taken == ("uppgifter-boende-2",) and merged.clashes == ()
    assert {(cell["uppgift"], cell["part"]) for cell in merged.raw["uppgifter"]} >= {("boende", 1), ("boende", 2)}


def test_what_hangs_on_nobodys_rows_is_merged_one_by_one_while_the_rows_are_the_same():
    form, base = load_form("praktikavtal"), example("praktikavtal")
    mine, theirs = deepcopy(base), deepcopy(base)
    mine["schema"]["rader"][0]["plats"], theirs["schema"]["rader"][0]["rast"] = "Verkstan", 45
    merged = merge(form, base, mine, theirs)
    assert merged.taken == ("schema-rader-0-rast",) and merged.clashes == ()
    theirs["schema"]["rader"] = [{"aktivitet": "Något annat", "veckodagar": ["son"]}, *theirs["schema"]["rader"][1:]]
    assert merge(form, base, mine, theirs).clashes == ("schema-antal",)


def other_party(answers):
    """As many parties, but the first has gone and another has come: what was ticked moves with the parties."""
    made = deepcopy(answers)
    made["parter"] = [*made["parter"][1:], {"organisation": "Bostadsbolaget", "enhet": "Uthyrningen"}]
    made["uppgifter"] = [{**cell, "part": cell["part"] - 1} for cell in made["uppgifter"] if cell["part"] > 1]
    made["riktning"] = [*made["riktning"][1:], "tar_emot"]
    return made


def ticked(answers, part):
    """What is ticked for a part that is found by its name."""
    number = next((n for n, row in enumerate(answers["parter"], 1) if row["organisation"] == part), None)
    return {cell["uppgift"] for cell in answers["uppgifter"] if cell["part"] == number}


def test_a_tick_for_one_party_never_becomes_a_tick_for_another():
    """Equally many rows that are other rows: both versions are shown, and one of them is chosen as a whole."""
    theirs = other_party(BASE)
    mine = changed()
    mine["uppgifter"].append({"uppgift": "missbruk_behandling", "part": 1})
    merged = merge(FORM, BASE, mine, theirs)
    assert merged.clashes == ("parter-antal",) and merged.taken == ()
    for party in {row["organisation"] for row in BASE["parter"][1:]}:
        assert "missbruk_behandling" not in ticked(merged.raw, party)
    taken = take(FORM, merged.raw, theirs, merged.clashes)
    assert all(taken[name] == theirs[name] for name in ("parter", "uppgifter", "riktning"))
    [clash] = clashes_of(FORM, merged, theirs, "Bo").open
    first = BASE["parter"][0]["organisation"]
    assert any(line.startswith(first) and "Missbruk eller behandling" in line for line in clash.mine)
    assert any(
        line.startswith("Bostadsbolaget, Uthyrningen: Lämnar eller tar emot? Tar emot uppgifter")
        for line in clash.theirs
    )
    assert clash.label == "Mellan vilka får uppgifter lämnas? Med allt som hör till varje part." and not any(
        "Missbruk" in line for line in clash.theirs
    )


def test_other_parties_that_both_have_put_in_keep_each_ones_ticks_apart():
    """The same change to the rows by both: the base's columns are other people's, so nothing is compared with them."""
    mine, theirs = other_party(BASE), other_party(BASE)
    mine["uppgifter"].append({"uppgift": "boende", "part": 3})
    merged = merge(FORM, BASE, mine, theirs)
    assert merged.clashes == ("parter-antal",) and ticked(merged.raw, "Bostadsbolaget") == {"boende"}
    assert take(FORM, merged.raw, theirs, merged.clashes)["uppgifter"] == theirs["uppgifter"]


def test_a_party_that_is_only_somebody_else_there_takes_its_ticks_with_it():
    theirs, mine = changed(), changed()
    theirs["parter"][0]["person_eller_roll"] = "Annan person"
    mine["uppgifter"].append({"uppgift": "boende", "part": 1})
    assert merge(FORM, BASE, mine, theirs).clashes == ("parter-antal",)
    assert merge(FORM, BASE, BASE, theirs).taken == ("parter-antal",)


def test_an_answer_taken_away_is_a_change_too():
    merged = merge(FORM, BASE, changed(mote=""), changed(mote="Onsdag"))
    assert merged.clashes == ("mote",) and "mote" not in merged.raw
    assert "undantag" not in merge(FORM, BASE, BASE, changed(undantag="")).raw


def test_a_row_more_takes_what_hangs_on_the_rows_with_it():
    theirs = changed(
        parter=[*BASE["parter"], {"organisation": "Ny", "enhet": "N"}], riktning=[*BASE["riktning"], "bada"]
    )
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
@given(
    st.dictionaries(st.sampled_from(SINGLE), st.text("ab", max_size=2)),
    st.dictionaries(st.sampled_from(SINGLE), st.text("ab", max_size=2)),
)
def test_no_change_is_ever_lost(mine, theirs):
    """Each question ends as one's own answer if one changed it, else as the other's; both changed is always told."""
    merged = merge(FORM, BASE, changed(**mine), changed(**theirs))
    for name in SINGLE:
        was, own, others = (
            BASE.get(name, ""),
            mine.get(name, BASE.get(name, "")),
            theirs.get(name, BASE.get(name, "")),
        )
        assert merged.raw.get(name, "") == (own if own != was else others)
        assert (name in merged.clashes) is (own != was and others not in (was, own))
        assert (name in merged.taken) is (own == was and others != was)
