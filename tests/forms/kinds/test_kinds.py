"""Every kind's three faces: what it accepts and refuses, what it says in documents, how it stands empty on paper.

How each is drawn and redrawn is tested with the page.
"""

import pytest
from support.kind_answers import ACCEPTED, PARTER, ROW, SHOWN
from support.making import CONTEXT, form, loaded, problems, refused, sample

from stegvis.forms.kinds import KINDS
from stegvis.forms.language.words import Grid, Listed, Marks, Part, Parts, Plain, Prose, Room, Sign, Signs
from stegvis.schemas.messages import message

PERSON = {"namn": "Kim Sagosson", "telefon": "070-174 06 05", "epost": "kim@exempel.se"}


def said(made, audience, **answers):
    """The words that a reader is given about the question `svar`."""
    judged = loaded(made, **answers)
    return made.questions["svar"].text(judged["svar"], made.reader(audience, judged, CONTEXT))


@pytest.mark.parametrize(("kind", "raw", "kept", "words"), ACCEPTED)
def test_what_is_accepted_is_kept_in_one_spelling_and_said_in_words(kind, raw, kept, words):
    made = sample(kind)
    judged = loaded(made, svar=raw)
    assert made.schema(CONTEXT).dump(judged) == {"svar": kept}
    assert made.schema(CONTEXT).load({"svar": kept}) == judged
    assert said(made, "kommun", svar=raw) == words


