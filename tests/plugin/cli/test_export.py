"""`stegvis export` and `stegvis blank`: what is written, to where, and what is refused."""

import json
import stat
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from support import form_examples

from stegvis.forms import load_form

EXAMPLES = Path(__file__).parents[2] / "forms" / "examples"
FORMS = {form_id: load_form(form_id) for form_id in form_examples.FORMS}


def written(tmp_path, value, name="svar.json"):
    path = tmp_path / name
    path.write_bytes(value if isinstance(value, bytes) else json.dumps(value).encode())
    return path


class TestExport:
    @pytest.mark.parametrize("format_name", ["pdf", "docx", "html", "txt", "json"])
    @pytest.mark.parametrize(("form_id", "audience"), [(f.id, a) for f in FORMS.values() for a in f.audiences])
    def test_every_form_format_and_audience(self, stegvis, tmp_path, form_id, audience, format_name):
        target = tmp_path / f"ut.{format_name}"
        file = EXAMPLES / f"{form_id}.json"
        code, out, _ = stegvis("export", form_id, file, "-f", format_name, "--audience", audience, "-o", target)
        assert (code, out.strip()) == (0, str(target))
        assert target.stat().st_size > 300

    def test_the_name_of_the_file_tells_form_and_document_only(self, stegvis, tmp_path):
        code, out, _ = stegvis("export", "praktikavtal", EXAMPLES / "praktikavtal.json", "-f", "pdf")
        assert code == 0
        assert out.startswith("praktikavtal_")
        assert (tmp_path / out.strip()).exists()

    def test_dash_writes_to_standard_out(self, stegvis):
        assert (
            stegvis("export", "samtycke", EXAMPLES / "samtycke.json", "-f", "txt", "-o", "-")[1].count("Samtycke") > 1
        )

    def test_refuses_what_validate_refuses_and_writes_nothing(self, stegvis, tmp_path):
        code, _, err = stegvis("export", "samtycke", written(tmp_path, {}), "-f", "pdf", "-o", tmp_path / "ut.pdf")
        assert code == 1
        assert "syfte: Skriv varför uppgifter behöver utbytas." in err
        assert not (tmp_path / "ut.pdf").exists()

    @pytest.mark.parametrize(
        ("words", "says"),
        [
            (("-f", "xls"), "Välj ett annat format"),
            (("-f", "pdf", "--audience", "arbetsgivare"), "Välj en annan mottagare"),
            (("-f", "pdf", "--audience", "alla"), "Välj en annan mottagare"),
            (("-f", "pdf", "-o", "finns/inte/ut.pdf"), "går inte att skriva"),
            (("-f", "pdf", "-o", "."), "går inte att skriva"),
            ((), "Skriv också -f"),
            (("-f", "pdf", "--part", "noll"), "Ändra värdet för --part"),
            (("-f", "pdf", "--okänt"), "Ta bort --okänt"),
        ],
    )
    def test_a_refusal_is_one_swedish_line_and_exit_code_2(self, stegvis, tmp_path, words, says):
        before = set(tmp_path.iterdir())
        code, _, err = stegvis("export", "samtycke", EXAMPLES / "samtycke.json", *words)
        assert code == 2
        assert says in err
        assert len(err.splitlines()) == 1
        assert set(tmp_path.iterdir()) == before

    def test_a_file_that_was_there_is_whole_after_a_write_that_failed(self, stegvis, tmp_path, monkeypatch):
        target = tmp_path / "ut.txt"
        target.write_text("som det var")
        monkeypatch.setattr(Path, "replace", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left")))
        code, _, err = stegvis("export", "samtycke", EXAMPLES / "samtycke.json", "-f", "txt", "-o", target)
        assert (code, target.read_text()) == (2, "som det var")
        assert "disken är full" in err
        assert [path.name for path in tmp_path.iterdir()] == ["ut.txt"]

    def test_a_parts_copy_without_a_part_says_how_to_choose_one(self, stegvis, tmp_path):
        file = EXAMPLES / "samtycke.json"
        code, _, err = stegvis("export", "samtycke", file, "-f", "txt", "--audience", "part", "-o", tmp_path / "a")
        assert code == 0
        assert "--part" in err
        stegvis("export", "samtycke", file, "-f", "txt", "--audience", "part", "--part", 1, "-o", tmp_path / "b")
        assert len((tmp_path / "b").read_text()) > len((tmp_path / "a").read_text())

    def test_the_answers_are_never_written_over(self, stegvis, tmp_path):
        file = written(tmp_path, json.loads((EXAMPLES / "samtycke.json").read_text("utf-8")))
        before = file.read_bytes()
        code, _, err = stegvis("export", "samtycke", file, "-f", "pdf", "-o", file)
        assert (code, file.read_bytes()) == (2, before)
        assert "Välj en annan fil" in err

    def test_a_new_file_is_for_its_owner_a_link_is_followed_and_a_pipe_is_written_to(self, stegvis, tmp_path):
        file = EXAMPLES / "samtycke.json"
        stegvis("export", "samtycke", file, "-f", "txt", "-o", tmp_path / "ny.txt")
        assert stat.S_IMODE((tmp_path / "ny.txt").stat().st_mode) == 0o600
        (tmp_path / "lank").symlink_to(tmp_path / "ny.txt")
        stegvis("export", "samtycke", file, "-f", "json", "-o", tmp_path / "lank")
        assert (tmp_path / "lank").is_symlink()
        assert (tmp_path / "ny.txt").read_bytes().startswith(b"{")
        assert stegvis("export", "samtycke", file, "-f", "txt", "-o", "/dev/null")[0] == 0
        assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)

    @pytest.mark.parametrize("words", [("--audience", "part", "--part", 99), ("--audience", "kommun", "--part", 1)])
    def test_a_part_that_is_not_there_is_refused(self, stegvis, words):
        code, _, err = stegvis("export", "samtycke", EXAMPLES / "samtycke.json", "-f", "pdf", *words)
        assert code == 2
        assert "--part" in err

    def test_the_letterhead_is_the_installations_and_a_logo_must_be_an_image(self, stegvis, tmp_path):
        folder = tmp_path / "instance"
        folder.mkdir()
        (folder / "config.py").write_text('STEGVIS_KOMMUN = "Lillköpings kommun"\n')
        assert (
            "Lillköpings kommun" in stegvis("export", "samtycke", EXAMPLES / "samtycke.json", "-f", "txt", "-o", "-")[1]
        )
        (tmp_path / "logga.png").write_text("inte en bild")
        (folder / "config.py").write_text(f'STEGVIS_LOGO = "{tmp_path}/logga.png"\n')
        code, _, err = stegvis("export", "samtycke", EXAMPLES / "samtycke.json", "-f", "txt", "-o", "-")
        assert code == 2
        assert "STEGVIS_LOGO" in err


