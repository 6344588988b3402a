"""A file that is written whole or not at all."""

import os
import tempfile
from pathlib import Path


def write_whole(path: Path, data: bytes, *, new: int = 0o600, lasting: bool = False) -> None:
    """The file with all of its data, or not at all, for its owner alone when it is *new*. Raises OSError.

    A link is followed, and what is no file (a pipe, a device) is written to as it is. What is *lasting* is on the
    disk when this returns, in the order it was written.
    """
    path = path.resolve()
    if path.exists() and not path.is_file():
        with path.open("wb") as opened:
            opened.write(data)
        return
    mode = path.stat().st_mode & 0o777 if path.exists() else new
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as opened:
            opened.write(data)
            if lasting:
                opened.flush()
                os.fsync(opened.fileno())
        Path(name).chmod(mode)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    if lasting and os.name == "posix":  # elsewhere a folder cannot be synchronised by itself
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
