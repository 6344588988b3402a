"""A filled form read back: what somebody has written in a blank, as raw answers, and what there is to doubt about it.

What is written stands under the names of the page's controls, so it is read as a browser's post and judged by the same
judge. Nothing is guessed in silence: what does not fit is left out, or kept as it stands, and told.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from werkzeug.datastructures import MultiDict
from wtforms import Field, SelectField, SelectMultipleField

from ..forms import Context, FormDefinition
from ..forms.definition.page import FormPage
from .composition import compose
from .errors import EmptyFile, FileTooLarge, NotAFilledForm, UnreadablePackage, WrongForm
from .registry import export

MOST_BYTES = 10_000_000
"""As large as a filled form may be."""
WORD = b"PK\x03\x04"
"""How a Word file begins, as every packed file does."""
MOST_SHOWN = 60
_ROW = re.compile(r"-([0-9]{1,3})(?=-|$)")

Values = Mapping[str, list[str]]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file holds: values by control of the page, what its footer says that it is, and doubts about it as a
    whole.
    """

    values: Values
    code: str = ""
    version: int = 0
    local: str = ""
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Returned:
    """Raw answers as the page would have sent them; *doubts* are `{path: [messages]}`, like the judge's errors."""

    raw: dict[str, Any]
    doubts: dict[str, list[str]] = field(default_factory=dict)


def read(form: FormDefinition, data: bytes, context: Context | None = None) -> Returned:
    """What is written in a filled *form*. Raises ExportError when the file cannot be read, or is another form."""
    reading = _reading(data) if data[:4] != WORD else _of_word(form, data, context or Context())
    return returned(form, reading, context)


def returned(form: FormDefinition, reading: Reading, context: Context | None = None) -> Returned:
    """The answers that a file's values are, and what to look at. Raises WrongForm for a file of another form."""
    if reading.code and reading.code != form.code:
        raise WrongForm(reading.code, form.code)
    page = form.page(posted=_posted(reading.values), context=context)
    doubts: dict[str, list[str]] = {"": list(reading.doubts)} if reading.doubts else {}
    kept: dict[str, list[str]] = {}
    for path, text in (*_of_version(form, reading), *_gaps(reading.values), *_settle(page, reading.values, kept)):
        doubts.setdefault(path, []).append(text)
    return Returned(form.page(posted=_posted(kept), context=context).raw, doubts)


def _reading(data: bytes) -> Reading:
    """The file's values; what kind of file it is shows in its beginning, never in its name."""
    if not data:
        raise EmptyFile
    if len(data) > MOST_BYTES:
        raise FileTooLarge(MOST_BYTES)
    if b"%PDF-" not in data[:1024]:
        raise NotAFilledForm
    from .pdf.values import field_values, read_imprint  # with it comes pypdf, for a PDF alone

    values = field_values(data)
    return Reading(values, *read_imprint(data))


def _of_word(form: FormDefinition, data: bytes, context: Context) -> Reading:
    """A Word blank's values. One that has lost its tags is held against the blank of each audience: the nearest is
    it.
    """
    from .word import package, values  # with it comes python-docx, for a Word file alone

    if len(data) > MOST_BYTES:
        raise FileTooLarge(MOST_BYTES)
    try:
        found = values.control_values(data)
        if found.doubts:  # some tags are gone
            blanks = (export(compose(form, None, each, context, fillable=True), "docx") for each in form.audiences)
            read_so = (values.control_values(data, blank) for blank in blanks)
            found = min(read_so, key=lambda read: len(read.doubts))
        return Reading(found.values, *values.read_imprint(data), found.doubts)
    except package.UnsafePackage as problem:
        raise UnreadablePackage(str(problem)) from problem


def _posted(values: Values) -> "MultiDict[str, str]":
    """The values as a browser sends them, with as many rows of each repeat as something is written in."""
    sent: MultiDict[str, str] = MultiDict([(name, word) for name, words in values.items() for word in words])
    for name, numbers in _rows(values).items():
        sent[f"{name}-antal"] = str(max(numbers) + 1)
    return sent


