"""The look of the Word file: named styles that a municipality can change in Word."""

from dataclasses import dataclass
from functools import cached_property

FONT, SCRIPT_FONT, BOX_FONT = "Calibri", "Arial", "Segoe UI Symbol"
ACCENT, SOFT, WARNING, RULE, TINT = "1F5F6B", "4A5560", "A3291F", "B9C1C8", "EEF3F4"
LABEL, HANG = 3856, 340  # twips: the column of labels (6.8 cm), and how far the words of a list hang
LINE = 9071  # twips: the width of the text, A4 less 25 mm on either side

_PLAIN = str.maketrans("åäöÅÄÖ", "aaoAAO")
_SIDES = ("top", "left", "bottom", "right")


@dataclass(frozen=True)
class Look:
    """One paragraph style: sizes and distances in points, indents in twips, borders as sides and a colour."""

    name: str
    size: float = 10.5
    bold: bool = False
    color: str = ""
    before: float = 0
    after: float = 4
    indent: int = 0
    hanging: int = 0
    level: int | None = None
    numbering: int | None = None
    keep_next: bool = False
    keep_together: bool = False
    borders: tuple[str, ...] = ()
    border_color: str = RULE
    stops: tuple[int, ...] = ()
    right_tab: str = ""

    @cached_property
    def id(self) -> str:
        """The name as it stands in the paragraphs, in plain letters."""
        return "".join(word.capitalize() for word in self.name.split()).translate(_PLAIN)

    @property
    def xml(self) -> str:
        """The style, its parts in the order the schema wants."""
        first = ' w:default="1"' if self.name == "Normal" else ""
        based = "" if first else '<w:basedOn w:val="Normal"/>'
        after = '<w:next w:val="Normal"/>' if self.level is not None or self.name == "Title" else ""
        return (
            f'<w:style w:type="paragraph"{first} w:styleId="{self.id}"><w:name w:val="{self.name}"/>{based}{after}'
            f"<w:qFormat/><w:pPr>{self._paragraph()}</w:pPr><w:rPr>{self._letters()}</w:rPr></w:style>"
        )

    def _paragraph(self) -> str:
        keep = "<w:keepNext/>" * self.keep_next + "<w:keepLines/>" * self.keep_together
        list_ = f'<w:numPr><w:numId w:val="{self.numbering}"/></w:numPr>' if self.numbering else ""
        drawn = (
            f'<w:{side} w:val="single" w:sz="6" w:space="4" w:color="{self.border_color}"/>' for side in self.borders
        )
        borders = f"<w:pBdr>{''.join(drawn)}</w:pBdr>" if self.borders else ""
        left = (*self.stops, self.indent) if self.hanging else self.stops
        stops = "".join(f'<w:tab w:val="left" w:pos="{stop}"/>' for stop in left)
        if self.right_tab:
            stops += f'<w:tab w:val="right" w:leader="{self.right_tab}" w:pos="{LINE}"/>'
        tabs = f"<w:tabs>{stops}</w:tabs>" if stops else ""
        spacing = (
            f'<w:spacing w:before="{_twips(self.before)}" w:after="{_twips(self.after)}" w:line="259" '
            'w:lineRule="auto"/>'
        )
        indent = f'<w:ind w:left="{self.indent}" w:hanging="{self.hanging}"/>' if self.indent else ""
        outline = "" if self.level is None else f'<w:outlineLvl w:val="{self.level}"/>'
        return keep + list_ + borders + tabs + spacing + indent + outline

    def _letters(self) -> str:
        bold = "<w:b/><w:bCs/>" * self.bold
        color = f'<w:color w:val="{self.color}"/>' if self.color else ""
        size = round(self.size * 2)
        return f'{bold}{color}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'


