"""Entries of the package, written so that the same content always becomes the same bytes."""

from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo


def put(archive: ZipFile, name: str, content: bytes) -> None:
    """Add one compressed entry without the clock or the computer's name in it."""
    entry = ZipInfo(name)
    entry.compress_type = ZIP_DEFLATED
    entry.create_system = 0
    archive.writestr(entry, content)
