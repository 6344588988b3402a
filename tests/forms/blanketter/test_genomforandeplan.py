"""Genomförandeplan: one plan in five kinds; another authority reads its own rows and nothing of goals or health."""

import json
from dataclasses import replace

import pytest
from support.form_examples import CONTEXT, example, problems, said

from stegvis.exporters import compose
from stegvis.forms import FormFileError, from_snapshot, load_form
from stegvis.forms.definition.rows import remove_row

FORM = load_form("genomforandeplan")
ROWS = example("genomforandeplan")["aktiviteter"]
PARTIES = example("genomforandeplan")["parter"]
AK = "genomforandeplan_aktivitetskrav"

# What another authority may see. A new name here is a decision about a person's privacy, never a way to make a test
# pass.
PART = {
    "plan_part",
    "upprattad_datum",
    "arendenummer",
    "upprattad_av",
    "handlaggare_namn",
    "handlaggare_roll",
    "handlaggare_telefon",
    "handlaggare_epost",
    "fornamn",
    "efternamn",
    "personnummer",
    "saknar_personnummer",
    "fodelsedatum",
    "utforare",
    "ansvarig_hos_utforaren",
    "plan_fran",
    "nasta_uppfoljning",
    "parter",
    "aktiviteter",
    "uppfoljning_hur",
}


def judged(name="genomforandeplan", **changes):
    return FORM.schema(CONTEXT).load({**example(name), **changes})


def copy(audience, answers, part=None):
    return compose(FORM, answers, audience, replace(CONTEXT, part=part))


@pytest.mark.parametrize("name", ["genomforandeplan", "genomforandeplan_gemensam", AK])
def test_the_example_can_be_saved(name):
    assert problems(name) == {}


def test_a_part_sees_what_is_listed_and_nothing_else():
    assert {name for name, q in FORM.questions.items() if "part" in q.audience} == PART


def test_an_employer_never_gets_a_copy():
    assert FORM.audiences == ("kommun", "deltagare", "part")


def test_what_is_signed_is_seen_by_those_who_sign():
    assert [path for path, q in FORM.walk() if q.signed and not {"kommun", "deltagare"} <= set(q.audience)] == []


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        ("genomforandeplan", "Genomförandeplan"),
        ("individuell_plan", "Individuell plan"),
        ("gemensam", "Gemensam handlingsplan"),
        ("aktivitetskrav", "Individuell plan – aktivitetskrav"),
        ("natverk", "Handlingsplan för nätverket"),
    ],
)
def test_the_title_says_which_plan_it_is_but_never_to_a_part(kind, title):
    answers = {**judged(), "plan_typ": kind}
    assert copy("deltagare", answers).title == title
    assert copy("part", answers, part=2).title == "Plan"


def test_an_empty_form_has_the_title_of_the_form():
    assert compose(FORM, None, "kommun", CONTEXT).title == "Genomförandeplan"
    assert compose(FORM, None, "part", CONTEXT).title == "Plan"


def test_the_titles_are_kept_with_a_saved_form():
    assert from_snapshot(FORM.snapshot()).titles == FORM.titles


@pytest.mark.parametrize("part", [1, 2])
def test_a_part_reads_its_own_row_and_the_kommun(part):
    text = repr(copy("part", judged(), part).sections)
    assert PARTIES[2]["enhet"] in text
    assert PARTIES[part - 1]["enhet"] in text
    assert PARTIES[2 - part]["enhet"] not in text


@pytest.mark.parametrize("part", [1, 2])
def test_a_part_reads_the_activities_it_answers_for(part):
    text = repr(copy("part", judged(), part).sections)
    own = [row["vad"] for row in ROWS if row.get("part") == part]
    assert [row["vad"] for row in ROWS if row["vad"] in text] == own


def test_a_part_that_answers_for_nothing_reads_no_activity():
    text = repr(copy("part", judged(), 3)) + repr(copy("part", judged(), None))
    assert [row["vad"] for row in ROWS if row["vad"] in text] == []


