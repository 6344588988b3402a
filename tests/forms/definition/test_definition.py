"""A form archives itself: canonical snapshot, its hash, and a snapshot from long ago that still reads the same."""

import dataclasses
import hashlib
import json
from pathlib import Path
from typing import ClassVar

import jsonschema
import pytest
from support.making import CONTEXT, SAMPLES, data, form, sample

from stegvis.forms import from_snapshot, list_forms
from stegvis.forms.loading.read_form import read_form
from stegvis.forms.loading.toml_files import expand

GOLDEN = Path(__file__).parents[1] / "golden"
FORMS = [*list_forms(), *(sample(path.stem) for path in sorted(SAMPLES.glob("*.toml")))]


def turned(value):
    """The same data with the keys of every table in the opposite order."""
    if isinstance(value, dict):
        return {key: turned(value[key]) for key in reversed(value)}
    return [turned(one) for one in value] if isinstance(value, list) else value


@pytest.mark.parametrize("made", FORMS, ids=lambda made: made.id)
def test_a_snapshot_reads_back_as_the_same_form(made):
    again = from_snapshot(made.snapshot())
    assert again == made
    assert again.snapshot() == made.snapshot()
    assert again.sha256 == made.sha256 == hashlib.sha256(made.snapshot().encode()).hexdigest()


def test_the_snapshot_does_not_depend_on_the_order_of_keys_but_of_questions():
    questions = [{"name": "a", "kind": "text", "label": "A"}, {"name": "b", "kind": "text", "label": "B"}]
    one, other = form(*questions), read_form(turned(expand(data(*questions), "prov.toml")))
    assert one.snapshot() == other.snapshot()
    assert form(*reversed(questions)).sha256 != one.sha256


def test_the_snapshot_holds_everything_that_is_asked_with_blocks_put_in():
    whole = json.loads(form({"block": "deltagare", "only": ["fornamn"]}).snapshot())
    assert whole["format"] == 1
    assert whole["sections"][0]["questions"][0]["label"] == "Förnamn"


def texts(words):
    """Every text in the words of an answer, in order."""
    if isinstance(words, str):
        return [words] if words else []
    parts = words if isinstance(words, tuple) else dataclasses.astuple(words) if dataclasses.is_dataclass(words) else ()
    return [text for part in parts for text in texts(part)]


class TestFormatOne:
    """`golden/format_1.json` was written by the first version that had the format; it is never written again."""

    TEXT = (GOLDEN / "format_1.json").read_text("utf-8").rstrip("\n")
    MADE = from_snapshot(TEXT)
    ANSWERS: ClassVar = {
        "namn": "Kim Sagosson",
        "fodd": "2010-03-14",
        "vill": "ja",
        "varfor": "För att lära mig.",
        "ok": True,
        "insatser": [{"vad": "Praktik", "timmar": "12,5"}],
    }

    def test_it_keeps_its_hash(self):
        assert self.MADE.sha256 == "94098b068326dff9e08ab1fa76aeb1a1fefd4f39f4bb09cc764c99a76e4b97b5"
        assert self.MADE.snapshot() == self.TEXT

    def test_it_judges_as_it_did(self):
        schema = self.MADE.schema(CONTEXT)
        assert schema.dump(schema.load(self.ANSWERS)) == self.ANSWERS | {
            "insatser": [{"vad": "Praktik", "timmar": 12.5}]
        }
        assert schema.validate({"vill": "ja", "namn": "K"}) == {
            "namn": ["Skriv lite mer om hela namnet. Det behövs minst 2 tecken. Nu är det 1."],
            "varfor": ["Skriv varför du vill."],
            "ok": ["Kryssa i rutan om du håller med."],
        }

    def test_it_says_what_it_said(self):
        schema = self.MADE.schema(CONTEXT)
        judged = schema.load(self.ANSWERS)
        reader = self.MADE.reader("deltagare", judged, CONTEXT)
        seen = [question for question in self.MADE.questions.values() if reader.sees(question)]
        said = [line for q in seen for line in (reader.fill(q.label), *texts(q.text(judged.get(q.name), reader)))]
        assert said == (GOLDEN / "format_1.txt").read_text("utf-8").splitlines()


@pytest.mark.parametrize("made", FORMS, ids=lambda made: made.id)
def test_the_json_schema_is_one(made):
    schema = made.json_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    assert set(schema["properties"]) == {question.name for question in made.answerable}
    assert json.loads(json.dumps(schema)) == schema


def test_a_form_walks_through_all_its_questions():
    paths = [path for path, _ in sample("matrix").walk()]
    assert paths == ["parter", "parter[].organisation", "parter[].enhet", "svar"]
