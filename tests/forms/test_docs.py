"""The examples in the documentation work as they stand."""

import re
import sys
import types
from pathlib import Path

import pytest
from support.making import CONTEXT, data

from stegvis import forms
from stegvis.forms import FormFileError, LockedByLaw, load_form
from stegvis.forms.loading.build import keys_of
from stegvis.forms.loading.read_form import read_form
from stegvis.forms.loading.toml_files import expand

DOCS = Path(__file__).parents[2] / "docs"


def blocks(name, language):
    """The code blocks of one language in a page."""
    return re.findall(rf"^```{language}\n(.*?)^```", (DOCS / name).read_text("utf-8"), re.MULTILINE | re.DOTALL)


class TestAddAForm:
    @pytest.fixture
    def made(self, tmp_path):
        [text] = blocks("add-a-form.md", "toml")
        path = tmp_path / "studiebesok.toml"
        path.write_text(text, "utf-8")
        return load_form("studiebesok", path)

    def test_the_form_of_the_page_can_be_filled_in(self, made):
        answers = {
            "fornamn": "Love",
            "efternamn": "Sagosson",
            "arbetsplats": "Lagret",
            "dag": "2026-12-01",
            "tolk": "nej",
        }
        schema = made.schema(CONTEXT)
        assert schema.validate(answers) == {}
        assert schema.warnings(schema.load(answers)) == {"intryck": ["Välj varför frågan inte har fått något svar."]}
        assert [section.section.title for section in made.page(answers, context=CONTEXT).sections()] == [
            "Vem",
            "Besöket",
        ]
        reader = made.reader("arbetsgivare", schema.load(answers), CONTEXT)
        said = made.questions["info_besok"].text(None, reader).items
        assert said == ("Love kommer på besök den 2026-12-01. Ni behöver inte förbereda något.",)

    def test_the_tests_of_the_page_pass(self, made, monkeypatch):
        [text] = blocks("add-a-form.md", "python")
        monkeypatch.setattr(forms, "load_form", lambda form_id: made)
        space = {}
        exec(text, space)  # noqa: S102
        tests = [value for name, value in space.items() if name.startswith("test_")]
        assert len(tests) == 2
        for test in tests:
            test()

    def test_a_typo_is_told_as_the_page_says(self, tmp_path):
        [text] = blocks("add-a-form.md", "toml")
        path = tmp_path / "studiebesok.toml"
        path.write_text(text.replace("required = true\n  past", "requierd = true\n  past"), "utf-8")
        with pytest.raises(FormFileError) as caught:
            load_form("studiebesok", path)
        assert str(caught.value).startswith(blocks("add-a-form.md", "text")[0].strip().removesuffix("…"))


class TestChangeAText:
    EXAMPLES = blocks("change-a-text.md", "toml")

    def load(self, tmp_path, text):
        path = tmp_path / "lokal.toml"
        path.write_text(text, "utf-8")
        return load_form("samtycke", path)

    def test_every_example_but_the_one_against_the_law_loads(self, tmp_path):
        against = [text for text in self.EXAMPLES if "required = false" in text]
        assert len(against) == 1
        for text in self.EXAMPLES:
            if text not in against:
                self.load(tmp_path, text)

    def test_the_first_changes_what_it_says(self, tmp_path):
        made = self.load(tmp_path, self.EXAMPLES[0])
        assert made.local_version == "2027-01"
        assert made.questions["galler_insats"].label == "Vilken insats gäller samtycket?"
        assert {rule.rule.id: rule.rule for rule in made.rules}["for_lang"].months == 6

    def test_the_law_is_told_as_the_page_says(self, tmp_path):
        [text] = [text for text in self.EXAMPLES if "required = false" in text]
        with pytest.raises(LockedByLaw) as caught:
            self.load(tmp_path, text)
        assert str(caught.value) == blocks("change-a-text.md", "text")[0].strip()


class TestAddAQuestionKind:
    @pytest.fixture
    def kind(self, monkeypatch):
        from stegvis.forms.kinds import KINDS

        [text] = blocks("add-a-question-kind.md", "python")
        module = types.ModuleType("stegvis.forms.kinds.postnummer")
        monkeypatch.setitem(sys.modules, module.__name__, module)
        module.__package__ = "stegvis.forms.kinds"
        exec(text, module.__dict__)  # noqa: S102
        monkeypatch.setitem(KINDS, "postnummer", module.Postnummer)
        return module.Postnummer

    def test_one_class_is_enough_for_the_loader_the_judge_the_page_and_the_words(self, kind):
        question = {"name": "svar", "kind": "postnummer", "label": "Postnummer", "boxes": True}
        made = read_form(expand(data(question), "prov.toml"))
        schema = made.schema(CONTEXT)
        assert schema.load({"svar": "123 45"}) == {"svar": "12345"}
        assert schema.validate({"svar": "1234"}) == {
            "svar": ["Skriv postnummer med siffror, till exempel 12 eller 12,5."]
        }
        assert made.page({"svar": "1234"}, context=CONTEXT).control("svar").data == "1234"
        assert made.questions["svar"].text("12345", made.reader("kommun", {}, CONTEXT)).text == "123 45"
        assert "boxes" in keys_of(kind)
