"""Fills the controls of a Word blank as Word does: words, the key of a list, ticks."""

import re

from docx.oxml.ns import qn
from werkzeug.datastructures import MultiDict

from support import pdf_filling
from support.packages import with_body

W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"


def sent(form, raw):
    """What a browser would send of raw answers, several to one control in order of letters."""
    return {control: sorted(words) for control, words in pdf_filling.sent(form, raw).items()}


def posted(values):
    """The values as a browser posts them, each repeat with the number of rows that hold something."""
    data = MultiDict((name, word) for name, words in values.items() for word in words)
    counts = {}
    for name in values:
        for row in re.finditer(r"-(\d+)(?=-)", name):
            count = f"{name[: row.start()]}-antal"
            counts[count] = max(counts.get(count, 0), int(row[1]) + 1)
    data.update({name: str(count) for name, count in counts.items()})
    return data


def fill(data, values):
    """The file with the values in its controls; second, the controls it has no place for."""
    left = {(control, word) for control, words in values.items() for word in words}

    def write(root):
        for control in root.iter(qn("w:sdt")):
            if control.find(f".//{qn('w:sdt')}") is None:
                _fill(control, values, left)

    return with_body(data, write), sorted(left)


def _fill(control, values, left):
    properties, content = control.find(qn("w:sdtPr")), control.find(qn("w:sdtContent"))
    name, _, key = properties.find(qn("w:tag")).get(qn("w:val")).partition("=")
    box = properties.find(f"{W14}checkbox")
    for word in values.get(name, ()):
        if box is None:
            _write(properties, content, word)
        elif word == key:
            box.find(f"{W14}checked").set(f"{W14}val", "1")
            next(content.iter(qn("w:t"))).text = "☒"
        else:
            continue
        left.discard((name, word))


def _write(properties, content, word):
    properties.remove(properties.find(qn("w:showingPlcHdr")))
    for item in properties.iter(qn("w:listItem")):
        if item.get(qn("w:value")) == word:
            word = item.get(qn("w:displayText"))
    run = next(content.iter(qn("w:r")))
    lines = word.split("\n")
    next(run.iter(qn("w:t"))).text = lines[0]
    for line in lines[1:]:
        run.append(run.makeelement(qn("w:br")))
        text = run.makeelement(qn("w:t"), {"{http://www.w3.org/XML/1998/namespace}space": "preserve"})
        text.text = line
        run.append(text)


def items(root, row_of):
    """The rows of a repeat that Word can add to."""
    for properties in root.iter(qn("w:sdtPr")):
        tag = properties.find(qn("w:tag"))
        if properties.find(f"{W15}repeatingSection") is not None and tag.get(qn("w:val")) == row_of:
            return properties.getparent().find(qn("w:sdtContent")).findall(qn("w:sdt"))
    return []
