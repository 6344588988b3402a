"""A made-up document with every look that ours can have, to see a letterhead with."""

from datetime import UTC, datetime

from ..document import Answer, AnswerGroup, Bullets, Document, Head, Lines, Section, SignatureBlock, Table, Text, Ticks


def preview(stationery: bytes = b"") -> Document:
    """The document, on that letterhead."""
    return Document(
        title="Provhandling",
        subtitle="Påhittade uppgifter, för att se brevhuvudet",
        copy_for="Kopia för kommunen",
        head=Head("Kommunens namn", ("Enhetens namn",), (("Ärendenummer", "2026/0001"), ("Kontakt", "010-000 00 00"))),
        sections=(_answers(), _rows()),
        form="prov",
        code="PROV-01",
        version="1",
        audience="kommun",
        footer="PROV-01 version 1 · 0000ABCD",
        made=datetime(2026, 1, 1, tzinfo=UTC),
        intro=("Så här ser inledningen till en blankett ut.",),
        marks=("Utkast – gäller inte",),
        stationery=stationery,
    )


def _answers() -> Section:
    return Section(
        "Svar",
        (
            Answer("Namn", "Alva Påhittad"),
            Answer("Vad ska ni göra tillsammans under de första veckorna?", "Hälsa på, gå igenom dagen och planera."),
            Answer("Telefon", "Inget svar", missing=True),
            Ticks("Vilka dagar?", (("Måndag", True), ("Tisdag", False))),
            Ticks("", (("Jag har läst informationen.", True),)),
            Lines("Datum"),
            Lines("Berätta mer", "Skriv fritt.", 2),
        ),
    )


def _rows() -> Section:
    hours = (("Måndag", "08.00", "12.00"), ("Tisdag", "08.00", "16.00"))
    return Section(
        "Tabeller och underskrifter",
        (
            Table("Arbetstider", ("Dag", "Från", "Till"), hours, (2, 1, 1)),
            AnswerGroup("Kontaktperson 1", (Answer("Namn", "Bo Påhittad"), Text(("Svarar på frågor.",), "Uppgift"))),
            Bullets(("Ring 112.", "Berätta för handledaren."), "Vid en olycka:", ordered=True),
            Bullets(("Hygien", "Sekretess")),
            SignatureBlock("Deltagare", "underskrift_prov"),
        ),
    )