def test_the_json_of_a_part_holds_its_own_rows_alone():
    text = copy("part", judged(), 1).answers
    assert ROWS[2]["vad"] in text
    assert [row["vad"] for row in ROWS if row["vad"] in text] == [ROWS[2]["vad"]]
    assert PARTIES[1]["enhet"] not in text


def test_a_row_that_somebody_else_answers_for_now_goes_to_nobody():
    rows = [ROWS[0], {**ROWS[2], "ansvarig_part": "kommun"}]
    assert ROWS[2]["vad"] not in repr(copy("part", judged(aktiviteter=rows), 1))


def test_activities_stay_with_their_authority_when_another_is_taken_away():
    left = remove_row(FORM, example("genomforandeplan"), "parter", 0)["aktiviteter"]
    assert [row.get("part") for row in left] == [None, None, "", 1]


def test_an_activity_belongs_to_an_authority_in_the_list():
    found = problems("genomforandeplan", aktiviteter=[{**ROWS[2], "part": 4}])
    assert found == {"aktiviteter[0].part": ["Skriv numret på en myndighet som finns i listan över myndigheter."]}


def test_an_authority_that_answers_for_an_activity_is_named():
    row = {name: answer for name, answer in ROWS[2].items() if name != "part"}
    found = problems("genomforandeplan", aktiviteter=[row])
    assert found == {"aktiviteter[0].part": ["Skriv numret på myndigheten."]}


@pytest.mark.parametrize("kind", ["gemensam", "individuell_plan"])
def test_a_common_plan_has_two_authorities(kind):
    alone = {"plan_typ": kind, "aktiviteter": ROWS[:1]}
    assert problems("genomforandeplan", **alone, parter=None) == {"parter": ["Lägg till vilka myndigheter som är med."]}
    assert problems("genomforandeplan", **alone, parter=PARTIES[:1]) == {
        "parter": ["Lägg till en myndighet till. Den här planen behöver minst två."]
    }


@pytest.mark.parametrize("kind", ["genomforandeplan", "natverk"])
def test_other_plans_need_no_authority(kind):
    assert problems("genomforandeplan", plan_typ=kind, aktiviteter=ROWS[:1], parter=None) == {}


def test_every_authority_is_in_a_consent():
    found = problems("genomforandeplan", parter=[PARTIES[0], {**PARTIES[1], "samtycke": ""}, PARTIES[2]])
    told = "Ta in ett samtycke för Arbetsförmedlingen, Kontoret i Påhittby, eller ta bort raden."
    assert found == {"parter[1].samtycke": [told]}


@pytest.mark.parametrize("grund", ["behovsprovad", "anvisad"])
def test_a_plan_after_a_decision_names_it(grund):
    nothing = dict.fromkeys(("beslut_ref", "beslut_datum", "beslut_mal"))
    found = problems("genomforandeplan", grund=grund, af_samrad="2026-11-12", **nothing)
    assert set(found) == set(nothing)


def test_support_without_a_decision_names_none():
    nothing = dict.fromkeys(("beslut_ref", "beslut_datum", "beslut_mal"))
    assert problems("genomforandeplan", grund="utan_behovsprovning", **nothing) == {}


def test_who_is_assigned_has_been_discussed_with_the_employment_service():
    told = {"af_samrad": ["Skriv vilken dag kommunen hade samråd med Arbetsförmedlingen."]}
    assert problems(AK, af_samrad=None) == told
    assert problems("genomforandeplan", grund="anvisad") == told
    assert problems(AK, grund="behovsprovad", af_samrad=None) == {}


def test_a_plan_is_followed_up_after_it_begins():
    assert problems("genomforandeplan", nasta_uppfoljning="2026-11-23") == {
        "nasta_uppfoljning": ["Välj en dag efter 2026-11-23."]
    }


def test_a_plan_is_followed_up_within_three_months():
    assert problems("genomforandeplan", nasta_uppfoljning="2027-02-23") == {
        "nasta_uppfoljning": ["Välj 2027-02-22 eller en tidigare dag. Planen följs upp inom 3 månader."]
    }


