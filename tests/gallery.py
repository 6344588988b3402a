"""Draws docs/gallery: every form, filled, as its participant gets it. `python tests/gallery.py` writes it anew."""

import subprocess
import tempfile
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageChops, ImageStat
from support.form_examples import CONTEXT, FORMS, example

from stegvis.exporters import compose, export
from stegvis.forms import FormDefinition, load_form

FOLDER = Path(__file__).parents[1] / "docs/gallery"
PAGE = FOLDER / "README.md"
HEAD = """# Every form

Each form as its participant gets it, or the municipality where no participant does: filled with made-up answers, the
first four pages, in grey as a printer shows it. The blanks and the other copies come from the
[command line](../../README.md#on-the-command-line). Drawn by `python tests/gallery.py`.
"""
DOTS, GREYS, GAP, MOST = 62, 8, 6, 4  # dots an inch, shades, between pages, pages shown


def pictured() -> list[FormDefinition]:
    """The forms that have an example, in the order they are listed."""
    return [load_form(form_id) for form_id in FORMS]


def pages(form: FormDefinition) -> list[Image.Image]:
    """The pages of the form's example as grey pictures."""
    answers = form.schema(CONTEXT).load(example(form.id))
    reader = "deltagare" if "deltagare" in form.audiences else "kommun"
    pdf = export(compose(form, answers, reader, CONTEXT), "pdf")
    with tempfile.TemporaryDirectory() as folder:
        where = Path(folder) / "page"
        subprocess.run(["pdftoppm", "-gray", "-r", str(DOTS), "-l", str(MOST), "-", where], input=pdf, check=True)
        return [Image.open(BytesIO(path.read_bytes())).convert("L") for path in sorted(Path(folder).iterdir())]


def picture(form: FormDefinition) -> Image.Image:
    """The pages side by side."""
    drawn = pages(form)
    width, height = drawn[0].size
    sheet = Image.new("L", (len(drawn) * (width + GAP) - GAP, height), 128)
    for number, page in enumerate(drawn):
        sheet.paste(page, (number * (width + GAP), 0))
    return sheet


def difference(form: FormDefinition) -> float:
    """How far the kept picture is from what the form looks like now, in shades of 256 a dot; 256 when it is another
    size.
    """
    kept, now = Image.open(FOLDER / f"{form.id}.png").convert("L"), picture(form)
    return ImageStat.Stat(ImageChops.difference(kept, now)).mean[0] if kept.size == now.size else 256.0


def text() -> str:
    """The page that shows the pictures."""
    shown = (f"\n## {form.title} ({form.code})\n\n![{form.title}, ifylld]({form.id}.png)\n" for form in pictured())
    return HEAD + "".join(shown)


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for form in pictured():
        picture(form).quantize(GREYS).save(FOLDER / f"{form.id}.png", optimize=True)
    PAGE.write_text(text(), "utf-8")
