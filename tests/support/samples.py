"""Documents for the exporters' tests: every node, a realistic filled agreement, a blank form, odd characters."""

from dataclasses import replace
from math import sin

from stegvis.exporters.document import Answer, AnswerGroup, Bullets, Lines, Section, SignatureBlock, Table, Text, Ticks
from stegvis.forms.language.words import Ink
from support.sample_agreement import praktikavtal
from support.sample_base import FIELD, HEAD, answers, document


def every_node():
    """Every node of the contract, each with every one of its options."""
    return document(
        "Alla slags block",
        [
            Section(
                "Svar",
                (
                    Answer("Namn", "Åsa Öberg-Lindström"),
                    Answer("Personnummer", "18900101-9802", strong=True),
                    Answer("Vem tar över när handledaren är borta?", "Jörgen Håkansson\n070-174 06 35"),
                    Answer("Beskriv dina styrkor", "Inget svar", missing=True),
                    Ticks("Vilka försäkringar gäller?", (("Kommunens olycksfall", True), ("Något annat", False))),
                    Ticks("", (("Jag har läst informationen", True),)),
                    Answer("Efter kryssen", "Ett svar till"),
                ),
            ),
            Section(
                "Fast text",
                (
                    Text(("Praktiken är ingen anställning.", "Andra stycket.\nMed radbrytning."), "Villkor"),
                    Text(("Ring 112 vid fara för liv.",), strong=True),
                    Bullets(("Ring 112.", "Berätta för handledaren."), "Så gör ni vid en olycka:", ordered=True),
                    Bullets(("Hygien", "Sekretess")),
                ),
            ),
            Section(
                "Tabell och grupp",
                (
                    Table(
                        "Arbetstider",
                        ("Dag", "Från", "Till"),
                        (("Måndag", "08.00", "12.00"), ("Tisdag", "08.00", ""), ("Onsdag", "", "")),
                        (2, 1, 1),
                    ),
                    Table("", ("Insats", "Antal"), (("Samtal", "2"),), (3, 1), row_heads=False),
                    AnswerGroup(
                        "Företrädare 1",
                        (
                            Answer("Namn", "Karin Ängström"),
                            Text(("Får bestämma om ekonomi.",), "Behörighet"),
                            AnswerGroup("Kontakt", (Answer("Telefon", "08-123 45 67"),)),
                        ),
                    ),
                ),
            ),
            Section(
                "Att skriva på",
                (Lines("Vad vill du lära dig?", "Skriv om arbetet.", 3), Lines("Ort"), Lines("", "", 1)),
            ),
            Section(
                "Underskrifter",
                (
                    SignatureBlock("Deltagare", FIELD + "deltagare"),
                    SignatureBlock(
                        "Arbetsgivare",
                        FIELD + "arbetsgivare",
                        "Jörgen Håkansson",
                        "Lövsta",
                        "2026-11-21",
                        "E-legitimation",
                        "Skriver under för Älvdalens Livs AB",
                    ),
                ),
            ),
        ],
        subtitle="Ett prov",
        copy_for="Kopia för kommunen",
        intro=("Det här dokumentet har alla slags block.", "Det är bara ett prov."),
        marks=("Utkast – gäller inte", "Demonstration"),
    )


def blank():
    """A blank form to print: lines to write on, boxes to tick, an empty table, signatures without fields."""
    return document(
        "Praktikavtal",
        [
            Section(
                "1. Deltagare",
                (
                    Lines("Deltagare"),
                    Lines("Personnummer", "Tolv siffror, till exempel 18900101-9802."),
                    Lines("Vem ska arbetsplatsen ringa vid en olycka?", "Namn och telefon. Du väljer själv."),
                    Ticks("Behövs tolk?", (("Ja", False), ("Nej", False))),
                ),
            ),
            Section(
                "2. Arbetet",
                (
                    Lines("Vilka arbetsuppgifter ingår?", "Skriv konkret. Till exempel: plocka upp varor.", 6),
                    Table("Schema", ("Dag", "Från", "Till"), (("Måndag", "", ""), ("Tisdag", "", "")), (2, 1, 1)),
                    AnswerGroup("Företrädare 1", (Lines("Namn"), Lines("Vad får företrädaren bestämma om?", "", 2))),
                ),
            ),
            Section(
                "3. Underskrifter",
                (
                    Text(("Läs igenom allt innan du skriver under.",)),
                    SignatureBlock("Deltagare", FIELD + "deltagare"),
                    SignatureBlock("Arbetsgivare", FIELD + "arbetsgivare"),
                    SignatureBlock("Kommunen", FIELD + "kommun"),
                ),
            ),
        ],
        blank=True,
        copy_for="Kopia för deltagaren",
        audience="deltagare",
        document_id="",
        footer="PRA-01 version 1",
        head=replace(HEAD, facts=()),
    )


