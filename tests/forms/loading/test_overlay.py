"""A municipality's own changes: what may be changed, what the law locks, and where a mistake is said to stand."""

import pytest

from stegvis.forms import FormFileError, LockedByLaw, UnknownForm, list_forms, load_form


@pytest.fixture
def lay(tmp_path):
    """Loads samtycke (or another form) with these overlay files; later ones lie over earlier."""

    def load(*texts, form_id="samtycke"):
        for number, text in enumerate(texts, 1):
            (tmp_path / f"{number}_lokal.toml").write_text(f'form = "{form_id}"\n{text}', "utf-8")
        return load_form(form_id, tmp_path)

    return load


def refusal(error, call, *given):
    with pytest.raises(error) as caught:
        call(*given)
    return str(caught.value)


class TestMayBeChanged:
    @pytest.mark.parametrize(
        ("name", "key", "written", "value"),
        [
            ("galler_insats", "label", '"Vilken insats?"', "Vilken insats?"),
            ("galler_insats", "help", '"Fråga om du är osäker."', "Fråga om du är osäker."),
            ("galler_fran", "default", '"2027-01-01"', "2027-01-01"),
            ("satt", "options", '[["mote", "På möte"]]', (("mote", "På möte"),)),
            ("mote", "max_length", "80", 80),
            ("mote", "required", "true", True),
            ("mote", "wanted", "true", True),
        ],
    )
    def test_words_options_defaults_and_limits(self, lay, name, key, written, value):
        assert getattr(lay(f"[questions.{name}]\n{key} = {written}").questions[name], key) == value

    def test_messages_are_added_to_those_there_are(self, lay):
        messages = (
            lay('[questions.galler_fran]\nmessages = { date_format = "Skriv en dag." }')
            .questions["galler_fran"]
            .messages
        )
        assert messages == {"required": "Skriv från vilken dag samtycket gäller.", "date_format": "Skriv en dag."}

    def test_a_question_inside_another_by_its_path(self, lay):
        made = lay('[questions."parter.person_eller_roll"]\nlabel = "Vem?"')
        assert dict(made.walk())["parter[].person_eller_roll"].label == "Vem?"

    def test_a_question_can_be_switched_off_with_the_rules_about_it(self, lay):
        made = lay("[questions.kontaktvag]\noff = true")
        assert "kontaktvag" not in made.questions
        assert not any("kontaktvag" in rule.rule.asked for rule in made.rules)

    def test_a_rule_without_a_source(self, lay):
        rules = {rule.rule.id: rule.rule for rule in lay("[rules.for_lang]\nmonths = 6").rules}
        assert rules["for_lang"].months == 6
        assert "for_lang" not in {rule.rule.id for rule in lay("[rules.for_lang]\noff = true").rules}

    def test_a_text_of_the_municipalitys_own(self, lay):
        made = lay('[texts.info_frivilligt_anvisad]\ntext = "Fråga oss."')
        assert [text.text for text in made.questions["info_frivilligt_anvisad"].texts] == ["Fråga oss."]
        assert "info_frivilligt_anvisad" not in lay("[texts.info_frivilligt_anvisad]\noff = true").questions

    def test_the_local_version_that_the_footer_shows(self, lay):
        assert lay('version = "3"').local_version == "3"
        assert load_form("samtycke").local_version == ""

    def test_files_are_laid_in_the_order_of_their_names(self, lay):
        made = lay('[questions.mote]\nlabel = "Ett"\nhelp = "Kvar"', '[questions.mote]\nlabel = "Två"')
        assert (made.questions["mote"].label, made.questions["mote"].help) == ("Två", "Kvar")

    def test_an_overlay_changes_the_snapshot_and_leaves_the_shipped_form_alone(self, lay):
        before = load_form("samtycke").sha256
        assert lay('[questions.mote]\nhelp = "Ny"').sha256 != before
        assert load_form("samtycke").sha256 == before

    def test_an_option_that_a_condition_waits_for_may_be_taken_away(self, lay):
        lay('[questions.grund]\noptions = [["behovsprovad", "Beslut"]]')


