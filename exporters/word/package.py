"""A Word file that somebody else has made: unpacked within limits, and never trusted."""

import re
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

MOST_PACKED, MOST_UNPACKED, MOST_ENTRIES = 10_000_000, 60_000_000, 500
_XML = (".xml", ".rels")
_DECLARED = re.compile(rb"^\s*<\?xml[^>]*?encoding\s*=\s*[\"']([\w.-]+)[\"']")
_OLE = b"\xd0\xcf\x11\xe0"
_RESAVE = "Spara den som Word-dokument (.docx) och försök igen."


class UnsafePackage(Exception):
    """The file cannot be opened safely; the message is Swedish, for the user, and says what to do."""


def unpacked(data: bytes) -> dict[str, bytes]:
    """Every entry of the file by name. Raises UnsafePackage, before it has unpacked more than the limits."""
    if len(data) > MOST_PACKED:
        raise UnsafePackage(f"Välj en mindre fil. Den är större än {MOST_PACKED // 1_000_000} MB.")
    if data.startswith(_OLE):
        raise UnsafePackage(f"Filen är ett äldre Word-dokument eller har lösenord. {_RESAVE}")
    try:
        with ZipFile(BytesIO(data)) as archive:
            entries = _entries(archive)
            found = _read(archive, entries)
    except UnsafePackage:
        raise
    except BadZipFile as error:
        raise UnsafePackage(f"Filen är inget Word-dokument. {_RESAVE}") from error
    except Exception as error:  # each way of packing has errors of its own
        raise UnsafePackage(f"Filen är skadad eller har lösenord. {_RESAVE}") from error
    if "[Content_Types].xml" not in found or "word/document.xml" not in found:
        raise UnsafePackage(f"Filen är inget Word-dokument. {_RESAVE}")
    return found


def _entries(archive: ZipFile) -> list[ZipInfo]:
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    if len(entries) > MOST_ENTRIES:
        raise UnsafePackage(f"Välj en enklare fil. Den har fler än {MOST_ENTRIES} delar.")
    if len({entry.filename.lower() for entry in entries}) != len(entries):
        raise UnsafePackage(f"Filen har två delar med samma namn. {_RESAVE}")
    return entries


def _read(archive: ZipFile, entries: list[ZipInfo]) -> dict[str, bytes]:
    """What is said of the sizes is not believed: each entry is read up to what is left."""
    left, found = MOST_UNPACKED, {}
    for entry in entries:
        with archive.open(entry) as opened:
            content = opened.read(left + 1)
        left -= len(content)
        if left < 0:
            raise UnsafePackage(f"Välj en mindre fil. Uppackad är den större än {MOST_UNPACKED // 1_000_000} MB.")
        if entry.filename.endswith(_XML):
            _refuse_definitions(content)
        found[entry.filename] = content
    return found


def _refuse_definitions(content: bytes) -> None:
    """Raises UnsafePackage for XML that may define entities, or hides in another encoding that it does."""
    declared = _DECLARED.match(content.removeprefix(b"\xef\xbb\xbf"))
    other = b"\0" in content[:200] or (declared is not None and declared[1].lower() not in (b"utf-8", b"us-ascii"))
    if other or b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise UnsafePackage(f"Filen innehåller egna XML-definitioner, som kan läsa andra filer. {_RESAVE}")
