"""A report of a programme: its heads, with what its file says and what its cases come to, and room for what people
write.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from ...exporters import Document
from ...exporters.document import Answer, Block, Bullets, Lines, Section, Table, Text
from ...exporters.paper import paper
from ...forms import Context, Programme
from ...forms.programme.definition import Named
from ...forms.programme.event_forms import OTHER
from ...forms.programme.report_heads import Heading, ReportHead
from . import statistics
from .case_file import CaseFile

SEXES = (("kvinna", "Kvinnor"), ("man", "Män"))
OTHER_SEX = "Annat eller okänt"
EMPTY = "–"
NOTHING = "Inget är antecknat under perioden."
NO_GOAL = "Inget mål är satt. Utan mål går det inte att säga om verksamheten når dit den ska."
INTERNAL = (
    "Tabellerna innehåller små tal som kan visa vem någon är. Ta bort eller slå ihop dem innan redovisningen "
    "sprids utanför nämnden."
)
LINES = 4
"""Lines to write on under a head, on paper."""


@dataclass(frozen=True)
class Counted:
    """The cases that came in between two days, both included, of one programme."""

    programme: Programme
    cases: Sequence[CaseFile]
    first: date
    last: date


def report(kind: ReportHead, counted: Counted, context: Context) -> Document:
    """The report as a document of the kommun's own; no person is named in it."""
    sections = tuple(Section(head.title, tuple(_blocks(head, counted))) for head in kind.heads)
    programme = counted.programme
    facts = (
        ("Period", f"{counted.first.isoformat()}–{counted.last.isoformat()}"),
        *((("Ansvarig", programme.owner),) if programme.owner else ()),
    )
    return paper(
        f"{kind.id}-{programme.id}",
        kind.title,
        sections,
        context,
        subtitle=programme.title,
        intro=(INTERNAL,) if _has_tables(kind) else (),
        facts=facts,
    )


def _has_tables(kind: ReportHead) -> bool:
    return any(head.table for head in kind.heads)


def _blocks(head: Heading, counted: Counted) -> Iterator[Block]:
    if head.from_:
        yield from FROM[head.from_](counted.programme)
    if head.table:
        yield from TABLES[head.table](counted)
    if head.write:
        yield Lines(head.write, count=LINES)


def _about(programme: Programme) -> Iterator[Block]:
    if programme.about:
        yield Text((programme.about,))


def _target_group(programme: Programme) -> Iterator[Block]:
    if programme.target_group:
        yield Text((programme.target_group,))
    if programme.priority_groups:
        yield Bullets(programme.priority_groups, "Har förtur i kön:")


def _goals_of(programme: Programme) -> Iterator[Block]:
    yield (
        Bullets(tuple(_goal(one.title, one.percent) for one in programme.goals))
        if programme.goals
        else Text((NO_GOAL,))
    )


def _goal(title: str, percent: float) -> str:
    return f"{title} ({_decimal(percent)} %)" if percent else title


def _steps(programme: Programme) -> Iterator[Block]:
    if programme.steps:
        yield Bullets(
            tuple(f"{step.title}. {step.about}" if step.about else step.title for step in programme.steps), ordered=True
        )


def _partners(programme: Programme) -> Iterator[Block]:
    if programme.partners:
        yield Bullets(tuple(f"{one.title} ({one.type})" if one.type else one.title for one in programme.partners))


def _staff(programme: Programme) -> Iterator[Block]:
    if programme.staff:
        yield Bullets(programme.staff)


def _places(programme: Programme) -> Iterator[Block]:
    for place in programme.places:
        yield Answer(place.title, str(place.capacity))


FROM: Mapping[str, Callable[[Programme], Iterator[Block]]] = {
    "about": _about,
    "target_group": _target_group,
    "goals": _goals_of,
    "steps": _steps,
    "partners": _partners,
    "staff": _staff,
    "places": _places,
}


def _funnel(counted: Counted) -> Iterator[Block]:
    found = statistics.funnel(counted.cases)
    rows = (
        ("Anmälda", found.enquiries, found.enquiries),
        ("Deltagare", found.participants, found.enquiries),
        ("Har haft en aktivitet", found.active, found.participants),
    )
    yield _table(
        "Anmälda och deltagare",
        "Antal",
        [(words, str(number), share(number, whole)) for words, number, whole in rows],
        "Andel av raden ovanför",
    )
    yield Text(
        (
            f"Deltagare är den som har varit på {counted.programme.participant_after} möten eller fler.",
            f"{statistics.unable(counted.cases)} deltagare har inte haft någon aktivitet.",
        )
    )


def _ages(counted: Counted) -> Iterator[Block]:
    found = statistics.ages(counted.cases, counted.last)
    bands = [words for _, words in statistics.BANDS if any(band == words for band, _ in found)] + (
        [statistics.NO_AGE] if any(band == statistics.NO_AGE for band, _ in found) else []
    )
    yield _by_sex(
        "Deltagare efter ålder och kön",
        "Ålder",
        [(words, {sex: found[words, sex] for _, sex in found}) for words in bands],
    )


