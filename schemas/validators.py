"""Checks on the words of one answer that need more than its kind: too general, or telling what an employer must not know."""

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

from marshmallow import ValidationError

from .messages import message
from .words import fill

Validator: TypeAlias = Callable[[Any], Any]


class TooGeneral:
    """Refuses an answer that is nothing but one of *words*, such as "alla myndigheter"."""

    def __init__(self, words: tuple[str, ...], text: str | None = None) -> None:
        self.words = frozenset(word.casefold() for word in words)
        self.text = text

    def __call__(self, answer: str) -> None:
        if " ".join(answer.casefold().split()).strip(" .,!") in self.words:
            raise ValidationError(
                fill(self.text, {"värde": answer}) if self.text else message("refused", värde=answer)
            )


class Revealing:
    """Refuses an answer in which a word begins with one of *beginnings*, whatever the case."""

    def __init__(self, beginnings: tuple[str, ...], text: str | None = None) -> None:
        self.beginnings = beginnings
        self.text = text

    def __call__(self, answer: str) -> None:
        word = next(revealing_words(answer, self.beginnings), None)
        if word is not None:
            values = {"ord": word, "värde": answer}
            raise ValidationError(fill(self.text, values) if self.text else message("revealing", **values))


def revealing_words(text: str, beginnings: tuple[str, ...]) -> Iterator[str]:
    """The words of *text* that begin with one of *beginnings*, as they were written."""
    start = tuple(word.casefold() for word in beginnings)
    for word in "".join(sign if sign.isalnum() else " " for sign in text).split():
        if word.casefold().startswith(start):
            yield word
