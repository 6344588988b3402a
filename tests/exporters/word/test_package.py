"""The package as a whole: valid against the schemas of Word 2016, complete, and without a trace of anybody's
editing.
"""

import re
import shutil
import subprocess
from io import BytesIO
from pathlib import PurePosixPath
from zipfile import ZipFile

import pytest
from lxml import etree
from openxml_audit import FileFormat, OpenXmlValidator
from support.packages import repacked
from support.parity import docx_words, words_of
from support.samples import SAMPLES

from stegvis.exporters import export

TRACES = re.compile(rb"<w:(ins|del|moveFrom|moveTo|comment\w*|rsid\w*)\b|\brsid\w*=|customXml|w14:paraId|thumbnail")


@pytest.fixture(params=SAMPLES)
def made(request):
    return export(SAMPLES[request.param](), "docx")


def findings(content, where):
    path = where / "prov.docx"
    path.write_bytes(content)
    return OpenXmlValidator(FileFormat.OFFICE_2016).validate(path).errors


def changed(content, part, old, new):
    """The package with one part rewritten."""

    def change(name, data):
        assert name != part or old in data
        return data.replace(old, new) if name == part else data

    return repacked(content, change)


def test_it_is_valid(made, tmp_path):
    assert findings(made, tmp_path) == []


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("word/document.xml", b"<w:br/>", b"<w:bra/>"),
        ("word/document.xml", b'r:embed="rIdLogo"', b'r:embed="rId99"'),
        ("word/document.xml", b'<w:pStyle w:val="Svar"/>', b'<w:jc w:val="left"/><w:pStyle w:val="Svar"/>'),
        ("word/styles.xml", b'w:val="single"', b'w:val="wavyish"'),
    ],
)
def test_the_gate_sees_a_broken_package(part, old, new, tmp_path):
    assert findings(changed(export(SAMPLES["every_node"](), "docx"), part, old, new), tmp_path)


def test_every_part_is_well_formed_and_named_once(made):
    with ZipFile(BytesIO(made)) as archive:
        names = archive.namelist()
        assert len(names) == len(set(names))
        assert names[0] == "[Content_Types].xml"
        for name in names:
            if name.endswith((".xml", ".rels")):
                etree.fromstring(archive.read(name))


def unresolved(content):
    """Parts without a type, types without a part, and relations that lead nowhere."""
    with ZipFile(BytesIO(content)) as archive:
        names = {f"/{name}" for name in archive.namelist()}
        types = etree.fromstring(archive.read("[Content_Types].xml"))
        rels = {name: etree.fromstring(archive.read(name[1:])) for name in names if name.endswith(".rels")}
    named = {override.get("PartName") for override in types if override.get("PartName")}
    endings = {default.get("Extension") for default in types if default.get("Extension")} - {"xml"}
    untyped = {name for name in names - named if name.rpartition(".")[2] not in endings} - {"/[Content_Types].xml"}
    targets = {
        str(PurePosixPath(name).parent.parent / relation.get("Target"))
        for name, root in rels.items()
        for relation in root
    }
    return untyped | (named - names) | (targets - names)


def test_every_part_has_a_type_and_every_relation_leads_somewhere(made):
    assert unresolved(made) == set()


@pytest.mark.parametrize(
    ("part", "old", "new", "found"),
    [
        ("[Content_Types].xml", b"/word/footer1", b"/word/footer9", {"/word/footer1.xml", "/word/footer9.xml"}),
        ("word/_rels/document.xml.rels", b"theme/theme1", b"theme/theme2", {"/word/theme/theme2.xml"}),
    ],
)
def test_the_gate_sees_an_incomplete_package(part, old, new, found):
    assert unresolved(changed(export(SAMPLES["every_node"](), "docx"), part, old, new)) == found


def test_nothing_tells_of_earlier_editing(made):
    with ZipFile(BytesIO(made)) as archive:
        for name in archive.namelist():
            assert not TRACES.search(archive.read(name)), name


@pytest.mark.office
@pytest.mark.parametrize("name", SAMPLES)
def test_libreoffice_opens_it_and_shows_every_word(name, tmp_path):
    made = export(SAMPLES[name](), "docx")
    (tmp_path / "prov.docx").write_bytes(made)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [shutil.which("soffice") or "soffice", profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8"]
    command += ["--outdir", tmp_path, tmp_path / "prov.docx"]
    subprocess.run(command, capture_output=True, check=True, timeout=120)
    shown = words_of((tmp_path / "prov.txt").read_text("utf-8-sig"))
    alt, footer = words_of(SAMPLES[name]().head.logo.alt), words_of(SAMPLES[name]().footer)
    assert shown == docx_words(made)[len(alt) : -len(footer)]
