"""Checks on the words of one answer that need more than its kind: too general, or telling what an employer must not
know.
"""

import unicodedata
from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

from .errors import ValueProblem
from .values import personnummer

Validator: TypeAlias = Callable[[Any], Any]


class TooGeneral:
    """Refuses an answer that is nothing but one of *words*, such as "alla myndigheter". Raises ValueProblem."""

    def __init__(self, words: tuple[str, ...]) -> None:
        self.words = frozenset(map(_plain, words))

    def __call__(self, answer: str) -> None:
        if _plain(answer) in self.words:
            raise ValueProblem("refused", värde=answer)


class NoPersonnummer:
    """Refuses free text in which a personnummer stands. Raises ValueProblem."""

    def __call__(self, answer: str) -> None:
        if personnummer.find_in_text(answer):
            raise ValueProblem("personnummer_in_text")


class Revealing:
    """Refuses an answer in which a word begins with one of *beginnings*, whatever the case. Raises ValueProblem."""

    def __init__(self, beginnings: tuple[str, ...]) -> None:
        self.beginnings = beginnings

    def __call__(self, answer: str) -> None:
        word = next(revealing_words(answer, self.beginnings), None)
        if word is not None:
            raise ValueProblem("revealing", ord=word, värde=answer)


def revealing_words(text: str, beginnings: tuple[str, ...]) -> Iterator[str]:
    """The words of *text* that begin with one of *beginnings*, as they were written."""
    start = tuple(map(_folded, beginnings))
    for word in "".join(sign if sign.isalnum() else " " for sign in text).split():
        if _folded(word).startswith(start):
            yield word


def _folded(word: str) -> str:
    """The word without case, dots and rings, as it stands in an e-mail address."""
    signs = unicodedata.normalize("NFKD", word.casefold())
    return "".join(sign for sign in signs if not unicodedata.combining(sign))


def _plain(words: str) -> str:
    """The words without case, punctuation and double spaces."""
    return " ".join("".join(sign if sign.isalnum() else " " for sign in words.casefold()).split())
