"""What stands in the registers, as small forms: workplaces and contacts with them, partners, modules
(`forms/register/`).
"""

from functools import lru_cache
from pathlib import Path

from ..definition.definition import FormDefinition
from ..errors import UnknownForm
from .small_forms import Options, small_form

HERE = Path(__file__).parents[1] / "register"


def register_forms() -> tuple[str, ...]:
    """Every form of a register, by the name of its file."""
    return tuple(sorted(path.stem for path in HERE.glob("*.toml")))


@lru_cache(64)
def register_form(name: str, *options: tuple[str, Options]) -> FormDefinition:
    """The form of an entry, with *options* for some of its questions by their names. Raises UnknownForm."""
    if name not in register_forms():
        raise UnknownForm(name, register_forms())
    return small_form(HERE / f"{name}.toml", dict(options))
