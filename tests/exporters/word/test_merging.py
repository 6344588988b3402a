"""A letterhead's own styles stand, and ours are added."""

from docx.shared import RGBColor
from support.word_letterheads import letterhead, named_styles, on, opened


def test_its_styles_stand_and_ours_are_added():
    file = opened(on(letterhead(change=named_styles)))
    heading = next(paragraph for paragraph in file.paragraphs if paragraph.text == "Svar")
    assert heading.style.name == "Heading 1" and heading.style.font.color.rgb == RGBColor(0xAB, 0x12, 0x34)
    assert file.styles["Svar"].font.italic and "Underskrivet" in file.styles
    assert file.styles["Annat"].style_id != "Fraga"
