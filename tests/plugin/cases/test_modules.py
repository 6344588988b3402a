"""The modules of the newest sheet: where each began, where it is, and where it is going."""

from datetime import date

from support.case_files import case_file, document

from stegvis.plugin.cases.modules import ModuleStanding, modules

ROWS = [
    {"titel": "Komma i tid", "omrade": "arbete", "startsteg": 2, "malsteg": 8},
    {"titel": "Laga mat", "omrade": "vardag", "startsteg": 4},
]
ASSESSED = [
    {"modul": 1, "datum": "2026-05-04", "steg": 5},
    {"modul": 1, "datum": "2026-03-02", "steg": 3},
]


def test_each_is_where_its_latest_assessment_says_or_where_it_began():
    sheet = document("modulblad", "2026-05-05", modules=ROWS, assessments=ASSESSED)
    first, second = modules(case_file("stegen", documents=[sheet]))
    assert (first.title, first.first, first.now, first.goal) == ("Komma i tid", 2, 5, 8)
    assert first.assessed == ((date(2026, 3, 2), 3), (date(2026, 5, 4), 5)), "the oldest first"
    assert (second.now, second.goal, second.assessed) == (4, None, ())


def test_the_newest_sheet_decides_and_without_one_there_are_none():
    newest = document("modulblad", "2026-06-01", 2, modules=ROWS[1:])
    oldest = document("modulblad", "2026-05-05", 1, modules=ROWS, assessments=ASSESSED)
    assert [one.title for one in modules(case_file("stegen", documents=[newest, oldest]))] == ["Laga mat"]
    assert modules(case_file("stegen")) == ()


def test_the_stair_has_ten_steps_that_rise_and_is_filled_to_where_it_is():
    bars = list(ModuleStanding("", "", 2, None, ((date(2026, 3, 2), 3),)).bars)
    assert [(number, reached) for number, _, _, reached in bars] == [(n, n in (1, 2, 3)) for n in range(1, 11)]
    heights = [height for _, _, height, _ in bars]
    assert heights == sorted(heights) and len({round(top + height, 6) for _, top, height, _ in bars}) == 1
