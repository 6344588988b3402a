"""Makes the database and the sealed file in made_earlier. It was run once, at commit 3e173a4; what it made is never
made anew.

Everybody in it is made up, and the personal numbers are those of the examples. It drives the pages, as users do.
"""

import json
import sqlite3
import sys
import tempfile
from datetime import timedelta
from pathlib import Path
from uuid import UUID

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent), str(HERE)]

from click.testing import CliRunner
from flask import Flask
from listing import EARLIER, KIM, NAMND, NOW, OTHERS
from support.casework import PERSON, Casework, controls
from support.form_examples import example
from support.page_client import PageClient

from stegvis.plugin import Stegvis
from stegvis.plugin.cli import main
from stegvis.plugin.keys import make_key_file

STROKES = json.dumps([[[0.1, 0.5], [0.2, 0.3], [0.4, 0.6]], [[0.5, 0.5], [0.8, 0.4], [0.9, 0.6]]])
CODE, DELTAGARE, KOMMUN = "4711", "underskrift_deltagare", "underskrift_kommun"
WORKPLACE = {
    "arbetsplats_namn": "Kaffestugan",
    "orgnr": "556016-0680",
    "sektor": "privat",
    "bransch": "hotell_restaurang",
    "arbetsplats_adress": "Storgatan 1, Påhittby",
    "arbetsgivare_kontakt-namn": "Carin Chefsson",
    "arbetsgivare_kontakt-telefon": "08-123 456 01",
    "arbetsgivare_kontakt-epost": "carin@exempel.se",
    "handledare_namn": "Hugo Handledarsson",
    "handledare_telefon": "08-123 456 02",
    "platser": "2",
}


class Office:
    """One application with a database of its own; *who* is at the keyboard, and each act takes a minute."""

    def __init__(self, folder):
        self.who, self.at, self.folder = KIM, NOW - timedelta(hours=3), folder
        self.app = self.mounted()
        self.page = PageClient(self.app)

    def mounted(self, **config):
        """A host in the same folder, with these settings."""
        app = Flask("host", instance_path=str(self.folder))
        app.secret_key = "not a secret"
        app.config.update(TESTING=True, STEGVIS_KOMMUN="Påhittby kommun", **config)
        Stegvis(identity=lambda: self.who, clock=self.tick, folder=self.folder).init_app(app)
        return app

    def tick(self):
        """The moment; a second later each time it is asked for."""
        self.at += timedelta(seconds=1)
        return self.at

    @property
    def store(self):
        """Where it keeps its documents."""
        return self.app.extensions["stegvis"].store

    def begin(self, form):
        """The page of a new draft."""
        return self.page.get("/stegvis/blanketter/").submit(f"/{form}/borja")

    def draft(self, form, answers):
        """A draft with these answers."""
        return self.begin(form).submit("fyll-i", press="spara", **controls(form, answers))

    def saved(self, form, answers):
        """The page of a saved document."""
        checked = self.begin(form).submit("fyll-i", press="kontrollera", **controls(form, answers))
        saved = checked.submit("kontrollera")
        assert "Sparat" in saved.text, (form, checked.errors)
        return saved

    def sign(self, path, party, name):
        """One party signs on the tablet, and hands it back."""
        room = self.page.get(f"{path}/underskrifter/{party}/lamna-over").submit(kod=CODE)
        thanks = room.submit(
            press="skriv-under", namn=name, last="ja", underskrift=STROKES, forhallande="3.2", ort="Påhittby"
        )
        assert thanks.h1 == "Tack", thanks.errors
        thanks.submit("las-upp", kod=CODE)

    def seal(self):
        """What all have signed is sealed, by the command."""
        sealing = self.mounted(STEGVIS_SEAL_KEY=str(self.folder / "seal.pem"))
        done = sealing.test_cli_runner().invoke(args=["stegvis", "signing", "seal"])
        sealing.extensions["stegvis"].store.close()
        assert done.stdout == "Förseglade nu: 1. Väntar än: 0.\n", done.output