# kind, what is given, where the message stands, which message it is
REFUSED = [
    ("text", None, "svar", message("required_text", etikett="namn")),
    ("text", "x", "svar", message("too_short", etikett="namn", min=2, antal=1)),
    ("text", "x" * 21, "svar", message("too_long", etikett="namn", max=20, antal=21)),
    ("text", "två\nrader", "svar", message("one_line", etikett="namn")),
    ("text", "Alla.", "svar", message("refused", värde="Alla.")),
    ("text", "Stöd vid missbruk", "svar", message("revealing", ord="missbruk")),
    ("text", 5, "svar", message("wrong_shape_text", etikett="namn")),
    ("long_text", "\u202edlot", "svar", message("control_characters", etikett="berätta")),
    ("choice", "lila", "svar", message("choice_unknown", etikett="färg")),
    ("choice", ["rod"], "svar", message("wrong_shape_text", etikett="färg")),
    ("choice", "gul", "svar", "Välj en annan färg än gul."),
    ("choices", ["sv", "inget"], "svar", message("choice_exclusive", alternativ="Inget")),
    ("choices", ["sv", "sv"], "svar", message("choice_twice", etikett="språk")),
    ("choices", "sv", "svar", message("wrong_shape_list", etikett="språk")),
    ("yes_no", "kanske", "svar", message("choice_unknown", etikett="behöver du tolk")),
    ("yes_no", None, "svar", message("required_choice", etikett="behöver du tolk")),
    ("tick", False, "svar", message("required_tick")),
    ("tick", "nej", "svar", message("required_tick")),
    ("tick", 1, "svar", message("tick_format", etikett="jag har läst texten")),
    ("date", "2026-02-30", "svar", message("date_not_real", värde="2026-02-30")),
    ("date", "2026-11-22", "svar", message("date_in_future")),
    ("moment", "2026-11-20 08:00", "svar", message("date_in_past")),
    ("moment", "2026-11-21", "svar", message("time_format")),
    ("time", "24:00", "svar", message("time_not_real")),
    ("week", "47", "svar", message("week_format")),
    ("week", "2027-53", "svar", message("week_not_real", värde="2027-53")),
    ("month", "2026-13", "svar", message("month_format")),
    ("integer", "4,5", "svar", message("integer_format", etikett="antal")),
    ("integer", 41, "svar", message("number_too_large", etikett="antal", max=40)),
    ("integer", True, "svar", message("integer_format", etikett="antal")),
    ("decimal", 0.25, "svar", message("too_many_decimals", etikett="timmar", antal=1)),
    ("decimal", "0,4", "svar", message("number_too_small", etikett="timmar", min="0,5")),
    ("email", "kim", "svar", message("email_format")),
    ("email", "kim@behandling.se", "svar", message("revealing", ord="behandling")),
    ("phone", "12", "svar", message("phone_format")),
    ("personnummer", "18900101-9803", "svar", message("personnummer_check")),
    ("personnummer", "20270101-2384", "svar", message("personnummer_date")),
    ("orgnr", "556016-0681", "svar", message("orgnr_check")),
    ("language", "tigrinska", "svar", message("choice_unknown", etikett="språk")),
    ("group", "Trygg", "svar", message("wrong_shape_object", etikett="försäkring")),
    ("group", {"sort": "egen"}, "svar.bolag", message("required_text", etikett="bolag")),
    ("group", {"bolag": "T", "sort": "annan"}, "svar.annan", message("required_text", etikett="vilken annan")),
    ("group", {"bolag": "T", "okänd": 1}, "svar.okänd", message("unknown_key", nyckel="okänd")),
    ("person", {"namn": "Kim"}, "svar.telefon", message("required_text", etikett="telefonnumret")),
    ("repeat", "x", "svar", message("wrong_shape_list", etikett="insatser")),
    ("repeat", ["x"], "svar[0]", message("wrong_shape_row", nummer=1)),
    ("repeat", [{"namn": "a"}, {}], "svar[1]", message("row_empty", nummer=2)),
    ("repeat", [{"namn": "a"}, {"namn": ""}], "svar[1]", message("row_empty", nummer=2)),
    ("repeat", [{"namn": n} for n in "abcd"], "svar", message("repeat_max", etikett="insatser", max=3, antal=4)),
    ("repeat", [{"namn": "a"}, {"namn": "A"}], "svar", message("repeat_duplicate", rad_a=1, rad_b=2)),
    ("repeat", [{"pagar": True}], "svar[0].namn", message("required_text", etikett="vad")),
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
    ("schedule", {"giltig_fran": "2026-12-01"}, "svar.rader", message("repeat_min", etikett="en tid", min=1, antal=0)),
    ("scale", "bra", "svar", message("wrong_shape_object", etikett="hur det fungerar")),
    ("scale", {"tider": "sådär"}, "svar.tider", message("choice_unknown", etikett="tiderna")),
    ("scale", {"mat": "bra"}, "svar.mat", message("unknown_key", nyckel="mat")),
    ("tick_table", ["man"], "svar", message("wrong_shape_object", etikett="när det passar")),
    ("tick_table", {"tis": ["natt"]}, "svar.tis", message("choice_unknown", etikett="tisdag")),
    ("tick_table", {"son": ["kvall"]}, "svar.son", message("unknown_key", nyckel="son")),
    ("checkpoint", {"svar": "ej_aktuellt"}, "svar.svar", "Visa utgången."),
    ("checkpoint", {"svar": "ja", "sign": "Kim"}, "svar.datum", "Skriv vilken dag ni gick igenom det."),
    ("checkpoint", {"svar": "ja", "datum": "2026-11-20"}, "svar.sign", "Skriv vem som gick igenom det."),
    ("checkpoint", {**SHOWN, "datum": "2026-11-22"}, "svar.datum", "Välj dagens datum eller en tidigare dag."),
    ("checklist", {"maskiner": SHOWN}, "svar.utgang", "Svara på om utgången."),
    ("checklist", {"utgang": SHOWN, "maskiner": {"sign": "K"}}, "svar.maskiner.svar", "Välj ja eller inte aktuellt."),
    ("reference", 17, "svar", message("wrong_shape_object", etikett="introduktion")),
    ("reference", {"datum": "igår"}, "svar.datum", message("date_format")),
    (
        "signers",
        [{"roll": "granne", "namnfortydligande": "K"}],
        "svar[0].roll",
        message("choice_unknown", etikett="roll för den som skriver under"),
    ),
]


