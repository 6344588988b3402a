"""Small forms of one page, judged like every form: what is noted in a case, an entry of a register. Some options
are known first when asked.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from ..definition.definition import FormDefinition
from ..errors import UnknownForm
from .read_form import read_form
from .toml_files import expand, read_toml

REGISTER = Path(__file__).parents[1] / "register"
"""What stands in the registers: workplaces and contacts with them, partners, modules."""
Options = Sequence[tuple[str, str]]
"""Keys and words to choose among, in order."""


def small_form(path: Path, options: Mapping[str, Options]) -> FormDefinition:
    """The form of the file; a question that *options* names has those, one that has none to choose among keeps the
    file's own.
    """
    data = expand(read_toml(path), path.name)
    for section in data["sections"]:
        for question in section["questions"]:
            if found := options.get(question["name"]):
                question["options"] = [list(pair) for pair in found]
    return read_form(data)


def register_forms() -> tuple[str, ...]:
    """Every form of a register, by the name of its file."""
    return tuple(sorted(path.stem for path in REGISTER.glob("*.toml")))


@lru_cache(64)
def register_form(name: str, *options: tuple[str, Options]) -> FormDefinition:
    """The form of an entry, with *options* for some of its questions by their names. Raises UnknownForm."""
    if name not in register_forms():
        raise UnknownForm(name, register_forms())
    return small_form(REGISTER / f"{name}.toml", dict(options))
