"""Answers inside answers: what an object and a list of rows keep, and how their words are put together."""

from support.making import CONTEXT, form, loaded, problems

from stegvis.forms.language.words import Plain
from stegvis.forms.questions.nested import ObjectField, RowsField, words_inside
from stegvis.schemas.rules import Day

DAY = {"name": "dag", "kind": "date", "label": "Dag", "required": True}
NOTE = {"name": "not", "kind": "text", "label": "Not", "audience": ["kommun"]}
MADE = form(
    {"name": "del", "kind": "group", "questions": [DAY, NOTE], "audience": ["kommun", "deltagare"]},
    {"name": "rader", "kind": "repeat", "questions": [DAY, NOTE], "min": 1, "max": 2},
)


def test_what_is_judged_is_written_and_restored_alike():
    judged = loaded(MADE, **{"del": {"dag": "2026-11-20"}, "rader": [{"dag": "2026-11-20", "not": "x"}]})
    for name, kind in (("del", ObjectField), ("rader", RowsField)):
        field = MADE.questions[name].rule(Day(CONTEXT.today))
        assert isinstance(field, kind) and field.restore(field.write(judged[name])) == judged[name]


def test_nothing_but_empty_parts_is_no_answer():
    field = MADE.questions["rader"].rule(Day(CONTEXT.today))
    assert field.is_empty([{}, {"not": " "}]) and not field.is_empty([{"not": "x"}]) and not field.is_empty(["x"])


def test_every_row_that_is_wrong_is_told_at_once():
    assert problems(MADE, rader=[{"not": "x"}, {"dag": "nyår"}]).keys() == {"rader[0].dag", "rader[1].dag"}


def test_only_what_the_reader_may_see_and_somebody_has_answered_is_said():
    judged = loaded(MADE, **{"del": {"dag": "2026-11-20", "not": "x"}})["del"]
    asked = MADE.questions["del"].asked
    readers = {audience: MADE.reader(audience, {}, CONTEXT) for audience in ("kommun", "deltagare")}
    assert words_inside(asked, judged, readers["kommun"]) == (("Dag", Plain("2026-11-20")), ("Not", Plain("x")))
    assert words_inside(asked, {"not": "x"}, readers["deltagare"]) == ()
