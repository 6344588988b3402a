"""Everything a file holds, seen or not: what a leak would have to be found in."""

import re
from io import BytesIO
from zipfile import ZipFile

import pikepdf


def raw_text(content, format_name):
    """The raw parts of a file as one text: each part of a Word package with and without its markup, each stream,
    string, name and attachment of a PDF, or the file as it is.
    """
    if format_name == "pdf":
        return "\n".join(_of_pdf(content))
    if format_name == "docx":
        with ZipFile(BytesIO(content)) as package:
            parts = [name + "\n" + package.read(name).decode("utf-8", "replace") for name in package.namelist()]
        return "\n".join([*parts, *(re.sub(r"<[^>]+>", "", part) for part in parts)])
    return content.decode("utf-8")


def _of_pdf(content):
    with pikepdf.open(BytesIO(content)) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Stream):
                data = thing.read_bytes()
                yield data.decode("utf-8", "replace")
                yield _shown(data.decode("latin-1"))
            yield from _strings(thing)


def _shown(operators):
    """The strings a page shows, put together as they are read; the fonts keep ASCII as it is."""
    return " ".join(re.sub(r"\\(.)", r"\1", found) for found in re.findall(r"\(((?:\\.|[^\\)])*)\)\s*Tj", operators))


def _strings(thing, depth=0):
    if isinstance(thing, pikepdf.String):
        yield str(thing)
    elif isinstance(thing, pikepdf.Array) and depth < 20:
        for one in thing:
            yield from _strings(one, depth + 1)
    elif isinstance(thing, (pikepdf.Dictionary, pikepdf.Stream)) and depth < 20:
        for key in thing.keys():  # noqa: SIM118 - a pikepdf dictionary
            yield key
            if key not in ("/P", "/Parent", "/K", "/Kids"):
                yield from _strings(thing[key], depth + 1)
