"""The words of a file in reading order, whatever its format: what every format of one document must agree on."""

import re
import unicodedata
from collections import Counter
from io import BytesIO
from zipfile import ZipFile

from bs4 import BeautifulSoup
from lxml import etree

from support import pdf_reading

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DESCRIBED = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
UNSHOWN = "Tecken som inte kan visas i PDF:"
NOT_WORDS = re.compile(r"[_•]+")


def words_of(text):
    """The words, composed, without bullets and lines to write on."""
    return [word for word in unicodedata.normalize("NFC", text).split() if not NOT_WORDS.fullmatch(word)]


def text_words(content):
    return words_of(content.decode("utf-8"))


def html_words(content):
    """Everything the page says: the words of images in their place, and the number of each item of an ordered list."""
    page = BeautifulSoup(content.decode("utf-8"), "html5lib").body
    for image in page.find_all("img"):
        image.replace_with(f" {image['alt']} ")
    for ordered in page.find_all("ol"):
        for number, item in enumerate(ordered.find_all("li", recursive=False), 1):
            item.insert(0, f" {number}. ")
    for line in page.find_all("br"):
        line.replace_with(" ")
    for block in page.find_all(["p", "li", "td", "th", "dt", "dd", "caption", re.compile("h[1-6]"), "span"]):
        block.insert_before(" ")
        block.insert_after(" ")
    return words_of(page.get_text())


def docx_words(content):
    """The body and then the footer without its page number; headers only repeat what the body says."""
    with ZipFile(BytesIO(content)) as archive:
        body, footer = (etree.fromstring(archive.read(f"word/{part}.xml")) for part in ("document", "footer1"))
    paragraphs = [*_paragraphs(body), *_paragraphs(footer)]
    counted = Counter()
    text = "\n".join(_number(paragraph, counted) + _said(paragraph) for paragraph in paragraphs)
    return words_of(re.sub(r"\tSida 1 av 1$", "", text))


def _paragraphs(root):
    return root.iter(f"{W}p")


def _number(paragraph, counted):
    """The number Word prints before an item, counted for each list."""
    numbered = paragraph.find(f"{W}pPr/{W}numPr/{W}numId")
    if numbered is None:
        return ""
    counted[numbered.get(f"{W}val")] += 1
    return f"{counted[numbered.get(f'{W}val')]}. "


def _said(paragraph):
    said = []
    for element in paragraph.iter():
        if element.tag == f"{W}t":
            said.append(element.text or "")
        elif element.tag in (f"{W}tab", f"{W}br") and element.getparent().tag == f"{W}r":
            said.append("\t" if element.tag == f"{W}tab" else "\n")
        elif element.tag == DESCRIBED:
            said.append(element.get("descr"))
    return "".join(said)


def pdf_words(content):
    """What a reader is told, in the order of the tree, and then the footer, which stands outside it."""
    reading = pdf_reading.read(content)
    said = " ".join("".join(reading.words).split()).partition(UNSHOWN)[0]
    return words_of(said) + words_of(reading.artifacts[0].partition(" · sida ")[0])


WORDS = {"txt": text_words, "html": html_words, "docx": docx_words, "pdf": pdf_words}
