"""What each kind of question accepts: raw, judged, and said; and how a kind's sample is tried."""

from stegvis.forms.language.words import Grid, Marks, Part, Parts, Plain
from support.making import CONTEXT, loaded, problems, sample

PARTER = [{"organisation": "Region X", "enhet": "Mottagningen"}, {"organisation": "Kommunen"}]


ROW = {
    "aktivitet": "Lager",
    "veckodagar": ["man", "ons"],
    "tid_fran": "08:00",
    "tid_till": "12:00",
    "rast": 30,
    "hur_ofta": "varje_vecka",
    "plats": "Lagret",
    "med_vem": "Kim",
}


SHOWN = {"svar": "ja", "datum": "2026-11-20", "sign": "Kim"}
POINTS = ("Punkt", "Har ni gått igenom det?", "När?", "Vem visade?")

# kind, what is given, what is kept as JSON, what documents say
ACCEPTED = [
    ("text", "  Kim ", "Kim", Plain("Kim")),
    ("long_text", "En rad\r\noch en till", "En rad\noch en till", Plain("En rad\noch en till")),
    ("choice", "bla", "bla", Plain("Blå")),
    ("choices", ["fi", "sv"], ["sv", "fi"], Plain("Svenska\nFinska")),
    ("choices", ["inget"], ["inget"], Plain("Inget")),
    ("yes_no", True, "ja", Plain("Ja")),
    ("yes_no", " NEJ", "nej", Plain("Nej")),
    ("tick", True, True, Marks((("Jag har läst texten", True),), alone=True)),
    ("date", "2026-11-21", "2026-11-21", Plain("2026-11-21")),
    ("moment", "2026-11-21 8.30", "2026-11-21 08:30", Plain("2026-11-21 klockan 08:30")),
    ("time", "0830", "08:30", Plain("08:30")),
    ("week", "2026-W47", "2026-47", Plain("2026-47")),
    ("month", "2026-11", "2026-11", Plain("2026-11")),
    ("integer", "40", 40, Plain("40 timmar")),
    ("decimal", "12,5", 12.5, Plain("12,5 timmar")),
    ("decimal", 0.5, 0.5, Plain("0,5 timmar")),
    ("email", "kim@Exempel.SE", "kim@exempel.se", Plain("kim@exempel.se")),
    ("phone", "070-174 06 05", "+46701740605", Plain("070-174 06 05")),
    ("personnummer", "18900101-9802", "189001019802", Plain("18900101-9802")),
    ("orgnr", "556016-0680", "5560160680", Plain("556016-0680")),
    ("language", "ti", "ti", Plain("Tigrinska")),
    ("group", {"bolag": "Trygg"}, {"bolag": "Trygg"}, Parts((Part("", (("Bolag", Plain("Trygg")),)),))),
    (
        "scale",
        {"stod": "daligt"},
        {"stod": "daligt"},
        Grid(("Område", "Svar"), (("Tiderna", "Inget svar"), ("Stödet", "Behöver ändras")), (1.0, 1.0)),
    ),
    (
        "tick_table",
        {"tis": ["kvall", "formiddag"], "man": []},
        {"tis": ["formiddag", "kvall"]},
        Grid(("Dag", "Förmiddag", "Kväll"), (("Måndag", "☐", "☐"), ("Tisdag", "☒", "☒")), (1.4, 1.0, 1.0)),
    ),
    (
        "checkpoint",
        SHOWN,
        SHOWN,
        Parts(
            (
                Part(
                    "",
                    (
                        ("Har ni gått igenom det?", Plain("Ja")),
                        ("När?", Plain("2026-11-20")),
                        ("Vem visade?", Plain("Kim")),
                    ),
                ),
            )
        ),
    ),
    (
        "checklist",
        {"utgang": SHOWN, "maskiner": {"svar": "ej_aktuellt", "sign": "Kim"}},
        {"utgang": SHOWN, "maskiner": {"svar": "ej_aktuellt"}},
        Grid(
            POINTS,
            (("Jag vet var utgången är", "Ja", "2026-11-20", "Kim"), ("Jag kan maskinerna", "Inte aktuellt", "", "")),
            (2.6, 0.9, 0.9, 1.3),
        ),
    ),
    (
        "checklist",
        {"utgang": SHOWN},
        {"utgang": SHOWN},
        Grid(
            POINTS,
            (("Jag vet var utgången är", "Ja", "2026-11-20", "Kim"), ("Jag kan maskinerna", "Inget svar", "", "")),
            (2.6, 0.9, 0.9, 1.3),
        ),
    ),
    ("reference", "PRA-1", {"nummer": "PRA-1"}, Plain("PRA-1")),
    (
        "reference",
        {"nummer": "PRA-1", "datum": "2026-12-01"},
        {"nummer": "PRA-1", "datum": "2026-12-01"},
        Plain("PRA-1, Planerad till 2026-12-01"),
    ),
]


def accepted(*kinds):
    """The cases of these kinds in `ACCEPTED`; there is one for each."""
    found = [case for case in ACCEPTED if case[0] in kinds]
    assert {kind for kind, *_ in found} == set(kinds)
    return found


def said(made, audience, **answers):
    """The words that a reader is given about the question `svar`."""
    judged = loaded(made, **answers)
    return made.questions["svar"].text(judged["svar"], made.reader(audience, judged, CONTEXT))


def kept_and_said(kind, raw):
    """What the kind's sample keeps of an answer as JSON, which judged again is the same, and what documents say."""
    made = sample(kind)
    judged = loaded(made, svar=raw)
    kept = made.schema(CONTEXT).dump(judged)
    assert made.schema(CONTEXT).load(kept) == judged
    return kept["svar"], said(made, "kommun", svar=raw)


def told(kind, raw):
    """What is wrong with an answer to the kind's sample, by path; without an answer when *raw* is None."""
    return problems(sample(kind), svar=raw) if raw is not None else problems(sample(kind))


def empty(kind):
    """What stands on the empty form of the kind's sample."""
    made = sample(kind)
    return made.questions["svar"].blank(made.reader("kommun", {}, CONTEXT, blank=True))
