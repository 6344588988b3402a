#!/bin/sh
# What somebody types in a content control of Word (w:sdt) is not in python-docx's paragraphs, cells or rows: the words
# around it are there, and nothing says that something was left out. The file opens and is valid.
set -eu
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check 'python-docx==1.2.0' 'lxml==6.1.3'
"$place/venv/bin/python" - <<'P'
import sys
from importlib.metadata import version
from io import BytesIO

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn


def paragraph(words):
    return f'<w:p><w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p>'


def control(content):
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def table(rows):
    return f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="4000"/></w:tblGrid>{rows}</w:tbl>'


def row(words):
    return f"<w:tr><w:tc>{paragraph(words)}</w:tc></w:tr>"


typed = control("<w:r><w:t>Åsa</w:t></w:r>")
made = Document()
made.element.body[:-1] = parse_xml(
    f"<w:body {nsdecls('w')}>"
    + paragraph("Namn: ").replace("</w:p>", f"{typed}</w:p>")
    + control(paragraph("Öberg"))
    + table(row("Rad ett") + control(row("Rad två")))
    + "</w:body>"
)
made.save(file := BytesIO())
read = Document(file)

there = [text.text for text in read.element.body.iter(qn("w:t"))]
paragraphs = [one.text for one in read.paragraphs]
rows = [[cell.text for cell in one.cells] for one in read.tables[0].rows]
print("python-docx", version("python-docx"))
print("words in the file:", there)
print("paragraphs:", paragraphs)
print("rows of the table:", rows)
if "Åsa" not in there or "Öberg" not in there or "Rad två" not in there:
    sys.exit("no longer so: the words were not kept in the file")
if paragraphs != ["Namn: "] or rows != [["Rad ett"]]:
    sys.exit("no longer so: what stands in a content control is read")
print("still so")
P
