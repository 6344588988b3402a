"""The shapes of keys: what TOML may hold becomes a value that cannot be changed, and all else is told of in words."""

from dataclasses import make_dataclass
from datetime import date, datetime, time

import pytest

from stegvis.forms.language import keys
from stegvis.forms.language.conditions import Is

DAY = date(2026, 11, 25)
TAKEN = [
    (keys.TEXT, "", ""),
    (keys.FLAG, False, False),
    (keys.WHOLE, -7, -7),
    (keys.NUMBER, 0.5, 0.5),
    (keys.NUMBER, 3, 3),
    (keys.DAY, DAY, DAY),
    (keys.WORDS, ["a", "b"], ("a", "b")),
    (keys.WORDS, [], ()),
    (keys.AUDIENCE, ["part", "kommun"], ("part", "kommun")),
    (keys.OPTIONS, [["x", "X"], ["y", "Y"]], (("x", "X"), ("y", "Y"))),
    (keys.TEXTS, {"required": "Skriv."}, {"required": "Skriv."}),
    (keys.CONDITION, {"question": "a", "is": "x"}, Is("a", ("x",))),
    (keys.QUESTIONS, [{"name": "a"}], [{"name": "a"}]),
    (keys.ASK, {"kind": "text"}, {"name": "svar", "kind": "text"}),
    (keys.DEFAULT, "today", "today"),
    (keys.DEFAULT, 0, 0),
    (keys.DEFAULT, ["x"], ("x",)),
    (keys.DEFAULT, {"from": "a", "days": -7}, {"from": "a", "days": -7}),
    (keys.DEFAULT, {"setting": "bolag", "text": "Trygg"}, {"setting": "bolag", "text": "Trygg"}),
    (keys.one_of("form", "hand"), "hand", "hand"),
]
REFUSED = [
    (keys.TEXT, 1),
    (keys.FLAG, "ja"),
    (keys.FLAG, 1),
    (keys.WHOLE, True),
    (keys.WHOLE, 1.0),
    (keys.NUMBER, True),
    (keys.NUMBER, float("nan")),
    (keys.NUMBER, float("inf")),
    (keys.DAY, "2026-11-25"),
    (keys.DAY, time(8, 30)),
    (keys.DAY, datetime(2026, 1, 1, 8)),
    (keys.WORDS, "ab"),
    (keys.WORDS, ["a", 1]),
    (keys.AUDIENCE, ["chefen"]),
    (keys.OPTIONS, []),
    (keys.OPTIONS, [["x"]]),
    (keys.OPTIONS, [["x", "X"], ["x", "Y"]]),
    (keys.TEXTS, {"required": 1}),
    (keys.TEXTS, "x"),
    (keys.QUESTIONS, {"name": "a"}),
    (keys.ASK, "text"),
    (keys.DEFAULT, {"from": "a"}),
    (keys.DEFAULT, {"from": "a", "months": 1, "days": 1}),
    (keys.DEFAULT, {"setting": "a", "text": 1}),
    (keys.DEFAULT, DAY),
    (keys.DEFAULT, float("nan")),
    (keys.one_of("form", "hand"), "magi"),
]


@pytest.mark.parametrize(("shape", "written", "value"), TAKEN)
def test_a_shape_takes_what_its_words_say(shape, written, value):
    """TOML 1.0: booleans, integers, floats and local dates are types of their own."""
    assert shape.read(written) == value
    assert type(shape.read(written)) is type(value) or isinstance(written, dict)


@pytest.mark.parametrize(("shape", "written"), REFUSED)
def test_all_else_is_refused_with_what_to_write(shape, written):
    with pytest.raises(ValueError, match="skriv |välj bland ") as caught:
        shape.read(written)
    assert type(caught.value) is ValueError


def test_what_has_been_read_cannot_be_changed_through_what_was_written():
    for shape in (keys.TEXTS, keys.DEFAULT):
        written = {"setting": "a", "text": "b"}
        read = shape.read(written)
        written["text"] = "c"
        assert read["text"] == "b"
        with pytest.raises(TypeError):
            read["text"] = "c"


def test_a_key_is_a_field_with_its_shape_its_words_and_whether_it_must_be_there():
    name = keys.key(keys.TEXT, doc="Namnet.")
    assert dict(name.metadata) == {"shape": keys.TEXT, "doc": "Namnet.", "required": True}
    words = keys.key(keys.TEXTS, {"a": "A"}, "Orden.")
    assert not words.metadata["required"] and words.default_factory() == {"a": "A"}
    made = make_dataclass("Some", [("name", str, name), ("words", dict, words)], kw_only=True)
    assert made(name="x").words == {"a": "A"}
    with pytest.raises(TypeError):
        made()
