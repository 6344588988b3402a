"""Form files as data: what cannot be read is told with its line; blocks are put in, and what is inherited too."""

import pytest
from support.making import data, form, refused

from stegvis.forms import FormFileError, load_form
from stegvis.forms.loading.read_form import read_form
from stegvis.forms.loading.toml_files import BLOCKS, block, expand, read_toml

TEXT = {"name": "a", "kind": "text", "label": "A"}
ROWS = {"name": "rader", "kind": "repeat", "label": "Rader", "questions": [TEXT]}

WHOLE = {
    "single brackets": (
        {"sections": {"id": "del"}},
        "prov.toml: skriv varje del som [[sections]] med [[sections.questions]]",
    ),
    "a section without questions": (
        {"sections": [{"id": "d", "title": "D"}]},
        "skriv varje del som [[sections]] med [[sections.questions]]",
    ),
}


@pytest.mark.parametrize(("change", "told"), WHOLE.values(), ids=WHOLE)
def test_a_mistake_in_the_form_is_told_with_its_remedy(change, told):
    with pytest.raises(FormFileError) as caught:
        read_form(expand({**data(TEXT), **change}, "prov.toml"))
    assert told in str(caught.value)


def test_something_else_than_a_question_is_told_of():
    with pytest.raises(FormFileError) as caught:
        expand({"sections": [{"id": "del", "title": "Delen", "questions": ["a"]}]}, "prov.toml")
    assert "prov.toml: skriv frågan som en tabell" in str(caught.value)


class TestFiles:
    def own(self, tmp_path, text):
        path = tmp_path / "eget.toml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def test_broken_toml_is_told_with_its_line(self, tmp_path):
        path = self.own(tmp_path, 'id = "eget"\ncode = EGET\n')
        with pytest.raises(
            FormFileError, match=r"^eget\.toml, rad 2: kontrollera raden; filen går inte att läsa som TOML$"
        ):
            load_form("eget", path)

    def test_toml_that_ends_too_soon_is_told(self, tmp_path):
        with pytest.raises(FormFileError, match=r"^eget\.toml, (rad \d|sista raden): kontrollera raden"):
            load_form("eget", self.own(tmp_path, 'id = "eget"\nname = """x'))

    def test_what_is_not_utf8_is_told_with_its_line(self, tmp_path):
        path = self.own(tmp_path, 'id = "eget"\ncode = "ÅÄÖ"'.encode("latin-1"))
        with pytest.raises(FormFileError, match=r"^eget\.toml, rad 2: spara filen som UTF-8"):
            load_form("eget", path)

    def test_a_byte_order_mark_does_no_harm(self, tmp_path):
        text = 'id = "eget"\ncode = "E"\nversion = 1\ntitle = "Eget"\naudiences = ["kommun"]\n[[sections]]\nid = "d"\n'
        text += 'title = "D"\n[[sections.questions]]\nname = "a"\nkind = "text"\nlabel = "A"\n'
        assert load_form("eget", self.own(tmp_path, b"\xef\xbb\xbf" + text.encode())).title == "Eget"

    def test_a_file_that_is_not_there_is_told(self, tmp_path):
        with pytest.raises(FormFileError, match=r"^borta\.toml: kontrollera filen; den går inte att öppna$"):
            read_toml(tmp_path / "borta.toml")


class TestBlocks:
    def made(self, **entry):
        return read_form(
            expand(
                {**data(), "sections": [{"id": "d", "title": "D", "questions": [{"block": "deltagare", **entry}]}]},
                "prov.toml",
            )
        )

    def test_only_picks_and_orders(self):
        assert list(self.made(only=["efternamn", "fornamn"]).questions) == ["efternamn", "fornamn"]

    def test_signed_says_which_are_signed_here(self):
        questions = self.made(only=["efternamn", "fornamn"], signed=["fornamn"]).questions
        assert [question.signed for question in questions.values()] == [False, True]

    def test_change_sets_keys(self):
        change = {"fornamn": {"label": "Namn", "required": False}}
        question = self.made(only=["fornamn"], change=change).questions["fornamn"]
        assert (question.label, question.required) == ("Namn", False)
        assert self.made(only=["fornamn"]).questions["fornamn"].required

    @pytest.mark.parametrize(
        ("entry", "told"),
        [
            (
                {"only": ["fonamn"]},
                'blocket "deltagare": det finns ingen fråga "fonamn"; välj bland fornamn, efternamn',
            ),
            ({"only": ["fornamn"], "signed": ["efternamn"]}, 'lägg till "efternamn" i only; frågan är inte vald'),
            ({"only": "fornamn"}, "skriv only och signed som listor av namn, och change som en tabell"),
            ({"change": {"fornamn": "Namn"}}, "skriv change.fornamn som en tabell med nycklar"),
            ({"kind": "text"}, 'nyckeln "kind" finns inte; välj bland only, signed, change'),
            ({"block": "deltagaren"}, 'blocket "deltagaren" finns inte; välj bland arbetsplats, arende'),
            ({"block": "../blanketter/samtycke"}, "finns inte; välj bland arbetsplats, arende"),
        ],
    )
    def test_a_mistake_is_told_with_its_remedy(self, entry, told):
        message = (
            refused({"block": "deltagare", "label": "Frågan", **entry}) if "label" in entry else self.refusal(entry)
        )
        assert message.startswith("prov.toml")
        assert told in message

    def refusal(self, entry):
        with pytest.raises(FormFileError) as caught:
            expand({"sections": [{"questions": [{"block": "deltagare", **entry}]}]}, "prov.toml")
        return str(caught.value)


class TestInheritance:
    def test_a_question_without_audience_is_for_the_kommun_alone(self):
        assert form(TEXT).questions["a"].audience == ("kommun",)

    def test_what_lies_inside_is_for_those_whom_the_outer_question_is_for(self):
        rows = {**ROWS, "audience": ["kommun", "deltagare"], "signed": True}
        rows["questions"] = [TEXT, {**TEXT, "name": "b", "audience": ["kommun"], "signed": False}]
        inside = form(rows).questions["rader"].asked
        assert [question.audience for question in inside] == [("kommun", "deltagare"), ("kommun",)]
        assert [question.signed for question in inside] == [True, False]

    def test_also_in_the_block_that_a_kind_brings_with_it(self):
        made = form({"name": "p", "kind": "person", "label": "P", "audience": ["kommun", "part"]})
        assert {question.audience for question in made.questions["p"].asked} == {("kommun", "part")}
        assert [path for path, _ in made.walk()] == ["p", "p.namn", "p.telefon", "p.epost"]


def test_what_the_caller_has_is_left_as_it_was():
    written = data({"block": "deltagare", "only": ["fornamn"]}, ROWS)
    before = repr(written)
    assert expand(written, "prov.toml") != written
    assert repr(written) == before


def test_a_block_is_fresh_data_each_time():
    block("deltagare", "prov.toml")[0]["label"] = "Annat"
    assert block("deltagare", "prov.toml")[0]["label"] != "Annat"


@pytest.mark.parametrize("path", sorted(BLOCKS.glob("*.toml")), ids=lambda path: path.stem)
def test_every_block_that_is_shipped_has_each_name_once(path):
    names = [question["name"] for question in block(path.stem, "prov.toml")]
    assert names and len(set(names)) == len(names)
