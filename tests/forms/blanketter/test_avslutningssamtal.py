"""Avslutningssamtal: exactly the questions of the talk, and nobody has to answer."""

from support.form_examples import problems

from stegvis.forms import load_form

FORM = load_form("avslutningssamtal")
CHORES = ("stallet", "djuren", "kok", "stad", "varmrum", "veden", "ovrigt_utearbete", "kapellet", "fixartjanst")
ASKED = ("tid_som_deltagare", "uppgifter_mest", "basta", "andra_pa", "utvecklats", "regler_rutiner")


def test_the_nine_chores_are_asked_each_by_itself_and_are_free():
    assert [name for name in FORM.questions if name in CHORES] == list(CHORES)
    assert problems("avslutningssamtal", **dict.fromkeys(CHORES)) == {}


def test_every_question_can_be_answered_with_not_wanting_to():
    assert problems("avslutningssamtal", **dict.fromkeys(ASKED, "Vill inte svara")) == {}
    for name in ASKED:
        (told,) = problems("avslutningssamtal", **{name: None})[name]
        assert "vill inte svara" in told


def test_it_stays_between_the_participant_and_the_kommun():
    assert FORM.audiences == ("kommun", "deltagare")
