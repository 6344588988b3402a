"""A blank filled in on a screen is read back as the answers it was filled with; what does not fit is told, never
guessed.
"""

import re
from dataclasses import replace
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pikepdf
import pytest
from support import word_filling
from support.filled import CONTEXT
from support.form_examples import EXAMPLES, example, form_of
from support.pdf_filling import fill, sent

from stegvis.exporters import ExportError, compose, export
from stegvis.exporters.errors import EmptyFile, FileTooLarge, NotAFilledForm, UnreadableFile, WrongForm
from stegvis.exporters.reading import MOST_BYTES, Reading, read, returned
from stegvis.forms import load_form

SAMTYCKE = load_form("samtycke")


def blank(form):
    return export(compose(form, None, "kommun", CONTEXT, fillable=True), "pdf")


def of(form, **values):
    """What is read of these values in the form as it is now."""
    named = {name.replace("__", "-"): words for name, words in values.items()}
    return returned(form, Reading(named, form.code, form.version), CONTEXT)


def in_order(values):
    """The values, several to one control in the same order whatever the file's."""
    return {control: sorted(words) for control, words in values.items()}


@pytest.fixture(scope="module")
def empty():
    return blank(SAMTYCKE)


class TestWhatIsWrittenComesBack:
    @pytest.mark.parametrize("name", EXAMPLES)
    def test_of_every_form(self, name):
        form = form_of(name)
        values = sent(form, example(name))
        filled, left = fill(blank(form), values)
        placed = {control: [word for word in words if (control, word) not in left] for control, words in values.items()}
        back = read(form, filled, CONTEXT)
        assert in_order(sent(form, back.raw)) == in_order(
            {control: words for control, words in placed.items() if words}
        )
        assert back.doubts == {}

    def test_nothing_written_is_no_answers(self, empty):
        back = read(SAMTYCKE, empty, CONTEXT)
        assert (back.raw, back.doubts) == ({}, {})


class TestDoubts:
    def test_what_belongs_to_no_question(self):
        back = of(SAMTYCKE, hemligt=["x"])
        assert back.raw == {}
        assert "hör inte till någon fråga" in back.doubts["hemligt"][0]

    def test_two_answers_to_a_question_of_one(self):
        back = of(SAMTYCKE, arbetsgivare_ingar=["ja", "nej"])
        assert "arbetsgivare_ingar" not in back.raw
        assert "mer än ett" in back.doubts["arbetsgivare_ingar"][0]

    def test_an_option_by_its_words_is_the_option_and_nearly_its_words_is_doubted(self):
        (key, words), *_ = SAMTYCKE.questions["arbetsgivare_ingar"].options
        assert of(SAMTYCKE, arbetsgivare_ingar=[words]).doubts == {}
        nearly = of(SAMTYCKE, arbetsgivare_ingar=[f" {words.upper()}. "])
        assert nearly.raw == {"arbetsgivare_ingar": key}
        assert "läses som" in nearly.doubts["arbetsgivare_ingar"][0]

    def test_what_is_no_option_is_kept_for_the_judge_and_doubted(self):
        back = of(SAMTYCKE, arbetsgivare_ingar=["kanske"])
        assert back.raw == {"arbetsgivare_ingar": "kanske"}
        assert "arbetsgivare_ingar" in back.doubts
        assert "arbetsgivare_ingar" in SAMTYCKE.schema(CONTEXT).validate(back.raw)

    def test_a_tick_in_a_table_is_doubted_by_the_name_of_the_table(self):
        assert list(of(SAMTYCKE, uppgifter__halsa__99=["y"]).doubts) == ["uppgifter"]

    def test_a_row_after_an_empty_row(self):
        back = of(SAMTYCKE, parter__1__enhet=["Enheten"])
        assert back.raw["parter"] == [{}, {"enhet": "Enheten"}]
        assert list(back.doubts) == ["parter[0]"]

    def test_another_version_and_none_at_all(self):
        other = returned(SAMTYCKE, Reading({}, "SAM-01", SAMTYCKE.version + 1), CONTEXT)
        assert f"version {SAMTYCKE.version + 1}" in other.doubts[""][0]
        assert "ingen kod" in returned(SAMTYCKE, Reading({}), CONTEXT).doubts[""][0]

    def test_another_local_version(self):
        ours = replace(SAMTYCKE, local_version="3 b")
        same = Reading({}, "SAM-01", SAMTYCKE.version, "3 b")
        assert returned(ours, same, CONTEXT).doubts == {}
        assert "lokal version 3 b, och nu gäller blanketten utan" in returned(SAMTYCKE, same, CONTEXT).doubts[""][0]

    @pytest.mark.parametrize("kind", ["pdf", "docx"])
    def test_a_local_version_is_read_in_the_footer(self, kind):
        ours = replace(SAMTYCKE, local_version="2026 höst")
        file = export(compose(ours, None, "kommun", CONTEXT, fillable=True), kind)
        assert read(ours, file, CONTEXT).doubts == {}
        assert "2026 höst" in read(SAMTYCKE, file, CONTEXT).doubts[""][0]

    def test_rows_without_end_are_not_made(self):
        back = of(SAMTYCKE, **{f"parter__{n}__namn": ["x"] for n in (0, 999)})
        assert len(back.raw.get("parter", [])) <= 500


