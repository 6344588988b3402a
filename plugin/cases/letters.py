"""Papers that no form asks for: the letter that calls to a meeting, and a programme's sheet of information."""

from collections.abc import Iterator

from ...exporters import Document
from ...exporters.document import Answer, Bullets, Section, Text
from ...exporters.paper import paper
from ...forms import Context, Programme
from .case_file import CaseFile
from .people import full_name, is_protected

CALLED = "Välkommen till ett möte"
COMPANY = (
    "Du får ta med någon som du litar på. Säg till om du behöver tolk eller något annat för att det ska fungera bra."
)
VOLUNTARY = "Det är frivilligt att vara med, om inte din handläggare har sagt något annat."
ASK = (
    "Fråga din kontaktperson vad som gäller för dig.",
    "Att ge samtycke är alltid frivilligt. Du kan ta tillbaka det när du vill.",
)


def letter(case: CaseFile, context: Context) -> Document | None:
    """The letter for the latest call, with the address only of one whose data are not protected; None when nobody
    has been called.
    """
    calls = list(case.noted("kallad"))
    if not calls or case.anonymous:
        return None
    call = calls[-1].payload
    day, _, hour = str(call["mote_dag"]).replace("T", " ")[:16].partition(" ")
    when = [Answer("Dag", day, strong=True), Answer("Tid", hour.replace(":", "."), strong=True)]
    where = [Answer("Plats", str(call["plats"]))] if call.get("plats") else []
    phone = context.letterhead.phone
    cannot = f"Kan du inte komma? Ring{' ' + phone if phone else ''}, så hittar vi en annan tid."
    return paper(
        "kallelse",
        "Kallelse",
        (
            Section(
                CALLED,
                (*when, *where, Text((COMPANY, cannot, VOLUNTARY, str(case.stored.payload.get("responsible") or "")))),
            ),
        ),
        context,
        "deltagare",
        intro=tuple(_address(case)),
    )


def _address(case: CaseFile) -> Iterator[str]:
    address = "" if is_protected(case.stored) else str(case.person.get("adress") or "")
    yield "\n".join([full_name(case.person), *address.splitlines()])


def sheet(programme: Programme, context: Context) -> Document | None:
    """What a participant is told of the programme before choosing it; None when its file has no such text."""
    if not programme.information.strip():
        return None
    sections = tuple(section for section in _sheet(programme) if section.blocks)
    return paper(
        f"information-{programme.id}", programme.title, sections, context, "deltagare", subtitle="Information till dig"
    )


def _sheet(programme: Programme) -> Iterator[Section]:
    yield Section("Vad du kan få hjälp med", (Text(tuple(programme.information.strip().splitlines())),))
    yield Section(
        "Så här går det till",
        (Bullets(tuple(step.title for step in programme.steps), ordered=True),) if programme.steps else (),
    )
    yield Section("Det här står vi för", (Bullets(programme.values),) if programme.values else ())
    yield Section("Regler", (Bullets(programme.rules),) if programme.rules else ())
    yield Section("Har du frågor?", (Text(ASK),))
