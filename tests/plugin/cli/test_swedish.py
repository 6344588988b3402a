"""What is wrong with how a command was written is told in one Swedish line, with exit code 2."""

import click
import pytest
from click.testing import CliRunner

from stegvis.plugin.cli.swedish import Swedish, in_swedish


@click.group(cls=Swedish, name="prov")
def trial():
    """A group to try."""


@trial.command()
@click.argument("file")
@click.option("--port", type=int, required=True)
def work(file, port):
    """Does as it is told."""
    if port == 2:
        raise click.Abort
    raise click.ClickException("an English sentence")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["work", "a", "--no"], "Ta bort --no. Kommandot har inget sådant val. Se prov work --help."),
        (["work", "a"], "Skriv också --port. Se prov work --help."),
        (["work", "--port", "1"], "Skriv också FILE. Se prov work --help."),
        (["work", "a", "--port", "x"], "Ändra värdet för --port. Det går inte att använda. Se prov work --help."),
        (["no"], "Kontrollera kommandot. Det går inte att förstå så som det är skrivet. Se prov --help."),
        (["work", "a", "--port", "1"], "Kontrollera kommandot. Det går inte att förstå så som det är skrivet."),
    ],
)
def test_one_line_that_says_what_to_write_instead(words, says):
    done = CliRunner().invoke(trial, words)
    assert (done.exit_code, done.stdout, done.stderr) == (2, "", says + "\n")


def test_without_words_there_is_help_and_what_is_stopped_is_130():
    assert CliRunner().invoke(trial, []).exit_code == 0
    assert CliRunner().invoke(trial, []).stdout.startswith("Usage: prov")
    assert CliRunner().invoke(trial, ["work", "a", "--port", "2"]).exit_code == 130


def test_what_is_missing_need_not_have_a_name():
    assert in_swedish(click.MissingParameter()) == "Skriv också det som saknas."
