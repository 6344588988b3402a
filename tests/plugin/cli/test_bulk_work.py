"""How the lines are read and shared out, and what is known of the documents that lie there since before."""

import signal
from io import BytesIO

import pytest

from stegvis.exporters import ExportError
from stegvis.forms import Context
from stegvis.plugin.cli.bulk_work import (
    TOO_LONG,
    InputLine,
    Order,
    WrittenDocument,
    chunks,
    held_back,
    read_lines,
    write_documents,
)
from stegvis.schemas.json_text import MOST_BYTES


@pytest.fixture
def order(tmp_path):
    return Order("praktikavtal", tmp_path / "forms", Context(), "kommun", "txt", tmp_path)


def test_lines_are_read_and_sent_some_at_a_time():
    made = list(chunks(InputLine(n, b"x", n) for n in range(40)))
    assert [len(chunk) for chunk in made] == [16, 16, 8]
    assert [len(chunk) for chunk in chunks(InputLine(n, b"x" * 600_000, n) for n in range(4))] == [2, 2]
    assert [line.number for line in read_lines(BytesIO(b"\xef\xbb\xbf{}\n\n \r\n{}"))] == [1, 4]


def test_of_a_line_that_is_too_long_no_more_is_kept_than_shows_it(order):
    (line, after) = read_lines(BytesIO(b"x" * (3 * MOST_BYTES) + b"\n{}\n"))
    assert (len(line.data), line.end, after.number) == (MOST_BYTES + 2, 3 * MOST_BYTES + 1, 2)
    (outcome,) = write_documents(order, BytesIO(b"x" * (MOST_BYTES + 1)), 1)
    assert outcome.problems == (TOO_LONG,)


def test_what_lies_there_is_known_by_line_and_nothing_else_is(order, tmp_path):
    names = ["praktikavtal_0000002_0000000A_kommun.txt", "praktikavtal_0000002_FFFFFFFF_kommun.txt"]
    others = ["praktikavtal_0000002_0000000A_part.txt", "samtycke_0000002_0000000A_kommun.txt", "anteckning.txt"]
    for name in [*names, *others]:
        (tmp_path / name).write_text("x")
    (tmp_path / "praktikavtal_0000003_0000000A_kommun.txt").touch()
    there = WrittenDocument(order)
    assert [there.of(number) for number in (1, 2, 3)] == [(), tuple(names), ()]


@pytest.mark.parametrize(("audience", "name"), [("alla", "txt"), ("kommun", "odt")])
def test_an_order_that_nothing_could_come_of_is_refused_at_once(tmp_path, audience, name):
    with pytest.raises(ExportError):
        Order("praktikavtal", tmp_path, Context(), audience, name, tmp_path).check()


@pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="signals cannot be held back here")
def test_ctrl_c_waits_while_a_process_is_started_and_comes_afterwards():
    with pytest.raises(KeyboardInterrupt):
        with held_back():
            signal.raise_signal(signal.SIGINT)
            reached = True
        reached = False
    assert reached
