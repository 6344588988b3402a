"""What lines that are brought in have in common: they are judged as what is typed by hand, and refused with words."""

from typing import Any

from marshmallow import ValidationError

from ...forms import Context, FormDefinition
from ...schemas.schema import flatten
from ..errors import Refused


def judge_line(form: FormDefinition, answers: Any, context: Context, where: str) -> dict[str, Any]:
    """The answers as they are stored. Raises Refused with every path."""
    schema = form.schema(context)
    try:
        return schema.dump(schema.load(answers))
    except ValidationError as problem:
        told = "; ".join(
            f"{path}: {' '.join(words)}" if path else " ".join(words)
            for path, words in flatten(problem.messages).items()
        )
        raise Refused(f"{where}: {told}") from None
