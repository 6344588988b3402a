"""Praktikavtal: what the employer may see and nothing more, the same signed words for all, and no false promise."""

import pytest
from support.form_examples import CONTEXT, example, problems, said, warnings

from stegvis.forms import load_form
from stegvis.schemas.validators import revealing_words

FORM = load_form("praktikavtal")
GROUNDS = ("anvisad", "frivillig", "lss", "annan")
ALL = {"kommun", "deltagare", "arbetsgivare"}

# What an employer may see. A new name here is a decision about a person's privacy, never a way to make a test pass.
EMPLOYER = {
    "avtal_nr",
    "forlangning_av",
    "upprattad_datum",
    "deltagare_namn",
    "tilltalsnamn",
    "fodelsedatum",
    "narmast_anhorig",
    "anordnare",
    "arbetsplats_namn",
    "orgnr",
    "arbetsplats_adress",
    "arbetsgivare_kontakt",
    "handledare_namn",
    "handledare_telefon",
    "handledare_ersattare",
    "period_fran",
    "period_till",
    "omfattning_timmar",
    "schema",
    "upptrappning",
    "arbetsuppgifter",
    "ej_arbetsuppgifter",
    "mal_praktik",
    "anpassningar",
    "studiebesok_datum",
    "arbetsklader",
    "introduktion_ref",
    "arbetsmiljo_text",
    "arbetsmiljo_rutin",
    "minderarig",
    "minderarig_rutin",
    "minderarig_riskbedomning",
    "forsakring_typ",
    "forsakring_typ_annan",
    "forsakring_text",
    "forsakringsbolag",
    "forsakringsnr",
    "forsakring_ansvar",
    "skada_rutin",
    "skada_anmalan",
    "skada_vem",
    "sjukanmalan",
    "narvarorapport",
    "uppfoljning_datum",
    "uppfoljning_form",
    "handlaggare_namn",
    "handlaggare_telefon",
    "handlaggare_epost",
    "konsulent_kontakt",
    "ingen_anstallning",
    "tystnadsplikt",
    "tystnadsplikt_privat",
    "tystnadsplikt_offentlig",
    "regler_ref",
    "facklig_dialog",
    "facklig_dialog_datum",
    "facklig_dialog_organisation",
    "facklig_dialog_synpunkt",
    "registerutdrag",
    "upphor_text",
    "info_gdpr_arbetsgivare",
    "exemplar",
    "forvara",
    "underskrift_far_stamma",
    "underskrift_deltagare",
    "underskrift_arbetsgivare",
    "underskrift_kommun",
    "underskrifter",
}
# Names, addresses and numbers, where a word that begins like a revealing one tells nothing about the participant.
PROPER = {
    "avtal_nr",
    "forlangning_av.nummer",
    "regler_ref.nummer",
    "introduktion_ref.nummer",
    "deltagare_namn",
    "tilltalsnamn",
    "arbetsplats_namn",
    "arbetsplats_adress",
    "arbetsgivare_kontakt.namn",
    "arbetsgivare_kontakt.epost",
    "handledare_namn",
    "forsakringsbolag",
    "forsakringsnr",
    "underskrifter[].namnfortydligande",
    "underskrifter[].ort",
    "underskrifter[].foretradare_for",
}


@pytest.mark.parametrize("name", ["praktikavtal", "praktikavtal_minimal", "praktikavtal_frivillig"])
def test_the_example_can_be_saved(name):
    assert problems(name) == {}
    assert warnings(name) == {}


def test_the_example_answers_every_question_that_is_asked_of_an_adult():
    unanswered = {name for name, q in FORM.questions.items() if q.answered} - set(example("praktikavtal"))
    assert unanswered == {"minderarig_riskbedomning"}


def test_the_employer_sees_what_is_listed_and_nothing_else():
    assert {name for name, q in FORM.questions.items() if "arbetsgivare" in q.audience} == EMPLOYER


def test_nothing_inside_a_question_reaches_further_than_the_question():
    for path, question in FORM.walk():
        if "." in path:
            outer = FORM.questions[path.split(".")[0].removesuffix("[]")]
            assert set(question.audience) <= set(outer.audience), path


def test_no_word_that_the_form_itself_says_reveals_anything_to_the_employer():
    shown = [FORM.title, FORM.subtitle, *(variant.text for variant in FORM.intro if "arbetsgivare" in variant.audience)]
    for _, question in FORM.walk():
        if "arbetsgivare" in question.audience:
            shown.append(question.label)
            shown += [words for _, words in (*getattr(question, "options", ()), *getattr(question, "roles", ()))]
    for section in FORM.sections:
        if any("arbetsgivare" in question.audience for question in section.questions):
            shown += [section.title, section.lead]
    answers = {**example("praktikavtal"), "sektor": "kommun", "fodelsedatum": "2009-05-30"}
    shown += said(FORM, "arbetsgivare", answers).values()
    shown += said(FORM, "arbetsgivare", example("praktikavtal")).values()
    beginnings = FORM.schema(CONTEXT).day.revealing
    assert len(shown) > 100 and len(beginnings) > 20
    assert [
        list(revealing_words(words, beginnings)) for words in shown if any(revealing_words(words, beginnings))
    ] == []


