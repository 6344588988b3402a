"""An entry of the package holds its content, and no trace of when or where it was made."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from stegvis.exporters.word.archive import put


def packed(content):
    with ZipFile(made := BytesIO(), "w") as archive:
        put(archive, "word/å.xml", content)
    return made.getvalue()


def test_the_content_comes_back_compressed():
    with ZipFile(BytesIO(packed(b"ord " * 1000))) as archive:
        entry = archive.getinfo("word/å.xml")
        assert archive.read(entry) == b"ord " * 1000
        assert entry.compress_type == ZIP_DEFLATED and entry.compress_size < 1000


def test_neither_clock_nor_computer_is_in_it():
    """The earliest moment that a ZIP file can tell, and the system number of MS-DOS, which says nothing."""
    with ZipFile(BytesIO(packed(b"ord"))) as archive:
        entry = archive.getinfo("word/å.xml")
    assert (entry.date_time, entry.create_system, entry.extra, entry.comment) == ((1980, 1, 1, 0, 0, 0), 0, b"", b"")


def test_the_same_content_becomes_the_same_bytes():
    assert packed(b"ord") == packed(b"ord") != packed(b"or")
