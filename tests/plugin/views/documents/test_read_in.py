"""A filled blank is read in on the page: shown with its doubts, and kept by nobody until it is saved as a draft."""

import json
import tempfile
from io import BytesIO
from uuid import UUID
from zipfile import ZIP_DEFLATED, ZipFile

import pikepdf
import pytest
from support import word_filling
from support.filled import CONTEXT
from support.form_examples import FORMS, example
from support.pdf_filling import fill, sent
from support.thorough import covering

from stegvis.exporters import compose, export
from stegvis.exporters.reading import MOST_BYTES, read
from stegvis.forms import load_form

SAMTYCKE = load_form("samtycke")
NOT_KEPT = "Inget är sparat än"


def blank(form, kind="pdf"):
    return export(compose(form, None, "kommun", CONTEXT, fillable=True), kind)


@pytest.fixture(scope="module")
def filled():
    """A samtycke filled in as PDF."""
    return fill(blank(SAMTYCKE), sent(SAMTYCKE, example("samtycke")))[0]


def send(office, data, form="samtycke", name="ifylld.pdf", **more):
    """The page after a file has been sent."""
    ask = office.page.get(f"/stegvis/blanketter/{form}/las-in")
    return office.page.upload(ask.path, ask.values() | more, [(data, name)])


def events(office, page):
    """What the log says of the draft that a page shows."""
    document = UUID(page.path.split("/")[3])
    return office.store.events(office.who.tenant, document)


class TestTheWholeWay:
    @pytest.mark.parametrize("form", covering(FORMS))
    @pytest.mark.parametrize("kind", ["pdf", "docx"])
    def test_what_is_written_is_shown_and_saved_as_a_draft(self, office, form, kind):
        """The files of every form are read in tests/exporters/test_reading.py; here is what comes after."""
        definition = load_form(form)
        put = fill if kind == "pdf" else word_filling.fill
        data, _ = put(blank(definition, kind), sent(definition, example(form)))
        shown = send(office, data, form, f"svar.{kind}")
        assert (shown.status, shown.h1) == (200, "Kontrollera det som är inläst")
        assert not office.store.listing(office.who.tenant, by="test")
        draft = shown.submit("las-in", press="spara")
        assert draft.path.endswith("/fyll-i")
        (stored,) = office.store.listing(office.who.tenant, by="test")
        kept = office.store.read(office.who.tenant, stored.id, by="test").payload["answers"]
        told = read(definition, data, CONTEXT).raw
        assert {name: kept.get(name) for name in told} == told

    def test_the_log_says_that_the_draft_was_read_in(self, office, filled):
        draft = send(office, filled).submit("las-in", press="spara")
        assert events(office, draft)[0].reason == "Inläst från en ifylld blankett"
        assert not [event.reason for event in events(office, office.begin("samtycke")) if event.reason]

    def test_an_answer_is_corrected_before_it_is_saved(self, office, filled):
        draft = send(office, filled).submit("las-in", press="spara", syfte="Något helt annat än det som stod i filen.")
        assert draft.values("fyll-i")["syfte"] == "Något helt annat än det som stod i filen."

    def test_a_row_more_and_a_row_less_are_not_saved_either(self, office, filled):
        shown = send(office, filled)
        more = shown.submit("las-in", press="lagg-till:parter")
        assert NOT_KEPT in more.text and int(more.values()["parter-antal"]) == int(shown.values()["parter-antal"]) + 1
        less = more.submit("las-in", press="ta-bort:parter[0]")
        assert less.values()["parter-antal"] == shown.values()["parter-antal"]
        assert not office.store.listing(office.who.tenant, by="test")

    def test_saving_twice_is_one_draft_and_other_answers_are_one_more(self, office, filled):
        shown = send(office, filled)
        first = shown.submit("las-in", press="spara")
        assert shown.submit("las-in", press="spara").path == first.path
        other = shown.submit("las-in", press="spara", syfte="Ett annat syfte, skrivet på sidan före.")
        assert other.path != first.path and "skrivet på sidan före" in other.text

    def test_in_a_host_with_its_own_token(self, hosted, filled):
        assert send(hosted, filled).submit("las-in", press="spara").path.endswith("/fyll-i")

    def test_the_list_of_forms_leads_there(self, office):
        links = office.page.get("/stegvis/blanketter/").soup.select('a[href$="/las-in"]')
        assert len(links) == len(FORMS)


class TestDoubts:
    def test_each_is_told_first_and_beside_its_question(self, office):
        values = sent(SAMTYCKE, example("samtycke")) | {"galler_fran": ["i våras"]}
        shown = send(office, fill(blank(SAMTYCKE), values)[0])
        told = {link["href"] for link in shown.soup.select("#st-kontrollera a")}
        assert told == {"#st-galler_fran"}
        field = shown.soup.select_one("#st-galler_fran")
        assert field["value"] == "i våras" and "st-galler_fran-varning" in field["aria-describedby"]
        assert shown.soup.select_one("#st-galler_fran-varning")

    def test_what_is_missing_in_the_file_is_not_told_yet(self, office):
        shown = send(office, fill(blank(SAMTYCKE), {"syfte": ["Planera arbetsträning tillsammans med vården."]})[0])
        assert not shown.soup.select("#st-kontrollera, .st-warn") and "Alla svar i filen är inlästa" in shown.text

    def test_they_stay_when_a_row_is_added(self, office):
        shown = send(office, fill(blank(SAMTYCKE), {"galler_fran": ["i våras"]})[0])
        again = shown.submit("las-in", press="lagg-till:parter")
        assert again.soup.select_one("#st-galler_fran-varning")

    def test_a_row_that_is_doubted_says_so(self, office):
        shown = send(office, fill(blank(SAMTYCKE), {"parter-1-enhet": ["Enheten"]})[0])
        assert shown.soup.select_one("#st-parter-0")["aria-describedby"] == "st-parter-0-varning"

    def test_an_empty_blank_is_no_answers(self, office):
        assert "Det finns inga svar i filen" in send(office, blank(SAMTYCKE)).text

    @pytest.mark.parametrize("words", ["{", "[]", '{"syfte": 5}', '{"syfte": [{"a": "<script>"}]}', "null", "[" * 5000])
    def test_what_is_carried_may_be_anything(self, office, filled, words):
        page = send(office, filled).submit("las-in", press="lagg-till:parter", tvivel=words)
        assert page.status == 200 and not page.soup.select(".st-warn script")


