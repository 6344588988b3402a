"""A worker with a case: opens it, notes, begins forms and saves them, all through the pages."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from stegvis.forms import load_form, load_programme
from stegvis.plugin.storage import State
from support.form_examples import example

PERSON = {
    "fornamn": "Alva",
    "efternamn": "Testberg",
    "personnummer": "18900101-9802",
    "kon": "kvinna",
    "skydd": "nej",
    "grund": "utan_behovsprovning",
    "telefon": "08-123 456 78",
}
MADE = {"samtycke": "samtycke_muntligt", "uppfoljning": "uppfoljning", "praktikavtal": "praktikavtal_frivillig"}
CARRIED = (
    "arendenummer",
    "program_id",
    "fornamn",
    "efternamn",
    "tilltalsnamn",
    "personnummer",
    "saknar_personnummer",
    "fodelsedatum",
    "deltagare_namn",
    "skydd",
)
"""What the case fills in."""
PERIOD = {
    "period_fran": "2026-11-21",
    "period_till": "2026-12-20",
    "uppfoljning_datum": "2026-12-13",
    "studiebesok_datum": "2026-11-01",
    "introduktion_ref": {"datum": "2026-11-21"},
}
REVIEW = {
    "period_fran": "2026-11-21",
    "period_till": "2026-12-20",
    "datum": "2026-11-30",
    "ny_period_fran": "2026-12-21",
    "ny_period_till": "2027-01-20",
    "nasta_uppfoljning": "2027-01-12",
    "schema": None,
}
PARTIES = ("Påhittby kommun", "Arbetsförmedlingen", "Försäkringskassan", "Region X")


def controls(form, answers):
    """What a browser sends for raw answers."""
    fields = load_form(form).page(answers).controls._fields
    values = {name: "y" if field.data is True else field.data for name, field in fields.items()}
    return {name: value for name, value in values.items() if value is not None and value is not False}


def party_rows(parties=()):
    """The rows of a samtycke that names these."""
    return [{"organisation": party, "enhet": f"Enhet {number}"} for number, party in enumerate(parties or PARTIES, 1)]


def sign(office, saved):
    """The newest saved document of the case, signed by all: as it stands when the last has signed."""
    document_id = saved.path.rpartition("/")[2]
    with office.app.test_request_context():
        store = office.store
        store.add_to_signing(
            office.who.tenant,
            UUID(document_id),
            0,
            1,
            [],
            by="kim",
            request_key=f"sign-{document_id}",
            state=State.UNDERTECKNAD,
        )


class Casework:
    """One case in one office."""

    def __init__(self, office, programme, anonymous=False, **person):
        self.office, self.page, self.programme = office, office.page, load_programme(programme)
        given = {**PERSON, **person}
        where = f"/stegvis/arenden/nytt/{programme}"
        if anonymous:
            where, given = where + "?utan-namn=1", {}
        self.first = self.page.get(where).submit("", **given)
        assert self.first.status == 200, (self.first.errors, self.first.path)
        self.path = self.first.path

    @property
    def now(self):
        """The case's page."""
        return self.page.get(self.path)

    @property
    def next(self):
        """The title of the step that is next; empty when all are done."""
        here = self.now.soup.select_one(".st-steps [data-state=now] b")
        return here.get_text() if here else ""

    def step(self):
        """The step that is next."""
        return next((step for step in self.programme.steps if step.title == self.next), None)

    def note(self, kind, **answers):
        """The page after something has been noted."""
        return self.page.get(f"{self.path}/anteckna/{kind}").submit(f"anteckna/{kind}", **answers)

    def begin(self, form):
        """The page of a draft, or the page that says what is missing."""
        gate = self.page.get(f"{self.path}/borja/{form}")
        return gate.submit(form) if gate.soup.select(f'form[action$="borja/{form}"]') else gate

    def save(self, form, answers=None, **changes):
        """The page of a form begun in the case, filled in with an example and saved; what was filled in from the
        case stands.
        """
        self.office.at += timedelta(seconds=1)  # documents are in the order of their moments
        draft = self.begin(form)
        assert draft.soup.select('form[action$="fyll-i"]'), draft.text[:3000]
        given = {**(answers or example(MADE.get(form, form))), **changes}
        given = {name: answer for name, answer in given.items() if name not in CARRIED}
        typed = controls(form, given)
        check = draft.submit("fyll-i", press="kontrollera", **typed)
        assert check.status == 200, (form, check.errors)
        saved = check.submit("kontrollera")
        assert "Sparat" in saved.text, saved.text[:2000]
        return saved

    def consent(self, *parties, **changes):
        """A samtycke given orally that names these parties."""
        answers, rows = example("samtycke_muntligt"), party_rows(parties)
        cells = [{"uppgift": "planering_insatser", "part": number} for number in range(1, len(rows) + 1)]
        whole = {
            **answers,
            "parter": rows,
            "riktning": ["bada"] * len(rows),
            "uppgifter": cells,
            "forbehall": [],
            **changes,
        }
        return self.save("samtycke", {name: answer for name, answer in whole.items() if answer not in (None, [])})

    def missing(self, page):
        """What a page says is missing."""
        return [item.get_text(" ", strip=True) for item in page.soup.select(".st-checks li")]


def agreement(case, office, **more):
    """A praktik of a month from 21 November with all signatures; then it is the first of December."""
    case.note(
        "studiebesok", dag="2026-11-01", arbetsplats="Kaffestugan", med=["deltagare", "arbetsgivare", "konsulent"]
    )
    saved = case.save("praktikavtal", **{**PERIOD, **more})
    sign(office, saved)
    office.at = datetime(2026, 12, 1, 12, tzinfo=UTC)
    return saved
