"""Samtycke till att häva sekretess: specific, voluntary, limited in time, and never mixed with anything else."""

import pytest
from support.form_examples import CONTEXT, example, problems, said, warnings

from stegvis.forms import load_form

FORM = load_form("samtycke")
PARTIES = example("samtycke")["parter"]


@pytest.mark.parametrize("name", ["samtycke", "samtycke_muntligt", "samtycke_minderarig"])
def test_the_example_can_be_saved(name):
    assert problems(name) == {}


def test_an_employer_never_gets_a_copy():
    assert FORM.audiences == ("kommun", "deltagare", "part")


def test_what_is_signed_is_seen_by_those_who_sign():
    for path, question in FORM.walk():
        if question.signed:
            assert {"kommun", "deltagare"} <= set(question.audience), path


def test_the_annex_holds_nothing_that_is_signed():
    (annex,) = [section for section in FORM.sections if section.annex]
    assert annex is FORM.sections[-1]
    assert not any(question.signed for question in annex.questions)


@pytest.mark.parametrize(
    "name", ["info_last", "arbetsgivare_ingar", "uppgifter", "riktning", "tredje_person", "satt", "form"]
)
def test_nothing_that_is_consented_to_is_answered_from_the_start(name):
    assert FORM.questions[name].required
    assert FORM.questions[name].default is None
    assert name not in FORM.defaults(CONTEXT)


@pytest.mark.parametrize("words", ["Alla myndigheter", "alla", "Samtliga myndigheter", "  ALLA  MYNDIGHETER. "])
def test_all_authorities_is_no_party(words):
    found = problems("samtycke", parter=[PARTIES[0], {**PARTIES[1], "organisation": words}, PARTIES[2]])
    assert list(found) == ["parter[1].organisation"]
    assert 'kan inte gälla "alla myndigheter"' in found["parter[1].organisation"][0]


def test_a_party_is_a_unit_and_no_vague_whole():
    found = problems("samtycke", parter=[PARTIES[0], {**PARTIES[1], "enhet": "hela regionen"}, PARTIES[2]])
    assert found == {"parter[1].enhet": ['Skriv en bestämd enhet. "hela regionen" är för allmänt.']}


def test_one_party_is_too_few():
    alone = {"parter": PARTIES[:1], "riktning": ["bada"], "forbehall": [], "varje_myndighet": []}
    found = problems("samtycke", **alone, uppgifter=[{"uppgift": "narvaro", "part": 1}])
    assert found == {"parter": ["Lägg till minst en part till. Det behövs minst två."]}


def test_the_same_unit_stands_once():
    found = problems("samtycke", parter=[PARTIES[0], PARTIES[0], PARTIES[2]])
    assert found == {"parter": ["Ta bort en av raderna 1 och 2. De gäller samma enhet."]}


def test_every_party_has_something_to_give_or_take():
    cells = [cell for cell in example("samtycke")["uppgifter"] if cell["part"] != 2]
    found = problems("samtycke", uppgifter=cells)
    assert found == {
        "uppgifter": ["Kryssa i minst en uppgift för Region X, Vårdcentralen Lärkan, eller ta bort parten."]
    }


@pytest.mark.parametrize("words", ["allt", "Alla uppgifter"])
def test_everything_is_not_a_piece_of_information(words):
    cells = [*example("samtycke")["uppgifter"][:-1], {"uppgift": "annat", "part": 3, "annat_text": words}]
    assert "uppgifter[7].annat_text" in problems("samtycke", uppgifter=cells)
    assert "arbetsgivare_uppgifter" in problems("samtycke", arbetsgivare_uppgifter=words)
    assert "allt" not in FORM.questions["uppgifter"].words_of


@pytest.mark.parametrize(("directions", "lacking"), [(["lamnar"] * 3, "tar emot"), (["tar_emot"] * 3, "lämnar")])
def test_someone_gives_and_someone_takes(directions, lacking):
    found = problems("samtycke", riktning=directions)
    assert found == {"riktning": [f"Ändra minst en part så att någon {lacking} uppgifter."]}


@pytest.mark.parametrize("end", ["tills vidare", "", None])
def test_a_consent_has_an_end(end):
    assert "Skriv" in problems("samtycke", galler_till=end)["galler_till"][0]


def test_a_consent_lasts_twelve_months_at_most():
    assert problems("samtycke", galler_till="2027-11-20") == {}
    late = problems("samtycke", galler_till="2027-11-21")
    assert late == {
        "galler_till": ["Korta tiden. Samtycket får gälla högst 12 månader och kan sluta senast 2027-11-20."]
    }


def test_six_months_are_proposed():
    assert FORM.defaults(CONTEXT)["galler_till"] == "2027-05-20"


def test_a_consent_does_not_begin_before_it_was_given():
    assert "galler_fran" in problems("samtycke", galler_fran="2026-11-19")


