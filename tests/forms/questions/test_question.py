"""What a question is unless its kind says otherwise."""

import pytest
from support.making import CONTEXT, form, sample

from stegvis.forms.language.words import WritingSpace
from stegvis.forms.questions.question import Unanswered

PLAIN = sample("time").questions["svar"]


def test_a_plain_question_stands_alone_and_records_nothing():
    assert (PLAIN.hangs_on, PLAIN.refers_to, PLAIN.names_rows, PLAIN.wordings, PLAIN.asked) == ("", "", (), (), ())
    assert not (PLAIN.is_act or PLAIN.is_box or PLAIN.is_prose or PLAIN.is_day or PLAIN.judged_whole)
    assert not (PLAIN.holds_fast("label") or PLAIN.warns_of_revealing or PLAIN.words_of)
    assert PLAIN.is_quotable and PLAIN.undated("08:30") == "08:30"
    assert PLAIN.signatories("08:30", sample("time").reader("kommun", {}, CONTEXT)) == ()


def test_a_row_is_called_by_its_first_answers_or_its_number():
    assert (PLAIN.row_name({"a": " Kim ", "b": 5}, 2), PLAIN.row_name({}, 2)) == ("Kim", "rad 2")


def test_an_answer_that_tells_who_filled_in_is_of_its_own_time():
    assert form({"name": "a", "kind": "text", "prefill": "anvandare.namn"}).questions["a"].is_act


def test_a_control_is_called_by_the_caption_and_said_in_words():
    label = PLAIN.label_of("svar", {}, str)
    assert (label.control, label.target, label.label) == ("svar", "st-svar", PLAIN.caption)
    assert PLAIN.line_of(label, "08:30", str) == (PLAIN.caption, f"{PLAIN.caption} 08:30")


def test_an_empty_form_has_a_line_and_a_screen_a_place():
    reader = sample("time").reader("kommun", {}, CONTEXT, blank=True)
    assert PLAIN.blank(reader) == WritingSpace()
    assert PLAIN.on_screen(reader, "rad-0-").place.control == "rad-0-svar"


@pytest.mark.parametrize("face", ["rule", "control"])
def test_what_takes_no_answer_is_neither_judged_nor_drawn(face):
    fixed = sample("fixed").questions["svar"]
    assert isinstance(fixed, Unanswered) and fixed.json_schema() == {} and not fixed.is_quotable
    with pytest.raises(TypeError, match="answered"):
        getattr(fixed, face)(*([None] if face == "rule" else []))
