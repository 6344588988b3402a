"""What is signed is sealed by itself, outside the request: every copy, with how it was signed, and nobody's secrets."""

import json
from io import BytesIO

import pikepdf
import pytest
from support import seals, verapdf
from support.desk import DELTAGARE, Desk
from support.form_examples import example
from support.raw import raw_text
from support.signings import DAY

from stegvis.plugin.documents import sealing, signing
from stegvis.plugin.signing import track_paper
from stegvis.plugin.signing.errors import BrokenHistory
from stegvis.plugin.signing.extra import SealError
from stegvis.plugin.signing.verifying import verify

DEVICE, WITNESS = "Surfplatta/7.1 (hemlig)", "Vittne Vittnesson"
SECRET = (DEVICE, WITNESS, "verifikat.json", "kim")
"""What only the authority's copy may hold, beside the answers that other tests look for."""


@pytest.fixture
def key_file(tmp_path):
    file = tmp_path / "seal.pem"
    file.touch(0o600)
    key, certificate = seals.KEYS["own"][0]
    file.write_bytes(seals.pem(key, [certificate]))
    return file


@pytest.fixture
def desk(office):
    return Desk(office, "praktikavtal")


def set_up(office, **settings):
    """The office with other settings from now on."""
    mounted = office.app.extensions["stegvis"]
    for name, value in settings.items():
        object.__setattr__(mounted.settings, name, str(value))


def sign_all(desk):
    desk.begin()
    ink = {"strokes": [[list(point) for point in stroke] for stroke in seals.scrawl(2).strokes], "ratio": 3.0}
    evidence = {"ink": ink, "witness": WITNESS, "device": DEVICE}
    for party in desk.at(lambda document: document.parties):
        desk.sign(party.key, party.name or "Kim Konsulent", place="Åvik", evidence=evidence)


def sealed_by(desk):
    """Seals as the command does, and gives the files by name."""
    with desk.office.app.app_context():
        assert sealing.seal_all() == (1, 0)
    return {name: desk.office.store.file("Arbetsmarknadsnämnden", desk.id, name, by="x").data for name in kept(desk)}


def kept(desk):
    return desk.office.store.files("Arbetsmarknadsnämnden", desk.id)


@pytest.fixture
def files(desk, key_file):
    sign_all(desk)
    set_up(desk.office, seal_key=key_file)
    return sealed_by(desk)


@pytest.mark.java
def test_every_copy_is_sealed_and_valid_and_small(files):
    assert sorted(files) == ["arbetsgivare.pdf", "deltagare.pdf", "kommun.pdf"]
    for name, data in files.items():
        assert verify(data).holds, name
        assert len(data) <= 120_000
        assert verapdf.check(data, ("3a" if name == "kommun.pdf" else "2a", "ua1")) == []


def test_the_authority_has_all_evidence_and_verify_tells_of_it(files):
    with pikepdf.open(BytesIO(files["kommun.pdf"])) as pdf:
        told = json.loads(pdf.attachments["verifikat.json"].get_file().read_bytes())
        assert set(pdf.attachments) == {"svar.json", "verifikat.json"}
    assert told["document"]["code"] == "PRA-01"
    assert [event["kind"] for event in told["events"]][-1] == "completed"
    said = str(verify(files["kommun.pdf"]).json())
    assert "Alla som behövs har skrivit under samma ord" in said and WITNESS in said and "Ritad på skärm" in said


@pytest.mark.parametrize("name", ["arbetsgivare.pdf", "deltagare.pdf"])
def test_a_party_finds_how_it_was_signed_and_nothing_of_the_others(files, name):
    text = raw_text(files[name], "pdf")
    assert "skrevs handlingen under" in text and "Ritad p" in text
    assert [word for word in SECRET if word in text] == []
    full = raw_text(files["kommun.pdf"], "pdf")
    assert [word for word in SECRET if word not in full] == []


def test_an_employer_finds_no_number_address_or_phone_of_the_participant(files):
    answers = example("praktikavtal")
    text = raw_text(files["arbetsgivare.pdf"], "pdf")
    hidden = [str(answers[name]) for name in ("personnummer", "arendenummer") if answers.get(name)]
    assert hidden and [word for word in hidden if word in text or word.replace("-", "") in text] == []
    assert [word for word in hidden if word in raw_text(files["kommun.pdf"], "pdf")] == hidden


