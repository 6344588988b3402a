"""Reads the codes of scanned pages in a process of its own: the files meet C code, and a file that crashes or hangs
takes nothing along.

`python -m stegvis.plugin.signing.scan_reader SIZE…` takes the files one after the other on standard input, and
writes JSON.
"""

import json
import sys
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from PIL import Image, ImageSequence
from pypdfium2 import PdfDocument
from zxingcpp import BarcodeFormat, BarcodeFormats, read_barcodes

DPI = 200
MOST_PAGES = 60
MOST_PIXELS = 40_000_000
MOST_POINTS = 3_000
"""The longest side of a page that is rendered."""
PALE = 245  # and lighter is white
MEMORY = 1_500_000_000
CPU_SECONDS = 60


class TooMuch(Exception):
    """The file has more or larger pages than any scan."""


def main(sizes: list[str]) -> None:
    """Reads every file; what cannot be read is said for that file alone."""
    _limit()
    data, found = BytesIO(sys.stdin.buffer.read()), []
    for number, size in enumerate(map(int, sizes)):
        file = data.read(size)
        try:
            found += [{"file": number, "page": place, **_codes(image)} for place, image in enumerate(_images(file), 1)]
        except TooMuch:
            found.append({"file": number, "problem": "large"})
        except Exception:  # noqa: BLE001 - whatever a hostile file leads a parser to
            found.append({"file": number, "problem": "broken"})
    print(json.dumps(found))


def _images(data: bytes) -> Iterator[Any]:
    if data.startswith(b"%PDF-"):
        yield from _pages(data)
        return
    with Image.open(BytesIO(data), formats=("PNG", "JPEG", "TIFF")) as opened:
        for number, frame in enumerate(ImageSequence.Iterator(opened)):
            if number >= MOST_PAGES or frame.width * frame.height > MOST_PIXELS:
                raise TooMuch
            yield frame.convert("L")


def _pages(data: bytes) -> Iterator[Any]:
    document = PdfDocument(data)
    if len(document) > MOST_PAGES:
        raise TooMuch
    for page in document:
        if max(page.get_size()) > MOST_POINTS:
            raise TooMuch
        yield page.render(scale=DPI / 72, grayscale=True, may_draw_forms=False).to_pil()


def _codes(image: Any) -> dict[str, Any]:
    """The codes on a page, looked for in larger drawings of it until there is one; and whether it is white."""
    for scale in (1, 2, 0.5):
        size = (round(image.width * scale), round(image.height * scale))
        drawn = image if scale == 1 else image.resize(size, Image.Resampling.BICUBIC)
        if texts := [code.text for code in read_barcodes(drawn, formats=BarcodeFormats(BarcodeFormat.QRCode))]:
            return {"codes": texts, "white": False}
    small = image.resize((100, 140), Image.Resampling.BOX)
    dark = sum(small.histogram()[:PALE])
    return {"codes": [], "white": dark <= 20}


def _limit() -> None:
    try:
        import resource  # POSIX alone has it
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))


if __name__ == "__main__":
    main(sys.argv[1:])