ODD = (
    "Łódź, Đorđe, Şükrü, Nguyễn, žluťoučký",
    "Αθήνα, Москва, Україна",
    "محمد العربي bor på Storgatan 3",
    "שלום",
    "ትግርኛ",
    "日本語",
    "\u0f40\u0f41",
    "emoji 😀 och 👩‍🔧",
    "rad 1\n\nrad 3\r\nrad 4",
    "  två  blanksteg  ",
    "tabb\there, NUL \x00, BEL \x07, surrogat \ud800",
    "höger\u200ftill\u202evänster\u202c, mjukt\u00adbinde\u00adstreck",
    "e\u0301 o\u0308 a\u030a",
    "<b>fet</b> &amp; {{ kod }} ${kod} (parentes) \\ snedstreck",
    "=SUMMA(A1:A9)",
    "☒ ☐ ☑ ✓ → ≤ ½ … – — \u00a0fast\u00a0blank",
    "x" * 10_000,
    "",
)


def odd():
    """Other scripts, markup, control characters, a word of 10,000 characters, empty strings: in every kind of node."""
    return document(
        "Udda <tecken> & (parentes) \\ Łódź",
        [
            Section("Svar", tuple(Answer(f"Fråga {number}", text) for number, text in enumerate(ODD, 1))),
            Section("Etiketter", tuple(Answer(text, "Svar") for text in ODD[:-2])),
            Section(
                "Block",
                (
                    Ticks("", tuple((text, bool(number % 2)) for number, text in enumerate(ODD[:-2]))),
                    Text(ODD[:-2], "Rubrik 日本"),
                    Bullets(ODD[:-2], "Udda punkter"),
                    Table("Tabell", ("A", "B"), tuple((text, text) for text in ODD), (1, 3)),
                    Table("Tom", ("", ""), (("", ""),), (1, 1)),
                    AnswerGroup("Grupp محمد", (Lines("Namn \x00", "Hjälp 😀", 1), Answer("", "utan etikett"))),
                    SignatureBlock(
                        "Deltagare <x>", "f[0].x", "محمد العربي", "Łódź", "2026-11-21", "日本", "För \ud800"
                    ),
                ),
            ),
        ],
        marks=("Utkast 日本",),
    )


def long():
    """Five hundred rows in a table and in groups, one answer of five pages."""
    rows = tuple((str(number), f"Moment {number}", "Känna till rutiner. " * (number % 7)) for number in range(500))
    groups = tuple(AnswerGroup(f"Person {number}", answers(("Namn", "Åsa"), ("Telefon", ""))) for number in range(60))
    return document(
        "Långt dokument",
        [
            Section("Tabell", (Table("Moment", ("Nr", "Moment", "Mål"), rows, (1, 3, 6)),)),
            Section("Personer", groups),
            Section("Text", (Answer("Berätta", "Det var en gång en praktik. " * 900),)),
            Section("Underskrifter", tuple(SignatureBlock(f"Part {n}", f"{FIELD}{n}") for n in range(12))),
        ],
    )


def scrawl(seed=1):
    """A made-up signature: letters that lean, a line under them, and a dot."""
    loops = tuple(
        (0.08 + 0.84 * n / 90, 0.5 + 0.32 * sin(n * 0.55 + seed) * (1 - n / 130) + 0.05 * sin(n * 1.7))
        for n in range(91)
    )
    return Ink((loops, ((0.1, 0.9), (0.5, 0.84), (0.93, 0.88)), ((0.6, 0.08),)), 3.0)


def signed():
    """Signed by three on a screen, two of whom drew; with a place for the seal."""
    known = {"place": "Lövsta", "date": "2026-11-21"}
    signatures = (
        SignatureBlock("Deltagare", FIELD + "deltagare", "Åsa Öberg", method="Ritad på skärm", ink=scrawl(), **known),
        SignatureBlock(
            "Arbetsgivare",
            FIELD + "arbetsgivare",
            "Jörgen Håkansson",
            method="Ritad på skärm",
            behalf="Skriver under för bolaget",
            ink=scrawl(4),
            **known,
        ),
        SignatureBlock("Kommunen", FIELD + "kommun", "Maria Lind", method="Skriven på skärm", **known),
    )
    return document(
        "Avtal",
        [Section("Svar", answers(("Plats", "Lövsta"))), Section("Underskrifter", signatures)],
        seal="Förseglad elektroniskt av Lövsta kommun. En utskrift är en kopia.",
    )


SAMPLES = {
    "every_node": every_node,
    "praktikavtal": praktikavtal,
    "blank": blank,
    "odd": odd,
    "long": long,
    "signed": signed,
}
