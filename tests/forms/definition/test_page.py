"""The page: every kind drawn, posted and put together again; views with ids, errors and rows; nothing a client
sends breaks it.
"""

import pytest
from support.browser_controls import redrawn, sent
from support.kind_answers import ACCEPTED, PARTER, ROW
from support.making import CONTEXT, form, sample
from werkzeug.datastructures import MultiDict

from stegvis.forms.questions.view import control_name

ROUND = [
    *((kind, raw) for kind, raw, _, _ in ACCEPTED),
    ("person", {"namn": "Kim", "telefon": "12", "epost": "x"}),
    ("repeat", [{"namn": "a", "pagar": True}, {}, {"anteckning": "<b>&"}]),
    ("schedule", {"giltig_fran": "snart", "rader": [ROW | {"rast": "30"}, {"veckodagar": ["tis"]}]}),
    ("signers", [{"roll": "god_man", "namnfortydligande": "Kim"}]),
    ("text", 'inte färdigt " & <'),
    ("date", "den 3:e"),
    ("integer", "många"),
]


@pytest.mark.parametrize(("kind", "raw"), ROUND)
def test_what_was_typed_comes_back_as_it_was(kind, raw):
    made = sample(kind)
    again = redrawn(made, {"svar": raw}, CONTEXT)
    assert redrawn(made, again, CONTEXT) == again
    judge = made.schema(CONTEXT)
    assert judge.validate(again) == judge.validate({"svar": raw})
    if not judge.validate(again):
        assert judge.load(again) == judge.load({"svar": raw})


@pytest.mark.parametrize(
    ("kind", "raw"),
    [
        ("per_row", ["ger", "tar"]),
        ("per_row", ["", "tar"]),
        ("matrix", [{"uppgift": "halsa", "part": 2}, {"uppgift": "annat", "part": 1, "annat_text": "Boende"}]),
        ("matrix", [{"part": 1, "annat_text": "utan kryss"}]),
    ],
)
def test_what_hangs_on_rows_comes_back_with_them(kind, raw):
    again = redrawn(sample(kind), {"parter": PARTER, "svar": raw}, CONTEXT)
    assert again["parter"] == PARTER
    assert sorted(map(str, again["svar"])) == sorted(map(str, raw))


def test_rows_inside_rows_come_back():
    inner = {"name": "b", "kind": "repeat", "label": "B", "questions": [{"name": "t", "kind": "text", "label": "T"}]}
    made = form({"name": "a", "kind": "repeat", "questions": [inner, {"name": "v", "kind": "tick", "label": "V"}]})
    raw = {"a": [{"b": [{"t": "x"}, {"t": "y"}], "v": True}, {"b": [{"t": "z"}]}]}
    assert redrawn(made, raw, CONTEXT) == raw


def test_reasons_for_empty_answers_are_drawn_and_posted():
    made = form({"name": "a", "kind": "text", "wanted": True}, {"name": "b", "kind": "text"})
    raw = {"varfor_tomt": {"a": "vill_inte_svara"}}
    assert redrawn(made, raw, CONTEXT) == raw
    [section] = made.page(raw, context=CONTEXT).sections()
    assert [view.reason and view.reason.data for view in section.views] == ["vill_inte_svara", None]
    assert section.views[0].reason.name == "varfor_tomt-a"