class TestForms:
    OWN = (
        'id = "eget-blad"\ncode = "EGE-01"\nversion = 1\ntitle = "Eget blad"\naudiences = ["kommun"]\n'
        '[[sections]]\nid = "d"\ntitle = "D"\n[[sections.questions]]\nblock = "deltagare"\nonly = ["fornamn"]\n'
    )

    def test_a_form_of_ones_own_is_listed_with_the_others(self, tmp_path):
        (tmp_path / "eget.toml").write_text(self.OWN)
        assert {form.id for form in list_forms(tmp_path)} == {"eget-blad", *(form.id for form in list_forms())}
        assert list(load_form("eget-blad", tmp_path).questions) == ["fornamn"]

    def test_a_form_of_ones_own_can_be_changed_like_another(self, tmp_path):
        (tmp_path / "a.toml").write_text(self.OWN)
        (tmp_path / "b.toml").write_text('form = "eget-blad"\n[questions.fornamn]\nhelp = "Hej"')
        assert load_form("eget-blad", tmp_path).questions["fornamn"].help == "Hej"

    def test_a_form_of_ones_own_never_takes_the_place_of_a_shipped_one(self, tmp_path):
        (tmp_path / "a.toml").write_text(self.OWN.replace("eget-blad", "samtycke"))
        told = refusal(FormFileError, load_form, "samtycke", tmp_path)
        assert (
            told
            == 'a.toml, rad 1: blanketten "samtycke" finns redan; byt id, eller skriv form = "samtycke" för att ändra '
            "den"
        )

    def test_a_form_can_be_switched_off(self, tmp_path):
        (tmp_path / "a.toml").write_text('form = "samtycke"\noff = true')
        assert "samtycke" not in {form.id for form in list_forms(tmp_path)}
        assert "samtycke" not in refusal(UnknownForm, load_form, "samtycke", tmp_path).split("Välj en av")[1]

    def test_the_title_of_a_form_without_law_may_be_changed(self, tmp_path):
        (tmp_path / "a.toml").write_text(self.OWN)
        (tmp_path / "b.toml").write_text('form = "eget-blad"\ntitle = "Vårt blad"')
        assert load_form("eget-blad", tmp_path).title == "Vårt blad"

    def test_keys_of_the_wrong_shape_are_told(self, tmp_path):
        (tmp_path / "a.toml").write_text('form = "samtycke"\noff = 1')
        assert (
            refusal(FormFileError, load_form, "samtycke", tmp_path)
            == "a.toml, rad 2: skriv off som true eller false, inte 1"
        )


LOCKED = {
    "a label": (
        '[questions.undantag]\nlabel = "Annat"',
        3,
        'frågan "undantag" har en källa i lag (OSL 12:2); ta bort ändringen av label',
    ),
    "options": ("[questions.uppgifter]\noptions = []", 3, "ta bort ändringen av options"),
    "optional": ("[questions.syfte]\n\nrequired = false", 4, "ta bort ändringen av required"),
    "a longer limit": ("[questions.syfte]\nmax_length = 9000", 3, "ta bort ändringen av max_length"),
    "a shorter minimum": ("[questions.syfte]\nmin_length = 1", 3, "ta bort ändringen av min_length"),
    "a default": ('[questions.tredje_person]\ndefault = "nej"', 3, "ta bort ändringen av default"),
    "a suggestion": ('[questions.tredje_person]\nprefill = "deltagare.skydd"', 3, "ta bort ändringen av prefill"),
    "switched off": ("[questions.undantag]\noff = true", 3, "ta bort ändringen av off"),
    "messages": ('[questions.syfte]\nmessages = { required = "Skriv alla." }', 3, "ta bort ändringen av messages"),
    "inside a row": ('[questions."parter.enhet"]\nlabel = "Var"', 3, 'frågan "parter.enhet" har en källa i lag'),
    "a question that law needs": (
        "[questions.underskrifter]\noff = true",
        3,
        "har en källa i lag (OSL 12:3, FB 6:11) och behöver frågan",
    ),
    "a tick": (
        "[questions.saknar_personnummer]\ndefault = true",
        3,
        "får inte vara ifyllt från början; ta bort default",
    ),
    "a suggested tick": (
        '[questions.saknar_personnummer]\nprefill = "deltagare.skydd"',
        3,
        "får inte vara ifyllt från början",
    ),
    "a rule": (
        "[rules.tills_vidare]\noff = true",
        3,
        'regeln "tills_vidare" har en källa i lag (OSL 10:1, 12:2); ta bort ändringen av off',
    ),
    "a rule's message": ('[rules.oanvand_part]\n\nmessage = "Nej."', 4, "ta bort ändringen av message"),
    "a rule made a warning": ("[rules.oanvand_part]\nwarn = true", 3, "ta bort ändringen av warn"),
    "a text": (
        '[texts.info_frivilligt]\ntext = "Du måste."',
        2,
        'texten "info_frivilligt" har en källa i lag (OSL 12:2) och får inte ändras',
    ),
    "a text that is the same everywhere": (
        '[texts.underskrift_far_stamma]\ntext = "x"',
        2,
        "är densamma för alla kommuner",
    ),
}


@pytest.mark.parametrize(("text", "line", "told"), LOCKED.values(), ids=LOCKED)
def test_what_the_law_locks_is_refused_with_file_and_line(lay, text, line, told):
    said = refusal(LockedByLaw, lay, text)
    assert said.startswith(f"1_lokal.toml, rad {line}: ")
    assert told in said


