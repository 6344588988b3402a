"""What the file says about itself. Nothing here names a person."""

from dataclasses import dataclass
from datetime import UTC, datetime
from xml.sax.saxutils import escape

from .syntax import text_string

PRODUCER = "Stegvis"

_DESCRIPTION = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
}
_NAMESPACES = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in _DESCRIPTION.items())
# PDF/A accepts the PDF/UA mark only beside a description of the schema it belongs to.
_UA_SCHEMA = (
    '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">'
    "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>"
    f"<pdfaSchema:namespaceURI>{_DESCRIPTION['pdfuaid']}</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">'
    "<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>PDF/UA part</pdfaProperty:description>"
    "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>"
)


@dataclass(frozen=True, slots=True)
class Metadata:
    """Title, sender, language, moment, and the part of PDF/A (2, or 3 with attachments)."""

    title: str
    author: str
    language: str
    made: datetime
    part: int

    @property
    def date(self) -> str:
        """The moment as a PDF date, parentheses included."""
        return self.made.astimezone(UTC).strftime("(D:%Y%m%d%H%M%SZ)")

    def info(self) -> str:
        """The information dictionary; it agrees with the XMP packet."""
        author = f"/Author{text_string(self.author)}" if self.author else ""
        return (
            f"<</Title{text_string(self.title)}{author}/Creator({PRODUCER})/Producer({PRODUCER})"
            f"/CreationDate{self.date}/ModDate{self.date}>>"
        )

    def xmp(self) -> bytes:
        """The XMP packet, which marks the file as PDF/A level A and PDF/UA-1."""
        made = self.made.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        author = f"<dc:creator><rdf:Seq><rdf:li>{escape(self.author)}</rdf:li></rdf:Seq></dc:creator>"
        return (
            '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n<x:xmpmeta xmlns:x="adobe:ns:meta/">'
            '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
            f'<rdf:Description rdf:about="" {_NAMESPACES}>\n<dc:format>application/pdf</dc:format>'
            f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(self.title)}</rdf:li></rdf:Alt></dc:title>'
            f"{author if self.author else ''}"
            f"<dc:language><rdf:Bag><rdf:li>{escape(self.language)}</rdf:li></rdf:Bag></dc:language>\n"
            f"<pdf:Producer>{PRODUCER}</pdf:Producer><xmp:CreatorTool>{PRODUCER}</xmp:CreatorTool>"
            f"<xmp:CreateDate>{made}</xmp:CreateDate><xmp:ModifyDate>{made}</xmp:ModifyDate>"
            f"<xmp:MetadataDate>{made}</xmp:MetadataDate>\n<pdfaid:part>{self.part}</pdfaid:part>"
            "<pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>\n"
            f'{_UA_SCHEMA}\n</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end="w"?>'
        ).encode()
