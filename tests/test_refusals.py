"""What would make a municipality refuse the product, one class each. What is not here stands with the form it is
about: the employer's copy in `exporters/test_leaks.py`, samtycke and praktikavtal in `forms/`, keyboard and screen
in `browser/`.
"""

import re
import subprocess
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pikepdf
import pytest
from support.filled import CONTEXT, answers, filled, raw
from support.parity import WORDS

from stegvis.exporters import compose, export
from stegvis.forms import Context, LockedByLaw, UnknownForm, list_forms, load_form

ROOT = Path(__file__).parents[1]
SHIPPED = ("plugin", "forms", "exporters", "schemas")
ARABIC = "موافقة"


def shipped_texts():
    """Every text file that is installed, with its path."""
    listed = subprocess.run(["git", "ls-files", *SHIPPED], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in listed.split():
        if (ROOT / name).suffix in {".toml", ".py", ".html", ".css", ".js"}:
            yield name, (ROOT / name).read_text("utf-8")


class TestNoRepealedLaw:
    """Refusal 9: SoL 2001:453 is cited nowhere, and paragraphs whose wording is not settled are printed nowhere."""

    def test_the_repealed_act_is_not_named(self):
        assert [name for name, text in shipped_texts() if "2001:453" in text] == []

    @pytest.mark.parametrize("form", list_forms(), ids=lambda form: form.id)
    def test_no_text_prints_a_paragraph_of_the_twelfth_chapter(self, form):
        assert re.findall(r"12 kap|12:\d+ ?[a-z]? SoL|SoL 12:", form.snapshot()) == []

    @pytest.mark.parametrize("form", list_forms(), ids=lambda form: form.id)
    def test_the_activity_requirement_is_named_only_in_words_that_a_municipality_can_change(self, form):
        """As the name of a kind of plan, without a source in law; keys of questions are read by nobody."""
        named = [question for _, question in form.walk() if "aktivitetskrav" in " ".join(words_of(question))]
        assert [question.name for question in named if question.law or question.keep] == []
        assert [
            variant.text
            for variant in (*form.intro, *form.titles)
            if "aktivitetskrav" in variant.text and not variant.config
        ] == []


def words_of(question):
    """What people read of a question: its own words, its options and its fixed texts."""
    options = [words for _, words in getattr(question, "options", ())]
    return [question.label, question.help, *options, *(variant.text for variant in getattr(question, "texts", ()))]


class TestSwedishAndArabic:
    """Refusal 11: å, ä, ö and Arabic come out whole in PDF and Word."""

    @pytest.fixture
    def document(self):
        given = raw("samtycke") | {"syfte": f"Åsa, Örjan och Märta planerar: {ARABIC}"}
        return compose(load_form("samtycke"), answers("samtycke", given), "kommun", CONTEXT)

    def test_in_word(self, document):
        with ZipFile(BytesIO(export(document, "docx"))) as package:
            body = package.read("word/document.xml").decode()
        assert "Åsa, Örjan och Märta planerar" in re.sub(r"<[^>]+>", "", body)
        assert ARABIC in body

    def test_in_pdf(self, document):
        words = " ".join(WORDS["pdf"](export(document, "pdf")))
        assert "Åsa, Örjan och Märta planerar" in words
        assert ARABIC in words


class TestNoOutsideCalls:
    """Refusal 12: no page, script, style or document of ours reaches another host."""

    def test_no_file_we_serve_names_one(self):
        served = {name: text for name, text in shipped_texts() if name.endswith((".html", ".css", ".js"))}
        assert served
        found = {name: re.findall(r"(?:https?:)?//[a-z0-9-]+\.[a-z]{2,}", text) for name, text in served.items()}
        assert {name: hosts for name, hosts in found.items() if hosts} == {}

    def test_nothing_shipped_opens_a_connection(self):
        clients = re.compile(
            r"^\s*(?:import|from) (?:requests|httpx|urllib\.request|http\.client|socket|aiohttp)\b", re.MULTILINE
        )
        assert [name for name, text in shipped_texts() if name.endswith(".py") and clients.search(text)] == []

    def test_a_pdf_has_no_action_that_leaves_it(self):
        with pikepdf.open(BytesIO(export(filled("praktikavtal", "kommun"), "pdf"))) as pdf:
            actions = [str(thing.get("/S", "")) for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary)]
        assert not {"/URI", "/JavaScript", "/SubmitForm", "/GoToR", "/Launch"} & set(actions)


class TestItCanChangeWithoutCode:
    """Refusal 18: a form is switched off, and a text changed, by a file alone; what the law says is not."""

    def test_a_form_is_switched_off(self, tmp_path):
        (tmp_path / "av.toml").write_text('form = "samtycke"\noff = true\n')
        with pytest.raises(UnknownForm):
            load_form("samtycke", tmp_path)
        assert [form.id for form in list_forms(tmp_path)] == [form.id for form in list_forms() if form.id != "samtycke"]

    def test_a_text_is_changed_and_the_document_says_so(self, tmp_path):
        (tmp_path / "lokal.toml").write_text(
            'form = "praktikavtal"\nversion = "2026-12"\n\n[texts.skada_vem]\ntext = "Kommunen gör anmälan."\n\n'
            '[questions.arbetsuppgifter]\nlabel = "Det här ska du göra"\n'
        )
        document = compose(load_form("praktikavtal", tmp_path), None, "arbetsgivare", Context())
        text = export(document, "txt").decode()
        assert "Kommunen gör anmälan." in text
        assert "Det här ska du göra" in text
        assert "okal version 2026-12, ändrad av" in text

    def test_the_words_of_the_law_are_not(self, tmp_path):
        (tmp_path / "lokal.toml").write_text('form = "samtycke"\n\n[texts.info_aterkalla]\ntext = "Det går inte."\n')
        with pytest.raises(LockedByLaw, match=r"lokal\.toml, rad 3"):
            load_form("samtycke", tmp_path)