def test_three_months_are_proposed():
    assert FORM.defaults(CONTEXT, {"plan_fran": "2026-11-23"})["nasta_uppfoljning"] == "2027-02-22"


def test_nothing_in_the_plan_is_to_be_done_before_it_begins():
    early = ["Välj 2026-11-23 eller en senare dag."]
    goals = [{**example("genomforandeplan")["delmal"][0], "klart_senast": "2026-11-22"}]
    assert problems("genomforandeplan", delmal=goals) == {"delmal[0].klart_senast": early}
    assert problems("genomforandeplan", forsta_steg_datum="2026-11-22") == {"forsta_steg_datum": early}
    assert problems("genomforandeplan", aktiviteter=[{**ROWS[0], "fran": "2026-11-22"}]) == {
        "aktiviteter[0].fran": early
    }


def test_an_activity_ends_after_it_begins():
    found = problems("genomforandeplan", aktiviteter=[ROWS[0], {**ROWS[1], "till": "2026-11-30"}])
    assert found == {"aktiviteter[1].till": ["Ändra slutdatumet på rad 2. Det ska vara 2026-12-01 eller senare."]}


def test_an_activity_takes_no_more_than_a_working_week():
    found = problems("genomforandeplan", aktiviteter=[{**ROWS[0], "timmar_vecka": 41}])
    assert found == {"aktiviteter[0].timmar_vecka": ["Skriv mellan 0 och 40 timmar."]}


def test_the_part_about_required_activities_is_for_that_plan_alone():
    asked = [name for name in FORM.questions if name.startswith("aktivitetskrav_")]
    given = {name: answer for name, answer in example(AK).items() if name in asked}
    assert asked
    assert set(given) <= set(judged(AK))
    assert not set(given) & set(judged("genomforandeplan", **given))


def test_required_activities_have_hours_and_kinds():
    assert set(problems(AK, aktivitetskrav_timmar=None, aktivitetskrav_typ=None)) == {
        "aktivitetskrav_timmar",
        "aktivitetskrav_typ",
    }


def test_required_hours_are_full_time_at_most():
    assert problems(AK, aktivitetskrav_timmar=41) == {"aktivitetskrav_timmar": ["Skriv 40 timmar eller mindre."]}


def test_less_than_full_time_needs_a_reason():
    assert problems(AK, aktivitetskrav_timmar=40, aktivitetskrav_timmar_motivering=None) == {}
    assert problems(AK, aktivitetskrav_timmar=39, aktivitetskrav_timmar_motivering=None) == {
        "aktivitetskrav_timmar_motivering": ["Skriv varför tiden är kortare än heltid."]
    }


@pytest.mark.parametrize("name", ["aktivitetskrav_timmar_motivering", "aktivitetskrav_undantag_text"])
@pytest.mark.parametrize("words", ["Har en diagnos.", "Lider av DEPRESSION", "adhd"])
def test_no_diagnosis_is_written(name, words):
    assert problems(AK, **{name: words}) == {name: ["Ta bort uppgifter om sjukdom. Skälet räcker."]}


def test_another_reason_is_described():
    assert problems(AK, aktivitetskrav_undantag_text=None) == {
        "aktivitetskrav_undantag_text": ["Skriv vilket skäl som gäller."]
    }


def test_who_looks_for_work_says_for_how_long():
    assert set(problems(AK, egna_jobbsokning=None)) == {"egna_jobbsokning"}
    assert problems(AK, egna_jobbsokning=None, aktivitetskrav_typ=["sprak"]) == {}


def test_what_the_person_thinks_is_written_or_ticked_but_not_both():
    assert problems("genomforandeplan", synpunkter=None) == {
        "synpunkter": ['Skriv deltagarens synpunkter, eller kryssa i "Inga synpunkter".']
    }
    assert problems("genomforandeplan", inga_synpunkter=True) == {
        "synpunkter": ["Ta bort krysset eller texten. Båda kan inte stämma."]
    }
    assert problems("genomforandeplan", synpunkter=None, inga_synpunkter=True) == {}


