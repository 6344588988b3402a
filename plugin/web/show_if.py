"""What the script must know to show a question only when it is asked for."""

import json
from typing import TYPE_CHECKING, Any, assert_never

from markupsafe import Markup

from ...forms.language.conditions import AgeBelow, Answered, Born, Combined, Condition, Has, Is, Not

if TYPE_CHECKING:
    from ...forms.questions.view import View


def shown_when(view: "View") -> Markup:
    """The attributes of a question that has a condition, for its outermost element; empty for any other.

    Without the script they mean nothing, and the question is in sight.
    """
    condition = view.question.show_if
    if condition is None:
        return Markup()
    row, _, _ = view.name.rpartition(view.question.name)
    attributes = Markup(' data-show-if="{}" data-row="{}"').format(json.dumps(as_data(condition)), row)
    return attributes + Markup(" data-away") if view.hidden else attributes


def as_data(condition: Condition) -> dict[str, Any]:
    """The condition as a form file would write it; what only the server can tell names no question."""
    match condition:
        case Is():
            return {} if condition.of_context else {"question": condition.name, "in": list(condition.values)}
        case Has():
            return {"question": condition.name, "has": condition.value}
        case Answered():
            return {"question": condition.name, "answered": condition.wanted}
        case Combined():
            return {"all" if condition.every else "any": [as_data(part) for part in condition.conditions]}
        case Not():
            return {"not": as_data(condition.condition)}
        case AgeBelow() | Born():
            return {}
        case _:
            assert_never(condition)
