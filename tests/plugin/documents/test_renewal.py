"""A new version begins with what was told, and with nothing of what was agreed, shown or signed."""

from support.form_examples import CONTEXT, example
from support.making import form

from stegvis.forms import load_form
from stegvis.plugin.documents.renewal import renew


def made(**questions):
    return form(*({"name": name, **rest} for name, rest in questions.items()))


def test_an_act_is_done_again_and_what_was_told_stands():
    asked = made(
        namn={"kind": "text"},
        godkant={"kind": "tick"},
        visad={"kind": "date", "future": False},
        start={"kind": "date"},
        lappar={"kind": "repeat", "questions": [{"name": "vad", "label": "Vad?", "kind": "text"}]},
    )
    old = {"namn": "Alva", "godkant": True, "visad": "2026-11-20", "start": "2026-12-01", "lappar": [{"vad": "x"}]}
    assert renew(asked, old, {}) == {"namn": "Alva", "start": "2026-12-01", "lappar": [{"vad": "x"}]}


def test_what_a_new_draft_begins_with_takes_the_place_of_an_act_alone():
    asked = made(namn={"kind": "text"}, visad={"kind": "date", "future": False})
    begun = {"namn": "Förvalt", "visad": "2026-11-21", "finns_inte": 1}
    assert renew(asked, {"namn": "Alva", "visad": "2026-11-20"}, begun) == {"namn": "Alva", "visad": "2026-11-21"}


def test_a_question_that_the_form_no_longer_has_is_left_out():
    assert renew(made(namn={"kind": "text"}), {"namn": "Alva", "borttagen": "x"}, {}) == {"namn": "Alva"}


def test_of_a_consent_nothing_that_the_person_agreed_to_comes_along():
    old = example("samtycke")
    kept = renew(load_form("samtycke"), old, {})
    assert {"fornamn", "parter", "syfte", "riktning"} <= set(kept)
    assert not {"uppgifter", "upprattad_av", "underskrifter"} & set(kept)
    assert kept["parter"] == old["parter"] and CONTEXT.now.year == 2026
