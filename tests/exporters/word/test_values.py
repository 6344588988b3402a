"""A blank filled in Word gives back what was written in it, also when LibreOffice has dropped its tags; doubts are said."""

import json
import re
import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from openxml_audit import FileFormat, OpenXmlValidator
from word_filling import BODY, fill, posted, sent
from word_letterheads import rewritten

from stegvis.exporters import compose, export
from stegvis.exporters.word.package import UnsafePackage
from stegvis.exporters.word.values import control_values, written
from stegvis.forms import list_forms, load_form

EXAMPLES = sorted((Path(__file__).parents[2] / "forms" / "examples").glob("*.json"))
EVERY = pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)


def blank(form, audience="kommun"):
    return export(compose(form, None, audience, fillable=True), "docx")


def ordered(values):
    return {control: sorted(words) for control, words in values.items()}


def filled(path):
    """The form, what its example would send, the blank with that in it."""
    form = load_form(path.stem.split("_")[0])
    values = sent(form, json.loads(path.read_text("utf-8")))
    content, left = fill(blank(form), values)
    return form, {name: words for name, words in values.items() if name not in {control for control, _ in left}}, content, left


@pytest.mark.parametrize(("form", "audience"), [(f, a) for f in list_forms() for a in f.audiences], ids=lambda x: getattr(x, "id", x))
def test_each_blank_is_valid_and_each_tag_stands_once(form, audience, tmp_path):
    content = blank(form, audience)
    (tmp_path / "prov.docx").write_bytes(content)
    assert OpenXmlValidator(FileFormat.OFFICE_2016).validate(tmp_path / "prov.docx").errors == []
    tags = [one.tag for one in written(content)]
    assert tags and len(tags) == len(set(tags)) and max(map(len, tags)) <= 64
    assert control_values(content).values == {}


@EVERY
def test_the_answers_come_back_by_tag(path):
    form, values, content, left = filled(path)
    read = control_values(content)
    assert (ordered(read.values), read.doubts, left) == (values, (), [])
    raw = form.page(posted=posted(read.values)).raw
    assert sent(form, raw) == values


@pytest.mark.office
@EVERY
def test_they_come_back_by_order_when_libreoffice_has_saved_it(path, tmp_path):
    form, values, content, _ = filled(path)
    (tmp_path / "prov.docx").write_bytes(content)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [shutil.which("soffice") or "soffice", profile, "--headless", "--convert-to", "docx:Office Open XML Text"]
    subprocess.run([*command, "--outdir", tmp_path / "ut", tmp_path / "prov.docx"], capture_output=True, check=True, timeout=120)
    read = control_values((tmp_path / "ut" / "prov.docx").read_bytes(), blank(form))
    assert (ordered(read.values), read.doubts) == (values, ())


def without_tags(content):
    with ZipFile(BytesIO(content)) as archive:
        body = archive.read(BODY)
    return rewritten(content, BODY, body, re.sub(rb"<w:tag [^>]*/>", b"", body))


def test_what_cannot_be_told_is_said():
    form, values, content, _ = filled(EXAMPLES[0])
    bare = without_tags(content)
    assert ordered(control_values(bare, blank(form)).values) == values
    assert control_values(bare).values == {} and "går inte att känna igen" in control_values(bare).doubts[0]
    other = control_values(bare, blank(load_form("samtycke" if form.id != "samtycke" else "praktikavtal")))
    assert "Kontrollera alla svar" in other.doubts[-1]
    assert any("går inte att para ihop" in doubt for doubt in other.doubts)


def test_a_file_without_controls_or_with_definitions_is_refused():
    form = load_form("samtycke")
    with pytest.raises(UnsafePackage, match="Den här har inga"):
        control_values(export(compose(form, None, "kommun"), "docx"))
    with pytest.raises(UnsafePackage, match="egna XML-definitioner"):
        control_values(rewritten(blank(form), BODY, b"<w:document", b"<!DOCTYPE w><w:document"))
    with pytest.raises(UnsafePackage, match="Den går inte att läsa"):
        control_values(rewritten(blank(form), BODY, b"</w:body>", b""))
