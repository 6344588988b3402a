"""How commands read and write files, and what they say when they cannot."""

import errno

import pytest

from stegvis.plugin.cli.shared import answers_in, attempt, content_of, refuse, why, write_out
from stegvis.plugin.errors import SetupError


def left(action, capsys):
    """The exit code, and what is said on standard error."""
    with pytest.raises(SystemExit) as stopped:
        action()
    return stopped.value.code, capsys.readouterr().err


def test_of_a_file_that_is_too_large_one_byte_more_is_read(tmp_path):
    (tmp_path / "a").write_bytes(b"123456")
    assert (content_of(tmp_path / "a", 9), content_of(tmp_path / "a", 3)) == (b"123456", b"1234")


def test_a_file_that_cannot_be_opened_or_understood_stops(tmp_path, capsys):
    missing, broken = tmp_path / "a", tmp_path / "b"
    says = f"Kontrollera filen {missing}. Den går inte att öppna (den finns inte).\n"
    assert left(lambda: content_of(missing, 9), capsys) == (2, says)
    broken.write_text("{")
    code, said = left(lambda: answers_in(broken), capsys)
    assert code == 2 and said.startswith(f"{broken}: ")


def test_a_file_is_written_and_named_or_the_command_stops(tmp_path, capsys):
    write_out(tmp_path / "a", b"x")
    assert ((tmp_path / "a").read_bytes(), capsys.readouterr().out) == (b"x", f"{tmp_path / 'a'}\n")
    code, said = left(lambda: write_out(tmp_path / "no/a", b"x"), capsys)
    assert code == 2 and said.startswith("Välj en annan fil att skriva till.")


def test_what_is_refused_stops_with_its_own_words(capsys):
    def setting():
        raise SetupError("Rätta filen.")

    def system():
        raise OSError(errno.EACCES, "denied", "mappen")

    assert attempt(lambda: 7) == 7
    assert left(lambda: attempt(setting), capsys) == (2, "Rätta filen.\n")
    assert left(lambda: attempt(system), capsys) == (
        2,
        "Kontrollera mappen. Den går inte att använda (behörighet saknas).\n",
    )


def test_mistakes_are_a_line_each_and_exit_code_1_and_none_is_nothing(capsys):
    refuse({})
    assert left(lambda: refuse({"a": ["Ett.", "Två."], "": ["Tre."]}), capsys) == (1, "a: Ett.\na: Två.\nTre.\n")


def test_a_fault_of_the_system_that_is_not_known_is_told_by_number():
    assert (why(OSError(errno.ENOSPC, "")), why(OSError(errno.EIO, ""))) == ("disken är full", f"fel {errno.EIO}")
