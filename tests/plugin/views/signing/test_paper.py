"""Signing on paper, on the pages: printed with codes, scanned, matched, certified and kept; or told what is wrong."""

from uuid import UUID

import pytest
from support import pdf_reading
from support.form_examples import example
from support.paper_scans import as_file, as_pdf, printed, scanned

from stegvis.plugin.signing import track_paper

KEYS = ("underskrift_deltagare", "underskrift_arbetsgivare", "underskrift_kommun")
NAME = example("praktikavtal_minimal")["deltagare_namn"]
NAMES = dict(zip(KEYS, (NAME, "Robin Handledarsson", "Kim Konsulent"), strict=True))
pytestmark = pytest.mark.pdf


class Paper:
    """A praktikavtal that is being signed on paper."""

    def __init__(self, office):
        self.office, self.page = office, office.page
        self.path = office.saved("praktikavtal", example("praktikavtal_minimal")).path
        self.begun = self.page.get(f"{self.path}/underskrifter").submit("underskrifter", press="borja:papper")

    def print(self):
        response = self.page.client.get(f"{self.path}/underskrifter/papper.pdf")
        assert (response.status_code, response.mimetype) == (200, "application/pdf")
        return [scanned(page, tilt=1.5) for page in printed(response.data)]

    def filled(self, keys=KEYS, **changes):
        values = self.page.get(f"{self.path}/underskrifter/papper").values()
        for key in keys:
            values |= {
                f"skrev-{key}": "ja",
                f"namn-{key}": NAMES[key],
                f"ort-{key}": "Åvik",
                f"datum-{key}": "2026-11-20",
            }
        return values | {"original": "Närarkivet, pärm 2026", "intygar": "ja"} | changes

    def send(self, files, **given):
        return self.page.upload(
            f"{self.path}/underskrifter/papper", self.filled(**given), [(data, "skanning.pdf") for data in files]
        )

    @property
    def events(self):
        return self.office.store.signing(self.office.who.tenant, UUID(self.path.rpartition("/")[2]))

    @property
    def files(self):
        return self.office.store.files(self.office.who.tenant, UUID(self.path.rpartition("/")[2]))


@pytest.fixture
def paper(office):
    return Paper(office)


def test_printed_signed_scanned_and_kept(paper):
    assert "Skriv ut och läs in papperet" in paper.begun.text and not paper.begun.soup.select('a[href$="lamna-over"]')
    scan = as_pdf(paper.print())
    done = paper.send([scan])
    assert done.h1 == "Underskrifter" and "Alla som behövs har skrivit under." in done.text
    assert "Underskriven på papper" in done.text
    approved = [event for event in paper.events if event["kind"] == "approved"]
    assert {act["party"]: (act["name"], act["place"], act["on"]) for act in approved} == {
        key: (NAMES[key], "Åvik", "2026-11-20") for key in KEYS
    }
    (name,) = paper.files
    kept = paper.office.store.file(paper.office.who.tenant, UUID(paper.path.rpartition("/")[2]), name, by="test")
    assert kept.data == scan and kept.media_type == "application/pdf"
    for act in approved:
        assert act["evidence"] == {
            "certified": track_paper.CERTIFIED,
            "certified_by": "Kim Konsulent",
            "original": "Närarkivet, pärm 2026",
            "scans": [{"name": name, "sha256": kept.sha256}],
        }


def test_each_signs_a_counterpart_of_its_own(paper):
    pages = paper.print()
    for n, key in enumerate(KEYS):
        page = paper.send([as_file(one, "PNG") for one in pages], keys=(key,))
        assert ("Alla som behövs" in page.text) is (n == 2)
    assert len(paper.files) == 3 * len(pages) and {name.rpartition(".")[2] for name in paper.files} == {"png"}