def _outcomes(counted: Counted) -> Iterator[Block]:
    found = statistics.outcomes(counted.cases)
    rows = [(one.title, {sex: found[one.id, sex] for _, sex in found}) for one in counted.programme.outcomes]
    yield _by_sex("Utfall efter kön", "Utfall", rows, total=counted.programme.outcomes_exclusive)
    if not counted.programme.outcomes_exclusive:
        yield Text(("En person kan ha flera utfall. Raderna går därför inte att lägga ihop.",))


def _by_sex(caption: str, first: str, rows: Sequence[tuple[str, Mapping[str, int]]], *, total: bool = True) -> Table:
    known = {key for key, _ in SEXES}
    counted = [
        (
            words,
            [
                *(by.get(key, 0) for key, _ in SEXES),
                sum(number for key, number in by.items() if key not in known),
                sum(by.values()),
            ],
        )
        for words, by in rows
    ]
    if total:
        counted.append(("Alla", [sum(numbers[column] for _, numbers in counted) for column in range(4)]))
    head = (first, *(words for _, words in SEXES), OTHER_SEX, "Alla")
    cells = tuple((words, *map(str, numbers)) for words, numbers in counted)
    return Table(caption, head, cells, (0.4, 0.15, 0.15, 0.15, 0.15))


def _sources(counted: Counted) -> Iterator[Block]:
    yield _counter("Vem ärendena kom från", statistics.sources(counted.cases), dict([OTHER]))


def _placements(counted: Counted) -> Iterator[Block]:
    yield _counter("Antal placeringar", statistics.placements(counted.cases), _titles(counted.programme.activities))


def _main(counted: Counted) -> Iterator[Block]:
    yield _counter(
        "Huvudsaklig aktivitet, antal personer",
        statistics.main_activities(counted.cases, counted.last),
        _titles(counted.programme.activities),
    )


def _statuses(counted: Counted) -> Iterator[Block]:
    titles = {**_titles(counted.programme.statuses), "utan_status": "Ingen status antecknad"}
    yield _counter(
        "Deltagarnas status",
        statistics.statuses(counted.cases),
        titles,
        whole=[one.id for one in counted.programme.statuses],
    )


def _goals(counted: Counted) -> Iterator[Block]:
    rows = []
    for goal in counted.programme.goals:
        number, whole = statistics.reached(counted.cases, goal.outcomes)
        within = f"{goal.months} månader" if goal.months else EMPTY
        rows.append(
            (
                goal.title,
                f"{_decimal(goal.percent)} %" if goal.percent else EMPTY,
                within,
                f"{number} av {whole}" if goal.outcomes else EMPTY,
                share(number, whole) if goal.outcomes else EMPTY,
            )
        )
    if rows:
        yield Table(
            "Mål och resultat",
            ("Mål", "Målvärde", "Inom", "Antal", "Andel"),
            tuple(rows),
            (0.36, 0.14, 0.18, 0.18, 0.14),
        )
    else:
        yield Text((NO_GOAL,), strong=True)


TABLES: Mapping[str, Callable[[Counted], Iterator[Block]]] = {
    "funnel": _funnel,
    "ages": _ages,
    "sources": _sources,
    "placements": _placements,
    "main_activities": _main,
    "statuses": _statuses,
    "outcomes": _outcomes,
    "goals": _goals,
}


def _titles(items: Sequence[Named]) -> dict[str, str]:
    return {one.id: one.title for one in items} | dict([OTHER])


def _counter(caption: str, found: Counter[str], titles: Mapping[str, str], whole: Sequence[str] = ()) -> Block:
    """A table of a counter in the order of the titles; those in *whole* stand there also when they are none."""
    if not found and not whole:
        return Text((NOTHING,))
    order = [key for key in titles if found[key] or key in whole] + [key for key in found if key not in titles]
    rows = [(titles.get(key, key), str(found[key]), share(found[key], found.total())) for key in order]
    return _table(
        caption, "Antal", [*rows, ("Summa", str(found.total()), share(found.total(), found.total()))], "Andel"
    )


def _table(caption: str, number: str, rows: Sequence[tuple[str, str, str]], part: str) -> Table:
    return Table(caption, ("Vad som räknas", number, part), tuple(rows), (0.6, 0.15, 0.25))


def share(number: int, whole: int) -> str:
    """The share in per cent with one decimal, rounded as is usual (domain.md 1.11); a dash of nothing."""
    return f"{_decimal(number * 100 / whole)} %" if whole else EMPTY


def _decimal(number: float) -> str:
    return str(Decimal(str(number)).quantize(Decimal("0.1"), ROUND_HALF_UP)).replace(".", ",").removesuffix(",0")
