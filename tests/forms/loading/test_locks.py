"""What a municipality's own file would make false, empty or dangerous is refused with file, line and remedy."""

import pytest

from stegvis.forms import FormFileError, LockedByLaw, load_form

LOCKED = {
    "a promise of cover among the insurances": (
        "praktikavtal",
        "questions.forsakring_typ",
        'options = [["annan", "Arbetsskadeförsäkring enligt socialförsäkringsbalken"]]',
    ),
    "a promise of cover as the question": (
        "praktikavtal",
        "questions.forsakring_typ",
        'label = "Gäller arbetsskadeförsäkringen?"',
    ),
    "cover under a name that the rule does not know": (
        "praktikavtal",
        "questions.forsakring_lag",
        'options = [["sfb", "Arbetsskadeförsäkring"]]',
    ),
    "voluntary called assigned": (
        "praktikavtal",
        "questions.grund_praktik",
        'options = [["anvisad", "Frivillig"], ["frivillig", "Anvisad"]]',
    ),
    "a promise of cover to who is not assigned": (
        "praktikavtal",
        "texts.forsakring_frivillig",
        'text = "Du omfattas av arbetsskadeförsäkringen."',
    ),
    "no text to who is not assigned": ("praktikavtal", "texts.forsakring_frivillig", "off = true"),
    "no insurance": ("praktikavtal", "questions.forsakring_typ", "required = false"),
    "no supervisor": ("praktikavtal", "questions.handledare_namn", "required = false"),
    "a supervisor who is nobody": ("praktikavtal", "questions.handledare_namn", 'default = "Ej klart"'),
    "no schedule": ("praktikavtal", "questions.schema", "required = false"),
    "no confidentiality": ("praktikavtal", "questions.tystnadsplikt", "off = true"),
    "half of the confidentiality": ("praktikavtal", 'questions."tystnadsplikt.arbetsgivare"', "required = false"),
    "other words to tick": ("praktikavtal", 'questions."tystnadsplikt.deltagare"', 'label = "Jag godkänner allt"'),
    "no room for the participant to sign": ("praktikavtal", "questions.underskrift_deltagare", "off = true"),
    "no age": ("praktikavtal", "questions.fodelsedatum", "required = false"),
    "no room for a guardian": ("praktikavtal", "questions.underskrifter", "max = 0"),
    "room for fewer guardians": ("praktikavtal", "questions.underskrifter", "max = 1"),
    "a workplace that is never public": (
        "praktikavtal",
        "questions.sektor",
        'options = [["privat", "Privat företag"]]',
    ),
    "reasons demanded in what the employer sees": ("praktikavtal", "questions.anpassningar", "required = true"),
    "a text that is the same everywhere": ("praktikavtal", "questions.ingen_anstallning", "off = true"),
    "the heading of a text that is the same everywhere": (
        "praktikavtal",
        "questions.ingen_anstallning",
        'label = "Anställning"',
    ),
    "a consent to something else": (
        "samtycke",
        "",
        'title = "Samtycke till att kommunen behandlar dina personuppgifter"',
    ),
    "a consent to something else below": (
        "samtycke",
        "",
        'subtitle = "Du godkänner vår behandling av personuppgifter"',
    ),
    "a tick for something else": (
        "samtycke",
        "questions.info_last",
        'label = "Jag samtycker till behandling av personuppgifter"',
    ),
    "information nobody has had": ("samtycke", "questions.info_last", "required = false"),
    "no word that this is another consent": ("samtycke", "questions.info_gdpr_skild", "off = true"),
    "nobody protected": ("samtycke", "questions.skydd", 'options = [["nej", "Nej"]]'),
    "nobody protected from the start": ("samtycke", "questions.skydd", 'default = "nej"'),
    "help that talks somebody over": (
        "samtycke",
        "questions.uppgifter",
        'help = "Kryssa allt för alla parter, annars blir det inget stöd."',
    ),
    "what may not be told in thin print": ("samtycke", "questions.undantag", "strong = false"),
    "a representative for everyone": ("samtycke", "questions.foretradare_typ", "required = true"),
    "another opinion demanded": ("samtycke", "questions.avvikande_mening", "required = true"),
    "another opinion only at length": ("samtycke", "questions.avvikande_mening", "min_length = 4000"),
    "no direction": ("samtycke", "questions.riktning", "required = false"),
    "spoken called written": ("samtycke", "questions.form", 'options = [["muntligt", "Skriftligt med underskrift"]]'),
}


def lay(tmp_path, form_id, table, change):
    """Loads the form with one change."""
    path = tmp_path / "lokal.toml"
    path.write_text(f'form = "{form_id}"\n' + (f"[{table}]\n" if table else "") + change, "utf-8")
    return load_form(form_id, path)


