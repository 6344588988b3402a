"""Nothing typed twice: what a form in a case is begun with, and what is never answered beforehand."""

from datetime import date

from support.case_files import PERSON, case_file, document

from stegvis.forms import load_form
from stegvis.plugin.cases.carry_over import carry_over, fits, terms
from stegvis.plugin.storage import State


class TestCriteria:
    """A02: the programme's own criteria are asked, and answered by people."""

    def test_the_criteria_of_the_programme_stand_in_the_form(self, case):
        draft = case.begin("intresseanmalan")
        asked = [
            field["value"] for field in draft.soup.select('[name^="kriterier-"][name$="-text"]') if field.get("value")
        ]
        assert asked == [one.text for one in case.programme.criteria]
        assert not draft.soup.select('[name^="kriterier-"][name$="-svar"][checked]'), "nothing is answered beforehand"
        assert "Hämtat från verksamheten" in draft.text


DAY = date(2026, 3, 15)


def test_each_answer_says_where_it_comes_from():
    """What was told when the case was opened, until a document says something else."""
    form = load_form("avslut")
    known, sources = carry_over(case_file("stegen"), form, DAY)
    assert known["deltagare.efternamn"] == "Testberg"
    assert sources["efternamn"] == {"value": "Testberg", "form": "arende", "day": "2026-01-10"}
    married = document(
        "kartlaggning", "2026-02-01", facts={"deltagare.efternamn": "Ny"}, kinds={"deltagare.efternamn": "text"}
    )
    known, sources = carry_over(case_file("stegen", documents=[married]), form, DAY)
    assert sources["efternamn"] == {"value": "Ny", "form": "kartlaggning", "day": "2026-02-01"}


def test_a_new_agreement_has_a_period_of_its_own_and_other_forms_the_one_that_runs():
    agreement = document(
        "praktikavtal", "2026-02-20", 1, State.UNDERTECKNAD, **{"from": "2026-03-01", "until": "2026-03-31"}
    )
    case = case_file("stegen", documents=[agreement])
    assert not {"praktik.fran", "praktik.till"} & set(carry_over(case, load_form("praktikavtal"), DAY)[0])
    known, _ = carry_over(case, load_form("praktikuppfoljning"), DAY)
    assert (known["praktik.fran"], known["praktik.till"]) == ("2026-03-01", "2026-03-31")


def test_that_there_is_no_personal_number_is_known_only_until_there_is_one():
    assert terms(case_file("stegen"), DAY)["deltagare.saknar_personnummer"][0] is True
    numbered = case_file("stegen", person={**PERSON, "personnummer": "18900101-9802"})
    assert "deltagare.saknar_personnummer" not in terms(numbered, DAY)


def test_kinds_that_differ_carry_nothing_but_a_text_may_be_long():
    assert fits("text", "long_text") and fits("long_text", "text") and fits("", "date") and fits("date", "date")
    assert not fits("text", "date") and not fits("choice", "choices")
