"""A blank filled in Word gives back what was written in it, also when LibreOffice has dropped its tags; doubts are
said.
"""

import json
import re
import shutil
import subprocess
from copy import deepcopy
from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from openxml_audit import FileFormat, OpenXmlValidator
from support.packages import BODY, with_body
from support.thorough import covering
from support.word_filling import fill, items, posted, sent
from support.word_letterheads import rewritten

from stegvis.exporters import compose, export
from stegvis.exporters.word.package import UnsafePackage
from stegvis.exporters.word.values import control_values, written
from stegvis.forms import list_forms, load_form

EXAMPLES = sorted((Path(__file__).parents[2] / "forms" / "examples").glob("*.json"))
TYPIST = Path(__file__).parents[2] / "support/office_typing.py"
EVERY = pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)


BLANKS = {}


def blank(form, audience="kommun"):
    """Made once: the same form always gives the same bytes."""
    if (form.id, audience) not in BLANKS:
        BLANKS[form.id, audience] = export(compose(form, None, audience, fillable=True), "docx")
    return BLANKS[form.id, audience]


def ordered(values):
    return {control: sorted(words) for control, words in values.items()}


@cache
def filled(path):
    """The form, what its example would send, the blank with that in it."""
    form = load_form(path.stem.split("_")[0])
    values = sent(form, json.loads(path.read_text("utf-8")))
    content, left = fill(blank(form), values)
    return (
        form,
        {name: words for name, words in values.items() if name not in {control for control, _ in left}},
        content,
        left,
    )


@pytest.mark.parametrize(
    ("form", "audience"), [(f, a) for f in list_forms() for a in f.audiences], ids=lambda x: getattr(x, "id", x)
)
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


@pytest.fixture(scope="module")
def saved_anew(tmp_path_factory):
    """The folder of every example's file, saved by LibreOffice: started once, as starting it is what takes time."""
    folder = tmp_path_factory.mktemp("office")
    for path in EXAMPLES:
        (folder / f"{path.stem}.docx").write_bytes(filled(path)[2])
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [shutil.which("soffice") or "soffice", profile, "--headless", "--convert-to", "docx:Office Open XML Text"]
    files = sorted(folder.glob("*.docx"))
    subprocess.run([*command, "--outdir", folder / "ut", *files], capture_output=True, check=True, timeout=300)
    return folder / "ut"


@pytest.mark.office
@EVERY
def test_they_come_back_by_order_when_libreoffice_has_saved_it(path, saved_anew):
    form, values, _, _ = filled(path)
    read = control_values((saved_anew / f"{path.stem}.docx").read_bytes(), blank(form))
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


@pytest.mark.office
def test_what_is_typed_in_libreoffice_comes_back(tmp_path):
    """Every kind of question: LibreOffice opens the blank, somebody writes, ticks and chooses in its controls, and
    saves it. The files of all forms go through LibreOffice in the test above.
    """
    typed = [path for path in EXAMPLES if path.stem in covering([path.stem for path in EXAMPLES])]
    jobs = [_job(path, tmp_path) for path in typed]
    (tmp_path / "jobs.json").write_text(json.dumps(jobs), "utf-8")
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    name = f"stegvis-{tmp_path.name}-{tmp_path.parent.name}"
    office = subprocess.Popen(
        [shutil.which("soffice") or "soffice", profile, "--headless", "--norestore", f"--accept=pipe,name={name};urp;"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        typist = ["/usr/bin/python3", TYPIST, name, tmp_path / "jobs.json"]
        done = subprocess.run(typist, capture_output=True, text=True, timeout=600, check=False)
    finally:
        office.terminate()
        office.wait(60)
    assert done.returncode == 0, done.stderr
    assert [int(count) for count in done.stdout.split()] == [len(job["words"]) for job in jobs]
    for path, job in zip(typed, jobs, strict=True):
        form, values, _, _ = filled(path)
        read = control_values(Path(job["save"]).read_bytes(), blank(form))
        found = ordered(read.values)
        wrong = {name: (words, found.get(name)) for name, words in values.items() if words != found.get(name)}
        assert (wrong, found.keys() - values.keys(), read.doubts) == ({}, set(), ()), path


def _job(path, folder):
    form, values, _, left = filled(path)
    assert left == []
    (folder / f"{path.stem}.docx").write_bytes(blank(form))
    words = []
    for one in written(blank(form)):
        control, _, key = one.tag.partition("=")
        given = values.get(control, [])
        words.append(((key or "y") in given or None) if one.kind == "box" else next(iter(given), None))
    return {"open": str(folder / f"{path.stem}.docx"), "words": words, "save": str(folder / f"{path.stem}-ut.docx")}


class TestRows:
    def samtycke(self):
        return fill(blank(load_form("samtycke")), {f"parter-{n}-enhet": [f"Enhet {n}"] for n in range(5)})[0]

    def test_a_row_that_word_adds_is_one_more(self):
        """Word copies the row before, tags and all."""

        def add(root):
            last = items(root, "parter")[-1]
            last.addnext(deepcopy(last))
            next(text for text in items(root, "parter")[-1].iter(qn("w:t")) if text.text == "Enhet 4").text = "Enhet 5"

        read = control_values(with_body(self.samtycke(), add))
        assert read.values == {f"parter-{n}-enhet": [f"Enhet {n}"] for n in range(6)}

    def test_a_row_that_is_taken_away_leaves_no_hole(self):
        def take(root):
            first = items(root, "parter")[1]
            first.getparent().remove(first)

        read = control_values(with_body(self.samtycke(), take))
        assert read.values == {f"parter-{n}-enhet": [f"Enhet {was}"] for n, was in enumerate((0, 2, 3, 4))}

    @EVERY
    def test_every_repeat_of_a_form_can_be_added_to(self, path):
        form = filled(path)[0]
        with ZipFile(BytesIO(blank(form))) as archive:
            root = parse_xml(archive.read(BODY))
        seen = {q.name: q for q in form.questions.values() if q.many and "kommun" in q.audience}
        for name, question in seen.items():
            if any(one.tag.startswith(f"{name}-0-") for one in written(blank(form))) and hasattr(
                question, "rows_on_screen"
            ):
                assert len(items(root, name)) == question.rows_on_screen