class TestViews:
    def views(self, made, raw=None, **more):
        return [view for section in made.page(raw, context=CONTEXT, **more).sections() for view in section.views]

    def test_names_and_ids_are_the_path_with_dashes(self):
        assert control_name("parter[0].enhet") == "parter-0-enhet"
        [view] = self.views(sample("repeat"), {"svar": [{}, {"namn": "x"}]})
        assert [row.views[0].name for row in view.rows] == ["svar-0-namn", "svar-1-namn"]
        assert view.rows[1].views[0].id == "st-svar-1-namn"
        assert view.rows[1].views[0].control.data == "x"

    def test_every_view_of_a_question_has_its_control(self):
        for kind in ("text", "choice", "tick", "date"):
            [view] = self.views(sample(kind))
            assert view.control.name == view.name == "svar"

    def test_errors_stand_at_their_question_and_are_counted_on_the_way_up(self):
        made = sample("repeat")
        raw = {"svar": [{"pagar": True}, {}]}
        [view] = self.views(made, raw, errors=made.schema(CONTEXT).validate(raw))
        assert view.rows[0].views[0].errors == ["Skriv vad."]
        assert view.rows[0].views[0].described_by == "st-svar-0-namn-fel"
        assert view.error_count == 2
        [section] = made.page(raw, errors=made.schema(CONTEXT).validate(raw), context=CONTEXT).sections()
        assert section.errors == 2

    def test_a_matrix_has_a_line_for_each_option_and_a_cell_for_each_row(self):
        view = self.views(sample("matrix"), {"parter": PARTER, "svar": [{"uppgift": "halsa", "part": 2}]})[1]
        assert [row.key for row in view.rows] == ["narvaro", "halsa", "annat", "annat_text"]
        assert [row.marked for row in view.rows] == [False, True, False, False]
        assert [(name, control.data) for name, control in view.rows[1].cells] == [
            ("Region X, Mottagningen", False),
            ("Kommunen", True),
        ]

    def test_a_question_about_rows_is_asked_once_for_each_by_name(self):
        view = self.views(sample("per_row"), {"parter": PARTER})[1]
        assert [inner.label for inner in view.inside] == ["Vad gör Region X, Mottagningen?", "Vad gör Kommunen?"]
        assert [inner.name for inner in view.inside] == ["svar-0", "svar-1"]

    def test_a_hidden_question_is_there_and_said_to_be_hidden(self):
        [view] = self.views(sample("group"), {"svar": {"sort": "egen", "annan": "kvar"}})
        assert [inner.hidden for inner in view.inside] == [False, False, True]
        assert view.inside[2].control.data == "kvar"

    def test_texts_that_do_not_fit_are_left_out(self):
        assert len(self.views(sample("fixed"), {"grund": "anvisad"})[1].prose.items) == 4


class TestHostileClients:
    def test_names_that_are_not_on_the_page_are_ignored(self):
        made = sample("repeat")
        junk = {
            "svar-antal": "1",
            "svar-0-namn": "x",
            "svar-7-namn": "y",
            "hej": "x",
            "svar": "x",
            "__class__": "x",
            "_fields": "x",
        }
        assert made.page(posted=MultiDict(junk), context=CONTEXT).raw == {"svar": [{"namn": "x"}]}

    @pytest.mark.parametrize("count", ["-1", "1e9", "x", "", "٣", "9" * 5000, "1.5", "0x10"])
    def test_a_number_of_rows_that_is_none_is_none(self, count):
        assert sample("repeat").page(posted=MultiDict({"svar-antal": count}), context=CONTEXT).raw == {}

    def test_a_page_has_five_hundred_rows_in_all(self):
        inner = {
            "name": "b",
            "kind": "repeat",
            "label": "B",
            "questions": [{"name": "t", "kind": "text", "label": "T"}],
        }
        made = form({"name": "a", "kind": "repeat", "questions": [inner]})
        posted = MultiDict({"a-antal": "400", **{f"a-{n}-b-antal": "400" for n in range(400)}})
        page = made.page(posted=posted, context=CONTEXT)
        assert sum(name.endswith("-t") for name in page.controls._fields) == 100
        assert len(made.page({"a": [{}] * 9_000}, context=CONTEXT).controls._fields) == 501

    def test_raw_answers_of_any_shape_are_drawn(self):
        for raw in (
            None,
            "x",
            3,
            [],
            {},
            [1],
            [[]],
            {"svar": 1},
            "\ud800",
            [{"namn": ["x"]}],
            [{"namn": {"x": "\udfff"}}],
        ):
            for kind in (
                "repeat",
                "matrix",
                "per_row",
                "schedule",
                "group",
                "choices",
                "tick",
                "reference",
                "text",
                "yes_no",
            ):
                html = "".join(str(control()) for control in sample(kind).page({"svar": raw}, context=CONTEXT).controls)
                html.encode()

    def test_a_lone_surrogate_never_reaches_a_page(self):
        page = sample("text").page({"svar": "a\ud800b"}, context=CONTEXT)
        assert sent(page)["svar"] == "a?b"
