"""Words that tell an employer more than it should know: the list that is shipped, and the installation's own."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from ...schemas.messages import MESSAGES
from ...schemas.validators import revealing_words
from ...schemas.words import fill
from ..language.context import Context
from ..questions.question import Question


def revealing_of(context: Context) -> tuple[str, ...]:
    """The beginnings of words that must not reach an employer."""
    return shipped() if context.revealing is None else context.revealing


@cache
def shipped() -> tuple[str, ...]:
    """The list in `revealing.toml`."""
    data = tomllib.loads((Path(__file__).parents[1] / "revealing.toml").read_text("utf-8"))
    return tuple(data["words"])


def revealed(
    questions: Iterable[Question],
    answers: Mapping[str, Any],
    beginnings: tuple[str, ...],
    above: tuple[str | int, ...] = (),
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Path and warning for each free text (`reveals = "warn"`) that holds such a word, those inside others too."""
    for question in questions:
        answer, path = answers.get(question.name), (*above, question.name)
        if isinstance(answer, str) and question.warns_of_revealing:
            for word in list(revealing_words(answer, beginnings))[:1]:
                text = question.messages.get("revealing") or MESSAGES["revealing_perhaps"]
                yield path, fill(text, {"ord": word, "värde": answer})
        elif isinstance(answer, Mapping):
            yield from revealed(question.asked, answer, beginnings, path)
        elif isinstance(answer, list) and question.many:
            for n, row in enumerate(answer):
                yield from revealed(question.asked, row, beginnings, (*path, n))
