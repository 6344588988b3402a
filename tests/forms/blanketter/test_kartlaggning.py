"""Kartläggning: strengths first, no diagnosis, and alcohol or drugs only where the purpose needs it."""

from support.form_examples import example, problems, warnings

from stegvis.forms import load_form

FORM = load_form("kartlaggning")


def test_one_talk_is_pointed_out_and_stops_nobody():
    one = example("kartlaggning")["samtal"][:1]
    assert problems("kartlaggning", samtal=one) == {}
    assert warnings("kartlaggning", samtal=one)["samtal"][0].startswith("Kontrollera om ni behöver ett samtal till")


def test_what_works_is_asked_before_what_is_hard():
    names = list(FORM.questions)
    assert names.index("styrkor") < names.index("halsa_paverkan") < names.index("missbruk")


def test_alcohol_and_drugs_are_asked_only_when_somebody_has_said_that_they_must_be():
    assert problems("kartlaggning", missbruk_fraga="nej", missbruk=None) == {}
    assert "missbruk" in problems("kartlaggning", missbruk_fraga="ja", missbruk=None)
    assert FORM.questions["missbruk"].sensitive and FORM.questions["missbruk_fraga"].default == "nej"


def test_where_a_medical_paper_is_and_never_what_it_says():
    assert "medicinskt_underlag_var" not in problems(
        "kartlaggning", medicinskt_underlag="nej", medicinskt_underlag_var=None
    )
    assert "Skriv var, inte vad det står" in FORM.questions["medicinskt_underlag_var"].help
    assert not [name for name in FORM.questions if "diagnos" in name]


def test_a_school_says_how_each_ability_is_with_a_comment():
    assert "formagor" in problems("kartlaggning_praktikunderlag", formagor=[])
    assert "formagor[0].kommentar" in problems(
        "kartlaggning_praktikunderlag", formagor=[{"formaga": "tempo", "sjalv": "3"}]
    )


def test_hours_have_somebody_who_has_judged_them():
    assert "arbetsutbud_av" in problems("kartlaggning", arbetsutbud_av=None)
    assert problems("kartlaggning", arbetsutbud=None, arbetsutbud_av=None) == {}


def test_nobody_outside_reads_it():
    assert FORM.audiences == ("kommun", "deltagare")
