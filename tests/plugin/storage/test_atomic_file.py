"""A file is written whole or not at all, and is its owner's alone."""

import os
import stat
import threading
from pathlib import Path

import pytest

from stegvis.plugin.storage.atomic_file import write_whole


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize("lasting", [False, True])
def test_a_new_file_is_whole_and_alone(tmp_path, lasting):
    write_whole(tmp_path / "a", b"x", lasting=lasting)
    assert [path.name for path in tmp_path.iterdir()] == ["a"] and (tmp_path / "a").read_bytes() == b"x"


@pytest.mark.skipif(os.name != "posix", reason="no modes here")
def test_a_new_file_is_for_its_owner_or_as_asked_and_an_old_one_keeps_its_mode(tmp_path):
    write_whole(tmp_path / "own", b"x")
    write_whole(tmp_path / "group", b"x", new=0o640)
    assert (mode(tmp_path / "own"), mode(tmp_path / "group")) == (0o600, 0o640)
    write_whole(tmp_path / "group", b"y", new=0o600)
    assert (mode(tmp_path / "group"), (tmp_path / "group").read_bytes()) == (0o640, b"y")


@pytest.mark.parametrize("fails", ["chmod", "replace"])
def test_when_it_cannot_be_finished_what_was_there_is_as_it_was(tmp_path, monkeypatch, fails):
    (tmp_path / "a").write_bytes(b"before")

    def refuse(*_):
        raise OSError(28, "full")

    monkeypatch.setattr(Path, fails, refuse)
    with pytest.raises(OSError, match="full"):
        write_whole(tmp_path / "a", b"after")
    assert [path.name for path in tmp_path.iterdir()] == ["a"] and (tmp_path / "a").read_bytes() == b"before"


def test_where_there_is_no_folder_nothing_is_made(tmp_path):
    with pytest.raises(FileNotFoundError):
        write_whole(tmp_path / "no/a", b"x")
    assert not list(tmp_path.iterdir())


def test_a_link_is_followed(tmp_path):
    (tmp_path / "link").symlink_to(tmp_path / "a")
    write_whole(tmp_path / "link", b"x")
    assert (tmp_path / "link").is_symlink() and (tmp_path / "a").read_bytes() == b"x"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with a name here")
def test_a_pipe_is_written_to_as_it_is(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    writer = threading.Thread(target=write_whole, args=(tmp_path / "pipe", b"x"))
    writer.start()
    with (tmp_path / "pipe").open("rb") as opened:
        assert opened.read() == b"x"
    writer.join()
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)
