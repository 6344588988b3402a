"""One phone, one number."""

import pytest
from support.spellings import refusal, spellings

from stegvis.schemas.values import phone


@pytest.mark.parametrize(
    "written", [*spellings("+46701740605", "070-174 06 05", "0701740605"), "+46 (0)70 174 06 05", "0046701740605"]
)
def test_one_phone_has_one_number(written):
    assert phone.parse(written) == "+46701740605"


def test_phones_are_shown_as_swedes_write_them():
    assert phone.shown("+46701740605") == "070-174 06 05"
    assert phone.shown("+4722864400") == "+47 22 86 44 00"
    assert phone.shown("ingen") == "ingen"


@pytest.mark.parametrize(
    "written", ["", "070", "070-174 06 05 ankn 12", "0800-BLOMMOR", "112233445566778899", "1" * 9999]
)
def test_what_cannot_be_rung_is_refused(written):
    assert refusal(phone.parse, written) == "phone_format"
