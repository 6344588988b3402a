"""Cases as lines to bring in, and the people of a report as such."""

import json
from itertools import count

PERSON = {
    "fornamn": "Alva",
    "efternamn": "Testberg",
    "saknar_personnummer": True,
    "fodelsedatum": "1970-10-03",
    "skydd": "nej",
}
NUMBERS = count(1)


def line(programme="ur-hemloshet-i-jobb", *events, documents=(), key=None, opened="2026-01-10", **more):
    """One case as a line."""
    case = {
        "format": 1,
        "key": key or f"nr {next(NUMBERS)}",
        "programme": programme,
        "grund": "utan_behovsprovning",
        "person": PERSON,
        "events": [{"kind": "oppnad", "dag": opened, **more.pop("oppnad", {})}, *events],
        "documents": list(documents),
        **more,
    }
    return json.dumps(case, ensure_ascii=False).encode()


def meetings(times):
    return [{"kind": "mote", "dag": f"2026-02-{day:02}", "slag": "samtal", "kom": True} for day in range(1, times + 1)]


def noted(kind, **said):
    return {"kind": kind, "dag": "2026-03-01", **said}


def homelessness(mover):
    """The people of 000: 41 enquiries, of which 30 become participants; returns how many have each status."""
    places = (
        ["praktik"] * 17
        + ["arbetsmarknadsutbildning"] * 5
        + ["af_rehab"] * 3
        + ["uma"] * 6
        + ["xplore"]
        + ["natverket"] * 5
    )
    status = {
        "anstallning": 5,
        "pagaende_praktik": 4,
        "jobbtorg_resurs": 1,
        "af": 4,
        "uma": 3,
        "kontakt": 2,
        "forhindrad": 4,
        "avslutad_vuxenenheten": 3,
        "ovrigt": 4,
    }
    each = [key for key, number in status.items() for _ in range(number)]
    for number in range(41):
        mine = places[number::26] if number < 26 else []
        events = [noted("aktivitet", aktivitet=place) for place in mine]
        events += [noted("status", status=each[number])] if number < 30 else []
        mover.import_(line("ur-hemloshet-i-jobb", *meetings(3 if number < 30 else number % 3), *events))
    return status