def test_an_inline_table_is_found_too(lay):
    said = refusal(LockedByLaw, lay, '[questions]\nmote = { help = "x" }\nundantag = { label = "Annat" }')
    assert said.startswith("1_lokal.toml, rad 4: ")


class TestTightening:
    @pytest.mark.parametrize(
        ("name", "key", "value"), [("syfte", "min_length", 40), ("syfte", "max_length", 500), ("parter", "max", 3)]
    )
    def test_more_may_be_asked_for_where_the_law_locks_less(self, lay, name, key, value):
        assert getattr(lay(f"[questions.{name}]\n{key} = {str(value).lower()}").questions[name], key) == value

    def test_a_rule_with_a_source_may_be_made_stricter(self, tmp_path):
        own = TestForms.OWN.replace("eget-blad", "eget")
        own += (
            '[[sections.questions]]\nname = "fran"\nkind = "date"\nlabel = "Från"\n[[sections.questions]]\nname = '
            '"till"\nkind = "date"\nlabel = "Till"\n'
        )
        own += '[[rules]]\nid = "tid"\nrule = "period_at_most"\nfrom = "fran"\nto = "till"\nmonths = 6\nlaw = "Lagen"\n'
        (tmp_path / "a.toml").write_text(own)
        change = tmp_path / "b.toml"
        change.write_text('form = "eget"\n[rules.tid]\nmonths = 3')
        assert load_form("eget", tmp_path).rules[0].rule.months == 3
        change.write_text('form = "eget"\n[rules.tid]\nmonths = 12')
        assert "rad 3" in refusal(LockedByLaw, load_form, "eget", tmp_path)


MISTAKES = {
    "an unknown key": ('titel = "x"', 'rad 2: "titel" går inte att ändra; välj bland form, version, off, title'),
    "an unknown question": (
        '[questions.mottte]\nhelp = "x"',
        'rad 2: blanketten har ingen fråga "mottte"; kontrollera stavningen',
    ),
    "a key that is not the municipality's": (
        '[questions.mote]\nkind = "long_text"',
        'rad 3: "kind" går inte att ändra; välj bland label, help',
    ),
    "the rows of a table": ('[questions.uppgifter]\nrows = [["x", "X"]]', 'rad 3: "rows" går inte att ändra'),
    "a value of the wrong shape": ('[questions.mote]\nrequired = "ja"', "nyckeln required: skriv true eller false"),
    "no table": ("questions = 3", "rad 2: skriv ändringen som en tabell: [questions.namn]"),
    "a question that is no table": ("[questions]\nmote = 3", "rad 3: skriv ändringen som en tabell: [questions.mote]"),
    "half switched off": ("[questions.mote]\noff = false", "rad 3: skriv off = true, eller ta bort raden"),
    "messages of the wrong shape": (
        '[questions.mote]\nmessages = "x"',
        "rad 3: skriv ändringen som en tabell: messages = {",
    ),
    "an unknown rule": ("[rules.lang]\nmonths = 3", 'rad 2: regeln "lang" finns inte; välj bland personnummer_bada'),
    "a key that is not of rules": (
        '[rules.for_lang]\nquestion = "x"',
        'rad 3: "question" går inte att ändra; välj bland months',
    ),
    "a rule of the wrong shape": (
        '[rules.for_lang]\nmonths = "sex"',
        'regeln "period_at_most", months: skriv ett heltal',
    ),
    "a key that a rule does not have": ("[rules.slut_fore_start]\nmonths = 3", 'nyckeln "months" finns inte'),
    "no text": ("[texts.info_frivilligt_anvisad]", 'rad 2: skriv text = "…" eller off = true, och inget annat'),
    "a text that is a question": (
        '[texts.mote]\ntext = "x"',
        'rad 2: "mote" är ingen fast text; ändra den under [questions.mote]',
    ),
}


@pytest.mark.parametrize(("text", "told"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_told_with_the_file_that_made_it(lay, text, told):
    said = refusal(FormFileError, lay, text)
    assert said.startswith("1_lokal.toml")
    assert told in said


def test_a_question_that_a_condition_speaks_of_cannot_be_switched_off(lay):
    said = refusal(FormFileError, lay, "[questions.sus_samtycke]\noff = true")
    assert said.startswith("1_lokal.toml: frågan ")
    assert 'frågan "sus_samtycke" finns inte i blanketten' in said


def test_a_name_in_several_places_needs_its_whole_path(tmp_path):
    path = tmp_path / "lokal.toml"
    path.write_text('form = "praktikavtal"\n[questions.nummer]\nhelp = "x"')
    said = refusal(FormFileError, load_form, "praktikavtal", path)
    assert said.startswith('lokal.toml, rad 2: "nummer" finns på flera ställen; skriv vilken med hela vägen: "')
