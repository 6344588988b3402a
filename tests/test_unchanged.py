"""What others can see is as it was when unchanged/ was made, and what was made then can be read, signed and verified
now.

When something is changed on purpose: `python tests/unchanged/listing.py LIST …`, and read what differs before it is
kept.
"""

from functools import cache
from pathlib import Path

import pytest
from support.command_line import stegvis
from support.page_client import PageClient
from unchanged import listing

from stegvis.forms import list_forms

MOST = 30
NUMBER = "18900101-9802"
STATES = {
    "intresseanmalan": ("klar_for_underskrift", "Intresseanmälan", "Klar för underskrift"),
    "overenskommelse": ("undertecknad", "Överenskommelse om stöd", "Underskriven"),
    "praktikavtal": ("delvis_undertecknad", "Praktikavtal", "Delvis underskriven"),
    "trepartssamtal": ("klar_for_underskrift", "Regler och trepartssamtal", "Klar för underskrift"),
    "intyg": ("klar_for_underskrift", "Intyg", "Klar för underskrift"),
    "intyg, replaced": ("ersatt", "Intyg", "Ersatt"),
    "avslutningssamtal": ("utkast", "Avslutningssamtal", ""),
}
"""The documents that were made earlier: state, title, and the state in words."""
SIGNED = {
    "overenskommelse": ["created", "shown", "approved", "shown", "approved", "completed"],
    "praktikavtal": ["created", "shown", "approved"],
}


def same(before, now, **how):
    """Fails with the entries that differ."""
    if found := listing.differences(before, now, **how):
        more = [f"… and {len(found) - MOST} more"] if len(found) > MOST else []
        pytest.fail("\n".join([f"{len(found)} differ:", *found[:MOST], *more]), pytrace=False)


@cache
def kept(name):
    """A list as it was kept, read once."""
    return listing.kept(name)


def part(name, beginning):
    """The entries of a kept list that are about one form or example."""
    return {key: value for key, value in kept(name).items() if key.split()[0] == beginning}


class TestWhatCanBeSeen:
    def test_nothing_is_listed_that_is_not_kept_and_the_other_way_round(self):
        assert set(kept("before")) == set(listing.SECTIONS)
        about = {form.id for form in list_forms()} | set(listing.examples())
        assert {key.split()[0] for key in kept("outputs")} == about
        assert {key.split()[0] for key in kept("fills")} == set(listing.examples())

    @pytest.mark.parametrize("section", listing.SECTIONS)
    def test_names_and_hashes(self, section):
        same(kept("before")[section], listing.SECTIONS[section](), may_grow=section == "public")

    def test_every_text_in_the_code(self):
        same(kept("texts"), listing.texts())

    @pytest.mark.parametrize("example", listing.examples())
    def test_every_document_of_an_example(self, example):
        now = listing.outputs_of(example)
        same({key: value for key, value in part("outputs", example).items() if not is_blank(key)}, now)

    @pytest.mark.parametrize("form", [form.id for form in list_forms()])
    def test_every_blank(self, form):
        same({key: value for key, value in part("outputs", form).items() if is_blank(key)}, listing.blanks_of(form))


def is_blank(key):
    """Whether the output is of a form that nobody has filled in."""
    return key.split()[2] in ("blank", "fillable")


class Earlier:
    """An application on what was made earlier; *who* is at the keyboard."""

    def __init__(self, folder):
        self.who, self.folder = listing.KIM, listing.restored(folder)
        self.app = listing.mounted(self.folder, lambda: self.who)
        self.page, self.store = PageClient(self.app), self.app.extensions["stegvis"].store

    def sit_down(self, who):
        """Somebody else sits down."""
        self.who = who

    def documents(self):
        """Every document by the name it has in STATES."""
        found = self.store.listing(listing.NAMND, by="kim")
        return {one.form + (", replaced" if one.state == "ersatt" else ""): one for one in found}


@pytest.fixture
def earlier(tmp_path):
    made = Earlier(tmp_path / "instance")
    yield made
    made.store.close()