@pytest.mark.parametrize(("kind", "raw", "path", "text"), REFUSED)
def test_what_is_refused_is_told_where_it_stands_and_what_to_do(kind, raw, path, text):
    told = problems(sample(kind), svar=raw) if raw is not None else problems(sample(kind))
    if text == message("repeat_min", etikett="en tid", min=1, antal=0):
        text = "Lägg till minst en tid i schemat."
    assert told[path] == [text]


def test_every_kind_has_a_sample_and_is_tested_here():
    silent = {"fixed", "signature"}
    tested = {case[0] for case in (*ACCEPTED, *REFUSED)} | {"per_row", "matrix", "row_of"} | silent
    assert tested == set(KINDS)
    for kind in KINDS:
        assert sample(kind).questions["svar"].kind == kind


@pytest.mark.parametrize(
    ("kind", "blank"),
    [
        ("text", Room()),
        ("long_text", Room(2)),
        ("choice", Marks((("Röd", False), ("Blå", False), ("Gul", False)))),
        ("tick", Marks((("Jag har läst texten", False),), alone=True)),
        ("language", Room()),
        ("signers", Signs(tuple(Sign("Vårdnadshavare eller god man, om det behövs", f"svar_{n}") for n in (1, 2)))),
        ("signature", Sign("Deltagare", "svar")),
        ("reference", Room()),
        (
            "checklist",
            Grid(
                ("Punkt", "Ja", "Inte aktuellt", "När?", "Vem visade?"),
                (("Jag vet var utgången är\nGå dit.", "☐", "–", "", ""), ("Jag kan maskinerna", "☐", "☐", "", "")),
                (2.6, 0.4, 0.8, 0.9, 1.3),
            ),
        ),
        (
            "tick_table",
            Grid(("Dag", "Förmiddag", "Kväll"), (("Måndag", "☐", "☐"), ("Tisdag", "☐", "☐")), (1.4, 1.0, 1.0)),
        ),
        (
            "scale",
            Grid(("Område", "Bra", "Behöver ändras"), (("Tiderna", "☐", "☐"), ("Stödet", "☐", "☐")), (1.4, 1.0, 1.0)),
        ),
    ],
)
def test_an_empty_form_has_room_to_answer(kind, blank):
    made = sample(kind)
    assert made.questions["svar"].blank(made.reader("kommun", {}, CONTEXT, blank=True)) == blank


class TestRowOf:
    def test_the_number_is_kept_and_the_name_is_said(self):
        made = sample("row_of")
        judged = loaded(made, svar=" 1", parter=PARTER)
        assert judged["svar"] == 1
        assert made.questions["svar"].text(2, made.reader("kommun", judged, CONTEXT)) == Plain("Kommunen")

    @pytest.mark.parametrize("number", [0, 3])
    def test_the_row_is_there(self, number):
        assert problems(sample("row_of"), svar=number, parter=PARTER) == {"svar": [message("row_not_there")]}

    @pytest.mark.parametrize(("before", "after"), [("1", 1), (2, ""), ("3", 2), ("andra", "andra"), ("", "")])
    def test_when_a_row_is_gone_the_number_follows(self, before, after):
        assert sample("row_of").questions["svar"].without_row(before, "parter", 1) == after
        assert sample("row_of").questions["svar"].without_row(before, "annat", 1) == before