def test_again_it_does_nothing(desk, files):
    with desk.office.app.app_context():
        assert sealing.seal_all() == (0, 0)
        sealing.seal_document("Arbetsmarknadsnämnden", desk.id, seals.key_of("own"), "x")
    assert sorted(kept(desk)) == sorted(files)


def test_what_is_not_signed_by_all_is_not_sealed(desk, key_file):
    desk.begin()
    desk.sign(DELTAGARE)
    set_up(desk.office, seal_key=key_file)
    with desk.office.app.app_context():
        assert sealing.seal_all() == (0, 0)
        with pytest.raises(BrokenHistory):
            sealing.seal_document("Arbetsmarknadsnämnden", desk.id, seals.key_of("own"), "x")
    assert kept(desk) == ()


def test_without_a_key_it_says_what_to_set(desk):
    with desk.office.app.app_context(), pytest.raises(SealError, match="STEGVIS_SEAL_KEY"):
        sealing.seal_all()


def test_a_service_that_does_not_answer_leaves_it_waiting(desk, key_file):
    sign_all(desk)
    set_up(desk.office, seal_key=key_file, timestamp_url="http://127.0.0.1:9/")
    with desk.office.app.app_context():
        assert sealing.seal_all() == (0, 1)
    assert kept(desk) == ()


def test_the_one_who_signs_last_waits_for_nothing_and_it_is_sealed_soon(desk, key_file, monkeypatch):
    started = []

    class Thread:
        def __init__(self, target, daemon):
            self.start = lambda: started.append((target, daemon))

    monkeypatch.setattr(sealing, "Thread", Thread)
    set_up(desk.office, seal_key=key_file)
    sign_all(desk)
    assert kept(desk) == () and len(started) == 1 and started[0][1]
    with desk.office.app.app_context():
        sealing.seal_soon()  # one at a time
    assert len(started) == 1
    started[0][0]()
    assert "kommun.pdf" in kept(desk)
    with desk.office.app.app_context():
        sealing.seal_soon()
    assert len(started) == 2


def test_a_fault_in_the_worker_lets_the_next_one_in(desk, key_file, caplog):
    set_up(desk.office, seal_key=key_file.with_name("saknas.pem"))
    with desk.office.app.app_context():
        sealing.seal_soon()
    mounted = desk.office.app.extensions["stegvis"]
    assert mounted.sealing_busy.acquire(timeout=10)
    assert "seal: SealError" in caplog.text


def test_what_is_downloaded_is_the_sealed_file(desk, files):
    page = desk.office.page
    got = page.client.get(f"/stegvis/dokument/{desk.id}.pdf")
    assert got.data == files["kommun.pdf"]
    assert page.client.get(f"/stegvis/dokument/{desk.id}.pdf?kopia=arbetsgivare").data == files["arbetsgivare.pdf"]
    assert page.client.get(f"/stegvis/dokument/{desk.id}.docx").data[:2] == b"PK"


def test_what_is_not_sealed_yet_is_made_as_before(desk):
    sign_all(desk)
    assert desk.office.page.client.get(f"/stegvis/dokument/{desk.id}.pdf").data[:5] == b"%PDF-"


def test_the_command_in_the_host(desk, key_file):
    sign_all(desk)
    runner = desk.office.app.test_cli_runner()
    refused = runner.invoke(args=["stegvis", "signing", "seal"])
    assert (refused.exit_code, "STEGVIS_SEAL_KEY" in refused.stderr) == (2, True)
    set_up(desk.office, seal_key=key_file)
    done = runner.invoke(args=["stegvis", "signing", "seal"])
    assert (done.exit_code, done.stdout) == (0, "Förseglade nu: 1. Väntar än: 0.\n")


