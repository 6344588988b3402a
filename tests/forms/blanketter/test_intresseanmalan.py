"""Intresseanmälan: in the person's own words, by the person's own will, and without what nobody needs to know."""

import pytest
from support.form_examples import CONTEXT, example, problems, said

from stegvis.forms import load_form
from stegvis.forms.language.words import Grid

FORM = load_form("intresseanmalan")
NEVER = ("diagnos", "brott", "straff", "religion", "etnici", "fack", "kontonummer", "clearing", "bankkonto")


@pytest.mark.parametrize("name", ["intresseanmalan", "intresseanmalan_remiss", "intresseanmalan_informell"])
def test_the_example_can_be_saved(name):
    assert problems(name) == {}


def test_only_the_kommun_and_the_participant_get_a_copy():
    assert FORM.audiences == ("kommun", "deltagare")


@pytest.mark.parametrize("path", [path for path, question in FORM.walk() if question.answered])
def test_nothing_is_asked_that_must_not_be_known(path):
    question = dict(FORM.walk())[path]
    asked = " ".join([question.name, question.label, *getattr(question, "words_of", {}).values()]).lower()
    assert not any(word in asked for word in NEVER)


def test_who_fills_in_is_told_what_not_to_write():
    assert "Skriv inte diagnoser" in said(FORM, "deltagare", {})["inte_skriva"]


def test_the_own_will_is_never_ticked_from_the_start():
    assert "egen_vilja" not in FORM.defaults(CONTEXT)
    assert FORM.questions["egen_vilja"].prefill == ""


@pytest.mark.parametrize("ground", ["behovsprovad", "utan_behovsprovning", "lss", "af_samverkan", "radgivning"])
def test_who_comes_freely_ticks_so(ground):
    assert problems("intresseanmalan", grund=ground, egen_vilja=None) == {
        "egen_vilja": ["Kryssa i rutan om du själv vill delta."]
    }


def test_nobody_who_is_told_to_come_has_to_say_it_is_freely():
    assert problems("intresseanmalan", grund="anvisad", egen_vilja=None) == {}


def test_it_is_not_called_voluntary_to_who_is_told_to_come():
    assert "frivilligt att anmäla sig" in said(FORM, "deltagare", {"grund": "lss"})["frivilligt_f1"]
    assert "frivilligt_f1" not in said(FORM, "deltagare", {"grund": "anvisad"})
    assert "Fråga din handläggare" in said(FORM, "deltagare", {"grund": "anvisad"})["frivilligt_f1_anvisad"]


@pytest.mark.parametrize("name", ["fornamn", "efternamn"])
def test_an_informal_enquiry_has_no_name(name):
    assert name not in example("intresseanmalan_informell")
    words = "Ta bort namn och personnummer. De ska inte stå på en informell förfrågan."
    assert problems("intresseanmalan_informell", **{name: "Zeynep"}) == {name: [words]}


def test_an_informal_enquiry_has_no_personal_number():
    words = "Ta bort personnumret. Det ska inte stå på en informell förfrågan."
    assert problems("intresseanmalan_informell", personnummer="701063-2391") == {"personnummer": [words]}


def test_an_informal_enquiry_belongs_to_no_case():
    words = "Ta bort ärendenumret. Den här insatsen dokumenteras utan namn och nummer."
    assert problems("intresseanmalan_informell", arendenummer="AM 2026-1") == {"arendenummer": [words]}


@pytest.mark.parametrize(
    "name", ["telefon", "epost", "adress", "fodelsedatum", "pagaende_socialsekreterare_namn", "remittent_namn"]
)
def test_an_informal_enquiry_keeps_nothing_else_that_points_at_somebody(name):
    given = {
        "telefon": "070-174 06 05",
        "epost": "kim@exempel.se",
        "fodelsedatum": "1989-04-02",
        "saknar_personnummer": True,
    }
    answers = {**example("intresseanmalan_informell"), name: "Kim", **given, "pagaende_socialsekreterare": "ja"}
    assert name not in FORM.schema(CONTEXT).load(answers)


@pytest.mark.parametrize("kind", ["intresseanmalan", "remiss", "ansokan"])
def test_every_other_kind_has_a_name(kind):
    assert problems("intresseanmalan", anmalan_typ=kind, fornamn=None) == {"fornamn": ["Skriv förnamn."]}
    assert list(problems("intresseanmalan", anmalan_typ=kind, personnummer=None)) == ["personnummer"]


def test_it_came_in_on_a_day_that_has_been():
    words = "Välj dagens datum eller en tidigare dag. Anmälan kan inte ha kommit in på en kommande dag."
    assert problems("intresseanmalan", inkommen_datum="2026-11-22") == {"inkommen_datum": [words]}


@pytest.mark.parametrize("source", ["region", "halsocentral", "kommun", "af", "fk"])
def test_an_authority_says_which_unit_it_is_and_has_a_consent(source):
    assert list(problems("intresseanmalan_remiss", kalla_huvudman=source, kalla_enhet=None)) == ["kalla_enhet"]
    words = "Välj det samtycke som gäller. Utan samtycke kan anmälan inte skickas av en annan myndighet eller enhet."
    assert problems("intresseanmalan_remiss", kalla_huvudman=source, samtycke_ref=None) == {"samtycke_ref": [words]}