class TestRepeat:
    def test_short_rows_are_a_table_of_what_the_reader_may_see(self):
        rows = [{"namn": "Praktik", "pagar": True, "anteckning": "intern"}, {"namn": "Studier"}]
        told = Grid(("Vad", "Pågår", "Anteckning"), (("Praktik", "Ja", "intern"), ("Studier", "", "")), (1.0, 1.0, 1.0))
        assert said(sample("repeat"), "kommun", svar=rows) == told
        assert said(sample("repeat"), "deltagare", svar=rows).head == ("Vad", "Pågår")
        assert "intern" not in str(said(sample("repeat"), "deltagare", svar=rows))

    def test_many_short_answers_are_a_table_when_the_form_says_so(self):
        marks = [["inne", "Inne"], ["borta", "Borta"]]
        inner = [
            {"name": "dag", "kind": "date", "label": "Dag"},
            {"name": "h", "kind": "decimal", "label": "Timmar"},
            {"name": "val", "kind": "choice", "label": "Val", "options": marks},
            {"name": "a", "kind": "text", "label": "A"},
            {"name": "b", "kind": "text", "label": "B", "audience": ["kommun"]},
        ]
        made = form(
            {
                "name": "svar",
                "kind": "repeat",
                "questions": inner,
                "table": True,
                "total": "h",
                "blank_rows": 2,
                "audience": ["kommun", "deltagare"],
            }
        )
        rows = [{"dag": "2026-11-20", "h": "5,5", "val": "inne"}, {"h": 0.5, "a": "x"}, {"val": "borta"}]
        told = said(made, "kommun", svar=rows)
        assert told.head == ("Dag", "Timmar", "Val", "A", "B") and told.widths == (1.0, 0.8, 1.1, 1.6, 1.6)
        assert told.rows[0] == ("2026-11-20", "5,5", "Inne", "", "") and told.note == "Summa: 6"
        empty = made.questions["svar"].blank(made.reader("deltagare", {}, CONTEXT, blank=True))
        assert empty.head == ("Dag", "Timmar", "Inne", "Borta", "A")
        assert empty.rows == (("", "", "☐", "☐", ""),) * 2 and empty.note == "Summa: …………"

    def test_a_table_and_a_sum_need_what_they_are_made_of(self):
        long, text = {"name": "a", "kind": "long_text", "label": "A"}, {"name": "b", "kind": "text", "label": "B"}
        assert "ta bort table" in refused({"name": "svar", "kind": "repeat", "questions": [long], "table": True})
        assert 'total "b" är inget tal' in refused(
            {"name": "svar", "kind": "repeat", "questions": [text], "total": "b"}
        )

    def test_two_columns_may_have_the_same_label(self):
        inner = [{"name": "a", "kind": "text", "label": "Namn"}, {"name": "b", "kind": "text", "label": "Namn"}]
        made = form({"name": "svar", "kind": "repeat", "questions": inner})
        assert said(made, "kommun", svar=[{"a": "x", "b": "y"}]).rows == (("x", "y"),)

    def test_long_rows_are_parts_under_their_numbers(self):
        inner = [{"name": "a", "kind": "long_text", "label": "Text"}]
        made = form({"name": "svar", "kind": "repeat", "row": "insats", "questions": inner})
        assert said(made, "kommun", svar=[{"a": "x"}]) == Parts((Part("Insats 1", (("Text", Plain("x")),)),))

    def test_an_empty_form_has_as_many_rows_as_are_needed(self):
        inner = [{"name": "a", "kind": "long_text", "label": "Text"}]
        made = form({"name": "svar", "kind": "repeat", "min": 4, "questions": inner})
        assert len(made.questions["svar"].blank(made.reader("kommun", {}, CONTEXT, blank=True)).parts) == 4

    def test_a_row_may_hold_rows_but_no_deeper(self):
        deepest = {"name": "c", "kind": "repeat", "questions": [{"name": "d", "kind": "text"}]}
        middle = {
            "name": "b",
            "kind": "repeat",
            "questions": [{"name": "t", "kind": "text", "label": "Frågan"}],
            "label": "B",
        }
        made = form({"name": "a", "kind": "repeat", "questions": [middle]})
        assert loaded(made, a=[{"b": [{"t": "x"}]}]) == {"a": [{"b": [{"t": "x"}]}]}
        assert problems(made, a=[{"b": [{"t": "x\ny"}]}]) == {"a[0].b[0].t": ["Skriv frågan på en rad."]}
        with_three = {"name": "a", "kind": "repeat", "questions": [{**middle, "questions": [deepest]}]}
        assert "ta bort den innersta upprepningen" in refused(with_three)

    def test_a_row_is_called_by_what_is_written_first_in_it(self):
        question = sample("signers").questions["svar"]
        assert question.row_name({"roll": "god_man", "namnfortydligande": "Kim"}, 1) == "Kim"
        assert question.row_name({}, 2) == "underskrift 2"
        assert question.heading(2) == "Underskrift 2"


