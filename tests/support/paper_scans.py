"""What happens to a paper in an office: printed, signed, laid askew on a glass, scanned grey and noisy, saved as
JPEG in a PDF.
"""

import subprocess
from io import BytesIO

import tools
from PIL import Image, ImageDraw, ImageFilter


def printed(pdf, dpi=200):
    """The pages of a PDF as a printer would make them: grey pictures."""
    command = [tools.find("pdftoppm"), "-r", str(dpi), "-gray", "-png", "-"]
    found = subprocess.run(command, input=pdf, capture_output=True, check=True).stdout
    return [
        Image.open(BytesIO(b"\x89PNG\r\n\x1a\n" + part)).convert("L") for part in found.split(b"\x89PNG\r\n\x1a\n")[1:]
    ]


def scanned(page, *, tilt=0.0, noise=40, blur=0.4, upside_down=False):
    """A page as a scanner sees it: askew, a shadow along one edge, holes punched, signed with a pen, noise."""
    page = page.copy()
    draw, (width, height) = ImageDraw.Draw(page), page.size
    for y in (0.42, 0.58):
        draw.ellipse([0.02 * width, y * height, 0.05 * width, y * height + 0.03 * width], fill=40)
    draw.line([(0.4 * width + 9 * n, 0.9 * height - (n * 37) % 41) for n in range(24)], fill=30, width=4)
    draw.rectangle([0, 0, 0.012 * width, height], fill=120)
    page = page.rotate(tilt + (180 if upside_down else 0), fillcolor=255, resample=Image.Resampling.BICUBIC)
    page = Image.blend(page, Image.effect_noise(page.size, noise), 0.18)
    return page.filter(ImageFilter.GaussianBlur(blur))


def white(page):
    """The back of a sheet, not quite white."""
    return Image.blend(Image.new("L", page.size, 255), Image.effect_noise(page.size, 10), 0.03)


def as_pdf(pages, quality=55):
    """Pictures as one PDF, as scanners make them."""
    file = BytesIO()
    first, *rest = pages
    first.save(file, "PDF", save_all=True, append_images=rest, resolution=200, quality=quality)
    return file.getvalue()


def as_file(page, kind, **given):
    """One picture as a file of that kind."""
    file = BytesIO()
    page.save(file, kind, **given)
    return file.getvalue()
