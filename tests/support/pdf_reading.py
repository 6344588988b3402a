"""What a screen reader gets from a PDF: the structure tree read independently of what wrote it.

`read` refuses files whose tree and content disagree in ways that no validator sees. `text_of` gives the words in
reading order.
"""

import re
from dataclasses import dataclass, field
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name

PAINTING = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Do", "sh", "BI", "EI", "INLINE IMAGE"}


class Disagreement(AssertionError):
    """Tree and content do not belong together."""


@dataclass
class Reading:
    """A PDF as read aloud: *outline* has one line per element and text, *words* the text alone."""

    language: str
    title: str
    outline: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    pages: list[str] = field(default_factory=list)  # the tagged text of each page
    artifacts: list[str] = field(default_factory=list)  # the untagged text of each page
    headings: list[tuple[int, str]] = field(default_factory=list)


def text_of(pdf):
    """The words of the document in reading order; footers and what is repeated on later pages are not among them."""
    return "".join(read(pdf).words).split()


def read(pdf):
    """The reading of a file, given as bytes. Raises Disagreement."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        return _Reader(opened).read()


def require(condition, words):
    if not condition:
        raise Disagreement(words)


class _Reader:
    def __init__(self, pdf):
        self.pdf = pdf
        self.contents = [_Content(page) for page in pdf.pages]
        self.places = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        self.annotations = {each.objgen: each for page in pdf.pages for each in page.get("/Annots", [])}
        self.seen = set()
        numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
        self.parents = {int(key): value for key, value in zip(numbers[::2], numbers[1::2], strict=True)}
        title = str(pdf.docinfo.get("/Title", ""))
        self.reading = Reading(str(pdf.Root.get("/Lang", "")), title)

    def read(self):
        root = self.pdf.Root.StructTreeRoot
        self._element(root.K, root, 0)
        tagged = {(page, mark) for page, content in enumerate(self.contents) for mark in content.marked}
        require(self.seen == tagged, f"content outside the tree: {sorted(tagged - self.seen)[:5]}")
        require(not self.annotations, "a form field outside the tree")
        for content in self.contents:
            self.reading.pages.append(" ".join(content.marked.values()))
            self.reading.artifacts.append(" ".join(content.artifacts))
        return self.reading

    def _element(self, element, parent, depth):
        require(element.P.objgen == parent.objgen, "an element names another parent")
        line = len(self.reading.outline)
        self.reading.outline.append("")
        first = len(self.reading.words)
        if Name.Figure == element.S:
            self.reading.words.append(str(element.get("/Alt", "")))
        for kid in _kids(element):
            self._kid(kid, element, depth)
        self.reading.words.append("\n")
        self.reading.outline[line] = "  " * depth + _described(element)
        if re.fullmatch("/H[1-6]", str(element.S)):
            self.reading.headings.append((int(str(element.S)[2:]), "".join(self.reading.words[first:]).strip()))

    def _kid(self, kid, element, depth):
        if isinstance(kid, Dictionary) and kid.get("/Type") == Name.StructElem:
            self._element(kid, element, depth + 1)
        elif isinstance(kid, Dictionary) and kid.get("/Type") == Name.OBJR:
            self._annotation(kid.Obj, element, depth)
        else:
            self._content(kid, element, depth)

    def _annotation(self, annotation, element, depth):
        require(annotation.objgen in self.annotations, "a form field that is on no page, or in the tree twice")
        del self.annotations[annotation.objgen]
        owner = self.parents.get(int(annotation.get("/StructParent", -1)))
        require(
            owner is not None and owner.objgen == element.objgen, "the parent tree has another owner of a form field"
        )
        words = f"[{str(annotation.Subtype)[1:]} {annotation.T}: {annotation.get('/TU', '')}]"
        self.reading.outline.append("  " * (depth + 1) + words)

    def _content(self, kid, element, depth):
        page, mark = (kid.Pg, int(kid.MCID)) if isinstance(kid, Dictionary) else (element.Pg, int(kid))
        place = self.places[page.objgen]
        require((place, mark) not in self.seen, "content claimed twice")
        self.seen.add((place, mark))
        owners = self.parents.get(int(page.get("/StructParents", -1)))
        require(owners is not None and mark < len(owners), "the parent tree lacks content")
        require(owners[mark].objgen == element.objgen, "the parent tree has another owner of content")
        require(mark in self.contents[place].marked, "the tree has content that no page has")
        text = self.contents[place].marked[mark]
        self.reading.words.append(text)
        if text:
            self.reading.outline.append("  " * (depth + 1) + repr(text))


class _Content:
    """The text of one page: by marked content number, and of artifacts."""

    def __init__(self, page):
        self.marked, self.artifacts = {}, []
        self._fonts = page.Resources.get("/Font", {})
        self._maps = {}
        self._font = None
        self._stack = []
        for operands, operator in pikepdf.parse_content_stream(page):
            self._take(str(operator), operands)
        require(not self._stack, "marked content that never ends")

    def _take(self, operator, operands):
        if operator in ("BMC", "BDC"):
            self._begin(operands)
        elif operator == "EMC":
            kind, words = self._stack.pop()
            if kind == "actual":
                self._say(words)
        elif operator == "Tf":
            self._font = str(operands[0])
        elif operator == "Tj":
            self._show(bytes(operands[0]))
        elif operator in PAINTING:
            require(self._stack, f"painting outside the tree that is no artifact: {operator}")

    def _begin(self, operands):
        properties = operands[1] if len(operands) > 1 and isinstance(operands[1], Dictionary) else {}
        if operands[0] == Name.Artifact or "/MCID" in properties:
            require(not self._stack, "marked content inside marked content")
        if operands[0] == Name.Artifact:
            self._stack.append(("artifact", None))
        elif "/MCID" in properties:
            mark = int(properties["/MCID"])
            require(mark not in self.marked, "a marked content number used twice on a page")
            self.marked[mark] = ""
            self._stack.append(("marked", mark))
        else:
            written = properties.get("/ActualText")
            self._stack.append(("span", None) if written is None else ("actual", str(written)))

    def _show(self, codes):
        require(self._stack, "text outside the tree that is no artifact")
        if not any(kind == "actual" for kind, _ in self._stack):
            self._say("".join(self._map()[code] for code in codes))

    def _say(self, words):
        kind, mark = self._stack[0] if self._stack else ("artifact", None)
        if kind == "marked":
            self.marked[mark] += words
        else:
            self.artifacts.append(words)

    def _map(self):
        if self._font not in self._maps:
            require("/ToUnicode" in self._fonts[self._font], "a font without a Unicode map")
            self._maps[self._font] = _unicode_map(self._fonts[self._font].ToUnicode.read_bytes())
        return self._maps[self._font]


def _unicode_map(cmap):
    mapped = re.sub(rb"begincodespacerange.*?endcodespacerange", b"", cmap, flags=re.DOTALL)
    pairs = re.findall(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", mapped)
    return {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in pairs}


def _kids(element):
    kids = element.get("/K", [])
    return kids if isinstance(kids, Array | list) else [kids]


def _described(element):
    """The role, with scope and alternative text."""
    attributes = element.get("/A", None)
    found = [str(element.S)[1:]]
    if isinstance(attributes, Dictionary):
        found += [str(attributes[key])[1:] for key in ("/Scope", "/ListNumbering", "/checked") if key in attributes]
    if "/Alt" in element:
        found.append(f"alt={str(element.Alt)!r}")
    return " ".join(found)