class TestBlank:
    @pytest.mark.parametrize("form_id", FORMS)
    @pytest.mark.parametrize("format_name", ["pdf", "docx", "html"])
    def test_an_empty_form_to_print(self, stegvis, tmp_path, form_id, format_name):
        assert stegvis("blank", form_id, "-f", format_name, "-o", tmp_path / "tom")[0] == 0
        assert (tmp_path / "tom").stat().st_size > 1000

    def test_an_empty_form_carries_no_answers(self, stegvis):
        content = stegvis("blank", "samtycke", "-f", "pdf", "-o", "tom.pdf")
        assert content[0] == 0
        with pikepdf.open(BytesIO(Path("tom.pdf").read_bytes())) as pdf:
            assert "/AF" not in pdf.Root
            assert len(pdf.attachments) == 0

    def test_a_blank_to_fill_in_on_a_screen_has_fields_and_only_pdf_has_them(self, stegvis, tmp_path):
        out = tmp_path / "blankett.pdf"
        assert stegvis("blank", "samtycke", "-f", "pdf", "--fillable", "-o", out)[0] == 0
        with pikepdf.open(out) as pdf:
            assert len(pdf.Root.AcroForm.Fields) > 50
        code, _, err = stegvis("blank", "samtycke", "-f", "html", "--fillable")
        assert code == 2 and "Ta bort --fillable" in err
