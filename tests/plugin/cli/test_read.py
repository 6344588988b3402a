"""`stegvis read`: the answers on standard out, what to look at on standard error, and the exit codes."""

import json

import pytest
from support.form_examples import example
from support.pdf_filling import fill, sent

from stegvis.exporters import compose, export
from stegvis.forms import load_form

FORM = load_form("samtycke")


@pytest.fixture
def filled(tmp_path):
    """A blank that somebody has filled in, under a name that says something else."""
    path = tmp_path / "svar.docx"
    path.write_bytes(
        fill(export(compose(FORM, None, "kommun", fillable=True), "pdf"), sent(FORM, example("samtycke")))[0]
    )
    return path


def test_what_is_read_can_be_judged_and_said_again(stegvis, filled, tmp_path):
    code, out, err = stegvis("read", "samtycke", filled)
    assert json.loads(out)["syfte"] == example("samtycke")["syfte"]
    (tmp_path / "svar.json").write_text(out)
    assert (code, err) == stegvis("validate", "samtycke", "svar.json")[::2]


def test_writes_to_a_file_and_never_over_the_form(stegvis, filled, tmp_path):
    before = filled.read_bytes()
    assert stegvis("read", "samtycke", filled, "-o", filled)[0] == 2
    assert filled.read_bytes() == before
    stegvis("read", "samtycke", filled, "-o", "ut.json")
    assert json.loads((tmp_path / "ut.json").read_text())["syfte"]


def test_what_is_missing_is_told_by_path(stegvis, tmp_path):
    (tmp_path / "tom.pdf").write_bytes(export(compose(FORM, None, "kommun", fillable=True), "pdf"))
    code, out, err = stegvis("read", "samtycke", "tom.pdf")
    assert (code, json.loads(out)) == (1, {})
    assert any(line.startswith("syfte: ") for line in err.splitlines())


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 not a form", b"%PDF-1.7 broken"])
def test_a_file_that_cannot_be_read_is_one_swedish_line(stegvis, tmp_path, content):
    (tmp_path / "fil.pdf").write_bytes(content)
    code, out, err = stegvis("read", "samtycke", "fil.pdf")
    assert (code, out) == (2, "")
    assert err.startswith("fil.pdf: ")


def test_another_form_and_no_file(stegvis, filled):
    assert stegvis("read", "praktikavtal", filled)[0] == 2
    assert stegvis("read", "samtycke", "finns_inte.pdf")[0] == 2
