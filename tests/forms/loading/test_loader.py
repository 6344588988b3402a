"""Form files: every mistake is told in Swedish with file, section, question and remedy; blocks and what is
inherited.
"""

import pytest
from support.making import data, form, refused

from stegvis.forms import FormFileError, UnknownForm, list_forms, load_form
from stegvis.forms.loading.read_form import read_form
from stegvis.forms.loading.toml_files import expand

TEXT = {"name": "a", "kind": "text", "label": "A"}
CHOICE = {"name": "val", "kind": "choice", "label": "Val", "options": [["x", "X"], ["y", "Y"]]}
ROWS = {"name": "rader", "kind": "repeat", "label": "Rader", "questions": [TEXT]}

MISTAKES = {
    "a key with a typo": (
        [{**TEXT, "requierd": True}],
        'delen "Delen": frågan "a": nyckeln "requierd" finns inte för text; välj bland name, label',
    ),
    "a key of another kind": ([{**TEXT, "options": [["x", "X"]]}], 'frågan "a": nyckeln "options" finns inte för text'),
    "an unknown kind": (
        [{**TEXT, "kind": "txt"}],
        'frågan "a": frågetypen "txt" finns inte; välj en av text, long_text',
    ),
    "no kind": ([{"name": "a"}], 'frågan "a": frågetypen "" finns inte'),
    "no name": ([{"kind": "text"}], 'frågan "utan namn": nyckeln "name" saknas; skriv text'),
    "a missing key": (
        [{"name": "a", "kind": "choice"}],
        'frågan "a": nyckeln "options" saknas; skriv lista med ["nyckel", "Text"]',
    ),
    "no words": ([{**TEXT, "label": ""}], 'frågan "a": skriv label'),
    "a name with capitals": (
        [{**TEXT, "name": "Namn"}],
        'frågan "Namn": skriv namnet med små bokstäver a–z, siffror och _',
    ),
    "a name with å": ([{**TEXT, "name": "ålder"}], "skriv namnet med små bokstäver a–z"),
    "a name used twice": ([TEXT, TEXT], 'frågan "a": namnet finns två gånger; byt det ena'),
    "a reserved name": ([{**TEXT, "name": "varfor_tomt"}], 'frågan "varfor_tomt": byt namn'),
    "text for a flag": (
        [{**TEXT, "required": "ja"}],
        "frågan \"a\", nyckeln required: skriv true eller false, inte 'ja'",
    ),
    "a flag for a number": ([{**TEXT, "max_length": True}], "nyckeln max_length: skriv ett heltal, inte True"),
    "limits that cross": (
        [{**TEXT, "min_length": 9, "max_length": 3}],
        'frågan "a": låt min_length vara högst max_length',
    ),
    "rows that are shared but not kept apart": (
        [
            {
                "name": "r",
                "kind": "repeat",
                "label": "R",
                "shared": "a",
                "questions": [{"name": "a", "kind": "tick", "label": "A"}],
            }
        ],
        'frågan "r": shared "a" ska vara ett kryss på raden, tillsammans med own',
    ),
    "numbers that cross": (
        [{"name": "n", "kind": "integer", "min": 9, "max": 3}],
        'frågan "n": låt min vara högst max',
    ),
    "nan": ([{"name": "n", "kind": "decimal", "min": float("nan")}], "nyckeln min: skriv ett tal"),
    "an unknown audience": (
        [{**TEXT, "audience": ["chefen"]}],
        'mottagaren "chefen" finns inte; välj bland kommun, deltagare',
    ),
    "options of the wrong shape": ([{**CHOICE, "options": ["x"]}], 'skriv varje alternativ som ["nyckel", "Text"]'),
    "an option twice": ([{**CHOICE, "options": [["x", "X"], ["x", "Y"]]}], "varje nyckel bara en gång"),
    "an exclusive that is no option": ([{**CHOICE, "kind": "choices", "exclusive": ["z"]}], 'exclusive "z" finns inte'),
    "a refusal that is no option": ([{**CHOICE, "refuse": {"z": "Nej."}}], 'refuse "z" finns inte bland alternativen'),
    "other words for yes": (
        [{"name": "j", "kind": "yes_no", "options": [["yes", "Ja"], ["no", "Nej"]]}],
        'låt nycklarna vara "ja" och "nej"',
    ),
    "a wrong reveals": ([{**TEXT, "reveals": "stop"}], 'skriv "warn" eller "refuse" som reveals, inte "stop"'),
    "a wrong reveals for e-mail": ([{"name": "e", "kind": "email", "reveals": "warn"}], 'skriv "refuse" som reveals'),
    "a condition on nobody": (
        [{**TEXT, "show_if": {"question": "b", "is": "x"}}],
        'frågan "a": frågan "b" finns inte i blanketten; kontrollera stavningen',
    ),
    "an answer nobody can give": (
        [CHOICE, {**TEXT, "show_if": {"question": "val", "is": "z"}}],
        'frågan "a": villkoret väntar på svaret \'z\', men "val" har bara x, y',
    ),
    "an unknown placeholder": (
        [{**TEXT, "help": "Hos {komun}."}],
        'frågan "a": frågan "komun" finns inte i blanketten',
    ),
    "a placeholder that cannot be filled": (
        [ROWS, {**TEXT, "help": "{rader}"}],
        "platshållaren {rader} går inte att fylla",
    ),
    "an unknown message": (
        [{**TEXT, "messages": {"requird": "Skriv."}}],
        'frågan "a": meddelandet "requird" finns inte; välj bland required',
    ),
    "a message nobody can fill": (
        [{**TEXT, "messages": {"too_long": "Högst {maks}."}}],
        "platshållaren {maks} går inte att fylla i meddelandet; välj bland {antal}, {etikett}, {max}",
    ),
    "a default that is no answer": (
        [{**CHOICE, "default": "z"}],
        "frågan \"val\": ändra default; 'z' är inget svar på frågan",
    ),
    "a ticked tick": (
        [{"name": "t", "kind": "tick", "default": True}],
        "ta bort default; ett kryss är aldrig ifyllt från början",
    ),
    "today for a text": ([{**TEXT, "default": "today"}], 'ta bort default = "today"; det går bara på ett datum'),
    "a default from nobody": (
        [{"name": "d", "kind": "date", "default": {"from": "e", "months": 1}}],
        'frågan "e" finns inte',
    ),
    "a default of a strange shape": ([{**TEXT, "default": {"from": "a"}}], 'nyckeln default: skriv ett värde, "today"'),
    "a default in a row": ([{**ROWS, "questions": [{**TEXT, "default": "x"}]}], 'frågan "rader.a": ta bort default'),
    "a reason wanted in a row": (
        [{**ROWS, "questions": [{**TEXT, "wanted": True}]}],
        'frågan "rader.a": ta bort wanted',
    ),
    "wanted and required": (
        [{**TEXT, "wanted": True, "required": True}],
        "ta bort wanted; det går bara på en frivillig fråga",
    ),
    "rows that are not there": (
        [TEXT, {"name": "m", "kind": "matrix", "rows": [["x", "X"]], "of": "a"}],
        'frågan "a" har inga rader; skriv namnet på en repeat som of',
    ),
    "a marked row that is not there": (
        [ROWS, {"name": "m", "kind": "matrix", "rows": [["x", "X"]], "of": "rader", "marked": ["z"]}],
        'raden "z" finns inte bland rows',
    ),
    "half of another": (
        [ROWS, {"name": "m", "kind": "matrix", "rows": [["x", "X"]], "of": "rader", "other": "x"}],
        "skriv både other och other_key",
    ),
    "unique that is not asked": ([{**ROWS, "unique": ["b"]}], 'unique "b" finns inte bland frågorna på raden'),
    "more rows at least than at most": (
        [{**ROWS, "min": 5, "max": 2}],
        "låt min vara högst max, och max mellan 1 och 500",
    ),
    "too many rows": ([{**ROWS, "max": 501}], "låt min vara högst max, och max mellan 1 och 500"),
    "law on a text of the kommun's own": (
        [{"name": "f", "kind": "fixed", "law": "OSL", "texts": [{"text": "x", "config": True}]}],
        "en text med config = true kan inte ha law",
    ),
    "a text without text": (
        [{"name": "f", "kind": "fixed", "texts": [{"audience": ["part"]}]}],
        "skriv varje text med nycklarna text, audience, when, config",
    ),
    "a schedule without its parts": (
        [{"name": "s", "kind": "schedule", "questions": [TEXT]}],
        "skriv questions med rader",
    ),
    "a row's question of the wrong shape": ([{**ROWS, "questions": "a"}], "skriv frågorna som en lista av tabeller"),
    "something else than a question": (["a"], "prov.toml: skriv frågan som en tabell"),
}


