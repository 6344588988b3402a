"""Letterheads as a municipality makes them, and as somebody hostile does."""

from dataclasses import replace
from io import BytesIO

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Mm, RGBColor

from stegvis.exporters import export
from support.packages import repacked
from support.sample_base import png
from support.samples import every_node


def letterhead(header="Lillköpings kommun", footer="Storgatan 1, 123 45 Lillköping", change=lambda file: None):
    """A .docx with words and a logo in its header, a footer and other margins; *change* does more to it."""
    file = docx.Document()
    section = file.sections[0]
    section.page_width, section.page_height, section.left_margin, section.right_margin = (
        Mm(210),
        Mm(297),
        Mm(40),
        Mm(20),
    )
    if header:
        section.header.paragraphs[0].text = header
        section.header.paragraphs[0].add_run().add_picture(BytesIO(png()), height=Mm(10))
    if footer:
        section.footer.paragraphs[0].text = footer
    change(file)
    saved = BytesIO()
    file.save(saved)
    return repacked(saved.getvalue())


def rewritten(data, part="", old=b"", new=b"", more=None):
    """The package with one part changed, and *more* entries."""

    def change(name, content):
        assert name != part or old in content
        return content.replace(old, new, 1) if name == part else content

    return repacked(data, change, more)


def on(data, made=None):
    return export(replace(made or every_node(), stationery=data), "docx")


def opened(content):
    return docx.Document(BytesIO(content))


def named_styles(file):
    """As Word in Swedish saves a template: built-in styles have Swedish ids, and some of ours stand there already."""
    for style in file.styles.element.iter(qn("w:style")):
        if style.get(qn("w:styleId")) == "Heading1":
            style.set(qn("w:styleId"), "Rubrik1")
    file.styles["Heading 1"].font.color.rgb = RGBColor(0xAB, 0x12, 0x34)
    file.styles.add_style("Svar", WD_STYLE_TYPE.PARAGRAPH).font.italic = True
    file.styles.add_style("Annat", WD_STYLE_TYPE.PARAGRAPH).element.set(qn("w:styleId"), "Fraga")
