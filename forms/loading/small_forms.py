"""Small forms of one page, judged like every form: what is noted in a case, an entry of a register. Some options
are known first when asked.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from ..definition.definition import FormDefinition
from .read_form import read_form
from .toml_files import expand, read_toml

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
