"""Words that tell an employer more than it should know: the list that is shipped, and the installation's own."""

import tomllib
from functools import cache
from pathlib import Path

from .context import Context


def revealing_of(context: Context) -> tuple[str, ...]:
    """The beginnings of words that must not reach an employer."""
    return shipped() if context.revealing is None else context.revealing


@cache
def shipped() -> tuple[str, ...]:
    """The list in `revealing.toml`."""
    data = tomllib.loads((Path(__file__).parent / "revealing.toml").read_text("utf-8"))
    return tuple(data["words"])
