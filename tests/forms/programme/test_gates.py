"""What gates may ask for and stand before, and what a worker may note: each said, and each with its form."""

from stegvis.forms.programme.definition import Programme
from stegvis.forms.programme.event_forms import event_form, event_kinds
from stegvis.forms.programme.gates import EVENTS, GATE_KINDS, MOMENTS
from stegvis.forms.programme.loader import common_gates


def test_every_kind_of_gate_says_what_it_asks():
    assert all(words.endswith(".") for words in GATE_KINDS.values())


def test_every_event_has_a_form_to_note_it_in():
    names = {event.replace("_", "-") for event in EVENTS}
    assert names <= set(event_kinds())
    assert all(event_form(name, Programme(id="prov", title="Prov")).questions for name in names)


def test_the_common_gates_stand_before_something_and_ask_for_something():
    for gate in common_gates():
        assert gate.before.partition(":")[0] in MOMENTS and gate.rule in GATE_KINDS
