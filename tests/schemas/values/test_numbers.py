"""One number, one value, however it was written."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.spellings import refusal

from stegvis.schemas.values import numbers


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("12,5", "12.5"),
        ("12.5", "12.5"),
        (12.5, "12.5"),
        (Decimal("12.50"), "12.5"),
        (" 1 000 ", "1000"),
        ("1\u00a0000,25", "1000.25"),
        ("1\u202f000", "1000"),
        ("−3", "-3"),
        ("-0", "0"),
        ("007", "7"),
        (12.0, "12"),
        (10**14, "100000000000000"),
    ],
)
def test_one_number_has_one_value(written, number):
    parsed = numbers.parse(written, decimals=2)
    assert str(parsed) == number
    assert numbers.shown(parsed) == number.replace(".", ",")


@pytest.mark.parametrize(
    "written",
    [
        "",
        "tolv",
        "1e5",
        "1,2,3",
        "10 00",
        "--1",
        "1 0",
        True,
        None,
        [],
        float("nan"),
        float("inf"),
        10**20,
        1e300,
        1e-30,
        Decimal("1E+999999"),
        Decimal("sNaN"),
        "9" * 10_000,
        "0x10",
        "½",
    ],
)
def test_what_is_no_number_is_refused(written):
    assert refusal(numbers.parse, written, decimals=2) == "number_format"
    assert refusal(numbers.parse_whole, written) == "integer_format"


@pytest.mark.parametrize("written", ["1,234", "1.000", 0.125])
def test_decimals_are_counted_as_they_were_written(written):
    assert refusal(numbers.parse, written, decimals=2) == "too_many_decimals"


def test_a_program_may_write_a_whole_number_with_a_point_and_a_person_may_not():
    assert numbers.parse_whole(12.0) == 12
    assert refusal(numbers.parse_whole, "1.000") == "integer_format"
    assert refusal(numbers.parse_whole, 12.5) == "integer_format"


@given(st.decimals(-(10**9), 10**9, places=3))
def test_a_number_shown_is_the_same_number_read(number):
    assert numbers.parse(numbers.shown(number), decimals=3) == number
