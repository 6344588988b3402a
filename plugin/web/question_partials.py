"""Draws questions: each kind has a partial with the macro `draw`, made once for an environment."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from jinja2 import Environment
from markupsafe import Markup

if TYPE_CHECKING:
    from ...forms.questions.view import View


def drawer(environment: Environment) -> Callable[["View"], Markup]:
    """A function that draws a view by the partial of its kind, `kinds/<kind>.html`."""
    macros: dict[str, Any] = {}

    def draw(view: "View") -> Markup:
        macro = macros.get(view.kind)
        if macro is None:
            partial: Any = environment.get_template(f"stegvis/kinds/{view.kind}.html").module
            macro = macros[view.kind] = partial.draw
        drawn: Markup = macro(view)
        return drawn

    return draw
