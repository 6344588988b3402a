"""One text said in several ways: the variant that fits the audience and the answers is the one that is said."""

from dataclasses import dataclass
from typing import Any

from .conditions import Condition, Scope
from .keys import AUDIENCE, CONDITION, FLAG, TEXT, Shape

KEYS = {"text": TEXT, "audience": AUDIENCE, "when": CONDITION, "config": FLAG}


@dataclass(frozen=True)
class Variant:
    """One way to say a fixed text: for whom, when, and whether the municipality may reword it."""

    text: str
    audience: tuple[str, ...] = ()
    when: Condition | None = None
    config: bool = False

    def fits(self, audience: str, scope: Scope) -> bool:
        """Whether this is what the audience should be told, as the answers are."""
        return (not self.audience or audience in self.audience) and (self.when is None or self.when.holds(scope))


def _variants(value: Any) -> tuple[Variant, ...]:
    if not isinstance(value, list) or not value:
        raise ValueError('skriv minst en text som { text = "…" }')
    for text in value:
        if not isinstance(text, dict) or "text" not in text or set(text) - set(KEYS):
            raise ValueError(f"skriv varje text med nycklarna {', '.join(KEYS)}, inte {text!r}")
    return tuple(Variant(**{name: KEYS[name].read(part) for name, part in text.items()}) for text in value)


VARIANTS = Shape("lista med texter { text, audience?, when?, config? }", _variants)