def documents(office):
    """A draft, saved ones, one that has a newer version, one that was thrown away, one signed in part."""
    office.draft("avslutningssamtal", {"fornamn": "Zeynep", "efternamn": "Övningsdotter"})
    unwanted = office.draft("intyg", {"fornamn": "Maja"}).path.removesuffix("/fyll-i")
    office.page.get(f"{unwanted}/kasta").submit()
    old = office.saved("intyg", example("intyg"))
    newer = old.submit("ny-version").submit("fyll-i", press="kontrollera", **controls("intyg", example("intyg")))
    newer.submit("kontrollera")
    office.saved("trepartssamtal", example("trepartssamtal"))
    partly = office.saved("praktikavtal", example("praktikavtal_minimal"))
    office.page.get(f"{partly.path}/underskrifter").submit("underskrifter", press="borja:skarm")
    office.sign(partly.path, DELTAGARE, example("praktikavtal_minimal")["deltagare_namn"])


def signed(office):
    """A document that all have signed on the tablet, and that is sealed; its id."""
    answers = example("overenskommelse")
    path = office.saved("overenskommelse", answers).path
    office.page.get(f"{path}/underskrifter").submit("underskrifter", press="borja:skarm")
    office.sign(path, DELTAGARE, f"{answers['fornamn']} {answers['efternamn']}")
    own = office.page.get(f"{path}/underskrifter/{KOMMUN}/skriv-under")
    done = own.submit(press="skriv-under", **{"last": "ja", "i-stallet": "ja", "ratt": "Delegation 2026-3"})
    assert "Alla som behövs har skrivit under." in done.text, done.errors
    office.seal()
    return UUID(path.rpartition("/")[2])


def cases(office):
    """A case with documents and notes, one about a person with protected data, one of a colleague's, and a workplace in
    its register.
    """
    workplace = office.page.get("/stegvis/register/arbetsplats/ny").submit("arbetsplats/ny", **WORKPLACE)
    office.page.get(f"{workplace.path}/anteckna").submit(
        "anteckna",
        dag="2026-11-20",
        hur="telefon",
        med="Carin Chefsson",
        vad="De har plats i januari.",
        igen="2027-01-07",
    )
    case = Casework(office, "ur-hemloshet-i-jobb")
    for _ in range(3):
        step = case.step()
        match step.done_by:
            case "form":
                case.consent() if step.what == "samtycke" else case.save(step.what)
            case "meetings":
                case.note("mote", slag=case.programme.meetings[0].id, kom="ja", dag="2026-11-20")
            case "decision":
                case.note("beslut", steg=step.id, svar=step.decisions[0])
            case "event":
                case.note(step.what, dag="2026-11-20", mote_dag="2026-11-25 10:00")
            case "hand":
                case.note("steg", steg=step.id)
    noted = case.note("kontakt", dag="2026-11-20", arbetsplats="Kaffestugan", godkant="y", svar="ja")
    assert noted.status == 200, noted.errors
    Casework(office, "futuro", skydd="sekretessmarkering", fornamn="Robin", efternamn=PERSON["efternamn"])
    office.who = OTHERS[0]
    Casework(office, "samverkstan", fornamn="Kim")
    office.who = KIM


def make():
    """The database as SQL, its key, the sealed file and its certificate."""
    EARLIER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        keys = folder / "keys"
        make_key_file(keys)
        (folder / "config.py").write_text('STEGVIS_KOMMUN = "Påhittby kommun"\n', "utf-8")
        for words in (["db", "upgrade"], ["signing", "make-seal"]):
            done = CliRunner().invoke(main, ["--instance", str(folder), *words])
            assert done.exit_code == 0, done.output
        office = Office(folder)
        documents(office)
        document_id = signed(office)
        cases(office)
        kept = office.store.file(NAMND, document_id, "kommun.pdf", by="kim").data
        (EARLIER / "sealed.pdf").write_bytes(kept)
        office.store.close()
        (EARLIER / "keys.txt").write_text(keys.read_text("ascii"), "ascii")
        (EARLIER / "certificate.txt").write_text((folder / "seal-certificate.pem").read_text("ascii"), "ascii")
        connection = sqlite3.connect(folder / "stegvis.sqlite3")
        (EARLIER / "database.sql").write_text("\n".join(connection.iterdump()) + "\n", "utf-8")
        connection.close()


if __name__ == "__main__":
    make()
