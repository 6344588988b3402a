"""What a form tells its case: read from its file, judged by its questions, and no part of what a saved form keeps."""

import pytest

from stegvis.forms import FormFileError, broken_forms, from_snapshot, load_form
from stegvis.forms.kinds import KINDS
from stegvis.forms.language.case_roles import ROLES
from stegvis.forms.loading.loader import case_parts

OWN = """
id = "platsavtal"
code = "EGN-01"
version = 1
title = "Platsavtal"
audiences = ["kommun"]
{case}
[[sections]]
id = "tid"
title = "Tiden"

  [[sections.questions]]
  name = "startar"
  kind = "date"
  label = "Från när?"
  required = true

  [[sections.questions]]
  name = "slutar"
  kind = "date"
  label = "Till när?"
  required = true

  [[sections.questions]]
  name = "timmar"
  kind = "decimal"
  label = "Hur många timmar i veckan?"

  [[sections.questions]]
  name = "provdag"
  kind = "date"
  label = "Vilken provdag?"
"""
CASE = '[case]\nrole = "placement_agreement"\ntells = { from = "startar", until = "slutar", hours = "timmar" }\n'
MISTAKES = {
    "no table": ('case = "plan"', "skriv [case] som en tabell med role och tells"),
    "an unknown key": ('[case]\nrole = "plan"\ntell = {}', 'nyckeln "tell" finns inte; välj bland role, tells'),
    "no role": ("[case]\ntells = {}", "rollen None finns inte; välj role bland application, consent"),
    "an unknown role": ('[case]\nrole = "avtal"', "rollen 'avtal' finns inte; välj role bland application, consent"),
    "tells that is no table": (
        '[case]\nrole = "plan"\ntells = ["startar"]',
        "skriv tells som { type = \"fråga\" }, inte ['startar']",
    ),
    "an unknown term": (
        CASE.replace("hours", "timmar"),
        '"timmar" är inget som rollen "placement_agreement" berättar; välj bland number, type, from',
    ),
    "a question that is not there": (
        CASE.replace('"timmar"', '"timar"'),
        'hours: frågan "timar" finns inte i blanketten; kontrollera stavningen',
    ),
    "a question of another kind": (
        CASE.replace('"timmar"', '"provdag"'),
        'hours: frågan "provdag" är date; välj en fråga som är integer eller decimal',
    ),
    "an answer that may be left out": (
        CASE.replace('"slutar"', '"provdag"'),
        'until: skriv required = true på frågan "provdag", utan show_if',
    ),
    "a term that is needed": (
        '[case]\nrole = "placement_agreement"\ntells = { from = "startar" }',
        'lägg till until i tells; rollen "placement_agreement" behöver from, until',
    ),
}


@pytest.fixture
def own(tmp_path):
    """Writes the municipality's own form with this table; the folder it is in."""

    def written(case=CASE):
        (tmp_path / "platsavtal.toml").write_text(OWN.replace("{case}", case), "utf-8")
        return tmp_path

    return written


@pytest.mark.parametrize(("case", "said"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_told_with_file_and_remedy(own, case, said):
    with pytest.raises(FormFileError) as caught:
        load_form("platsavtal", own(case))
    assert str(caught.value).startswith(f"platsavtal.toml: tabellen [case]: {said}")


def test_a_form_of_ones_own_tells_after_the_shipped_ones(own):
    parts = case_parts(own())
    assert list(parts)[-1] == "platsavtal" and list(parts)[:-1] == list(case_parts())
    assert parts["platsavtal"].role == "placement_agreement" and parts["platsavtal"].term("slutar") == "until"
    assert load_form("platsavtal", own()).case == parts["platsavtal"]


def test_it_is_no_part_of_what_a_saved_form_keeps(own):
    told, silent = load_form("platsavtal", own()), load_form("platsavtal", own(""))
    assert told.snapshot() == silent.snapshot() and told == silent and silent.case is None
    assert from_snapshot(told.snapshot()).case is None


def test_a_change_cannot_touch_it_and_one_that_stands_keeps_it(tmp_path):
    change = tmp_path / "plan.toml"
    change.write_text('form = "genomforandeplan"\n\n[case]\nrole = "schedule"\n', "utf-8")
    assert broken_forms(tmp_path)[0].problem.startswith('plan.toml, rad 3: "case" går inte att ändra')
    assert case_parts(tmp_path)["genomforandeplan"].role == "plan", "a mistake in a change silences no case"
    change.write_text('form = "genomforandeplan"\nversion = "2"\n', "utf-8")
    assert load_form("genomforandeplan", tmp_path).case == case_parts()["genomforandeplan"]


def test_a_form_that_is_switched_off_still_tells_of_its_documents(tmp_path):
    (tmp_path / "av.toml").write_text('form = "samtycke"\noff = true\n', "utf-8")
    assert case_parts(tmp_path)["samtycke"] == case_parts()["samtycke"]


@pytest.mark.parametrize("name", ROLES)
def test_every_part_is_played_and_its_terms_can_be_told(name):
    assert name in {part.role for part in case_parts().values()}
    assert ROLES[name].about.endswith(".")
    for term in ROLES[name].terms.values():
        assert term.about.endswith(".") and set(term.kinds) <= set(KINDS)
