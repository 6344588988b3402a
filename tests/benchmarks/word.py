"""The same document as a Word file in three ways: ours, python-docx node by node, and a docxtpl template."""

from functools import cache
from io import BytesIO

import docx
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docxtpl import DocxTemplate, InlineImage

from stegvis.exporters import export
from stegvis.exporters.document import Renderer
from stegvis.exporters.signing_lines import signing_lines
from stegvis.forms.language.words import TICKED, UNTICKED

from .plain import plain


def ours(document):
    return export(document, "docx")


def naive(document):
    """python-docx as its guide shows it: its own template opened each time, one call for each node."""
    file = docx.Document()
    _page(file, document.footer)
    head = document.head
    if head.logo:
        file.add_picture(BytesIO(head.logo.data), height=Pt(head.logo.height))
        file.inline_shapes[0]._inline.docPr.set("descr", head.logo.alt)
    facts = [f"{label}: {fact}" for label, fact in head.facts]
    for line in (head.name, *head.lines, *facts, document.copy_for):
        if line:
            file.add_paragraph(line)
    file.add_paragraph(document.title, style="Title")
    if document.subtitle:
        file.add_paragraph(document.subtitle, style="Subtitle")
    for line in (*document.marks, *document.intro):
        file.add_paragraph(line)
    renderer = Naive(file)
    for section in document.sections:
        file.add_paragraph(section.heading, style="Heading 1")
        for block in section.blocks:
            renderer.render(block)
    return _saved(file)


class Naive(Renderer):
    """Each node as a call or two to python-docx."""

    def __init__(self, file):
        self.file = file
        self.level = 2

    def answer(self, node):
        paragraph = self.file.add_paragraph()
        paragraph.add_run(node.label).bold = True
        paragraph.add_run("\t" + node.text).bold = node.strong

    def ticks(self, node):
        if node.label:
            self.file.add_paragraph().add_run(node.label).bold = True
        for words, ticked in node.options:
            self.file.add_paragraph(f"{TICKED if ticked else UNTICKED}\t{words}")

    def lines(self, node):
        self.file.add_paragraph().add_run(node.label).bold = True
        for line in (node.help, *["_" * 60] * node.count):
            self.file.add_paragraph(line)

    def text(self, node):
        if node.heading:
            self.file.add_paragraph(node.heading, style=f"Heading {self.level}")
        for words in node.paragraphs:
            self.file.add_paragraph().add_run(words).bold = node.strong

    def bullets(self, node):
        if node.lead:
            self.file.add_paragraph(node.lead)
        for item in node.items:
            self.file.add_paragraph(item, style="List Number" if node.ordered else "List Bullet")

    def table(self, node):
        if node.caption:
            self.file.add_paragraph(node.caption, style="Caption")
        table = self.file.add_table(rows=0, cols=len(node.head), style="Table Grid")
        for row in (node.head, *node.rows):
            for cell, words in zip(table.add_row().cells, row, strict=True):
                cell.text = words

    def group(self, node):
        self.file.add_paragraph(node.heading, style=f"Heading {self.level}")
        self.level += 1
        for block in node.blocks:
            self.render(block)
        self.level -= 1

    def signature(self, node):
        self.file.add_paragraph(node.role, style=f"Heading {self.level}")
        if node.behalf:
            self.file.add_paragraph(node.behalf)
        for label, known in signing_lines(node):
            self.file.add_paragraph(f"{label}\t{known or '_' * 40}")


def docxtpl(document):
    """docxtpl: one template with loops, opened and rendered for each document."""
    file = DocxTemplate(BytesIO(_template()))
    values = plain(document)
    logo = document.head.logo
    values["logo"] = InlineImage(file, BytesIO(logo.data), height=Pt(logo.height)) if logo else ""
    file.render(values, autoescape=True)
    if logo:
        file.docx.inline_shapes[0]._inline.docPr.set("descr", logo.alt)
    return _saved(file)


@cache
def _template():
    file = docx.Document()
    _page(file, "{{ footer }}")
    for line in TEMPLATE.strip().splitlines():
        style, _, words = line.strip().partition("|")
        if words.startswith("TABLE"):
            _template_table(file)
        else:
            file.add_paragraph(words, style=style or None)
    return _saved(file)


TEMPLATE = """
|{{ logo }}
|{{ sender }}
|{%p for line in sender_lines + facts %}
|{{ line }}
|{%p endfor %}
|{{ copy_for }}
Title|{{ title }}
Subtitle|{{ subtitle }}
|{%p for line in marks + intro %}
|{{ line }}
|{%p endfor %}
|{%p for section in sections %}
Heading 1|{{ section.heading }}
|{%p for block in section.blocks %}
|{%p if block.kind == "Answer" %}
|{{ block.label }}\t{{ block.text }}
|{%p elif block.kind == "Ticks" %}
|{{ block.label }}
|{%p for box in block.boxes %}
|{{ box[0] }}\t{{ box[1] }}
|{%p endfor %}
|{%p elif block.kind == "Lines" %}
|{{ block.label }}
|{{ block.help }}
|{%p for line in range(block.count) %}
|________________________________________
|{%p endfor %}
|{%p elif block.kind == "Text" %}
Heading 2|{{ block.heading }}
|{%p for words in block.paragraphs %}
|{{ words }}
|{%p endfor %}
|{%p elif block.kind == "Bullets" %}
|{{ block.lead }}
|{%p if block.ordered %}
|{%p for item in block["items"] %}
List Number|{{ item }}
|{%p endfor %}
|{%p else %}
|{%p for item in block["items"] %}
List Bullet|{{ item }}
|{%p endfor %}
|{%p endif %}
|{%p elif block.kind == "Table" %}
Caption|{{ block.caption }}
|TABLE
|{%p elif block.kind == "AnswerGroup" %}
Heading 2|{{ block.heading }}
|{%p elif block.kind == "SignatureBlock" %}
Heading 2|{{ block.role }}
|{{ block.behalf }}
|{%p for line in block.lines %}
|{{ line[0] }}\t{{ line[1] }}
|{%p endfor %}
|{%p endif %}
|{%p endfor %}
|{%p endfor %}
"""


def _template_table(file):
    """Columns and rows that repeat: tags in cells and rows of their own, as docxtpl wants them."""
    table = file.add_table(rows=4, cols=3, style="Table Grid")
    rows = (
        ("{%tc for cell in block.head %}", "{{ cell }}", "{%tc endfor %}"),
        ("{%tr for row in block.rows %}", "", ""),
        ("{%tc for cell in row %}", "{{ cell }}", "{%tc endfor %}"),
        ("{%tr endfor %}", "", ""),
    )
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text


def _page(file, footer):
    page = file.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(2.5)
    paragraph = page.footer.paragraphs[0]
    paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(16), WD_TAB_ALIGNMENT.RIGHT)
    paragraph.add_run(f"{footer}\tSida ")
    _field(paragraph, "PAGE")
    paragraph.add_run(" av ")
    _field(paragraph, "NUMPAGES")


def _field(paragraph, name):
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    paragraph._p.append(field)


def _saved(file):
    kept = BytesIO()
    file.save(kept)
    return kept.getvalue()
