"""An image in the Word file: its size, its alternative text, and its place in the package."""

from dataclasses import dataclass

from docx.image.image import Image

from ..document import Figure
from ..errors import UnusableImage
from .runs import quoted

EMU = 12700  # English metric units in a point
WIDEST = 453.5  # points: the width of the text
RELATION = "rIdLogo"
_SUFFIXES = {"image/png": "png", "image/jpeg": "jpeg"}


@dataclass(frozen=True, slots=True)
class Picture:
    """The file inside the package, its relation to the body, and the drawing that shows it."""

    part: str
    relation: str
    drawing: str


def picture(figure: Figure) -> Picture:
    """The figure made ready for the package. Raises UnusableImage."""
    suffix, share = _read(figure)
    height = min(figure.height, WIDEST / share)
    size = f'cx="{round(height * share * EMU)}" cy="{round(height * EMU)}"'
    relation = (
        f'<Relationship Id="{RELATION}" Target="media/logo.{suffix}" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"/>'
    )
    return Picture(f"word/media/logo.{suffix}", relation, _drawing(size, quoted(figure.alt)))


def _read(figure: Figure) -> tuple[str, float]:
    """The suffix of the image's real kind, and its width as a share of its height."""
    try:
        image = Image.from_blob(figure.data)
        return _SUFFIXES[image.content_type], image.px_width / image.px_height
    except Exception as error:  # the readers raise whatever a broken header leads them to
        raise UnusableImage(figure.alt) from error


def _drawing(size: str, alt: str) -> str:
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f'<wp:docPr id="1" name="Bild 1" descr="{alt}"/><wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/>'
        '</wp:cNvGraphicFramePr><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        f'<pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="Bild 1" descr="{alt}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{RELATION}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