def test_information_about_somebody_else_asks_for_their_own_consent_without_stopping():
    assert problems("samtycke", tredje_person="ja") == {}
    assert "eget samtycke" in warnings("samtycke", tredje_person="ja")["tredje_person"][0]
    assert "tredje_person" not in warnings("samtycke")


def test_a_minor_never_signs_alone():
    found = problems("samtycke_minderarig", underskrifter=[])
    assert found == {"underskrifter": ["Lägg till vårdnadshavare. Den som är under 18 år skriver inte under ensam."]}
    assert "minderarig_regel" in problems("samtycke_minderarig", minderarig_regel=None)


def test_a_child_under_fifteen_is_represented():
    found = problems("samtycke_minderarig", fodelsedatum="2012-01-01", foretradare_typ=None)
    assert "under 15 år" in found["foretradare_typ"][0]


def test_nobody_is_refused_for_lack_of_a_number():
    assert "personnummer" in problems("samtycke", personnummer=None)
    without = {"personnummer": None, "saknar_personnummer": True, "fodelsedatum": "1970-10-03"}
    assert problems("samtycke", **without) == {}
    assert "personnummer" in problems("samtycke", saknar_personnummer=True, fodelsedatum="1970-10-03")


def test_an_oral_consent_is_noted_and_has_no_place_for_the_participant_to_sign():
    for name, signs in (("samtycke", True), ("samtycke_muntligt", False)):
        answers = FORM.schema(CONTEXT).load(example(name))
        assert FORM.reader("kommun", answers, CONTEXT).sees(FORM.questions["underskrift_deltagare"]) is signs
        assert ("samtycke_muntligt" in said(FORM, "kommun", answers)) is not signs
    for name in ("antecknat_av", "antecknat_tid"):
        assert name in problems("samtycke_muntligt", **{name: None})


def test_the_note_of_an_oral_consent_names_the_interpreter_for_the_participant_only():
    answers = FORM.schema(CONTEXT).load(example("samtycke_muntligt"))
    told = said(FORM, "deltagare", answers)["samtycke_muntligt"]
    assert told == (
        "Samtycket lämnades muntligt den 2026-11-19 klockan 14:30. Åsa Lindblomster läste upp texten och antecknade "
        "svaret. Texten tolkades till Somaliska av Hodan Tolkdotter."
    )
    assert "Hodan" not in said(FORM, "part", answers)["samtycke_muntligt"]


def test_a_part_sees_its_own_terms_only():
    assert FORM.questions["uppgifter"].own
    assert FORM.questions["forbehall"].own
    for name in ("adress", "kon", "skydd", "foretradare_namn", "sus_samtycke", "tredje_person", "grund"):
        assert "part" not in FORM.questions[name].audience


def test_protected_data_are_registered_without_a_name():
    found = problems("samtycke", skydd="sekretessmarkering", kontaktvag=["telefon"], lamna_meddelande="nej")
    assert found == {"sus_samtycke": ['Välj "Registreras utan namn". Personen har skyddade personuppgifter.']}
    assert {"kontaktvag", "lamna_meddelande"} <= set(problems("samtycke", skydd="fingerade", sus_samtycke="anonym"))


def test_a_child_with_a_reservnummer_never_signs_alone():
    """A number that tells no day of birth asks for one."""
    told = problems("samtycke", personnummer="20150101A123")
    assert {"underskrifter", "foretradare_typ"} <= set(told)
    assert "fodelsedatum" in problems("samtycke", personnummer="992015010123")
    assert "underskrifter" in problems("samtycke", personnummer="992015010123", fodelsedatum="2015-01-01")


def test_the_consent_is_about_secrecy_and_says_that_it_is_not_about_personal_data():
    assert "info_gdpr_skild" in said(FORM, "deltagare", example("samtycke"))
    assert FORM.questions["info_gdpr_skild"].signed
    for _, question in FORM.walk():
        words = question.label.lower()
        assert "personuppgiftsbehandling" not in words
        assert question.kind != "tick" or "personuppgift" not in words


def test_what_a_no_means_is_told_by_ground_and_only_to_those_it_concerns():
    free = said(FORM, "deltagare", {"grund": "utan_behovsprovning"})
    bound = said(FORM, "deltagare", {"grund": "anvisad"})
    assert "info_frivilligt_frivillig" in free and "info_frivilligt_anvisad" not in free
    assert "info_frivilligt_anvisad" in bound and "info_frivilligt_frivillig" not in bound
    assert not {"info_frivilligt_anvisad", "info_frivilligt_frivillig"} & set(said(FORM, "part", {"grund": "anvisad"}))


def test_it_is_never_promised_that_nothing_is_told_without_consent():
    texts = said(FORM, "deltagare", example("samtycke"))
    assert "kan eller måste uppgifter lämnas ut enligt lag" in texts["info_utan_samtycke"]
    assert not any("aldrig" in text for text in texts.values())