def _rows(values: Values) -> dict[str, set[int]]:
    """The rows that something is written in, by the name of what may be a repeat."""
    rows: dict[str, set[int]] = {}
    for name in values:
        for found in _ROW.finditer(name):
            if found.end() < len(name):
                rows.setdefault(name[: found.start()], set()).add(int(found[1]))
    return rows


def _of_version(form: FormDefinition, reading: Reading) -> Iterator[tuple[str, str]]:
    if not reading.code:
        yield "", f"Kontrollera att filen är blanketten {form.code}. Det står ingen kod på den."
    elif reading.version != form.version:
        yield (
            "",
            (
                f"Läs igenom svaren. Filen är version {reading.version} av blanketten, och nu gäller version "
                f"{form.version}."
            ),
        )
    elif reading.local != form.local_version:
        given, now = (
            f"lokal version {one}" if one else "blanketten utan lokala ändringar"
            for one in (reading.local, form.local_version)
        )
        yield "", f"Läs igenom svaren. Filen är {given}, och nu gäller {now}."


def _gaps(values: Values) -> Iterator[tuple[str, str]]:
    """The empty rows before rows that something is written in."""
    for name, numbers in _rows(values).items():
        for gap in sorted(set(range(max(numbers))) - numbers):
            yield (
                path_of(f"{name}-{gap}"),
                f"Kontrollera raderna. Rad {gap + 1} är tom, men det står något på en rad efter den.",
            )


def _settle(page: FormPage, values: Values, kept: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    """Puts in *kept* what the page has a control for, and tells what there is to doubt."""
    for name, words in values.items():
        control, path = page.control(name), _where(page, name)
        if control is None or name.endswith("-antal"):
            yield path, f"Kontrollera {_quoted(words)}. Det hör inte till någon fråga i blanketten och läses inte in."
            continue
        if len(words) > 1 and not isinstance(control, SelectMultipleField):
            yield path, f"Välj ett svar. Det står mer än ett i filen: {_quoted(words)}. Inget av dem läses in."
            continue
        kept[name] = []
        for word in words:
            key, doubt = _chosen(control, word)
            kept[name].append(key)
            if doubt:
                yield path, doubt


def _where(page: FormPage, name: str) -> str:
    """The path of what a control answers; some questions are judged as a whole."""
    question = page.form.questions.get(name.partition("-")[0])
    return question.name if question is not None and question.judged_whole else path_of(name)


def _chosen(control: Field, word: str) -> tuple[str, str]:
    """What a control takes for a word in the file, and the doubt about it; only a choice may take another."""
    if not isinstance(control, SelectField | SelectMultipleField):
        return word, ""
    options = {str(value): str(label) for value, label, *_ in control.iter_choices() if value}
    if word in options:
        return word, ""
    for value, label in options.items():
        if word == label:
            return value, ""
        if _alike(word) in (_alike(label), _alike(value)):
            return value, f"Kontrollera svaret. Det står {_quoted([word])} i filen och läses som {_quoted([label])}."
    return word, f"Välj ett av alternativen. Det står {_quoted([word])} i filen."


def _alike(words: str) -> str:
    return " ".join(re.sub(r"[^\w\s]", " ", words).casefold().split())


def _quoted(words: list[str]) -> str:
    shown = ", ".join(" ".join(word.split()) for word in words)
    return f"”{shown[:MOST_SHOWN]}…”" if len(shown) > MOST_SHOWN else f"”{shown}”"


def path_of(control: str) -> str:
    """The path that the judge uses for what a control of the page answers: `parter-0-enhet` is `parter[0].enhet`."""
    return "".join(c if c.isprintable() else " " for c in _ROW.sub(r"[\1]", control[:200])).replace("-", ".")