def test_each_part_of_a_consent_has_a_sealed_copy_without_what_is_others(office, key_file):
    desk = Desk(office, "samtycke")
    sign_all(desk)
    set_up(office, seal_key=key_file)
    files = {name: raw_text(data, "pdf") for name, data in sealed_by(desk).items()}
    parts = [name for name in sorted(files) if name.startswith("part-")]
    assert parts == ["part-1.pdf", "part-2.pdf", "part-3.pdf"]
    for secret in ("070-174 06 05", "zeynep@exempel.se", "Exempelgatan", "Kerstin Provsten", *SECRET):
        assert secret in files["kommun.pdf"], secret
        assert [name for name in parts if secret in files[name]] == [], secret
    for number, condition in ((2, "hur mycket jag kan arbeta"), (3, "Bara f")):
        assert [name for name in parts if condition in files[name]] == [f"part-{number}.pdf"]


@pytest.mark.java
def test_what_was_signed_on_paper_is_sealed_as_well(desk, key_file):
    """The other track: each audience's copy is valid for the archive and for screen readers, small, and holds."""
    desk.at(signing.begin, "papper", "begin")
    parties = desk.at(lambda document: document.parties)
    pens = [track_paper.Pen(party.key, party.name or "Kim Konsulent", "Åvik", DAY) for party in parties]
    kept_of_it = {"original": "Närarkivet, pärm 2026", "certified_by": "Kim Konsulent", "scans": []}
    desk.at(signing.act, "register", lambda now, at, by: track_paper.register(now, pens, kept_of_it, at=at, by=by))
    set_up(desk.office, seal_key=key_file)
    files = sealed_by(desk)
    assert set(files) == {"arbetsgivare.pdf", "deltagare.pdf", "kommun.pdf"}
    for name, data in files.items():
        assert verapdf.check(data, ("3a" if name == "kommun.pdf" else "2a", "ua1")) == [] and len(data) <= 120_000
        assert verify(data).holds
    told = verify(files["kommun.pdf"]).evidence
    assert {event["evidence"]["original"] for event in told["events"] if event["kind"] == "approved"} == {
        "Närarkivet, pärm 2026"
    }


class TestProtected:
    """A copy that leaves the kommun about a person with protected data is sealed when somebody has reviewed it, and
    not before.
    """

    @pytest.fixture
    def desk(self, office, monkeypatch):
        desk = Desk.__new__(Desk)
        answers = {
            **example("samtycke"),
            "skydd": "sekretessmarkering",
            "kontaktvag": ["brev"],
            "lamna_meddelande": "nej",
            "sus_samtycke": "anonym",
        }
        page = office.saved("samtycke", answers)
        from itertools import count
        from uuid import UUID

        desk.office, desk.id, desk.keys = office, UUID(page.path.rpartition("/")[2]), count()
        monkeypatch.setattr(sealing, "Thread", AtOnce)
        return desk

    def test_it_is_sealed_after_the_review(self, desk, key_file):
        sign_all(desk)
        set_up(desk.office, seal_key=key_file)
        sealed_by(desk)
        path = f"/stegvis/dokument/{desk.id}"
        assert kept(desk) == ("deltagare.pdf", "kommun.pdf")
        desk.office.become("granskare", "Gun Granskarsson")
        desk.office.page.get(f"{path}/granska?kopia=part&part=1").submit("kopia=part&part=1")
        assert kept(desk) == ("deltagare.pdf", "kommun.pdf", "part-1.pdf")
        handed = desk.office.page.client.get(f"{path}.pdf?kopia=part&part=1").data
        assert verify(handed).holds

    def test_a_worker_that_was_stopped_is_caught_up_with_when_the_copy_is_asked_for(self, desk, key_file):
        sign_all(desk)
        path = f"/stegvis/dokument/{desk.id}"
        desk.office.become("granskare", "Gun Granskarsson")
        desk.office.page.get(f"{path}/granska?kopia=part&part=1").submit("kopia=part&part=1")
        assert kept(desk) == ()
        set_up(desk.office, seal_key=key_file)
        desk.office.page.client.get(f"{path}.pdf?kopia=part&part=1")
        assert "part-1.pdf" in kept(desk)


class AtOnce:
    """A thread that has run when it is started."""

    def __init__(self, target, daemon):
        self.start = target
