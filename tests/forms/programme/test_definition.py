"""Programme files: what the loader refuses and why, and what every programme that is shipped keeps to."""

import pytest

from stegvis.forms import (
    FormFileError,
    broken_programmes,
    list_forms,
    list_programmes,
    load_programme,
)
from stegvis.forms.programme.definition import read_programme
from stegvis.forms.programme.loader import common_gates

PROGRAMMES = list_programmes()
RUNNING = [programme for programme in PROGRAMMES if programme.runs]
WITH_ORDER = {
    "ur-hemloshet-i-jobb",
    "arbetsmarknadstorget",
    "solkraft",
    "af-unga-funktionshindrade",
    "hudiksvalls-resurscentrum",
    "samverkstan",
    "stegen",
    "horisont",
    "futuro",
    "dc-tjanst",
    "utvecklingscenter",
    "ostervik",
    "passagen",
    "projekt-steget",
    "koman",
    "natkraft",
    "kraft",
}
STEP = {"id": "start", "title": "Start"}


def told(**more):
    """What the loader says of a programme with these keys."""
    with pytest.raises(FormFileError) as caught:
        read_programme({"id": "prov", "title": "Prov", **more})
    return str(caught.value)


def test_every_way_of_working_with_an_order_runs_and_the_others_are_records():
    assert {programme.id for programme in RUNNING} == WITH_ORDER
    assert broken_programmes() == ()
    assert all(programme.open for programme in PROGRAMMES), "each says what the sources leave open"


@pytest.mark.parametrize("programme", RUNNING, ids=lambda programme: programme.id)
class TestEveryProgramme:
    def test_its_forms_are_there(self, programme):
        known = {form.id for form in list_forms()}
        told = {interval.form for interval in programme.intervals if interval.form}
        asked = {gate.form for gate in programme.gates if gate.form}
        assert {*programme.all_forms, *told, *asked} <= known

    def test_a_form_marks_a_step_only_if_it_belongs_to_it(self, programme):
        assert [step.id for step in programme.steps if step.done_by == "form" and step.what not in step.forms] == []

    def test_it_ends_with_the_ending(self, programme):
        assert programme.steps[-1].what == "avslut"

    def test_the_common_gates_are_part_of_it(self, programme):
        assert {gate.id for gate in common_gates()} <= {gate.id for gate in programme.gates}

    def test_a_public_name_gives_nothing_away(self, programme):
        assert not any(
            word in programme.public_name.lower() for word in ("missbruk", "vuxenenhet", "psykisk", "hemlös")
        )


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"stegs": []}, "stegs"),
        ({"steps": [{"id": "a"}]}, 'nyckeln "title" saknas'),
        ({"steps": [STEP, STEP]}, "finns två gånger"),
        ({"steps": [{**STEP, "done_by": "magi"}]}, "välj bland form, signed"),
        ({"steps": [{**STEP, "done_by": "form"}]}, "skriv what"),
        ({"steps": [{**STEP, "done_by": "event", "what": "regn"}]}, 'händelsen "regn" finns inte'),
        ({"steps": [{**STEP, "done_by": "decision", "what": "x"}]}, "skriv decisions"),
        ({"first_day": "2026-01-01"}, "utan citattecken"),
        ({"gates": [{"id": "g", "before": "step:b", "rule": "age", "message": "x"}]}, "step:b finns inte"),
        ({"gates": [{"id": "g", "before": "dance", "rule": "age", "message": "x"}]}, "skriv before"),
        ({"gates": [{"id": "g", "before": "close", "rule": "tur", "message": "x"}]}, "välj bland age"),
        ({"intervals": [{"id": "i", "title": "x", "after": "start"}]}, "skriv days, weeks eller months"),
        ({"intervals": [{"id": "i", "title": "x", "after": "step:b", "days": 1}]}, "skriv after"),
        ({"goals": [{"id": "g", "title": "x", "outcomes": ["tur"]}]}, 'utfallet "tur" finns inte'),
        ({"steps": "x"}, "skriv steps som en lista"),
    ],
)
def test_a_mistake_is_told_with_its_place_and_its_remedy(more, words):
    assert words in told(**more)


def test_a_common_gate_is_switched_off_by_a_programme(tmp_path):
    gate = '[[gates]]\nid = "schema"\nbefore = "activity"\nrule = "schedule"\nmessage = "x"\noff = true\n'
    (tmp_path / "egen.toml").write_text(
        f'id = "egen"\ntitle = "Egen"\n[[steps]]\nid = "a"\ntitle = "A"\n{gate}', "utf-8"
    )
    assert "schema" not in {gate.id for gate in load_programme("egen", tmp_path).gates}