def test_in_order_however_they_are_ticked(office):
    paper = Paper.__new__(Paper)
    paper.office, paper.page = office, office.page
    paper.path = office.saved("praktikavtal", example("praktikavtal_minimal")).path
    paper.begun = paper.page.get(f"{paper.path}/underskrifter").submit(
        "underskrifter", press="borja:papper", ordning="tur"
    )
    first = paper.send([as_pdf(paper.print())], keys=KEYS[:1])
    assert "1 av 3" in paper.page.get(paper.path).text and first.h1 == "Underskrifter"


class TestTold:
    @pytest.mark.parametrize(
        ("changes", "path", "words"),
        [
            ({"original": " "}, "st-original", "Skriv var originalet finns"),
            ({"original": "å" * 201}, "st-original", "högst 200"),
            ({"intygar": ""}, "st-intygar", "Kryssa i att du intygar"),
            (
                {"datum-underskrift_kommun": "igår"},
                "st-datum-underskrift_kommun",
                "Skriv vilken dag för kommunen skrev under",
            ),
            ({"datum-underskrift_kommun": "2026-11-22"}, "st-datum-underskrift_kommun", "Välj dagens datum"),
        ],
    )
    def test_what_is_missing_and_nothing_is_lost(self, paper, changes, path, words):
        page = paper.send([as_pdf(paper.print()[:1])], **changes)
        assert page.status == 422 and words in page.errors[path]
        assert page.values()["namn-underskrift_arbetsgivare"] == "Robin Handledarsson"
        assert not paper.files

    def test_another_name_than_the_documents(self, paper):
        page = paper.send([as_pdf(paper.print())], **{"namn-underskrift_deltagare": "Bo Bytt"})
        assert NAME in page.errors["st-namn-underskrift_deltagare"] and not paper.files

    def test_nobody_is_ticked_and_no_file(self, paper):
        assert "Kryssa i vilka" in paper.send([b"%PDF-"], keys=()).errors["st-vilka"]
        assert "Välj skanningen" in paper.send([]).errors["st-fil"]

    def test_a_page_is_missing(self, paper):
        pages = paper.print()
        page = paper.send([as_pdf(pages[:-1])])
        assert "Den saknas." in page.errors["st-fil"] and not paper.files
        assert [event["kind"] for event in paper.events] == ["created"]

    def test_the_paper_of_another_version(self, paper):
        old = paper.print()
        renewed = paper.page.get(paper.path).submit("ny-version")
        answers = example("praktikavtal_minimal") | {"deltagare_namn": "Alva Nyasson"}
        saved = renewed.submit("fyll-i", press="kontrollera", **paper.office.typed("praktikavtal", answers)).submit(
            "kontrollera"
        )
        paper.path = saved.path
        paper.page.get(f"{paper.path}/underskrifter").submit("underskrifter", press="borja:papper")
        page = paper.send([as_pdf(old)], **{"namn-underskrift_deltagare": "Alva Nyasson"})
        assert "Den hör till en annan handling." in page.text and "Ingen av sidorna hör till den." in page.text

    def test_a_file_that_is_none(self, paper):
        assert "är något annat" in paper.send([b"MZ program"]).errors["st-fil"]


def test_paper_and_screen_are_not_mixed(paper):
    assert paper.page.get(f"{paper.path}/underskrifter/{KEYS[0]}/lamna-over").status == 404
    paper.page.get(f"{paper.path}/underskrifter").submit("underskrifter", press="avbryt", skal="På skärm i stället.")
    paper.page.get(f"{paper.path}/underskrifter").submit("underskrifter", press="borja:skarm")
    for path in ("papper", "papper.pdf"):
        assert paper.page.get(f"{paper.path}/underskrifter/{path}").status == 404


def test_the_print_is_the_employers_copy_and_the_log_says_so(paper):
    response = paper.page.client.get(f"{paper.path}/underskrifter/papper.pdf")
    text = " ".join(
        " ".join(page) if not isinstance(page, str) else page for page in pdf_reading.read(response.data).pages
    )
    assert "Kopia för arbetsgivaren" in text
    document = UUID(paper.path.rpartition("/")[2])
    assert paper.office.store.events(paper.office.who.tenant, document)[-1].reason == "Utskriven för underskrift"