def test_every_free_text_that_the_employer_reads_is_looked_through():
    free = {path: q.reveals for path, q in FORM.walk() if "arbetsgivare" in q.audience and hasattr(q, "reveals")}
    assert {path for path, mode in free.items() if not mode} == PROPER
    assert {name for name, mode in free.items() if mode == "refuse"} == {
        "anordnare",
        "handlaggare_namn",
        "handlaggare_epost",
    }


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("anordnare", "Vuxenenheten"),
        ("handlaggare_namn", "Åsa Lindblomster, socialsekreterare"),
        ("handlaggare_epost", "missbruk@exempel.se"),
    ],
)
def test_a_name_that_reveals_the_reason_is_refused(name, words):
    assert list(problems("praktikavtal", **{name: words})) == [name]


def test_a_free_text_that_reveals_the_reason_is_pointed_out():
    found = warnings("praktikavtal", mal_praktik="Komma igång efter behandling.")
    assert found == {"mal_praktik": ['Ändra texten. Ordet "behandling" visar mer än arbetsgivaren behöver veta.']}
    assert problems("praktikavtal", mal_praktik="Komma igång efter behandling.") == {}
    row = {**example("praktikavtal")["schema"]["rader"][0], "aktivitet": "Nykterhetsmöte"}
    found = warnings("praktikavtal_minimal", schema=[row])
    assert found["schema.rader[0].aktivitet"][0].startswith("Läs texten en gång till. Ordet")


def test_what_is_signed_is_seen_by_all_who_sign():
    for path, question in FORM.walk():
        if question.signed:
            assert set(question.audience) >= ALL, path


def test_the_signed_words_are_the_same_whatever_the_ground():
    base = example("praktikavtal")
    signed = {
        tuple(
            text
            for name, text in said(FORM, "deltagare", {**base, "grund_praktik": ground}).items()
            if FORM.questions[name].signed
        )
        for ground in GROUNDS
    }
    assert len(signed) == 1


def test_the_employers_copy_does_not_tell_the_ground():
    base = example("praktikavtal")
    copies = {tuple(said(FORM, "arbetsgivare", {**base, "grund_praktik": ground}).items()) for ground in GROUNDS}
    assert len(copies) == 1


@pytest.mark.parametrize("ground", GROUNDS)
def test_the_participant_reads_what_holds_for_the_ground(ground):
    texts = said(FORM, "deltagare", {**example("praktikavtal"), "grund_praktik": ground})
    bound = {name for name in texts if name.endswith("_anvisad")}
    free = {name for name in texts if name.endswith("_frivillig")}
    if ground == "anvisad":
        assert (
            bound
            == {
                "arbetsmiljo_anvisad",
                "forsakring_anvisad",
                "skada_anvisad",
                "franvaro_anvisad",
                "upphor_anvisad",
            }
            and not free
        )
    else:
        assert free == {"arbetsmiljo_frivillig", "forsakring_frivillig", "upphor_frivillig"} and not bound


def test_social_insurance_is_for_those_who_were_assigned():
    assert problems("praktikavtal_frivillig", forsakring_lag=["arbetsskada_sfb"]) == {
        "forsakring_lag": ["Ta bort arbetsskadeförsäkringen. Den kan bara väljas när praktiken är anvisad."]
    }
    assert problems("praktikavtal_minimal", forsakring_lag=["arbetsskada_sfb"]) == {}
    assert "socialförsäkring" not in " ".join(said(FORM, "arbetsgivare", example("praktikavtal")).values()).lower()


def test_a_programme_of_arbetsformedlingen_has_its_own_agreement():
    found = problems("praktikavtal_minimal", grund_praktik="af_program")
    assert found["grund_praktik"][0].startswith("Använd Arbetsförmedlingens eget avtal.")


@pytest.mark.parametrize(
    "name", ["forsakring_typ", "forsakring_text", "forsakringsbolag", "handledare_namn", "handledare_telefon", "schema"]
)
def test_there_is_no_agreement_without_insurance_supervisor_and_schedule(name):
    assert name in problems("praktikavtal", **{name: None})


def test_insurance_by_law_alone_is_named_in_the_municipalitys_part():
    other = {"forsakring_typ": ["annat_skydd"], "forsakringsbolag": None, "forsakringsnr": None}
    assert problems("praktikavtal_minimal", **other) == {
        "forsakring_lag": ["Välj också vilket skydd det är i kommunens del."]
    }
    assert problems("praktikavtal_minimal", **other, forsakring_lag=["arbetsskada_sfb"]) == {}


