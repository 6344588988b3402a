"""What a form tells its case: the table `[case]` of a form file, read and judged against the form's questions."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, NoReturn

from ..definition.definition import FormDefinition
from ..errors import FormFileError
from ..language.case_roles import ROLES, CasePart, Term
from ..questions.question import Question

KEYS = ("role", "tells")
WHERE = "tabellen [case]"


def read_case(data: Any, form: FormDefinition) -> CasePart:
    """The part that the form plays in a case. Raises FormFileError with the remedy."""
    if not isinstance(data, Mapping):
        _refuse('skriv [case] som en tabell med role och tells, till exempel role = "plan"')
    if rest := set(data) - set(KEYS):
        _refuse(f'nyckeln "{min(rest)}" finns inte; välj bland {", ".join(KEYS)}')
    role, tells = data.get("role"), data.get("tells", {})
    if not isinstance(role, str) or role not in ROLES:
        _refuse(f"rollen {role!r} finns inte; välj role bland {', '.join(ROLES)}")
    if not isinstance(tells, Mapping) or not all(isinstance(name, str) for name in tells.values()):
        _refuse(f'skriv tells som {{ {next(iter(ROLES[role].terms))} = "fråga" }}, inte {tells!r}')
    for term, name in tells.items():
        _judge(role, str(term), name, form.questions)
    if missing := [term for term in _needed(ROLES[role].terms) if term not in tells]:
        _refuse(f'lägg till {missing[0]} i tells; rollen "{role}" behöver {", ".join(_needed(ROLES[role].terms))}')
    return CasePart(role, MappingProxyType(dict(tells)))


def _needed(terms: Mapping[str, Term]) -> Iterable[str]:
    return [name for name, term in terms.items() if term.needed]


def _judge(role: str, name: str, asked: str, questions: Mapping[str, Question]) -> None:
    """Raises FormFileError unless the question is there, is of a kind that can tell the term, and is always answered
    when the term is needed.
    """
    term = ROLES[role].terms.get(name)
    if term is None:
        _refuse(f'"{name}" är inget som rollen "{role}" berättar; välj bland {", ".join(ROLES[role].terms)}')
    question = questions.get(asked)
    if question is None:
        _refuse(f'{name}: frågan "{asked}" finns inte i blanketten; kontrollera stavningen')
    if question.kind not in term.kinds:
        _refuse(f'{name}: frågan "{asked}" är {question.kind}; välj en fråga som är {" eller ".join(term.kinds)}')
    if term.needed and (not question.required or question.show_if):
        _refuse(
            f'{name}: skriv required = true på frågan "{asked}", utan show_if; rollen "{role}" behöver alltid svaret'
        )


def _refuse(problem: str) -> NoReturn:
    raise FormFileError(WHERE, problem)