def test_when_the_person_was_not_there_somebody_has_asked_all_the_same():
    assert problems("genomforandeplan", delaktighet="ville_inte", delaktighet_text=None) == {
        "delaktighet_text": ["Skriv hur ni tog reda på vad deltagaren tycker."]
    }


def test_only_who_is_required_to_come_is_told_what_it_may_cost():
    assert "plan_anvisad" not in said(FORM, "deltagare", judged())
    assert "plan_frivillig" in said(FORM, "deltagare", judged())
    assert "plan_anvisad" in said(FORM, "deltagare", judged(AK))
    assert "plan_frivillig" not in said(FORM, "deltagare", judged(AK))


def test_the_plan_that_is_replaced_is_named_by_its_day():
    told = said(FORM, "deltagare", judged())["plan_revision"]
    assert told == "Den här planen ersätter planen från den 2026-09-01. Den gamla planen sparas i ditt ärende."


def test_a_municipality_says_required_activities_in_its_own_words(tmp_path):
    (tmp_path / "egen.toml").write_text(
        'form = "genomforandeplan"\n[texts.titles]\ntext = "Aktivitetsplan"\n[texts.intro]\ntext = "Hos oss."\n'
        '[texts.plan_anvisad]\ntext = "Kom när du ska."\n[questions.aktivitetskrav_timmar]\nlabel = "Timmar?"\n'
        'help = "Heltid är 38 timmar."\n[questions.aktivitetskrav_typ]\noptions = [["sprak", "Svenska"], '
        '["soka_arbete", "Jobb"]]\n'
        '[rules.heltid]\nhours = 38\nmessage = "Högst {max}."\n',
        "utf-8",
    )
    own = load_form("genomforandeplan", tmp_path)
    made = compose(
        own, own.schema(CONTEXT).load({**example(AK), "aktivitetskrav_typ": ["sprak"]}), "deltagare", CONTEXT
    )
    assert made.title == "Aktivitetsplan"
    assert made.intro == ("Hos oss.",)
    assert "Kom när du ska." in repr(made.sections)
    late = own.schema(CONTEXT).validate({**example(AK), "aktivitetskrav_typ": ["sprak"], "aktivitetskrav_timmar": 39})
    assert late == {"aktivitetskrav_timmar": ["Högst 38."]}
    other = compose(own, own.schema(CONTEXT).load(example("genomforandeplan")), "deltagare", CONTEXT)
    assert other.title == "Genomförandeplan"
    assert other.intro != ("Hos oss.",)


@pytest.mark.parametrize(
    ("form_id", "change", "told"),
    [
        ("samtycke", "[texts.titles]\ntext = 'Ja'", "inga egna ord i titles som får ändras"),
        ("samtycke", "[texts.intro]\ntext = 'Ja'", "inga egna ord i intro som får ändras"),
        ("genomforandeplan", "[texts.titles]\noff = true", 'skriv text = "…", och inget annat'),
    ],
)
def test_only_words_of_its_own_are_a_municipalitys_to_change(tmp_path, form_id, change, told):
    (tmp_path / "egen.toml").write_text(f'form = "{form_id}"\n{change}\n', "utf-8")
    with pytest.raises(FormFileError, match=told):
        load_form(form_id, tmp_path)


def test_a_title_waits_for_an_answer_that_there_is():
    saved = FORM.snapshot()
    with pytest.raises(FormFileError, match='texten "Individuell plan".*"ingen"'):
        from_snapshot(saved.replace('"is":"individuell_plan","question":"plan_typ"', '"is":"x","question":"ingen"'))


def test_a_snapshot_from_before_there_were_titles_is_still_read():
    data = json.loads(FORM.snapshot())
    del data["titles"]
    assert from_snapshot(json.dumps(data)).titles == ()
