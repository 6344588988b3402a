"""Whatever is sent, the answer is a page that says what to do; nothing breaks and nothing is half written."""

import pytest

ODD = {
    "nul": "a\x00b",
    "direction": "Ali \u202e gpj.exe",
    "arabic": "موافقة",
    "markup": "</textarea><script>alert(1)</script>{{ 7*7 }}",
    "formula": '=HYPERLINK("http://example.test")',
    "word": "å" * 10_000,
    "lines": "\r\n" * 50,
}
STRANGE = {
    "rows": {"parter-antal": "999999999999"},
    "negative": {"parter-antal": "-1"},
    "words": {"parter-antal": "många"},
    "version": {"version": "9" * 40},
    "unknown": {"finns_inte": "x", "schema-rader-3-tid": "x", "val:finns_inte": "ta"},
    "key": {"engangsnyckel": "å" * 5000},
    "choice": {"grund": "hemligt", "satt": "duva", "sprak": "klingon"},
}


@pytest.mark.parametrize("words", ODD.values(), ids=ODD)
def test_odd_words_are_kept_as_typed_and_judged_in_swedish(office, words):
    draft = office.begin("samtycke").submit("fyll-i", press="spara", syfte=words)
    assert draft.status == 200 and not draft.soup.select("textarea script")
    page = draft.submit("fyll-i", press="kontrollera")
    assert page.status == 422 and page.soup.select(".st-errors")


@pytest.mark.parametrize("values", STRANGE.values(), ids=STRANGE)
@pytest.mark.parametrize("press", ["spara", "kontrollera", "lagg-till:parter"])
def test_strange_values_break_nothing(office, values, press):
    page = office.begin("samtycke").submit("fyll-i", press=press, **values)
    assert page.status in (200, 404, 409, 422)


def test_five_hundred_rows_are_drawn_and_judged(office):
    rows = {f"parter-{n}-organisation": f"Organisation {n}" for n in range(500)}
    page = office.begin("samtycke").submit("fyll-i", press="kontrollera", **rows, **{"parter-antal": "500"})
    assert page.status == 422 and any("högst 12" in words for words in page.errors.values())
