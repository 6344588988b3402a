"""What is known about a signature is printed on its line."""

from stegvis.exporters.document import SignatureBlock
from stegvis.exporters.signing_lines import signing_lines


def test_place_and_date_share_a_line():
    lines = signing_lines(SignatureBlock("Deltagare", "d", "Åsa Öberg", "Lövsta", "2026-11-21", "E-legitimation"))
    assert lines == (
        ("Underskrift", "E-legitimation"),
        ("Namnförtydligande", "Åsa Öberg"),
        ("Ort och datum", "Lövsta 2026-11-21"),
    )


def test_an_unsigned_block_has_three_empty_lines():
    assert [known for _, known in signing_lines(SignatureBlock("Deltagare", "d"))] == ["", "", ""]
