"""From data to questions: each key is one of its kind's, of the right shape, or is told of with its remedy."""

import pytest
from support.making import refused

from stegvis.forms import FormFileError
from stegvis.forms.kinds import KINDS
from stegvis.forms.kinds.text import ShortText
from stegvis.forms.loading.build import build_question, build_questions, keys_of

TEXT = {"name": "a", "kind": "text", "label": "A"}
CHOICE = {"name": "val", "kind": "choice", "label": "Val", "options": [["x", "X"], ["y", "Y"]]}
ROWS = {"name": "rader", "kind": "repeat", "label": "Rader", "questions": [TEXT]}

MISTAKES = {
    "a key with a typo": (
        [{**TEXT, "requierd": True}],
        'delen "Delen": frågan "a": nyckeln "requierd" finns inte för text; välj bland name, label',
    ),
    "a key of another kind": ([{**TEXT, "options": [["x", "X"]]}], 'frågan "a": nyckeln "options" finns inte för text'),
    "an unknown kind": (
        [{**TEXT, "kind": "txt"}],
        'frågan "a": frågetypen "txt" finns inte; välj en av text, long_text',
    ),
    "no kind": ([{"name": "a"}], 'frågan "a": frågetypen "" finns inte'),
    "no name": ([{"kind": "text"}], 'frågan "utan namn": nyckeln "name" saknas; skriv text'),
    "a missing key": (
        [{"name": "a", "kind": "choice"}],
        'frågan "a": nyckeln "options" saknas; skriv lista med ["nyckel", "Text"]',
    ),
    "a name with capitals": (
        [{**TEXT, "name": "Namn"}],
        'frågan "Namn": skriv namnet med små bokstäver a–z, siffror och _',
    ),
    "a name with å": ([{**TEXT, "name": "ålder"}], "skriv namnet med små bokstäver a–z"),
    "a name used twice": ([TEXT, TEXT], 'frågan "a": namnet finns två gånger; byt det ena'),
    "text for a flag": (
        [{**TEXT, "required": "ja"}],
        "frågan \"a\", nyckeln required: skriv true eller false, inte 'ja'",
    ),
    "a flag for a number": ([{**TEXT, "max_length": True}], "nyckeln max_length: skriv ett heltal, inte True"),
    "limits that cross": (
        [{**TEXT, "min_length": 9, "max_length": 3}],
        'frågan "a": låt min_length vara högst max_length',
    ),
    "rows that are shared but not kept apart": (
        [
            {
                "name": "r",
                "kind": "repeat",
                "label": "R",
                "shared": "a",
                "questions": [{"name": "a", "kind": "tick", "label": "A"}],
            }
        ],
        'frågan "r": shared "a" ska vara ett kryss på raden, tillsammans med own',
    ),
    "numbers that cross": (
        [{"name": "n", "kind": "integer", "min": 9, "max": 3}],
        'frågan "n": låt min vara högst max',
    ),
    "nan": ([{"name": "n", "kind": "decimal", "min": float("nan")}], "nyckeln min: skriv ett tal"),
    "an unknown audience": (
        [{**TEXT, "audience": ["chefen"]}],
        'mottagaren "chefen" finns inte; välj bland kommun, deltagare',
    ),
    "options of the wrong shape": ([{**CHOICE, "options": ["x"]}], 'skriv varje alternativ som ["nyckel", "Text"]'),
    "an option twice": ([{**CHOICE, "options": [["x", "X"], ["x", "Y"]]}], "varje nyckel bara en gång"),
    "an exclusive that is no option": ([{**CHOICE, "kind": "choices", "exclusive": ["z"]}], 'exclusive "z" finns inte'),
    "a refusal that is no option": ([{**CHOICE, "refuse": {"z": "Nej."}}], 'refuse "z" finns inte bland alternativen'),
    "other words for yes": (
        [{"name": "j", "kind": "yes_no", "options": [["yes", "Ja"], ["no", "Nej"]]}],
        'låt nycklarna vara "ja" och "nej"',
    ),
    "a wrong reveals": ([{**TEXT, "reveals": "stop"}], 'skriv "warn" eller "refuse" som reveals, inte "stop"'),
    "a wrong reveals for e-mail": ([{"name": "e", "kind": "email", "reveals": "warn"}], 'skriv "refuse" som reveals'),
    "a ticked tick": (
        [{"name": "t", "kind": "tick", "default": True}],
        "ta bort default; ett kryss är aldrig ifyllt från början",
    ),
    "a default of a strange shape": ([{**TEXT, "default": {"from": "a"}}], 'nyckeln default: skriv ett värde, "today"'),
    "a marked row that is not there": (
        [ROWS, {"name": "m", "kind": "matrix", "rows": [["x", "X"]], "of": "rader", "marked": ["z"]}],
        'raden "z" finns inte bland rows',
    ),
    "half of another": (
        [ROWS, {"name": "m", "kind": "matrix", "rows": [["x", "X"]], "of": "rader", "other": "x"}],
        "skriv både other och other_key",
    ),
    "unique that is not asked": ([{**ROWS, "unique": ["b"]}], 'unique "b" finns inte bland frågorna på raden'),
    "more rows at least than at most": (
        [{**ROWS, "min": 5, "max": 2}],
        "låt min vara högst max, och max mellan 1 och 500",
    ),
    "too many rows": ([{**ROWS, "max": 501}], "låt min vara högst max, och max mellan 1 och 500"),
    "law on a text of the kommun's own": (
        [{"name": "f", "kind": "fixed", "law": "OSL", "texts": [{"text": "x", "config": True}]}],
        "en text med config = true kan inte ha law",
    ),
    "a text without text": (
        [{"name": "f", "kind": "fixed", "texts": [{"audience": ["part"]}]}],
        "skriv varje text med nycklarna text, audience, when, config",
    ),
    "a schedule without its parts": (
        [{"name": "s", "kind": "schedule", "questions": [TEXT]}],
        "skriv questions med rader",
    ),
    "a row's question of the wrong shape": ([{**ROWS, "questions": "a"}], "skriv frågorna som en lista av tabeller"),
}


@pytest.mark.parametrize(("questions", "told"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_in_a_question_is_told_with_its_remedy(questions, told):
    assert told in refused(*questions)


def test_a_table_becomes_the_question_that_it_describes():
    assert build_question({**TEXT, "max_length": 9}) == ShortText(name="a", label="A", max_length=9)
    assert [question.name for question in build_questions([TEXT, CHOICE])] == ["a", "val"]


def test_a_question_within_another_is_built_too_and_a_mistake_in_it_is_told_with_both_names():
    assert build_question(ROWS).questions == (ShortText(name="a", label="A"),)
    with pytest.raises(FormFileError, match='^frågan "rader": frågan "a": nyckeln "requierd" finns inte för text'):
        build_question({**ROWS, "questions": [{**TEXT, "requierd": True}]})


@pytest.mark.parametrize("odd", ["a", 17, None, [TEXT]])
def test_what_is_no_table_is_no_question(odd):
    with pytest.raises(FormFileError, match="^frågan: skriv frågan som en tabell"):
        build_question(odd)


def test_what_a_kind_takes_begins_with_what_every_question_takes():
    """`kind` itself is no key: it says which keys there are."""
    for kind in KINDS.values():
        assert list(keys_of(kind))[:2] == ["name", "label"] and "kind" not in keys_of(kind)