def test_a_relative_needs_neither_unit_nor_consent():
    gone = {"kalla_enhet": None, "samtycke_ref": None, "remittent_epost": None}
    assert problems("intresseanmalan_remiss", kalla_huvudman="anhorig", **gone) == {}


@pytest.mark.parametrize("name", ["remittent_namn", "remittent_telefon", "remittent_epost"])
def test_who_refers_somebody_can_be_reached(name):
    assert list(problems("intresseanmalan_remiss", **{name: None})) == [name]


def test_help_wanted_is_told_in_a_thousand_characters():
    words = "Korta texten om vad du vill ha hjälp med till högst 1 000 tecken."
    assert problems("intresseanmalan", onskemal="a" * 1001) == {"onskemal": [words]}


def test_who_does_not_know_chooses_nothing_else():
    found = problems("intresseanmalan", onskad_sysselsattning=["praktik", "vet_inte"])
    assert found == {"onskad_sysselsattning": ['Ta bort de andra valen om du väljer "Vet inte".']}


@pytest.mark.parametrize("hours", [-1, 41, "tolv"])
def test_hours_are_a_number_of_a_working_week(hours):
    assert problems("intresseanmalan", timmar_vecka=hours) == {
        "timmar_vecka": ["Skriv ett heltal mellan 0 och 40, till exempel 10."]
    }


def test_days_and_times_are_a_table_of_the_week():
    grid = FORM.questions["dagar_tider"].text({"man": ["formiddag"]}, FORM.reader("deltagare", {}, CONTEXT))
    assert isinstance(grid, Grid)
    assert grid.head == ("Dag", "Förmiddag", "Eftermiddag", "Kväll")
    assert [row[0] for row in grid.rows] == ["Måndag", "Tisdag", "Onsdag", "Torsdag", "Fredag", "Lördag", "Söndag"]
    assert grid.rows[0] == ("Måndag", "☒", "☐", "☐")


def test_a_contact_stands_there_only_when_the_person_wants_it():
    rows = [{"vad": "Vården", "godkant": True}, {"vad": "Kurator"}]
    words = "Kryssa i att du vill ha raden med, eller ta bort den."
    assert problems("intresseanmalan", pagaende_insatser=rows) == {"pagaende_insatser[1].godkant": [words]}


def test_what_can_be_solved_has_a_plan():
    rows = [{"text": "Du kan ta dig hit.", "svar": "kan_losas"}]
    assert problems("intresseanmalan", kriterier=rows) == {
        "kriterier[0].plan": ["Skriv hur det kan lösas, av vem och när."]
    }


@pytest.mark.parametrize("answer", ["uppfyllt", "nej", "oklart"])
def test_no_other_answer_needs_a_plan(answer):
    assert problems("intresseanmalan", kriterier=[{"text": "Du kan ta dig hit.", "svar": answer}]) == {}


@pytest.mark.parametrize("name", ["prioritet", "prioritet_skal"])
def test_priority_stays_with_the_kommun(name):
    assert FORM.questions[name].audience == ("kommun",)


def test_priority_has_a_reason():
    assert problems("intresseanmalan", prioritet_skal=None) == {"prioritet_skal": ["Skriv varför personen har förtur."]}


@pytest.mark.parametrize("answer", ["hanvisas", "ej_aktuell"])
def test_a_no_has_a_reason(answer):
    words = "Skriv varför, så att personen förstår svaret."
    assert problems("intresseanmalan", beslut=answer, beslut_skal=None) == {"beslut_skal": [words]}


def test_an_answer_says_how_to_object():
    assert "beslut_info" not in said(FORM, "deltagare", {})
    assert "inte håller med" in said(FORM, "deltagare", {"beslut": "vantar"})["beslut_info"]


def test_somebody_under_eighteen_does_not_sign_alone():
    assert "underskrifter" in problems("intresseanmalan_remiss", fodelsedatum="2010-01-02")


def test_what_is_signed_is_seen_by_those_who_sign():
    assert all({"kommun", "deltagare"} <= set(question.audience) for _, question in FORM.walk() if question.signed)


def test_who_refers_signs_and_who_comes_alone_signs_alone():
    place = FORM.questions["underskrift_remittent"]
    assert place.shown(FORM.reader("kommun", example("intresseanmalan_remiss"), CONTEXT).scope)
    assert not place.shown(FORM.reader("kommun", example("intresseanmalan"), CONTEXT).scope)


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        ("intresseanmalan", "Intresseanmälan"),
        ("remiss", "Remiss"),
        ("ansokan", "Ansökan"),
        ("informell", "Informell förfrågan"),
    ],
)
def test_a_copy_is_called_what_it_is(kind, title):
    reader = FORM.reader("deltagare", {"anmalan_typ": kind}, CONTEXT)
    assert FORM.called(reader) == title
