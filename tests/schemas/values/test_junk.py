"""Whatever is written, a value is accepted or refused by a message of the table."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from stegvis.schemas.errors import ValueProblem
from stegvis.schemas.messages import MESSAGES
from stegvis.schemas.values import dates, email, moments, numbers, orgnr, personnummer, phone, text, times

TODAY = date(2026, 11, 21)


@given(st.text(alphabet=st.one_of(st.sampled_from("0123456789-+:., T@"), st.characters())))
def test_any_junk_is_accepted_or_refused_by_a_message_of_the_table(junk):
    parsers = [
        text.parse,
        dates.parse,
        times.parse,
        moments.parse,
        orgnr.parse,
        phone.parse,
        email.parse,
        numbers.parse_whole,
        lambda value: personnummer.parse(value, TODAY),
        lambda value: numbers.parse(value, decimals=2),
    ]
    for parse in parsers:
        try:
            parse(junk)
        except ValueProblem as problem:
            assert problem.message_id in MESSAGES
    personnummer.find_in_text(junk)
