"""The forms of the registers: what they ask and refuse."""

import pytest

from stegvis.forms import Context, UnknownForm, load_form
from stegvis.forms.loading.small_forms import register_form, register_forms
from stegvis.schemas.schema import flatten


def told(name, **answers):
    """The questions that are told something about."""
    schema = register_form(name).schema(Context())
    return flatten(schema.validate(answers))


def test_every_file_is_a_form():
    assert set(register_forms()) == {"arbetsplats", "arbetsplatskontakt", "partner", "modul"}
    with pytest.raises(UnknownForm):
        register_form("finns-inte")


def test_a_workplace_needs_its_name_alone_and_has_the_answers_of_the_agreement():
    assert told("arbetsplats", arbetsplats_namn="Kaffestugan") == {}
    assert set(told("arbetsplats")) == {"arbetsplats_namn"}
    agreement, entry = load_form("praktikavtal").questions, register_form("arbetsplats").questions
    carried = {name for name, question in entry.items() if question.prefill.startswith(("arbetsplats.", "handledare."))}
    assert len(carried) == 8
    assert {name: entry[name].prefill for name in carried} == {name: agreement[name].prefill for name in carried}


def test_a_contact_says_when_how_and_what_and_the_next_comes_after():
    assert set(told("arbetsplatskontakt")) == {"dag", "hur", "vad"}
    asked = {"dag": "2026-11-20", "hur": "telefon", "vad": "De har plats i januari."}
    assert told("arbetsplatskontakt", **asked) == {}
    assert told("arbetsplatskontakt", **asked, igen="2026-11-19") == {"igen": ["Välj en dag efter kontakten."]}


def test_a_module_is_of_one_of_the_eight_areas_and_a_picture_is_described():
    """R9."""
    module = {"titel": "Diska", "omrade": "5", "slag": "traning"}
    assert told("modul", **module) == {}
    assert set(told("modul", **{**module, "omrade": "9"})) == {"omrade"}
    assert set(told("modul", **module, bild="disk.png")) == {"bild_alt"}
    assert [name for name in register_form("modul").questions if name.startswith("steg_")] == [
        f"steg_{n}" for n in range(1, 11)
    ]


def test_options_that_are_known_first_when_asked_take_the_place_of_the_files_own():
    form = register_form("partner", ("verksamheter", (("stegen", "Stegen"),)))
    assert form.questions["verksamheter"].options == (("stegen", "Stegen"),)
