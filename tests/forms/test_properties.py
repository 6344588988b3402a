"""Properties of every form: random valid answers go round unchanged, random broken ones are refused in Swedish."""

import json
import re
import time
from functools import cache

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.browser_controls import redrawn
from support.form_examples import EXAMPLES, example
from support.making import CONTEXT, SAMPLES, sample
from support.strategies import answers_for
from support.thorough import THOROUGH, covering

from stegvis.forms import list_forms
from stegvis.forms.kinds.choice import Choice
from stegvis.schemas.messages import MESSAGES

SHIPPED = list_forms()
WITH_EXAMPLE = [form for form in SHIPPED if form.id in EXAMPLES]
FORMS = [*SHIPPED, *(sample(path.stem) for path in sorted(SAMPLES.glob("*.toml")))]
BY_ID = {form.id: form for form in FORMS}
every_form = pytest.mark.parametrize("form_id", BY_ID)
a_few = settings(
    max_examples=100 if THOROUGH else 6, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
)


@every_form
def test_random_valid_answers_go_round_unchanged(form_id):
    form = BY_ID[form_id]
    schema, json_schema = form.schema(CONTEXT), jsonschema.Draft202012Validator(form.json_schema())

    @a_few
    @given(answers_for(form, CONTEXT))
    def goes_round(raw):
        judged = schema.load(raw)
        kept = schema.dump(judged)
        assert schema.load(kept) == judged
        assert schema.dump(schema.load(kept)) == kept
        assert json.loads(json.dumps(kept)) == kept
        json_schema.validate(kept)
        assert schema.load(redrawn(form, raw, CONTEXT)) == judged
        assert schema.load(redrawn(form, kept, CONTEXT)) == judged

    goes_round()


def template(text):
    """A pattern for everything that a message can say."""
    return re.sub(r"\\\{\w+\\\}", "(?s:.*?)", re.escape(text))


@cache
def swedish(form_id):
    """A pattern for every message that the form may give: its own, its rules' and the table's."""
    form = BY_ID[form_id]
    own = [rule.rule.message for rule in form.rules if rule.rule.message]
    for _, question in form.walk():
        asked = getattr(question, "ask", question)
        own += [*question.messages.values(), *asked.messages.values()]
        own += asked.refuse.values() if isinstance(asked, Choice) else []
    return re.compile("|".join(f"(?:{template(text)})" for text in [*own, *MESSAGES.values()]))


def judge_broken(form, broken):
    """Refused, quickly, in Swedish, at a question that is there or at the key that is not."""
    before = time.process_time()
    told = form.schema(CONTEXT).validate(broken)
    assert time.process_time() - before < 3
    assert told
    ours = swedish(form.id)
    known = {re.sub(r"\[\]", "", path) for path, _ in form.walk()} | {"", "varfor_tomt"}
    for path, messages in told.items():
        first = re.sub(r"\[\d+\]", "", path)
        assert (
            first in known or first.partition(".")[0] in known or "Blanketten har ingen sådan fråga" in messages[0]
        ), path
        for message in messages:
            assert bool(ours.fullmatch(message)), message
    return told


JUNK = st.one_of(
    st.just({"x": 1}),
    st.just([[1]]),
    st.just([None, {}, 3]),
    st.just("\x00"),
    st.just("\ud800"),
    st.just("2026-02-30"),
    st.just("Ord" * 4000),
    st.just(10**400),
    st.just(float("1e300")),
    st.just([{}] * 501),
    st.just("\u202eneg"),
    st.just([{"a": []}]),
    st.just(-1),
    st.just({"": {"": ""}}),
    st.text(max_size=5),
)


@every_form
def test_anything_at_all_is_judged_without_failing(form_id):
    form = BY_ID[form_id]
    names = [question.name for question in form.questions.values()]

    @a_few
    @given(st.dictionaries(st.sampled_from([*names, "okänd", "varfor_tomt", ""]), JUNK, max_size=8))
    def holds(raw):
        if form.schema(CONTEXT).validate(raw):
            judge_broken(form, raw)
        redrawn(form, raw, CONTEXT)

    holds()