class TestRefused:
    def test_another_form(self, empty):
        with pytest.raises(WrongForm, match="SAM-01"):
            read(load_form("praktikavtal"), empty, CONTEXT)

    @pytest.mark.parametrize(
        ("data", "error"),
        [
            (b"", EmptyFile),
            (b"%PDF-1.7" + bytes(MOST_BYTES), FileTooLarge),
            (b"MZ\x90\x00 a program called svar.pdf", NotAFilledForm),
            (b"%PDF-1.7\nnothing more", UnreadableFile),
        ],
    )
    def test_a_file_that_is_none(self, data, error):
        with pytest.raises(error) as refused:
            read(SAMTYCKE, data, CONTEXT)
        assert isinstance(refused.value, ExportError)

    def test_a_locked_file(self, empty):
        with pytest.raises(UnreadableFile, match="lösenord"):
            read(SAMTYCKE, _changed(empty, encryption=pikepdf.Encryption(owner="o", user="u")), CONTEXT)

    def test_a_blank_for_paper(self):
        with pytest.raises(UnreadableFile, match="fält"):
            read(SAMTYCKE, export(compose(SAMTYCKE, None, "kommun", CONTEXT), "pdf"), CONTEXT)


def test_a_page_that_swells_when_it_is_unpacked_is_refused(empty):
    def swell(pdf):
        pdf.pages[0].Contents = pdf.make_stream(b"q Q " * 5_000_000)

    swollen = _changed(empty, swell, compress_streams=True)
    assert len(swollen) < MOST_BYTES
    with pytest.raises(UnreadableFile):
        read(SAMTYCKE, swollen, CONTEXT)


def test_script_in_the_file_is_never_run_and_changes_nothing(empty):
    def script(pdf):
        pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="this.getField('syfte').value = 'x'")

    assert read(SAMTYCKE, _changed(empty, script), CONTEXT).raw == {}


def _changed(data, change=lambda pdf: None, **how):
    with pikepdf.open(BytesIO(data)) as pdf:
        change(pdf)
        saved = BytesIO()
        pdf.save(saved, **how)
    return saved.getvalue()


class TestWord:
    @pytest.mark.parametrize("name", EXAMPLES)
    def test_what_is_written_comes_back(self, name):
        form = form_of(name)
        values = sent(form, example(name))
        filled, left = word_filling.fill(export(compose(form, None, "kommun", CONTEXT, fillable=True), "docx"), values)
        back = read(form, filled, CONTEXT)
        assert left == [] and in_order(sent(form, back.raw)) == in_order(values)
        assert back.doubts == {}

    def test_a_file_without_its_tags_is_read_by_order_and_label(self):
        values = sent(SAMTYCKE, example("samtycke"))
        filled, _ = word_filling.fill(
            export(compose(SAMTYCKE, None, "deltagare", CONTEXT, fillable=True), "docx"), values
        )
        back = read(SAMTYCKE, untagged(filled), CONTEXT)
        assert back.raw == read(SAMTYCKE, filled, CONTEXT).raw

    def test_another_form_is_refused(self):
        with pytest.raises(WrongForm):
            read(
                SAMTYCKE,
                export(compose(load_form("praktikavtal"), None, "kommun", CONTEXT, fillable=True), "docx"),
                CONTEXT,
            )

    @pytest.mark.parametrize("data", [b"PK\x03\x04", b"PK\x03\x04" + b"0" * 500])
    def test_what_is_no_word_file_is_refused_with_words(self, data):
        with pytest.raises(ExportError):
            read(SAMTYCKE, data, CONTEXT)

    def test_a_bomb_is_not_unpacked(self):
        bomb = BytesIO()
        with ZipFile(bomb, "w", ZIP_DEFLATED) as package:
            package.writestr("word/document.xml", b" " * 300_000_000)
        with pytest.raises(ExportError):
            read(SAMTYCKE, bomb.getvalue(), CONTEXT)


def untagged(data):
    """The file as a program leaves it that drops the names of controls."""
    kept = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(kept, "w") as target:
        for name in source.namelist():
            target.writestr(name, re.sub(rb'<w:tag w:val="[^"]*"/>', b"", source.read(name)))
    return kept.getvalue()
