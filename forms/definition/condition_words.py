"""A condition of a form file in words, for pages without a script and for blank forms."""

from collections.abc import Mapping
from typing import Any, TypeAlias

from ..language.conditions import AgeBelow, Answered, Born, Combined, Condition, Has, Is, Not
from ..questions.question import Question

Questions: TypeAlias = Mapping[str, Question]


def in_words(condition: Condition, questions: Questions) -> str:
    """When to answer: «du svarar ”Ja” på frågan ”Behöver du tolk?”»."""
    match condition:
        case Combined(False, (Has(name), *_) as parts) if all(
            isinstance(part, Has) and part.name == name for part in parts
        ):
            values = tuple(part.value for part in parts if isinstance(part, Has))
            return f"du väljer {_options(name, values, questions)} i frågan {_label(name, questions)}"
        case Combined(every, parts):
            return (" och " if every else " eller ").join(dict.fromkeys(in_words(part, questions) for part in parts))
        case Not(Is(name, values)):
            return f"du inte svarar {_options(name, values, questions)} på frågan {_label(name, questions)}"
        case Not(part):
            return f"det inte är så att {in_words(part, questions)}"
        case Answered(name, wanted):
            return f"du {'svarar' if wanted else 'inte svarar'} på frågan {_label(name, questions)}"
        case AgeBelow(years=years):
            return f"personen är under {years} år"
        case Born(name, told):
            return f"svaret på frågan {_label(name, questions)} {'visar' if told else 'inte visar'} födelsedagen"
        case Has(name, value):
            return f"du väljer {_options(name, (value,), questions)} i frågan {_label(name, questions)}"
        case Is(of_context=True):
            return "handlingen är i rätt läge"
        case Is(name, (True,)):
            return f"du kryssar i rutan {_label(name, questions)}"
        case Is(name, values):
            return f"du svarar {_options(name, values, questions)} på frågan {_label(name, questions)}"


def _label(name: str, questions: Questions) -> str:
    return f"”{questions[name].label}”" if name in questions else "ovan"


def _options(name: str, values: tuple[Any, ...], questions: Questions) -> str:
    words = questions[name].words_of if name in questions else {}
    *first, last = (f"”{words.get(value, value)}”" for value in values)
    return f"{', '.join(first)} eller {last}" if first else last
