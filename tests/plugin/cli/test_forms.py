"""`stegvis forms` and `stegvis validate`: what there is, and a Swedish sentence for everything that is refused."""

import json
from pathlib import Path

import pytest

from stegvis.forms import list_forms, load_form

EXAMPLES = Path(__file__).parents[2] / "forms" / "examples"
OTHERS = [form.id for form in list_forms() if form.id != "samtycke"]


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
