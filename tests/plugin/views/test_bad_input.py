"""Whatever is sent, the answer is a page that says what to do; nothing breaks and nothing is half written."""

from random import Random

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


DIGITS = "9" * 5000
HOSTILE = [
    {"gor": "lagg-till:underskrifter", "underskrifter-antal": DIGITS},
    {"gor": f"ta-bort:underskrifter[{DIGITS}]"},
    {"gor": "lagg-till:underskrifter[]", "underskrifter--antal": "3"},
    {"gor": "ta-bort:underskrifter[]", "underskrifter-antal": "2"},
    {"gor": "lagg-till:underskrifter[9].x", "underskrifter-9-x-antal": "3"},
    {"gor": f"lagg-till:parter[{DIGITS}]"},
    {"parter-antal": DIGITS},
    {"parter-antal": "٣", "gor": "lagg-till:parter"},
]


@pytest.mark.parametrize("values", HOSTILE, ids=range(len(HOSTILE)))
def test_a_button_made_to_break_the_page_only_saves(office, values):
    page = office.begin("samtycke")
    assert page.submit("fyll-i", **values).status == 200


def test_random_buttons_and_controls_never_break_the_page(office):
    """Pieces of real names put together at random; a fault would reach the test as an exception."""
    chance = Random(7)
    pieces = [
        "parter",
        "underskrifter",
        "uppgifter",
        "schema",
        "rader",
        "riktning",
        "antal",
        "val:",
        "-",
        "--",
        ".",
        "[",
        "]",
        "[0]",
        "[]",
        "[-1]",
        "0",
        "1",
        DIGITS,
        "annat_text",
        "\x00",
        "å",
        "gor",
        "version",
    ]

    def made():
        return "".join(chance.choices(pieces, k=chance.randint(1, 5)))

    page = office.begin("samtycke")
    for _ in range(60):
        values = {made(): made() for _ in range(6)}
        button = chance.choice(["lagg-till:", "ta-bort:", "", "spara"]) + made()
        page = page.submit(
            "fyll-i",
            **{"gor": button, "version": chance.choice(["", "0", "x", page.values("fyll-i")["version"]]), **values},
        )
        assert page.status < 500
        page = page if page.status == 200 else office.page.get(page.path)