class TestRefused:
    def refused(self, page, words):
        assert page.status == 422 and words in page.errors["st-fil"]
        assert page.soup.select_one("#st-fil")["aria-invalid"] == "true"

    def test_no_file(self, office):
        ask = office.page.get("/stegvis/blanketter/samtycke/las-in")
        self.refused(ask.submit(), "Välj filen")
        self.refused(send(office, b"", name=""), "Välj filen")

    def test_another_form_leads_to_it(self, office, filled):
        page = send(office, filled, "praktikavtal")
        self.refused(page, "SAM-01")
        assert page.soup.select_one("#st-fil-fel a")["href"].endswith("/samtycke/las-in")

    @pytest.mark.parametrize(
        ("data", "words"),
        [
            (b"", "tom"),
            (b"MZ\x90\x00 a program called svar.pdf", "något annat"),
            (b"%PDF-1.7\nnothing more", "inte att läsa"),
            (b"<svg onload=alert(1)>", "något annat"),
            (b"%PDF-1.7" + bytes(MOST_BYTES), "mindre fil"),
        ],
    )
    def test_what_is_no_blank(self, office, data, words):
        self.refused(send(office, data), words)

    def test_the_content_is_judged_and_not_the_name(self, office, filled):
        assert send(office, filled, name="virus.exe").h1 == "Kontrollera det som är inläst"
        self.refused(send(office, b"GIF89a", name="samtycke.pdf"), "något annat")

    def test_a_locked_file(self, office, filled):
        with pikepdf.open(BytesIO(filled)) as pdf:
            pdf.save(locked := BytesIO(), encryption=pikepdf.Encryption(owner="o", user="u"))
        self.refused(send(office, locked.getvalue()), "lösenord")

    def test_a_bomb(self, office):
        bomb = BytesIO()
        with ZipFile(bomb, "w", ZIP_DEFLATED) as package:
            package.writestr("word/document.xml", b" " * 300_000_000)
        assert send(office, bomb.getvalue(), name="svar.docx").status == 422

    def test_a_word_file_that_reaches_out_is_read_without_a_look_outside(self, office):
        word, _ = word_filling.fill(blank(SAMTYCKE, "docx"), {"syfte": ["Planera arbetsträning tillsammans."]})
        entity = b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        changed = BytesIO()
        with ZipFile(BytesIO(word)) as source, ZipFile(changed, "w") as target:
            for name in source.namelist():
                data = source.read(name)
                if name == "word/document.xml":
                    data = entity + data.partition(b"?>")[2].replace(b"Planera", b"&x;")
                target.writestr(name, data)
        page = send(office, changed.getvalue(), name="svar.docx")
        assert "root:" not in page.text

    def test_more_than_may_be_sent(self, office):
        response = office.page.send("/stegvis/blanketter/samtycke/las-in", {}, [(bytes(13_000_000), "a.pdf")])
        assert response.status_code == 413 and "Det är för mycket på en gång" in response.text

    def test_another_site_nobody_and_who_may_not_write(self, office, filled):
        elsewhere = {"Origin": "https://ond.example", "Sec-Fetch-Site": "cross-site"}
        path = "/stegvis/blanketter/samtycke/las-in"
        assert office.page.send(path, {}, [(filled, "a.pdf")], elsewhere).status_code == 403
        office.become("iris", "Iris It-ansvarig", role="admin")
        assert office.page.get(path).status == 403
        office.who = None
        assert office.page.get(path).status == 401

    def test_a_form_that_is_not_there(self, office):
        assert office.page.get("/stegvis/blanketter/finns-inte/las-in").status == 404


def test_nothing_of_the_file_touches_the_disk_or_the_log(office, monkeypatch, caplog):
    """Werkzeug lays uploads over 500 kB in a temporary file, unless it is told not to."""
    monkeypatch.setattr(tempfile, "TemporaryFile", None)
    monkeypatch.setattr(tempfile, "SpooledTemporaryFile", None)
    monkeypatch.setattr("werkzeug.formparser.SpooledTemporaryFile", None)
    values = sent(SAMTYCKE, example("samtycke"))
    with pikepdf.open(BytesIO(fill(blank(SAMTYCKE), values)[0])) as pdf:
        pdf.Root.Extra = pdf.make_stream(bytes(range(256)) * 4000, {})
        pdf.save(big := BytesIO(), compress_streams=False)
    assert len(big.getvalue()) > 1_000_000
    shown = send(office, big.getvalue(), name="Alva Testberg 19800101.pdf")
    assert NOT_KEPT in shown.text and "Alva Testberg 19800101" not in shown.text + caplog.text


def test_doubts_are_carried_as_json_and_shown_as_words(office):
    shown = send(office, fill(blank(SAMTYCKE), {"galler_fran": ["</script><b>"]})[0])
    assert json.loads(shown.values()["tvivel"])["galler_fran"]
    assert not shown.soup.select("form b")
