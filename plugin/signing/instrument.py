"""What is signed: one canonical text, its SHA-256, and the words that each party is shown."""

import hashlib
import json
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from functools import cached_property
from typing import Any

from ...exporters import Document, compose, export
from ...forms import Context, FormDefinition
from .parties import Party

FORMAT = 1
MARK = 12


@dataclass(frozen=True)
class Instrument:
    """What every signature binds to: canonical JSON (sorted, NFC, no spaces)."""

    canonical: str

    @cached_property
    def sha256(self) -> str:
        """The SHA-256 of the canonical text in UTF-8, in hexadecimal."""
        return hashlib.sha256(self.canonical.encode()).hexdigest()

    @property
    def mark(self) -> str:
        """The first twelve digits, for people to compare: `7f3a 91c2 04be`."""
        return mark(self.sha256)

    @cached_property
    def content(self) -> Mapping[str, Any]:
        """What the canonical text holds."""
        found: dict[str, Any] = json.loads(self.canonical)
        return found


def mark(sha256: str) -> str:
    """A hash as people compare it."""
    return " ".join(sha256[start : start + 4] for start in range(0, MARK, 4))


def make_instrument(
    form: FormDefinition, answers: Mapping[str, Any], context: Context, parties: Iterable[Party], version: int
) -> Instrument:
    """The instrument of judged answers in this version of a document."""
    parties = tuple(parties)
    reader = form.reader("kommun", answers, context, signed=True)
    kept = {
        name: q.trim(answers[name], reader)
        for name, q in form.questions.items()
        if name in answers and q.signed and reader.sees(q)
    }
    audiences = sorted({party.audience for party in parties})
    content = {
        "format": FORMAT,
        "form": form.id,
        "definition": form.sha256,
        "document": context.document_id,
        "version": version,
        "sender": {"kommun": context.letterhead.kommun, "anordnare": context.letterhead.anordnare},
        "answers": form.schema(context).dump(kept),
        "parties": [asdict(party) for party in parties],
        "words": {each: _hashed(words(signed_words(form, answers, each, context))) for each in audiences},
    }
    return Instrument(
        json.dumps(_composed(content), ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    )


def signed_words(form: FormDefinition, answers: Mapping[str, Any], audience: str, context: Context) -> Document:
    """What a party reads before signing: what is signed, and no more. It says the same whoever has signed already."""
    return compose(form, answers, audience, replace(context, signatures=(), state=""), signed=True)


def words(document: Document) -> str:
    """The words of a document, as plain text."""
    return export(document, "txt").decode()


def changes(form: FormDefinition, old: Instrument, new: Instrument) -> tuple[str, ...]:
    """What differs between two instruments, in the labels of the form: what a signature would no longer stand for."""
    before, after = old.content, new.content
    names = before["answers"].keys() | after["answers"].keys()
    found = [
        form.questions[name].caption if name in form.questions else name
        for name in sorted(names, key=list(form.questions).index if names <= form.questions.keys() else None)
        if before["answers"].get(name) != after["answers"].get(name)
    ]
    found += ["Vilka som skriver under"] if before["parties"] != after["parties"] else []
    found += ["Blankettens texter"] if before["definition"] != after["definition"] else []
    found += ["Kommunens namn"] if before["sender"] != after["sender"] else []
    return tuple(dict.fromkeys(map(str, found)))


def _composed(value: Any) -> Any:
    match value:
        case str():
            return unicodedata.normalize("NFC", value)
        case Mapping():
            return {_composed(name): _composed(each) for name, each in value.items()}
        case list() | tuple():
            return [_composed(each) for each in value]
    return value


def _hashed(text: str) -> str:
    return hashlib.sha256(unicodedata.normalize("NFC", text).encode()).hexdigest()
