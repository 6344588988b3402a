"""Content controls: what a blank in Word is filled in with."""

from support.word_filling import fill

from stegvis.exporters import compose, export
from stegvis.exporters.word.values import control_values, written
from stegvis.forms import load_form


def blank(form, audience="kommun"):
    return export(compose(form, None, audience, fillable=True), "docx")


def test_a_day_is_picked_in_a_calendar_and_read_as_it_is_shown():
    form = load_form("samtycke")
    days = {one.tag for one in written(blank(form)) if one.kind == "date"}
    asked = {q.name for q in form.questions.values() if q.kind == "date" and "kommun" in q.audience}
    assert asked and asked <= days
    content, left = fill(blank(form), {"galler_fran": ["2026-12-01"]})
    assert not left and control_values(content).values == {"galler_fran": ["2026-12-01"]}