class TestWhatWasMadeEarlier:
    def test_the_database_is_current(self, earlier):
        assert stegvis(earlier.folder, "db", "check") == (0, "Databasen är aktuell.\n", "")

    def test_every_document_can_be_read_and_stands_where_it_stood(self, earlier):
        assert {name: one.state for name, one in earlier.documents().items()} == {
            name: state for name, (state, *_) in STATES.items()
        }
        for name, one in earlier.documents().items():
            assert earlier.store.read(listing.NAMND, one.id, by="kim").payload["answers"], name
            seen = earlier.page.get(f"/stegvis/dokument/{one.id}")
            tag = seen.soup.select_one(".st-headline .st-tag")
            assert (seen.status, seen.h1, tag.get_text() if tag else "") == (200, *STATES[name][1:]), name

    def test_who_has_signed_is_known(self, earlier):
        for name, one in earlier.documents().items():
            kinds = [event["kind"] for event in earlier.store.signing(listing.NAMND, one.id)]
            assert kinds == SIGNED.get(name, []), name

    def test_what_was_begun_can_be_signed_by_the_others(self, earlier):
        path = f"/stegvis/dokument/{earlier.documents()['praktikavtal'].id}"
        room = earlier.page.get(f"{path}/underskrifter/underskrift_arbetsgivare/lamna-over").submit(kod="4711")
        assert (
            room.submit(press="skriv-under", namn="Robin Handledarsson", last="ja").submit("las-upp", kod="4711").h1
            == "Underskrifter"
        )
        own = earlier.page.get(f"{path}/underskrifter/underskrift_kommun/skriv-under").submit(
            press="skriv-under", last="ja"
        )
        assert "Alla som behövs har skrivit under." in own.text
        assert earlier.documents()["praktikavtal"].state == "undertecknad"

    def test_the_draft_can_be_written_in(self, earlier):
        draft = earlier.page.get(f"/stegvis/dokument/{earlier.documents()['avslutningssamtal'].id}")
        assert draft.values("fyll-i")["fornamn"] == "Zeynep"
        draft.submit("fyll-i", press="spara", fornamn="Maja")
        after = earlier.documents()["avslutningssamtal"]
        assert earlier.store.read(listing.NAMND, after.id, by="kim").payload["answers"]["fornamn"] == "Maja"

    def test_the_log_holds_before_and_after_more_is_done(self, earlier):
        before = earlier.store.verify_log(listing.NAMND)
        assert before.intact and before.length > 100
        earlier.page.get("/stegvis/arenden/")
        after = earlier.store.verify_log(listing.NAMND)
        assert after.intact and after.length > before.length

    def test_the_cases_are_there_and_are_found_one_with_protected_data_by_number_alone(self, earlier):
        cases = earlier.store.cases.listing(listing.NAMND, by="kim", closed=None)
        assert [case.programme for case in cases] == ["samverkstan", "futuro", "ur-hemloshet-i-jobb"]
        titles = [earlier.page.get(f"/stegvis/arenden/{case.id}").h1 for case in cases]
        assert titles == ["Ärende i Samverkstan", "Skyddade personuppgifter", "Ärende i Ur hemlöshet – I jobb"]
        search = earlier.page.get("/stegvis/arenden/")
        for asked, programmes in (
            ("Testberg", ["samverkstan", "ur-hemloshet-i-jobb"]),
            (NUMBER, ["samverkstan", "futuro", "ur-hemloshet-i-jobb"]),
        ):
            found = search.submit("sok", sok=asked).text
            assert [case.programme for case in cases if str(case.id) in found] == programmes

    def test_the_register_is_there(self, earlier):
        (entry,) = earlier.store.registers.all(listing.NAMND, "arbetsplats", by="kim")
        assert earlier.page.get(f"/stegvis/register/arbetsplats/{entry.id}").h1 == "Kaffestugan"

    def test_the_sealed_copy_is_handed_out_as_it_was(self, earlier):
        path = f"/stegvis/dokument/{earlier.documents()['overenskommelse'].id}.pdf"
        assert earlier.page.client.get(path).data == (listing.EARLIER / "sealed.pdf").read_bytes()

    def test_the_seal_holds(self, tmp_path):
        code, said, wrong = stegvis(
            tmp_path, "verify", listing.EARLIER / "sealed.pdf", "--trust", listing.EARLIER / "certificate.txt"
        )
        assert (code, wrong) == (0, "") and said.startswith("Filen håller.\n")
        assert "Visat: Alla som behövs har skrivit under samma ord." in said

    def test_every_page_that_a_link_leads_to(self, earlier):
        same(kept("pages"), listing.pages(earlier.app, earlier.sit_down))

    def test_every_page_on_the_way_to_a_saved_document(self, earlier):
        now = {
            key: value
            for name in listing.examples()
            for key, value in listing.filled(earlier.app.test_client(), name).items()
        }
        same(kept("fills"), now)

    def test_it_is_small(self):
        sizes = {path.name: path.stat().st_size for path in Path(listing.HERE).rglob("*") if path.is_file()}
        assert not [name for name, size in sizes.items() if size > 200_000 and name != "database.sql"]
        assert sum(path.stat().st_size for path in listing.EARLIER.iterdir()) < 600_000