@pytest.mark.parametrize(("form_id", "table", "change"), LOCKED.values(), ids=LOCKED)
def test_is_locked(tmp_path, form_id, table, change):
    with pytest.raises(LockedByLaw) as caught:
        lay(tmp_path, form_id, table, change)
    text = table.startswith("texts")
    assert str(caught.value).startswith(f"lokal.toml, rad {3 if table and not text else 2}: ")
    assert "får inte ändras" in str(caught.value) if text else "; ta bort ändringen av " in str(caught.value)


@pytest.mark.parametrize(
    ("table", "change", "told"),
    [
        (
            "questions.grund_praktik",
            "off = true",
            'regeln "sfb_endast_anvisad" har en källa i lag (SoL 2025:400) och behöver frågan "grund_praktik"',
        ),
        ("questions.schema", "required = false", 'frågan "schema" måste finnas i blanketten'),
        (
            "questions.sektor",
            "required = false",
            'frågan "tystnadsplikt_offentlig" är låst och behöver frågan "sektor"',
        ),
        ("questions.exemplar", "off = true", 'texten "exemplar" är densamma för alla kommuner'),
    ],
)
def test_says_what_locks(tmp_path, table, change, told):
    with pytest.raises(LockedByLaw) as caught:
        lay(tmp_path, "praktikavtal", table, change)
    assert told in str(caught.value)


def test_help_may_be_changed_where_only_the_question_must_stay(tmp_path):
    made = lay(tmp_path, "praktikavtal", "questions.forsakring_typ", 'help = "Ring Kim."')
    assert made.questions["forsakring_typ"].help == "Ring Kim."


def test_what_an_own_form_must_have_is_kept_too(tmp_path):
    (tmp_path / "a.toml").write_text(
        'id = "eget"\ncode = "E"\nversion = 1\ntitle = "E"\naudiences = ["kommun"]\n[[sections]]\nid = "d"\ntitle = '
        '"D"\n'
        '[[sections.questions]]\nname = "a"\nkind = "group"\nlabel = "A"\n'
        '[[sections.questions.questions]]\nname = "b"\nkind = "text"\nlabel = "B"\nkeep = true\n'
    )
    (tmp_path / "b.toml").write_text('form = "eget"\n[questions.a]\noff = true')
    with pytest.raises(LockedByLaw, match=r'^b\.toml, rad 3: frågan "a" har delar som är låsta \(a\.b\); ta bort off$'):
        load_form("eget", tmp_path)


PARTS = ("aktivitet", "veckodagar", "tid_fran", "tid_till", "rast", "hur_ofta", "plats", "med_vem")
UNUSABLE = {
    **{
        f"{part} optional": (f'questions."schema.rader.{part}"', "required = false", f"låt rader fråga {part} som ")
        for part in PARTS
    },
    **{
        f"{part} off": (f'questions."schema.rader.{part}"', "off = true", f"låt rader fråga {part} som ")
        for part in PARTS
    },
    "rows optional": ('questions."schema.rader"', "required = false", "rader som en repeat med required = true"),
    "rows off": ('questions."schema.rader"', "off = true", "rader som en repeat med required = true"),
    "an interval that cannot be added up": (
        'questions."schema.rader.hur_ofta"',
        'options = [["ibland", "Ibland"]]',
        'ta bort "ibland" ur hur_ofta',
    ),
    "a day that is none": (
        'questions."schema.rader.veckodagar"',
        'options = [["x", "Fest"]]',
        'ta bort "x" ur veckodagar',
    ),
    "a week of too many hours": ("questions.schema", "max_hours = 169", "låt max_hours vara mellan 1 och 168"),
    "signers without names": (
        'questions."underskrifter.namnfortydligande"',
        "required = false",
        "låt raderna fråga namnfortydligande",
    ),
    "signers without roles": ('questions."underskrifter.roll"', "off = true", "låt raderna fråga roll"),
    "a box as high as a house": ("questions.arbetsuppgifter", "rows = 1000000000", "låt rows vara mellan 1 och 40"),
    "months without end": ("rules.for_lang", "months = 1000000", "låt months vara mellan 1 och 120"),
    "months before none": ("rules.for_lang", "months = -5", "låt months vara mellan 1 och 120"),
    "no hours": ("rules.minderarig_timmar", "hours = 0", "låt hours vara mellan 1 och 168"),
    "a default without end": (
        "questions.uppfoljning_datum",
        'default = { from = "period_fran", months = 1000000 }',
        "låt default räkna med 1 till 120 months",
    ),
    "a default before all days": (
        "questions.uppfoljning_datum",
        'default = { from = "period_fran", days = -1000000 }',
        "låt default räkna",
    ),
}


@pytest.mark.parametrize(("table", "change", "told"), UNUSABLE.values(), ids=UNUSABLE)
def test_what_cannot_be_used_is_told_when_the_file_is_read(tmp_path, table, change, told):
    with pytest.raises(FormFileError) as caught:
        lay(tmp_path, "praktikavtal", table, change)
    assert str(caught.value).startswith("lokal.toml")
    assert told in str(caught.value)