WRONG = {
    "text": [17, ["x"], {"x": 1}, True, "a\x00b", "\ud800", "Ord" * 4000, "två\nrader", "\u202eneg"],
    "long_text": [17, ["x"], "a\x00b", "\udfff", "Ord" * 4000],
    "choice": ["okänd", 17, ["x"], True],
    "choices": ["x", [17], ["okänd"], {"x": 1}],
    "yes_no": ["kanske", 17, ["ja"]],
    "tick": ["kanske", 17, ["x"]],
    "date": ["2026-02-30", "igår", 20261121, "21/11 2026", ["2026-11-21"]],
    "moment": ["2026-02-30 08:00", "2026-11-21 24:00", 17],
    "time": ["24:00", "08:60", 8, "åtta"],
    "integer": ["ett", 1.5, True, "1,5", 10**400, [1]],
    "decimal": ["ett", True, "1,23456", float("1e300"), [1]],
    "email": ["kim", "kim@", 17, "a\x00@b.se"],
    "phone": ["12", "ring mig", 17],
    "personnummer": ["18900101-9803", "2030-01-01", "20300101-2384", 189001019802, "1890-01-01", "\ud800"],
    "orgnr": ["556016-0681", 5560160680, "x"],
    "language": ["svenska", 17],
    "group": ["x", 17, [{}, 1], {"okänd": 1}],
    "person": ["x", {"namn": 17, "okänd": ""}],
    "repeat": ["x", {"x": 1}, [17], [{"okänd": 1}], [{"okänd": 1}] * 501],
    "signers": ["x", [17], [{"roll": "okänd"}]],
    "per_row": ["x", ["x"] * 500],
    "matrix": ["x", [17], [{"okänd": 1}], [{}] * 5000],
    "schedule": ["x", 17, [{"okänd": 1}], {"okänd": 1}, [{"veckodagar": ["sön"]}]],
    "reference": [17, {"okänd": 1}, ["x"]],
}


@pytest.mark.parametrize("form", WITH_EXAMPLE, ids=lambda form: form.id)
def test_a_valid_form_with_one_wrong_answer_is_refused_at_that_question(form):
    whole = example(form.id)
    for question in form.questions.values():
        for wrong in WRONG.get(question.kind, ()) if question.show_if is None else ():
            told = judge_broken(form, {**whole, question.name: wrong})
            assert any(path.startswith(question.name) for path in told), (question.name, wrong, told)


@pytest.mark.parametrize("form", WITH_EXAMPLE, ids=lambda form: form.id)
@pytest.mark.parametrize("key", ["okänd", "", "fornamn ", "\ud800", "x" * 10_000, "__proto__"])
def test_a_key_that_is_no_question_is_refused_by_name(form, key):
    told = judge_broken(form, {**example(form.id), key: "x"})
    assert len(told) == 1
    assert len(next(iter(told))) < 200


@pytest.mark.parametrize("form", SHIPPED, ids=lambda form: form.id)
class TestLargeInput:
    """Nothing a client sends takes more than seconds to refuse."""

    def test_very_long_texts(self, form):
        judge_broken(form, {"fornamn": "x" * 5_000_000, "efternamn": "å " * 2_000_000, "adress": " \u200b" * 1_000_000})

    def test_very_many_keys(self, form):
        told = judge_broken(form, {f"fråga_{n}": n for n in range(200_000)})
        assert sum(path.startswith("fråga") for path in told) == 20

    def test_very_many_rows_options_and_cells(self, form):
        names = [
            q.name
            for q in form.questions.values()
            if q.kind in ("repeat", "matrix", "per_row", "choices", "signers", "schedule")
        ]
        judge_broken(form, {name: [{"a": 1}] * 100_000 for name in names})
        judge_broken(form, {name: ["a"] * 100_000 for name in names})


@pytest.mark.parametrize("form_id", covering([form.id for form in WITH_EXAMPLE]))
def test_a_page_of_very_many_rows(form_id):
    """Rows of every kind of question: the time a row takes is its questions', whatever the form."""
    form, before = BY_ID[form_id], time.process_time()
    names = [q.name for q in form.questions.values() if q.kind in ("repeat", "signers")]
    page = form.page({name: [{"organisation": "x"}] * 5_000 for name in names}, context=CONTEXT)
    list(page.sections())
    assert time.process_time() - before < 5
