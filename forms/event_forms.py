"""What a worker notes in a case, asked as small forms of one page: `forms/handelser/`. They are judged like every form."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from .blocks import expand, read_toml
from .definition import FormDefinition
from .errors import UnknownForm
from .programme import Programme
from .reading import read_form

HERE = Path(__file__).parent / "handelser"
OTHER = ("annan", "Annan")


def event_kinds() -> tuple[str, ...]:
    """Everything that can be noted, by the name of its file."""
    return tuple(sorted(path.stem for path in HERE.glob("*.toml")))


@lru_cache(512)
def event_form(kind: str, programme: Programme) -> FormDefinition:
    """The form of one event, with the programme's own activities, phases, statuses and sources to choose among.

    Raises UnknownForm.
    """
    if kind not in event_kinds():
        raise UnknownForm(kind, event_kinds())
    data = expand(read_toml(HERE / f"{kind}.toml"), f"{kind}.toml")
    for section in data["sections"]:
        for question in section["questions"]:
            if options := _options(question["name"], programme):
                question["options"] = options
    return read_form(data)


def _options(name: str, programme: Programme) -> list[list[str]]:
    """The programme's own options for the question of that name; none when the form's are used."""
    found: Mapping[str, Any] = {
        "aktivitet": [(item.id, item.title) for item in programme.activities],
        "fas": [(item.id, item.title) for item in programme.phases],
        "utfall": [(item.id, item.title) for item in programme.outcomes],
        "status": [(item.id, item.title) for item in programme.statuses],
        "steg": [(item.id, item.title) for item in programme.steps],
        "svar": [(answer, answer.replace("_", " ").capitalize()) for step in programme.steps for answer in step.decisions],
        "slag": [(item.id, item.title) for item in programme.meetings],
        "kalla": [(words, words) for source in programme.sources for words in source.words],
    }  # fmt: skip
    listed = found.get(name)
    return [list(pair) for pair in dict.fromkeys([*listed, *([OTHER] if name in ("aktivitet", "kalla", "slag") else [])])] if listed else []