LOOKS = (
    Look("Normal"),
    Look("Title", size=24, bold=True, color=ACCENT, before=12, after=2, keep_next=True),
    Look("Subtitle", size=13, color=SOFT, after=6, keep_next=True),
    Look(
        "heading 1",
        size=14,
        bold=True,
        color=ACCENT,
        before=16,
        after=6,
        keep_next=True,
        keep_together=True,
        level=0,
        borders=("top",),
        border_color=ACCENT,
    ),
    Look("heading 2", size=11.5, bold=True, before=10, after=3, keep_next=True, keep_together=True, level=1),
    Look("heading 3", size=10.5, bold=True, color=SOFT, before=8, after=2, keep_next=True, keep_together=True, level=2),
    Look("List Bullet", after=2, indent=HANG, hanging=HANG, numbering=1),
    Look("List Number", after=2, indent=HANG, hanging=HANG, numbering=2),
    Look("caption", bold=True, before=8, after=4, keep_next=True),
    Look("header", size=9, bold=True, color=WARNING, after=0),
    Look("footer", size=8.5, color=SOFT, after=0, right_tab="none", borders=("top",)),
    Look("Avsändare", size=13, bold=True, after=0),
    Look("Avsändarrad", size=9.5, color=SOFT, after=0),
    Look("Uppgifter", size=9.5, color=SOFT, before=4, after=0, stops=(3119, 6238)),
    Look("Exemplar", bold=True, before=10, after=0),
    Look(
        "Märkning",
        size=12,
        bold=True,
        color=WARNING,
        before=4,
        after=6,
        keep_together=True,
        borders=_SIDES,
        border_color=WARNING,
    ),
    Look("Fråga", bold=True, before=2, after=0, keep_next=True),
    Look("Svar", after=3, indent=LABEL, hanging=LABEL),
    Look("Svar under", after=3, indent=LABEL),
    Look("Ruta", after=3, indent=HANG, hanging=HANG, keep_together=True),
    Look("Ruta under", after=2, indent=LABEL + HANG, hanging=HANG, keep_together=True),
    Look("Ruta svar", before=4, after=2, indent=LABEL + HANG, hanging=LABEL + HANG, stops=(LABEL,), keep_together=True),
    Look("Skrivsvar", before=12, after=0, indent=LABEL, hanging=LABEL, right_tab="underscore"),
    Look("Skrivfråga", bold=True, before=8, after=0, keep_next=True),
    Look("Hjälp", size=9.5, color=SOFT, after=0, keep_next=True),
    Look("Skrivrad", size=15, after=0, borders=("bottom", "between"), border_color=SOFT),
    Look("Tabelltext", size=10, after=0),
    Look("Efter tabell", size=4, after=0),
    Look("Underskrift", size=9, color=SOFT, after=0, keep_next=True, keep_together=True),
    Look("Underskrivet", before=14, after=0, keep_together=True, borders=("bottom",), border_color=SOFT),
)


def styles_xml(language: str) -> str:
    """The whole styles part for documents in that language."""
    return (
        "<w:styles "
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr>'
        f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{SCRIPT_FONT}"/><w:sz w:val="21"/>'
        f'<w:szCs w:val="21"/><w:lang w:val="{language}" w:eastAsia="{language}" '
        'w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        f"<w:pPrDefault/></w:docDefaults>{''.join(look.xml for look in LOOKS)}{_OTHERS}</w:styles>"
    )


def _twips(points: float) -> int:
    return round(points * 20)


def _character(name: str, letters: str) -> str:
    return (
        f'<w:style w:type="character" w:styleId="{name}"><w:name '
        f'w:val="{name}"/><w:qFormat/><w:rPr>{letters}</w:rPr></w:style>'
    )


def _cell_margins(top: int, left: int, right: int) -> str:
    sizes = zip(_SIDES, (top, left, top, right), strict=True)
    drawn = "".join(f'<w:{name} w:w="{size}" w:type="dxa"/>' for name, size in sizes)
    return f"<w:tblCellMar>{drawn}</w:tblCellMar>"


def _table_style(name: str, properties: str, parts: str = "") -> str:
    return (
        f'<w:style w:type="table" w:styleId="{name}"><w:name w:val="{name}"/><w:basedOn '
        'w:val="TableNormal"/><w:qFormat/>'
        f"<w:tblPr>{properties}</w:tblPr>{parts}</w:style>"
    )


def _grid() -> str:
    names = (*_SIDES, "insideH", "insideV")
    drawn = "".join(f'<w:{name} w:val="single" w:sz="4" w:space="0" w:color="{RULE}"/>' for name in names)
    return f"<w:tblBorders>{drawn}</w:tblBorders>"


_HEADS = (
    '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/></w:rPr><w:tcPr>'
    f'<w:shd w:val="clear" w:color="auto" w:fill="{TINT}"/></w:tcPr></w:tblStylePr>'
    '<w:tblStylePr w:type="firstCol"><w:rPr><w:b/><w:bCs/></w:rPr></w:tblStylePr>'
)
_OTHERS = "".join(
    (
        (
            '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
            '<w:name w:val="Default Paragraph Font"/></w:style>'
        ),
        _character("Etikett", "<w:b/><w:bCs/>"),
        _character("Obesvarad", f'<w:i/><w:iCs/><w:color w:val="{SOFT}"/>'),
        _character(
            "Kryssruta",
            "".join(("<w:rFonts", *(f' w:{use}="{BOX_FONT}"' for use in ("ascii", "hAnsi", "eastAsia", "cs")), "/>")),
        ),
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>',
        f'<w:tblInd w:w="0" w:type="dxa"/>{_cell_margins(0, 108, 108)}</w:tblPr></w:style>',
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/></w:style>',
        _table_style("Tabell", _grid() + _cell_margins(40, 100, 100), _HEADS),
        _table_style("Underskrifter", _cell_margins(0, 0, 240)),
    )
)
