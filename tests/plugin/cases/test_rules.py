"""The rules of the trade (domain.md 1.12) that the forms and the programmes' files keep by themselves."""

import pytest
from support.casework import agreement
from support.form_examples import example, problems, warnings

from stegvis.forms import list_forms, list_programmes, load_form, load_programme


class TestR1:
    """Praktik is for a month; longer needs a reason."""

    def test_longer_needs_a_reason(self):
        told = problems(
            "praktikavtal_frivillig",
            period_fran="2026-11-25",
            period_till="2027-01-31",
            period_motivering=None,
            uppfoljning_datum="2026-12-01",
        )
        assert "period_motivering" in told

    def test_a_month_runs_to_the_day_before(self):
        told = problems(
            "praktikavtal_frivillig",
            period_fran="2026-11-25",
            period_till="2026-12-24",
            period_motivering=None,
            uppfoljning_datum="2026-12-01",
        )
        assert "period_motivering" not in told


class TestR3:
    """Anyone may end a praktik at once; nothing stands before it."""

    def test_no_gate_stands_before_the_ending(self, case, office):
        assert all(gate.before != "form:upphavande" for programme in list_programmes() for gate in programme.gates)
        saved = agreement(case, office)
        draft = saved.page.get(saved.path) if hasattr(saved, "page") else case.page.get(saved.path)
        ending = draft.submit("avsluta/upphavande")
        assert ending.h1.startswith("Upphävande") or ending.soup.select('form[action$="fyll-i"]')

    def test_only_who_and_when_are_asked_for(self):
        required = [q.name for q in load_form("upphavande").answerable if q.required]
        assert "skal_text" not in required and "skal_kategori" not in required


def test_r4_insurance_stands_on_every_agreement():
    assert "forsakring_typ" in problems("praktikavtal_frivillig", forsakring_typ=[])


class TestR9:
    """Modules have steps 1–10, whole numbers, in eight areas."""

    @pytest.mark.parametrize("step", ["0", "11", "2,5"])
    def test_other_steps_are_refused(self, step):
        rows = example("modulblad")["moduler"]
        assert problems("modulblad", moduler=[{**rows[0], "startsteg": step}], bedomningar=None)

    def test_there_are_eight_areas(self):
        questions = dict(load_form("modulblad").walk())
        assert len(questions["moduler[].omrade"].options) == 8


class TestR14:
    """The tick that one is motivated is the participant's own, and opens nothing."""

    def test_it_is_never_required_and_has_no_default(self):
        tick = load_form("handlaggargrupp").questions["jag_ar_motiverad"]
        assert not tick.required and tick.required_if is None and tick.default is None
        assert problems("handlaggargrupp", jag_ar_motiverad=None) == {}

    def test_no_gate_asks_for_it(self):
        assert not any("motiverad" in gate.what for programme in list_programmes() for gate in programme.gates)


def test_r15_the_participant_decides_the_hours_in_solkraft():
    assert any("bestämmer själv dina arbetstider" in rule for rule in load_programme("solkraft").rules)
    assert "egna_tider" in problems("schema", egna_tider=None)


def test_r18_nothing_for_the_employer_carries_what_gives_the_ground_away():
    """Neither the programme nor what is sensitive stands on a form that an employer may have."""
    for form in list_forms():
        if "arbetsgivare" in form.audiences:
            seen = [q.name for _, q in form.walk() if "arbetsgivare" in q.audience]
            assert not {"program_id", "grund", "ersattning", "grund_praktik"} & set(seen), form.id
            assert not [
                q.name
                for _, q in form.walk()
                if q.sensitive and "arbetsgivare" in q.audience and q.name not in ("telefon",)
            ], form.id


def test_warnings_of_a_single_talk():
    assert "samtal" in warnings("kartlaggning", samtal=example("kartlaggning")["samtal"][:1])