def test_the_words_about_insurance_are_the_municipalitys_own_or_none():
    assert "forsakring_text" not in FORM.defaults(CONTEXT)


def test_a_month_is_proposed_and_a_longer_period_has_a_reason():
    assert FORM.defaults(CONTEXT, {"period_fran": "2026-12-15"})["period_till"] == "2027-01-14"
    assert problems("praktikavtal_minimal", period_till="2027-01-14") == {}
    longer = {"period_till": "2027-01-15"}
    assert "2027-01-14" in problems("praktikavtal_minimal", **longer)["period_motivering"][0]
    assert problems("praktikavtal_minimal", **longer, period_motivering="Butiken har stängt en vecka.") == {}
    assert "period_till" in problems("praktikavtal", period_till="2027-06-15")


def test_a_follow_up_lies_inside_the_period_a_week_before_its_end_if_nothing_is_said():
    assert FORM.defaults(CONTEXT, {"period_till": "2027-01-14"})["uppfoljning_datum"] == "2027-01-07"
    for day in ("2026-12-14", "2027-01-22"):
        assert problems("praktikavtal", uppfoljning_datum=day) == {
            "uppfoljning_datum": ["Välj en dag mellan 2026-12-15 och 2027-01-21."]
        }


def test_a_visit_to_the_workplace_or_a_reason_why_not():
    assert problems("praktikavtal_minimal", studiebesok_datum=None) == {
        "studiebesok_datum": ["Skriv vilken dag studiebesöket var, eller varför det inte har blivit av."]
    }
    assert "studiebesok_datum" in problems("praktikavtal_minimal", studiebesok_datum="2026-12-15")


def test_an_introduction_by_the_first_day():
    assert "introduktion_ref.datum" in problems("praktikavtal_minimal", introduktion_ref={"datum": "2026-12-16"})
    for nothing in (None, {}, "", {"nummer": " "}):
        assert "introduktion_ref" in problems("praktikavtal_minimal", introduktion_ref=nothing)


def test_a_minor_never_signs_alone_and_the_risks_are_judged_first():
    assert "vårdnadshavare" in problems("praktikavtal_frivillig", underskrifter=[])["underskrifter"][0]
    assert "minderarig_riskbedomning" in problems("praktikavtal_frivillig", minderarig_riskbedomning=None)
    assert "minderarig_riskbedomning" in problems("praktikavtal_frivillig", minderarig_riskbedomning="2026-12-15")
    assert "omfattning_timmar" in problems("praktikavtal_frivillig", omfattning_timmar=36)
    assert "minderarig" in said(FORM, "arbetsgivare", example("praktikavtal_frivillig"))
    assert "minderarig" not in said(FORM, "arbetsgivare", example("praktikavtal"))


def test_nothing_about_the_participant_goes_out_unapproved():
    assert "godkant_av_deltagaren" in problems("praktikavtal", godkant_av_deltagaren=False)
    assert FORM.questions["godkant_av_deltagaren"].default is None


def test_absence_is_reported_before_a_time_of_day():
    assert "08:00" in FORM.defaults(CONTEXT)["sjukanmalan"]
    assert problems("praktikavtal", sjukanmalan="Ring på morgonen.") == {
        "sjukanmalan": ["Skriv ett klockslag, till exempel 08:00."]
    }


def test_hours_that_differ_from_the_schedule_are_pointed_out():
    assert "schema" in warnings("praktikavtal", omfattning_timmar=25)
    assert problems("praktikavtal", omfattning_timmar=41)["omfattning_timmar"] == [
        "Skriv mellan 1 och 40 timmar i veckan."
    ]


def test_public_workplaces_have_secrecy_by_law_and_private_ones_a_promise():
    private, public = (
        {name for name in said(FORM, "arbetsgivare", {"sektor": sector}) if name.startswith("tystnadsplikt")}
        for sector in ("privat", "region")
    )
    assert private == {"tystnadsplikt_privat"}
    assert public == {"tystnadsplikt_offentlig"}
    assert "tystnadsplikt.arbetsgivare" in problems("praktikavtal", tystnadsplikt={"deltagare": True})


def test_no_personnummer_is_asked_for():
    assert "personnummer" not in {question.kind for _, question in FORM.walk()}


def test_union_membership_is_never_asked_for():
    assert "aldrig om deltagaren är medlem" in FORM.questions["facklig_dialog"].help


def test_the_municipalitys_part_is_asked_early_and_printed_last_unsigned():
    assert [section.id for section in FORM.sections][1:3] == ["deltagare", "k"]
    (annex,) = [section for section in FORM.sections if section.annex]
    assert annex.lead == "Den här delen ser inte arbetsgivaren."
    assert not any(q.signed or "arbetsgivare" in q.audience for q in annex.questions)
