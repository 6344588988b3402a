"""When a question applies, in words that a page and a blank form can say."""

import pytest

from stegvis.forms.definition.condition_words import in_words
from stegvis.forms.language.conditions import read_condition
from stegvis.forms.loading.build import build_questions

QUESTIONS = {
    question.name: question
    for question in build_questions(
        [
            {"name": "tolk", "kind": "yes_no", "label": "Behöver du tolk?"},
            {
                "name": "sprak",
                "kind": "choices",
                "label": "Vilka språk?",
                "options": [["sv", "Svenska"], ["fi", "Finska"], ["ar", "Arabiska"]],
            },
            {"name": "saknar", "kind": "tick", "label": "Saknar nummer"},
            {"name": "namn", "kind": "text", "label": "Namn"},
        ]
    )
}


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        ({"question": "tolk", "is": "ja"}, "du svarar ”Ja” på frågan ”Behöver du tolk?”"),
        ({"question": "tolk", "in": ["ja", "nej"]}, "du svarar ”Ja” eller ”Nej” på frågan ”Behöver du tolk?”"),
        ({"not": {"question": "tolk", "is": "ja"}}, "du inte svarar ”Ja” på frågan ”Behöver du tolk?”"),
        ({"question": "saknar", "is": True}, "du kryssar i rutan ”Saknar nummer”"),
        ({"question": "namn", "answered": True}, "du svarar på frågan ”Namn”"),
        ({"question": "namn", "answered": False}, "du inte svarar på frågan ”Namn”"),
        ({"question": "namn", "age_below": 18}, "personen är under 18 år"),
        ({"question": "sprak", "has": "fi"}, "du väljer ”Finska” i frågan ”Vilka språk?”"),
        (
            {
                "any": [
                    {"question": "sprak", "has": "sv"},
                    {"question": "sprak", "has": "fi"},
                    {"question": "sprak", "has": "ar"},
                ]
            },
            "du väljer ”Svenska”, ”Finska” eller ”Arabiska” i frågan ”Vilka språk?”",
        ),
        (
            {"all": [{"question": "namn", "answered": True}, {"question": "tolk", "is": "nej"}]},
            "du svarar på frågan ”Namn” och du svarar ”Nej” på frågan ”Behöver du tolk?”",
        ),
        ({"any": [{"question": "a", "age_below": 18}, {"question": "b", "age_below": 18}]}, "personen är under 18 år"),
    ],
)
def test_a_condition_is_said_so_that_one_knows_when_to_answer(condition, words):
    assert in_words(read_condition(condition), QUESTIONS) == words
