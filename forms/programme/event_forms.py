"""What a worker notes in a case, asked as small forms of one page: `forms/handelser/`. They are judged like every
form.
"""

from functools import lru_cache
from pathlib import Path

from ..definition.definition import FormDefinition
from ..errors import UnknownForm
from ..loading.small_forms import Options, small_form
from .definition import Programme

HERE = Path(__file__).parents[1] / "handelser"
OTHER = ("annan", "Annan")
OPEN_ENDED = ("aktivitet", "kalla", "slag")
"""Questions that the programme does not know every answer to."""


def event_kinds() -> tuple[str, ...]:
    """Everything that can be noted, by the name of its file."""
    return tuple(sorted(path.stem for path in HERE.glob("*.toml")))


@lru_cache(512)
def event_form(kind: str, programme: Programme, *options: tuple[str, Options]) -> FormDefinition:
    """The form of one event, with the programme's own activities, phases, statuses and sources to choose among.

    *options* are those of other questions, by their names. Raises UnknownForm.
    """
    if kind not in event_kinds():
        raise UnknownForm(kind, event_kinds())
    return small_form(HERE / f"{kind}.toml", _options(programme) | dict(options))


def _options(programme: Programme) -> dict[str, Options]:
    """What the programme itself gives to choose among, by question."""
    found: dict[str, Options] = {
        "aktivitet": [(item.id, item.title) for item in programme.activities],
        "fas": [(item.id, item.title) for item in programme.phases],
        "utfall": [(item.id, item.title) for item in programme.outcomes],
        "status": [(item.id, item.title) for item in programme.statuses],
        "steg": [(item.id, item.title) for item in programme.steps],
        "svar": [
            (answer, answer.replace("_", " ").capitalize()) for step in programme.steps for answer in step.decisions
        ],
        "slag": [(item.id, item.title) for item in programme.meetings],
        "kalla": [(words, words) for source in programme.sources for words in source.words],
    }
    return {
        name: list(dict.fromkeys([*listed, *([OTHER] if name in OPEN_ENDED else [])]))
        for name, listed in found.items()
        if listed
    }
