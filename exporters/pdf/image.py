"""Images as PDF holds them."""

import zlib
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

from PIL import Image as Pillow
from PIL import UnidentifiedImageError

from ..document import Figure
from ..errors import UnusableImage
from .file import PdfFile

LARGEST = 1200  # pixels on the longer side; enough for a logo at 600 dots per inch


@dataclass(frozen=True, slots=True)
class Image:
    """Compressed RGB pixels without transparency."""

    width: int
    height: int
    data: bytes

    def write(self, file: PdfFile) -> int:
        """Embed the image; its object number."""
        size = f"/Type/XObject/Subtype/Image/Width {self.width}/Height {self.height}"
        return file.deflated(f"{size}/BitsPerComponent 8/ColorSpace/DeviceRGB", self.data)


def read_image(figure: Figure) -> Image:
    """The pixels of a PNG or JPEG, transparency laid on white. Raises UnusableImage."""
    try:
        return _read(figure.data)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Pillow.DecompressionBombError) as error:
        raise UnusableImage(figure.alt) from error


@lru_cache(8)
def _read(data: bytes) -> Image:
    with Pillow.open(BytesIO(data), formats=("PNG", "JPEG")) as source:
        source.thumbnail((LARGEST, LARGEST))
        pixels = source.convert("RGBA")
    white = Pillow.new("RGBA", pixels.size, "white")
    rgb = Pillow.alpha_composite(white, pixels).convert("RGB")
    return Image(rgb.width, rgb.height, zlib.compress(rgb.tobytes(), 9))
