"""What is put around the pages: the note on what could not be shown, attachments, language and title."""

from dataclasses import replace
from io import BytesIO

import pikepdf
from support import pdf_reading
from support.pdf_pages import exported, pages_of
from support.samples import SAMPLES

from stegvis.exporters.document import Text
from stegvis.exporters.pdf import PdfExporter


def test_what_could_not_be_shown_is_named_once_at_the_end():
    said = " ".join(pages_of(Text(("a\u0f40b \u0f40",))).words)
    assert said.count("Tecken som inte kan visas i PDF: U+0F40 (TIBETAN LETTER KA).") == 1


def test_a_long_list_of_what_could_not_be_shown_ends_with_a_number():
    said = "".join(pages_of(Text(("".join(map(chr, range(0x4E00, 0x4E64))),))).words)
    assert "och 60 till." in said


def test_language_and_title_are_the_documents():
    reading = pdf_reading.read(PdfExporter().export(replace(SAMPLES["blank"](), language="en", title="Agreement")))
    assert (reading.language, reading.title) == ("en", "Agreement")


def test_attachments_are_embedded_as_data_with_their_words():
    with pikepdf.open(BytesIO(exported("praktikavtal"))) as pdf:
        assert (
            pdf.attachments["praktikavtal.json"].get_file().read_bytes()
            == SAMPLES["praktikavtal"]().attachments[0].data
        )
        assert [str(each.AFRelationship) for each in pdf.Root.AF] == ["/Data"]
        assert str(pdf.Root.AF[0].Desc) == "Avtalets svar"


def test_a_copy_without_attachments_holds_no_file():
    with pikepdf.open(BytesIO(exported("every_node"))) as pdf:
        assert not pdf.attachments
        assert "/AF" not in pdf.Root