@pytest.mark.parametrize(("questions", "told"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_in_a_question_is_told_with_its_remedy(questions, told):
    with pytest.raises(FormFileError) as caught:
        read_form(
            expand(
                {
                    **data(),
                    "sections": [
                        {
                            "id": "del",
                            "title": "Delen",
                            "questions": [
                                {"label": "Frågan", **question} if isinstance(question, dict) else question
                                for question in questions
                            ],
                        }
                    ],
                },
                "prov.toml",
            )
        )
    assert told in str(caught.value)


RULES = {
    "an unknown rule": (
        {"rule": "period"},
        "reglerna: regeln {'rule': 'period'} finns inte; välj rule bland period_order",
    ),
    "no rule at all": ("period_order", "reglerna: regeln 'period_order' finns inte"),
    "a key with a typo": (
        {"rule": "not_open_ended", "qestion": "a"},
        'regeln "not_open_ended": nyckeln "qestion" finns inte; välj bland id, message, law, warn, question, when',
    ),
    "a missing key": (
        {"rule": "period_at_most", "from": "a", "to": "a"},
        'regeln "period_at_most": nyckeln "months" saknas; skriv heltal',
    ),
    "text for a number": (
        {"rule": "period_at_most", "from": "a", "to": "a", "months": "6"},
        'regeln "period_at_most", months: skriv ett heltal',
    ),
    "a question that is not there": (
        {"rule": "not_open_ended", "id": "slut", "question": "b"},
        'regeln "slut": frågan "b" finns inte i blanketten',
    ),
    "a placeholder nobody fills": (
        {"rule": "period_order", "from": "a", "to": "a", "message": "Efter {fran}."},
        "platshållaren {fran} går inte att fylla i meddelandet; välj bland {a}",
    ),
    "a condition on nobody": (
        {"rule": "not_open_ended", "question": "a", "when": {"question": "b", "is": "x"}},
        'frågan "b" finns inte',
    ),
    "the machinery's own key": (
        {"rule": "not_open_ended", "question": "a", "labels": {}},
        'nyckeln "labels" finns inte',
    ),
}


@pytest.mark.parametrize(("rule", "told"), RULES.values(), ids=RULES)
def test_a_mistake_in_a_rule_is_told_with_its_remedy(rule, told):
    assert told in refused(TEXT, rules=[rule])


WHOLE = {
    "a key with a typo": (
        {"titel": "Prov"},
        'blanketten: nyckeln "titel" finns inte; välj bland id, code, version, title',
    ),
    "a number for a text": ({"title": 1}, "blanketten, title: skriv text inom citattecken, inte 1"),
    "no sections": ({"sections": []}, "blanketten: skriv minst en del som [[sections]]"),
    "single brackets": (
        {"sections": {"id": "del"}},
        "prov.toml: skriv varje del som [[sections]] med [[sections.questions]]",
    ),
    "rules in single brackets": ({"rules": {"rule": "x"}}, "skriv rules som [[rules]], med dubbla hakparenteser"),
    "a section with a typo": ({"sections": [{"id": "d", "titel": "D", "questions": []}]}, 'nyckeln "titel" finns inte'),
    "a section without questions": (
        {"sections": [{"id": "d", "title": "D"}]},
        "skriv varje del som [[sections]] med [[sections.questions]]",
    ),
    "an ending without a state": ({"ends": "samtycke"}, "nyckeln ends_as: skriv ends och ends_as tillsammans"),
    "an ending as nothing": ({"ends": "samtycke", "ends_as": "slut"}, "ends_as som aterkallad eller upphavd"),
    "an ending on a question there is not": (
        {"ends": "x", "ends_as": "upphavd", "ends_if": {"question": "b", "is": "x"}},
        'frågan "b" finns inte',
    ),
    "words of a question there is not": ({"when_signed": "Börja {start}."}, "{start} finns inte bland frågorna"),
    "an id that is no name": ({"id": "Mitt prov"}, "skriv id med små bokstäver a–z, siffror och -"),
}


@pytest.mark.parametrize(("change", "told"), WHOLE.values(), ids=WHOLE)
def test_a_mistake_in_the_form_is_told_with_its_remedy(change, told):
    with pytest.raises(FormFileError) as caught:
        read_form(expand({**data(TEXT), **change}, "prov.toml"))
    assert told in str(caught.value)


@pytest.mark.parametrize("key", ["id", "code", "version", "title", "audiences"])
def test_a_form_says_what_it_is(key):
    with pytest.raises(FormFileError, match=f'blanketten: nyckeln "{key}" saknas; skriv'):
        read_form({name: value for name, value in data(TEXT).items() if name != key})


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

    def test_a_file_says_whether_it_is_a_form_or_a_change(self, tmp_path):
        with pytest.raises(FormFileError, match=r'^eget\.toml: börja filen med form = "…"'):
            load_form("samtycke", self.own(tmp_path, 'id = "eget"\nform = "samtycke"'))

    def test_a_file_that_changes_is_read_again(self, tmp_path):
        path = self.own(tmp_path, 'form = "samtycke"\nversion = "ett"')
        assert load_form("samtycke", path).local_version == "ett"
        path.write_text('form = "samtycke"\nversion = "annan"')
        assert load_form("samtycke", tmp_path).local_version == "annan"

    def test_an_unknown_form_is_told_with_those_there_are(self):
        for form_id in ("samtyke", "../samtycke", "", "x" * 10_000):
            with pytest.raises(UnknownForm, match="Välj en av: .*praktikavtal, .*samtycke") as caught:
                load_form(form_id)
            assert len(str(caught.value)) < 1_000

    def test_a_folder_that_is_not_there_changes_nothing(self, tmp_path):
        assert load_form("samtycke", tmp_path / "ingen").sha256 == load_form("samtycke").sha256


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


def test_forms_are_listed_in_the_order_of_their_codes():
    assert [form.code for form in list_forms()] == sorted(form.code for form in list_forms())
