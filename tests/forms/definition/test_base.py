"""What can be looked up in a form's data: its questions, their paths, what takes an answer, what it is called."""

from support.making import CONTEXT, form

from stegvis.forms import FormDefinition
from stegvis.forms.definition.base import FormData
from stegvis.forms.definition.empty_reasons import WHY_EMPTY

INNER = {"name": "enhet", "kind": "text"}
QUESTIONS = (
    {"name": "namn", "kind": "text", "wanted": True},
    {"name": "text", "kind": "fixed", "texts": [{"text": "Hej."}]},
    {"name": "parter", "kind": "repeat", "questions": [{"label": "Enheten", **INNER}]},
)


def test_a_form_is_its_data():
    assert isinstance(form(*QUESTIONS), FormData)
    bare = FormData(id="prov", code="P", version=1, title="Prov", audiences=("kommun",))
    assert not isinstance(bare, FormDefinition) and bare.questions == {} and bare.answerable == ()


def test_every_question_has_a_path():
    assert [path for path, _ in form(*QUESTIONS).walk()] == ["namn", "text", "parter", "parter[].enhet"]
    assert list(form(*QUESTIONS).questions) == ["namn", "text", "parter"]


def test_what_takes_an_answer_and_why_the_wanted_are_empty():
    assert [question.name for question in form(*QUESTIONS).answerable] == ["namn", "parter", WHY_EMPTY]


def test_tidying_leaves_the_callers_answers_alone():
    raw = {"parter": [{"enhet": "A"}], "okant": 1}
    tidied = form(*QUESTIONS).tidy(raw)
    tidied["parter"].append({})
    assert raw == {"parter": [{"enhet": "A"}], "okant": 1} and tidied["okant"] == 1


def test_a_copy_is_called_by_the_first_title_that_fits():
    made = form(*QUESTIONS, titles=[{"text": "Ditt prov", "audience": ["deltagare"]}])
    assert made.called(made.reader("deltagare", {}, CONTEXT)) == "Ditt prov"
    assert made.called(made.reader("kommun", {}, CONTEXT)) == "Prov"
