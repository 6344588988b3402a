"""Lines that come in one at a time, and lines that go out to a file of their own."""

import pytest

from stegvis.plugin.cli.jsonl import export_lines, import_lines
from stegvis.plugin.errors import Refused


def take(line):
    """Brings in a line of a made-up kind: *new* is new, *bad* is refused, the rest was there."""
    if b"bad" in line:
        raise Refused("Ändra raden.")
    return b"new" in line


def test_every_line_is_counted_and_one_that_is_refused_is_told(tmp_path, capsys):
    (tmp_path / "in").write_bytes(b"new\n\nold\nbad\nskip\nnew")
    with pytest.raises(SystemExit) as stopped:
        import_lines(tmp_path / "in", take, skip=lambda line: line.startswith(b"skip"))
    said = capsys.readouterr()
    assert (stopped.value.code, said.err) == (1, "rad 4: Ändra raden.\n")
    assert said.out == "Nya: 2. Fanns redan: 1. Att rätta: 1.\n"


def test_when_all_is_well_it_ends_by_itself_and_without_a_file_it_stops(tmp_path):
    (tmp_path / "in").write_bytes(b"new\n")
    import_lines(tmp_path / "in", take)
    with pytest.raises(SystemExit) as stopped:
        import_lines(tmp_path / "no", take)
    assert stopped.value.code == 2


def test_lines_go_to_a_new_file_for_its_owner_alone(tmp_path):
    out = tmp_path / "out"
    assert export_lines(out, lambda: [b"a\n", b"b\n"], counts=lambda line: line == b"a\n") == 1
    assert (out.read_bytes(), out.stat().st_mode & 0o777) == (b"a\nb\n", 0o600)


def test_nothing_is_written_over_and_where_there_is_no_folder_it_says_so(tmp_path, capsys):
    (tmp_path / "out").write_bytes(b"before")
    for name, says in (("out", "finns redan"), ("no/out", "den finns inte")):
        with pytest.raises(SystemExit) as stopped:
            export_lines(tmp_path / name, lambda: [b"a"])
        assert stopped.value.code == 2 and says in capsys.readouterr().err
    assert (tmp_path / "out").read_bytes() == b"before"