class TestPerRow:
    MADE = sample("per_row")

    def test_one_answer_for_each_row_in_the_same_order(self):
        assert loaded(self.MADE, parter=PARTER, svar=["ger", "tar"])["svar"] == ["ger", "tar"]
        told = Grid(("Part", "Vad gör?"), (("Region X, Mottagningen", "Ger"), ("Kommunen", "Tar")), (1.0, 1.0))
        assert said(self.MADE, "kommun", parter=PARTER, svar=["ger", "tar"]) == told

    def test_a_missing_answer_is_asked_for_with_the_name_of_its_row(self):
        told = problems(self.MADE, parter=PARTER, svar=["ger"])
        assert told == {"svar[1]": ["Välj vad Kommunen gör."]}
        assert problems(self.MADE, parter=PARTER) == {"svar": ["Välj vad varje rad gör."]}

    def test_a_wrong_answer_is_told_with_the_name_of_its_row(self):
        told = problems(self.MADE, parter=PARTER, svar=["ger", "tiger"])
        assert told == {"svar[1]": ["Välj ett av alternativen för vad Kommunen gör."]}

    def test_more_answers_than_rows_are_refused(self):
        told = problems(self.MADE, parter=PARTER, svar=["ger", "tar", "ger"])
        assert told == {"svar[2]": [message("too_many_rows", etikett="vad varje rad gör", antal=2)]}

    def test_a_part_reads_its_own_answer_alone(self):
        judged = loaded(self.MADE, parter=PARTER, svar=["ger", "tar"])
        reader = self.MADE.reader("part", judged, CONTEXT.__class__(now=CONTEXT.now, part=2))
        assert self.MADE.questions["svar"].text(judged["svar"], reader).rows == (("Kommunen", "Tar"),)
        assert self.MADE.questions["svar"].trim(judged["svar"], reader) == ["", "tar"]

    def test_rows_without_an_answer_are_no_answer_where_none_is_required(self):
        made = form(
            {"name": "rader", "kind": "repeat", "questions": [{"name": "a", "kind": "text", "label": "A"}]},
            {"name": "svar", "kind": "per_row", "of": "rader", "ask": {"kind": "text"}},
        )
        assert loaded(made, rader=[{"a": "x"}, {"a": "y"}], svar=["", " "]) == {"rader": [{"a": "x"}, {"a": "y"}]}
        assert loaded(made, rader=[{"a": "x"}, {"a": "y"}], svar=["ja"])["svar"] == ["ja", ""]

    def test_only_a_single_answer_can_be_asked_of_a_row(self):
        parter = {"name": "rader", "kind": "repeat", "questions": [{"name": "a", "kind": "text", "label": "A"}]}
        told = refused(
            parter, {"name": "s", "kind": "per_row", "of": "rader", "ask": {"kind": "person", "questions": []}}
        )
        assert "den ska ge ett enda svar" in told


