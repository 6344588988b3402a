"""A week's schedule: what is accepted, refused and said, and how it stands empty."""

import pytest
from support.kind_answers import ROW, said, told
from support.making import form, loaded, problems, sample

from stegvis.schemas.messages import message

# kind, what is given, where the message stands, which message it is
REFUSED = [
    ("schedule", [{**ROW, "rast": 240}], "svar.rader[0].rast", message("break_longer_than_day")),
    (
        "schedule",
        [{**ROW, "tid_till": "07:00"}],
        "svar.rader[0].tid_till",
        message("time_end_before_start", tid="08:00"),
    ),
    (
        "schedule",
        [ROW, {**ROW, "tid_fran": "11:59", "tid_till": "13:00"}],
        "svar",
        message("schedule_overlap", veckodag="måndag", tid_a="08:00–12:00", tid_b="11:59–13:00"),
    ),
    ("schedule", [{**ROW, "tid_till": "23:00"}], "svar", message("schedule_too_long", max=20)),
    ("schedule", {"giltig_fran": "2026-12-01"}, "svar.rader", "Lägg till minst en tid i schemat."),
]


@pytest.mark.parametrize(("kind", "raw", "path", "text"), REFUSED)
def test_what_is_refused_is_told_where_it_stands_and_what_to_do(kind, raw, path, text):
    assert told(kind, raw)[path] == [text]


class TestSchedule:
    MADE = sample("schedule")

    def test_the_rows_alone_are_enough_and_their_hours_are_added_up(self):
        told = said(self.MADE, "kommun", svar=[ROW])
        assert loaded(self.MADE, svar=[ROW]) == loaded(self.MADE, svar={"rader": [ROW]})
        assert told.rows == (("Måndag, onsdag", "08:00–12:00", "30 min", "Lager", "Lagret", "Kim"),)
        assert told.note == "Timmar i veckan: 7"

    def test_every_other_week_counts_half_and_single_days_not_at_all(self):
        rows = [{**ROW, "hur_ofta": "varannan_vecka"}, {**ROW, "hur_ofta": "datum", "datum": "3 december"}]
        assert said(self.MADE, "kommun", svar=rows).note == "Timmar i veckan: 3,5"

    def test_it_says_from_when_it_is_valid(self):
        told = said(self.MADE, "kommun", svar={"giltig_fran": "2026-12-01", "rader": [ROW]})
        assert told.note.startswith("Schemat gäller från 2026-12-01. ")

    def test_a_limit_with_a_decimal_is_told_with_a_comma(self):
        made = form({"name": "svar", "kind": "schedule", "max_hours": 6.5})
        assert problems(made, svar=[ROW]) == {"svar": ["Korta schemat. Det får vara högst 6,5 timmar i veckan."]}


def test_another_document_begins_with_its_rows_and_not_with_its_day():
    undated = sample("schedule").questions["svar"].undated
    assert undated({"giltig_fran": "2026-12-01", "rader": [ROW]}) == {"rader": [ROW]}
    assert undated("måndagar") == "måndagar"
