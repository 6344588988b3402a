"""Many documents from one file of answers, a line each, on every core. Neither the lines nor what comes of them are
kept.
"""

import os
import re
import signal
from array import array
from bisect import bisect_left
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import chain
from multiprocessing import get_context
from pathlib import Path
from typing import BinaryIO

from marshmallow import ValidationError

from ...exporters import ExportError, compose, export, file_name, suffix
from ...forms import Context, FormDefinition, load_form
from ...schemas.json_text import MOST_BYTES, Unreadable, read_json
from ...schemas.schema import flatten
from ..documents.numbering import with_number
from ..storage.atomic_file import write_whole

CHUNK_LINES, CHUNK_BYTES = 16, 1_000_000
AHEAD = 3
"""Chunks per process that are under way at once: enough that none waits, and no more are read."""
TOO_LONG = f"Korta raden. Den får vara högst {MOST_BYTES // 1_000_000} megabyte."
NO_SUCH_PART = "Välj en part som finns med --part. Svaren har färre parter än så."


@dataclass(frozen=True)
class Order:
    """What to write, and where: the same for every line."""

    form_id: str
    overlays: Path
    context: Context
    audience: str
    format: str
    out: Path

    def check(self) -> None:
        """Raises ExportError when no document could be written: the form, its readers or the format are not to be
        had.
        """
        compose(self.form(), None, self.audience, self.context)
        suffix(self.format)

    def form(self) -> FormDefinition:
        """The form. Raises FormError."""
        return load_form(self.form_id, self.overlays)


@dataclass(frozen=True)
class InputLine:
    """One line: its number, its bytes, where it ends in the file, and the documents that lie there for it since
    before.
    """

    number: int
    data: bytes
    end: int
    before: tuple[str, ...] = ()


@dataclass(frozen=True)
class Outcome:
    """What became of a line: *problems* when nothing did. *stale* are documents of other answers on the same line."""

    number: int
    end: int
    written: bool = False
    problems: tuple[str, ...] = ()
    stale: tuple[str, ...] = ()


def write_documents(order: Order, opened: BinaryIO, jobs: int) -> Generator[Outcome, None, None]:
    """Writes the documents, and tells what became of each line, in order. Raises OSError when a file cannot be
    written.
    """
    there = WrittenDocument(order)
    lines = (replace(line, before=there.of(line.number)) for line in read_lines(opened))
    if jobs == 1:
        form = order.form()
        yield from (_write(order, form, line) for line in lines)
        return
    # A fresh interpreter for each process: the same on every system, and nothing of a host's threads comes along.
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_start)
    waiting: deque[Future[list[Outcome]]] = deque()
    try:
        for chunk in chunks(lines):
            with held_back():  # a process is started when there is a chunk for it
                waiting.append(pool.submit(_write_all, order, chunk))
            if len(waiting) > jobs * AHEAD:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


def read_lines(opened: BinaryIO) -> Iterator[InputLine]:
    """Every line that holds anything. Of one that is too long no more is read into memory than shows that it is."""
    number = end = 0
    while data := opened.readline(MOST_BYTES + 2):
        number, end, rest = number + 1, end + len(data), data
        while not rest.endswith(b"\n") and (rest := opened.readline(MOST_BYTES)):
            end += len(rest)
        if data.strip(b"\xef\xbb\xbf \t\r\n"):
            yield InputLine(number, data.rstrip(b"\r\n"), end)


def chunks(lines: Iterable[InputLine]) -> Iterator[list[InputLine]]:
    """The lines some at a time, few enough to be sent between processes."""
    chunk: list[InputLine] = []
    size = 0
    for line in lines:
        chunk.append(line)
        size += len(line.data)
        if len(chunk) == CHUNK_LINES or size > CHUNK_BYTES:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


class WrittenDocument:
    """The documents that lie in the folder since before, in eight bytes each: a line's number and its document's
    short id.
    """

    def __init__(self, order: Order) -> None:
        copy = f"{order.audience}-{order.context.part}" if order.context.part else order.audience
        self.name = f"{order.form_id}_{{:07d}}_{{:08X}}_{copy}.{suffix(order.format)}"
        ours = re.compile(rf"{re.escape(order.form_id)}_(\d{{7,9}})_([0-9A-F]{{8}})_{copy}\.{suffix(order.format)}")
        with os.scandir(order.out) as entries:  # an empty file is one that the power went for
            found = ((ours.fullmatch(entry.name), entry) for entry in entries)
            kept = (int(match[1]) << 32 | int(match[2], 16) for match, entry in found if match and entry.stat().st_size)
            self.sorted = array("Q", sorted(array("Q", kept)))

    def of(self, number: int) -> tuple[str, ...]:
        """The names of a line's documents."""
        first, beyond = (bisect_left(self.sorted, n << 32) for n in (number, number + 1))
        return tuple(self.name.format(one >> 32, one & 0xFFFFFFFF) for one in self.sorted[first:beyond])


def _with_number(order: Order, name: str, number: int) -> str:
    """``praktikavtal_1A2B3C4D_kommun.pdf`` on line 123 is ``praktikavtal_0000123_1A2B3C4D_kommun.pdf``."""
    return f"{order.form_id}_{number:07d}{name.removeprefix(order.form_id)}"


@contextmanager
def held_back() -> Iterator[None]:
    """Ctrl+C comes afterwards, and never to a process that is started meanwhile, not even before it can ignore it."""
    if not hasattr(signal, "pthread_sigmask"):  # not on Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _start() -> None:
    signal.signal(
        signal.SIGINT, signal.SIG_IGN
    )  # Ctrl+C is for the first process, which lets the others finish their file


def _write_all(order: Order, lines: list[InputLine]) -> list[Outcome]:
    form = order.form()
    return [_write(order, form, line) for line in lines]


def _write(order: Order, form: FormDefinition, line: InputLine) -> Outcome:
    try:
        name, written = _document(order, form, line)
    except ValidationError as problem:
        errors = flatten(problem.messages).items()
        told = chain.from_iterable(((f"{path}: {text}" if path else text) for text in texts) for path, texts in errors)
        return Outcome(line.number, line.end, problems=tuple(told), stale=line.before)
    except (Unreadable, ExportError) as problem:
        return Outcome(line.number, line.end, problems=(str(problem),), stale=line.before)
    return Outcome(line.number, line.end, written, stale=tuple(one for one in line.before if one != name))


def _document(order: Order, form: FormDefinition, line: InputLine) -> tuple[str, bool]:
    """The name of the line's document, and whether it was written now. Raises ValidationError, Unreadable,
    ExportError.
    """
    if len(line.data) > MOST_BYTES:
        raise Unreadable(TOO_LONG)
    answers = form.schema(order.context).load(read_json(line.data, first=line.number))
    if order.context.part is not None and order.context.part > len(answers.get("parter", ())):
        raise Unreadable(NO_SUCH_PART)
    context = with_number(order.context, form, answers)
    short = context.document_id.replace("-", "")[-8:].upper()
    known = next((one for one in line.before if one.startswith(f"{order.form_id}_{line.number:07d}_{short}_")), None)
    if known is not None:
        return known, False
    document = compose(form, answers, order.audience, context)
    name = _with_number(order, file_name(document, order.format), line.number)
    write_whole(order.out / name, export(document, order.format))
    return name, True