class TestMatrix:
    MADE = sample("matrix")

    def cell(self, uppgift, part, **more):
        return {"uppgift": uppgift, "part": part, **more}

    def test_cells_are_kept_in_the_order_of_columns_and_rows(self):
        cells = [self.cell("halsa", 2), self.cell("annat", 1, annat_text="Boende"), self.cell("narvaro", 1)]
        kept = loaded(self.MADE, parter=PARTER, svar=cells)["svar"]
        assert kept == [self.cell("narvaro", 1), self.cell("annat", 1, annat_text="Boende"), self.cell("halsa", 2)]
        rows = said(self.MADE, "kommun", parter=PARTER, svar=cells).rows
        assert rows == (("Närvaro", "☒", "☐"), ("Hälsa", "☐", "☒"), ("Annat", "☒ Boende", "☐"))

    def test_a_part_reads_its_own_column_alone(self):
        judged = loaded(self.MADE, parter=PARTER, svar=[self.cell("halsa", 1), self.cell("narvaro", 2)])
        reader = self.MADE.reader("part", judged, CONTEXT.__class__(now=CONTEXT.now, part=2))
        told = self.MADE.questions["svar"].text(judged["svar"], reader)
        assert told.head == ("Uppgift", "Kommunen")
        assert told.rows == (("Närvaro", "☒"), ("Hälsa", "☐"), ("Annat", "☐"))
        assert self.MADE.questions["svar"].trim(judged["svar"], reader) == [self.cell("narvaro", 2)]

    @pytest.mark.parametrize(
        ("cell", "path", "text"),
        [
            ({"uppgift": "lön", "part": 1}, "svar[0].uppgift", message("row_unknown", nummer=1)),
            ({"uppgift": ["halsa"], "part": 1}, "svar[0].uppgift", message("row_unknown", nummer=1)),
            ({"uppgift": "halsa", "part": 3}, "svar[0].part", message("column_unknown", nummer=1)),
            ({"uppgift": "halsa", "part": True}, "svar[0].part", message("column_unknown", nummer=1)),
            ({"uppgift": "annat", "part": 1}, "svar[0].annat_text", message("other_needs_text", alternativ="Annat")),
            (
                {"uppgift": "annat", "part": 1, "annat_text": "Allt"},
                "svar[0].annat_text",
                message("refused", värde="Allt"),
            ),
            ({"uppgift": "halsa", "part": 1, "": 1}, "svar[0].", message("unknown_key", nyckel="")),
            (
                {"uppgift": "halsa", "part": 1, "annat_text": "x"},
                "svar[0].annat_text",
                message("unknown_key", nyckel="annat_text"),
            ),
            ("halsa", "svar[0]", message("wrong_shape_row", nummer=1)),
        ],
    )
    def test_a_cell_that_is_not_in_the_table_is_refused(self, cell, path, text):
        assert problems(self.MADE, parter=PARTER, svar=[cell]) == {path: [text]}

    def test_each_cell_once_and_no_more_than_there_are(self):
        twice = problems(self.MADE, parter=PARTER, svar=[self.cell("halsa", 1)] * 2)
        assert twice == {"svar[1]": [message("repeat_duplicate", rad_a=1, rad_b=2)]}
        many = problems(self.MADE, parter=PARTER, svar=[self.cell("halsa", 1)] * 7)
        assert many == {"svar": [message("repeat_max", etikett="vad får lämnas", max=6, antal=7)]}


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


class TestFixed:
    MADE = sample("fixed")

    def prose(self, audience, **answers):
        return self.MADE.questions["svar"].text(None, self.MADE.reader(audience, answers, CONTEXT))

    def test_the_first_text_that_fits_is_said(self):
        assert self.prose("part", grund="anvisad") == Prose(("Ni får en kopia av Kommunen.",), "Bra att veta")
        assert self.prose("kommun") == Prose(("Det är frivilligt.",), "Bra att veta")

    def test_blank_lines_make_paragraphs_and_numbers_and_dashes_lists(self):
        assert self.prose("deltagare", grund="anvisad").items == (
            "Du måste delta.",
            "Så här går det till:",
            Listed(("Ring.", "Kom."), True),
            Listed(("Ta med legitimation.",), False),
        )

    def test_it_takes_no_answer(self):
        assert problems(self.MADE, svar="x") == {"svar": [message("unknown_key", nyckel="svar")]}


class TestSignatures:
    def test_a_place_to_sign_has_the_name_of_the_one_who_signs(self):
        made = sample("signature")
        question = made.questions["svar"]
        assert question.text(None, made.reader("kommun", {"namn": "Kim"}, CONTEXT)) == Sign("Deltagare", "svar", "Kim")
        assert question.text(None, made.reader("kommun", {}, CONTEXT)) == Sign("Deltagare", "svar")

    def test_others_have_a_place_to_sign_and_nothing_says_that_they_have(self):
        """A date or a way that somebody typed is no act of signing."""
        rows = [{"roll": "god_man", "namnfortydligande": "Kim", "datum": "2026-11-20", "satt": "penna"}]
        told = said(sample("signers"), "kommun", svar=rows)
        assert told == Signs((Sign("God man", "svar_1", "Kim"),))
