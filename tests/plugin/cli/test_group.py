"""The command line: what it writes, its exit codes, and a Swedish sentence for everything that is refused."""

import json
import os
import stat
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from click.testing import CliRunner
from support import form_examples

from stegvis.forms import list_forms, load_form
from stegvis.plugin.cli.group import main

EXAMPLES = Path(__file__).parents[2] / "forms" / "examples"
OTHERS = [form.id for form in list_forms() if form.id != "samtycke"]
FORMS = {form_id: load_form(form_id) for form_id in form_examples.FORMS}


@pytest.fixture
def stegvis(tmp_path, monkeypatch):
    """Runs a command in an empty folder: exit code, standard out, standard error."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("STEGVIS_INSTANCE", raising=False)

    def run(*words):
        done = CliRunner().invoke(main, [str(word) for word in words])
        assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
        assert "Traceback" not in done.output
        return done.exit_code, done.stdout, done.stderr

    return run


def written(tmp_path, value, name="svar.json"):
    path = tmp_path / name
    path.write_bytes(value if isinstance(value, bytes) else json.dumps(value).encode())
    return path


class TestForms:
    def test_lists_every_form_with_its_code(self, stegvis):
        code, out, _ = stegvis("forms")
        assert code == 0
        assert [line.split()[:2] for line in out.splitlines()] == [[form.id, form.code] for form in list_forms()]

    def test_gives_the_json_schema_of_one(self, stegvis):
        assert json.loads(stegvis("forms", "samtycke", "--json")[1]) == load_form("samtycke").json_schema()

    def test_shows_the_municipalitys_own_form_and_hides_what_it_has_switched_off(self, stegvis, tmp_path):
        folder = tmp_path / "instance" / "forms"
        folder.mkdir(parents=True)
        (folder / "av.toml").write_text('form = "samtycke"\noff = true\n')
        assert [line.split()[0] for line in stegvis("forms")[1].splitlines()] == OTHERS
        assert stegvis("forms", "samtycke")[0] == 2

    def test_names_file_line_and_remedy_when_an_overlay_loosens_law(self, stegvis, tmp_path):
        folder = tmp_path / "instance" / "forms"
        folder.mkdir(parents=True)
        (folder / "lokal.toml").write_text('form = "samtycke"\n\n[questions.galler_till]\nrequired = false\n')
        code, _, err = stegvis("forms", "samtycke")
        assert code == 2
        assert "lokal.toml, rad 4" in err
        assert "källa i lag" in err

    def test_lists_the_forms_that_can_be_used_and_says_what_is_wrong_with_the_others(self, stegvis, tmp_path):
        folder = tmp_path / "instance" / "forms"
        folder.mkdir(parents=True)
        (folder / "lokal.toml").write_text('form = "samtycke"\n\n[questions.galler_till]\nrequired = false\n')
        code, out, err = stegvis("forms")
        assert (code, [line.split()[0] for line in out.splitlines()]) == (2, OTHERS)
        assert err.startswith("lokal.toml, rad 4: ") and len(err.splitlines()) == 1


class TestValidate:
    @pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.json")), ids=lambda path: path.stem)
    def test_the_examples_can_be_saved(self, stegvis, path):
        assert stegvis("validate", path.stem.split("_")[0], path) == (0, "", "")

    def test_one_line_for_each_thing_to_change_and_exit_code_1(self, stegvis, tmp_path):
        code, out, err = stegvis("validate", "samtycke", written(tmp_path, {"galler_till": "2026-02-30", "hemligt": 1}))
        assert (code, out) == (1, "")
        assert "galler_till: Kontrollera datumet. 2026-02-30 finns inte i kalendern." in err.splitlines()
        assert 'hemligt: Ta bort "hemligt". Blanketten har ingen sådan fråga.' in err.splitlines()

    def test_the_same_as_json(self, stegvis, tmp_path):
        code, out, _ = stegvis("validate", "samtycke", written(tmp_path, {}), "--json")
        assert code == 1
        assert json.loads(out)["errors"]["syfte"] == ["Skriv varför uppgifter behöver utbytas."]

    @pytest.mark.parametrize(
        ("content", "says"),
        [
            (b"", "Den är tom"),
            (b"   \n", "Den är tom"),
            (b"{", "se rad 1"),
            (b'{"a": 1,\n}', "se rad 2"),
            (b"\xff\xfe{}", "Spara filen som UTF-8"),
            (b'{"a": 1, "a": 2}', "två gånger"),
            (b'{"a": NaN}', "Det är inget tal"),
            (b'{"a": ' + b"9" * 5000 + b"}", "för långt"),
            (b"[" * 100_000, "för många nivåer"),
            (b'{"a": "' + b"x" * 50_000_000 + b'"}', "Välj en mindre fil"),
        ],
        ids=["empty", "blank", "broken", "line", "utf-16", "twice", "nan", "digits", "deep", "50 MB"],
    )
    def test_a_file_that_cannot_be_read_is_exit_code_2(self, stegvis, tmp_path, content, says):
        code, _, err = stegvis("validate", "samtycke", written(tmp_path, content))
        assert code == 2
        assert says in err
        assert len(err.splitlines()) == 1

    @pytest.mark.parametrize("value", [[], "text", 1, None, True])
    def test_answers_must_be_an_object(self, stegvis, tmp_path, value):
        code, _, err = stegvis("validate", "samtycke", written(tmp_path, value))
        assert code == 1
        assert "Skriv svaren som ett JSON-objekt" in err

    def test_a_missing_file_and_an_unknown_form(self, stegvis):
        assert stegvis("validate", "samtycke", "finns-inte.json")[0] == 2
        assert "Välj en av: " in stegvis("validate", "remiss", "finns-inte.json")[2]


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

    def test_a_misspelt_instance_is_refused(self, stegvis):
        code, _, err = stegvis("--instance", "finns-inte", "forms")
        assert code == 2
        assert "finns-inte" in err

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


class TestDatabase:
    def test_upgrade_makes_it_and_check_says_how_it_stands(self, stegvis, tmp_path):
        assert stegvis("db", "check")[:2] == (1, "Kör db upgrade. Det finns ingen databas än.\n")
        assert stegvis("db", "upgrade")[0] == 0
        assert stegvis("db", "check")[:2] == (0, "Databasen är aktuell.\n")
        file = tmp_path / "instance" / "stegvis.sqlite3"
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_the_console_script_writes_to_a_pipe_and_ends_with_its_exit_code(tmp_path):
    """The real program: bytes on standard out, nothing else."""
    program = [sys.executable, "-c", "from stegvis.plugin.cli.group import main; main()"]
    words = ["export", "praktikavtal", str(EXAMPLES / "praktikavtal.json"), "-f", "pdf", "-o", "-"]
    done = subprocess.run(
        [*program, *words], capture_output=True, cwd=tmp_path, check=True, env={**os.environ, "LC_ALL": "C"}
    )
    assert done.stdout.startswith(b"%PDF-1.7")
    assert done.stderr == b""
    refused = subprocess.run([*program, "validate", "x", "y"], capture_output=True, cwd=tmp_path, check=False)
    assert refused.returncode == 2


def test_a_blank_to_fill_in_on_a_screen_has_fields_and_only_pdf_has_them(tmp_path):
    out = tmp_path / "blankett.pdf"
    made = CliRunner().invoke(main, ["blank", "samtycke", "-f", "pdf", "--fillable", "-o", str(out)])
    assert made.exit_code == 0
    with pikepdf.open(out) as pdf:
        assert len(pdf.Root.AcroForm.Fields) > 50
    refused = CliRunner().invoke(main, ["blank", "samtycke", "-f", "html", "--fillable"])
    assert refused.exit_code == 2 and "Ta bort --fillable" in refused.stderr
