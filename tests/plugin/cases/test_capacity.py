"""The places that a case takes, and for how long."""

from datetime import date

from support.case_files import case_file, document, noted

from stegvis.forms import load_programme
from stegvis.plugin.cases.capacity import programme_place, stays, workplace_place
from stegvis.plugin.storage import State, Stay

AGREED = {
    "from": "2026-03-01",
    "until": "2026-03-31",
    "facts": {"arbetsplats.namn": "Kaffe-Stugan"},
}


def agreement(state):
    """An agreement about March."""
    return document("praktikavtal", "2026-02-20", 1, state, **AGREED)


def test_a_workplace_has_somebody_while_a_signed_agreement_runs():
    case = case_file("stegen", documents=[agreement(State.UNDERTECKNAD)])
    assert stays(case) == (Stay(place=workplace_place("kaffe stugan"), first=date(2026, 3, 1), last=date(2026, 3, 31)),)
    assert stays(case_file("stegen", documents=[agreement(State.DELVIS)])) == ()


def test_the_places_of_a_programme_go_by_the_activity_of_the_same_id_until_it_ends():
    begun, ended = (
        noted("aktivitet", "2026-03-02", aktivitet="grupp"),
        noted("aktivitet-slut", "2026-04-01", aktivitet="grupp"),
    )
    (stay,) = stays(case_file("kraft", begun))
    assert (stay.place, stay.first, stay.last) == ("verksamhet:kraft:grupp", date(2026, 3, 2), date.max)
    assert stays(case_file("kraft")) == () == stays(case_file("kraft", begun, ended))


def test_a_place_without_an_activity_is_taken_from_the_day_the_case_came():
    (stay,) = stays(case_file("futuro"))
    assert (stay.place, stay.first) == ("verksamhet:futuro:platser", date(2026, 1, 10))
    assert stays(case_file("futuro", closed=True)) == ()


def test_what_each_consultant_has_is_counted_by_who_is_responsible():
    (stay,) = stays(case_file("natkraft"))
    programme = load_programme("natkraft")
    (place,) = programme.places
    assert stay.place == "verksamhet:natkraft:konsulent:kim" == programme_place(programme, place, "kim")
