"""The rules of the trade (domain.md 1.12), each tried both ways. What a page alone promises is tried in `views`."""

from datetime import UTC, datetime
from uuid import UUID

import pytest
from support.casework import PERIOD, Casework, controls, party_rows, sign
from support.form_examples import example, problems, warnings

from stegvis.forms import list_forms, list_programmes, load_form, load_programme


def agreement(case, office, **more):
    """A praktik of a month from 21 November with all signatures; then it is the first of December."""
    case.note(
        "studiebesok", dag="2026-11-01", arbetsplats="Kaffestugan", med=["deltagare", "arbetsgivare", "konsulent"]
    )
    saved = case.save("praktikavtal", **{**PERIOD, **more})
    sign(office, saved)
    office.at = datetime(2026, 12, 1, 12, tzinfo=UTC)
    return saved


REVIEW = {
    "period_fran": "2026-11-21",
    "period_till": "2026-12-20",
    "datum": "2026-11-30",
    "ny_period_fran": "2026-12-21",
    "ny_period_till": "2027-01-20",
    "nasta_uppfoljning": "2027-01-12",
    "schema": None,
}


@pytest.fixture
def case(office):
    """A case in the programme that has nearly everything."""
    return Casework(office, "ur-hemloshet-i-jobb")


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


class TestR2:
    """No extension without a follow-up in the current period with both parties (refusal 4)."""

    def test_a_second_agreement_waits_for_the_follow_up(self, case, office):
        agreement(case, office)
        page = case.begin("praktikavtal")
        assert any("Gör en uppföljning" in words for words in case.missing(page))
        assert not page.soup.select('form[action$="borja/praktikavtal"]'), "and there is no way past it"

    def test_it_opens_when_both_have_followed_up(self, case, office):
        agreement(case, office)
        case.save("praktikuppfoljning", **REVIEW)
        assert case.begin("praktikavtal").soup.select('form[action$="fyll-i"]')

    def test_one_before_the_period_does_not_count(self, case, office):
        case.save(
            "praktikuppfoljning",
            period_fran="2026-10-01",
            period_till="2026-10-31",
            datum="2026-10-20",
            ny_period_fran="2026-11-01",
            ny_period_till="2026-11-30",
            nasta_uppfoljning="2026-11-22",
        )
        agreement(case, office)
        assert any("Gör en uppföljning" in words for words in case.missing(case.begin("praktikavtal")))


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


class TestR5:
    """A visit with all three before the agreement, or a reason."""

    def test_it_is_pointed_out_and_hinders_nobody(self, case):
        page = case.page.get(f"{case.path}/borja/praktikavtal")
        assert any(words.startswith("Tänk på: Anteckna studiebesöket") for words in case.missing(page))
        assert page.soup.select('form[action$="borja/praktikavtal"]')

    def test_two_of_three_is_not_a_visit(self, case):
        case.note("studiebesok", arbetsplats="Kaffestugan", med=["deltagare", "konsulent"])
        assert case.missing(case.page.get(f"{case.path}/borja/praktikavtal"))
        case.note("studiebesok", arbetsplats="Kaffestugan", med=["deltagare", "arbetsgivare", "konsulent"])
        assert not case.missing(case.page.get(f"{case.path}/borja/praktikavtal"))

    def test_nobody_starts_before_all_have_signed(self, case, office):
        case.save("praktikavtal", **PERIOD)
        page = case.note("aktivitet", aktivitet="praktik")
        assert page.status == 409 and any("Låt alla skriva under" in words for words in case.missing(page))
        agreement(case, office, forlangning_av=None)
        assert case.note("aktivitet", aktivitet="praktik").status == 200


class TestR6:
    """No handläggarmöte without a valid samtycke that names the parties."""

    @pytest.fixture
    def case(self, office):
        return Casework(office, "futuro")

    def test_there_is_no_meeting_without_it(self, case):
        page = case.begin("handlaggargrupp")
        assert any("samtycke" in words for words in case.missing(page)) and not page.soup.select(
            'form[action$="borja/handlaggargrupp"]'
        )

    def test_one_party_left_out_is_not_enough(self, case):
        case.consent("Påhittby kommun", "Arbetsförmedlingen", "Region X")
        assert case.missing(case.begin("handlaggargrupp"))

    def test_all_named_opens_it(self, case):
        case.consent()
        assert case.begin("handlaggargrupp").soup.select('form[action$="fyll-i"]')

    def test_one_that_is_taken_back_shuts_it_again(self, case):
        saved = case.consent()
        draft = case.page.get(saved.path).submit("avsluta/aterkallelse")
        answers = {
            name: value
            for name, value in example("aterkallelse").items()
            if name
            not in (
                "samtycke_ref",
                "parter",
                "fornamn",
                "efternamn",
                "personnummer",
                "fodelsedatum",
                "saknar_personnummer",
            )
        }
        answers |= {
            "aterkallat_meddelat_till": ["2026-11-21"] * 4,
            "aterkallat_datum": "2026-11-21 12:00",
            "parter": party_rows(),
        }
        check = draft.submit("fyll-i", press="kontrollera", **controls("aterkallelse", answers))
        assert check.status == 200, check.errors
        check.submit("kontrollera")
        assert case.missing(case.begin("handlaggargrupp"))
        told = case.now.soup.select_one("#st-galler").find_parent("section").get_text(" ", strip=True)
        assert "Har fått veta: " in told and "Arbetsförmedlingen, Enhet 2 2026-11-21" in told


class TestCopiesForOthers:
    """A copy for another authority says so when no samtycke that holds names it."""

    @pytest.fixture
    def case(self, office):
        return Casework(office, "futuro")

    def warned(self, case, saved, **which):
        page = case.page.get(saved.path + "?kopia=part" + "".join(f"&{name}={value}" for name, value in which.items()))
        return [note.get_text() for note in page.soup.select(".st-note[data-tone=stop]")]

    def test_an_authority_with_rows_in_the_plan(self, case):
        rows = [
            {"organisation": "Påhittby kommun", "enhet": "Enhet 1", "kommunen": "ja"},
            {"organisation": "Region X", "enhet": "Enhet 2", "kommunen": "nej"},
        ]
        plan = example("genomforandeplan_gemensam")
        saved = case.save("genomforandeplan", plan)
        number = next(n for n, row in enumerate(plan["parter"], 1) if row.get("kommunen") in (False, "nej", None))
        party = plan["parter"][number - 1]["organisation"]
        assert party in self.warned(case, saved, part=number)[0] and rows
        case.consent("Påhittby kommun", party)
        assert self.warned(case, saved, part=number) == []

    def test_one_that_takes_over_has_a_copy_of_its_own(self, case):
        case.consent("Påhittby kommun", "Arbetsförmedlingen")
        saved = case.save("overlamning", till_myndighet="Arbetsförmedlingen")
        assert "Kopia för den som samtycket gäller" in saved.text
        assert self.warned(case, saved) == []
        other = case.save("overlamning", till_myndighet="Försäkringskassan")
        assert "Försäkringskassan" in self.warned(case, other)[0]


class TestQueue:
    """A02: priority is an order, never a refusal; the programme's own criteria are asked, and answered by people."""

    def test_the_criteria_of_the_programme_stand_in_the_form(self, case):
        draft = case.begin("intresseanmalan")
        asked = [
            field["value"] for field in draft.soup.select('[name^="kriterier-"][name$="-text"]') if field.get("value")
        ]
        assert asked == [one.text for one in case.programme.criteria]
        assert not draft.soup.select('[name^="kriterier-"][name$="-svar"][checked]'), "nothing is answered beforehand"
        assert "Hämtat från verksamheten" in draft.text


class TestR7:
    """Stegen: sixteen years or more, and two parties in the plan."""

    def test_who_is_fifteen_waits(self, office):
        young = Casework(office, "stegen", personnummer=None, saknar_personnummer="y", fodelsedatum="2011-06-01")
        assert any("minst 16 år" in words for words in young.missing(young.begin("genomforandeplan")))

    def test_who_is_sixteen_may_begin(self, office):
        old = Casework(office, "stegen", personnummer=None, saknar_personnummer="y", fodelsedatum="2010-11-21")
        assert not any("minst 16 år" in words for words in old.missing(old.begin("genomforandeplan")))

    def test_the_activity_waits_for_two_parties(self, office):
        case = Casework(office, "stegen")
        case.save("schema")
        page = case.note("aktivitet", aktivitet="halsa")
        assert page.status == 409 and any("minst två medverkande parter" in words for words in case.missing(page))


class TestR8:
    """Every third month in Futuro and Stegen."""

    @pytest.mark.parametrize("programme", ["futuro", "stegen"])
    def test_the_interval_is_three_months_and_comes_again(self, programme):
        interval = next(one for one in load_programme(programme).intervals if one.form == "uppfoljning")
        assert (interval.months, interval.repeat) == (3, True)

    def test_it_falls_due_three_months_after_the_plan(self, office):
        case = Casework(office, "stegen")
        case.save("genomforandeplan", nasta_uppfoljning="2026-12-20")
        assert "2026-12-20 Bedömning av stegförflyttning" in case.now.text.replace("</time>", "").replace(
            '<time datetime="2026-12-20">', ""
        )


class TestR9:
    """Modules have steps 1–10, whole numbers, in eight areas."""

    @pytest.mark.parametrize("step", ["0", "11", "2,5"])
    def test_other_steps_are_refused(self, step):
        rows = example("modulblad")["moduler"]
        assert problems("modulblad", moduler=[{**rows[0], "startsteg": step}], bedomningar=None)

    def test_there_are_eight_areas(self):
        questions = dict(load_form("modulblad").walk())
        assert len(questions["moduler[].omrade"].options) == 8


def test_r10_after_two_weeks_of_trying_a_decision_opens_the_next_step(office):
    case = Casework(office, "ostervik")
    page = case.note("fas", fas="arbetstraning")
    assert page.status == 409 and any("provveckorna" in words for words in case.missing(page))
    case.note("beslut", steg="beslut", svar="fortsatter")
    assert case.note("fas", fas="arbetstraning").status == 200
    assert next(one for one in load_programme("ostervik").intervals if one.id == "provveckor").days == 14


def test_r11_no_activity_without_a_schedule(case):
    page = case.note("aktivitet", aktivitet="uma")
    assert page.status == 409 and any("Gör ett schema" in words for words in case.missing(page))
    case.save("schema")
    assert case.note("aktivitet", aktivitet="uma").status == 200


def test_r12_ten_hours_in_training_are_pointed_out_and_stop_nobody(office):
    case = Casework(office, "kraft")
    assert case.note("fas", fas="traning").status == 200
    assert next(gate for gate in load_programme("kraft").gates if gate.source == "R12").warn


def test_r13_samverkstan_needs_a_place_that_works_and_the_approval(office):
    case = Casework(office, "samverkstan")
    case.save("intresseanmalan", praktikplats_finns="nej")
    case.consent()
    assert any("praktikplats som fungerar" in words for words in case.missing(case.begin("handlaggargrupp")))
    case.save("intresseanmalan", praktikplats_finns="ja")
    assert case.begin("handlaggargrupp").soup.select('form[action$="fyll-i"]')
    case.save("schema")
    page = case.note("aktivitet", aktivitet="utvecklingsanstallning")
    assert page.status == 409 and any("godkänt arbetsplatsen" in words for words in case.missing(page))
    case.note("godkand-plats", arbetsplats="Kaffestugan")
    assert case.note("aktivitet", aktivitet="utvecklingsanstallning").status == 200


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


class TestR16:
    """No abrupt endings: pointed out at the close, but not when studies begin."""

    def test_it_is_pointed_out_before_the_close(self, case):
        plain = {**example("avslut"), "uttrappning": None, "efterkontakt": "inget", "efterkontakt_datum": None}
        case.save("avslut", plain)
        page = case.page.get(f"{case.path}/anteckna/stang")
        assert case.missing(page)[0].startswith("Tänk på: Planera en nedtrappning eller en efterkontakt")
        assert "avslutat" in page.submit("stang", skal="klart").soup.select_one(".st-headline").get_text(), (
            "and nobody is stopped"
        )

    def test_a_winding_down_or_a_contact_is_enough(self, case):
        case.save("avslut")
        assert not case.missing(case.page.get(f"{case.path}/anteckna/stang"))

    def test_studies_need_no_winding_down(self):
        gate = next(gate for gate in load_programme("ostervik").gates if gate.id == "mjukt_avslut")
        assert gate.warn and "studier" in gate.unless


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


class TestActivityRequirement:
    """Refusal 19: a plan by aktivitetskrav is made in a case, asks its own questions, and falls due as the law
    wants it followed up.
    """

    def test_a_plan_is_made_in_a_case_and_followed_up(self, case):
        saved = case.save("genomforandeplan", example("genomforandeplan_aktivitetskrav"))
        words = saved.soup.main.get_text(" ", strip=True)
        assert "Individuell plan – aktivitetskrav" in words
        assert f"{load_form('genomforandeplan').questions['aktivitetskrav_timmar'].label} 20" in words
        assert (
            example("genomforandeplan_aktivitetskrav")["nasta_uppfoljning"]
            in case.now.soup.select_one("#st-tider").find_parent("section").get_text()
        )


def test_warnings_of_a_single_talk():
    assert "samtal" in warnings("kartlaggning", samtal=example("kartlaggning")["samtal"][:1])


class TestSurveys:
    """F11: answers carry nobody, no case, and no time finer than a day; nor does the log of them."""

    def test_what_is_begun_in_a_case_does_not_stand_in_it(self, case, office):
        saved = case.save("enkat")
        document_id = UUID(saved.path.rpartition("/")[2])
        stored = office.store.read(office.who.tenant, document_id, by="kim")
        assert stored.case_id is None and stored.payload["saved_by"] == "" and "Alva" not in str(stored.payload)
        assert {stored.created_by, stored.changed_by} == {"–"}
        assert {(at.hour, at.minute, at.second) for at in (stored.created, stored.changed)} == {(12, 0, 0)}
        assert stored.id.int >> 80 == int(stored.created.timestamp() * 1000), "nor does its id"
        events = office.store.events(office.who.tenant, document_id)
        assert events and {event.by for event in events} == {"–"} and {event.at.minute for event in events} == {0}
        assert office.store.verify_log(office.who.tenant).intact
        assert "Enkät" not in case.now.soup.select_one("#st-handlingar").parent.get_text()

    def test_the_log_of_a_programme_is_beside_its_cases_too(self, case, office):
        saved = case.save("loggbok")
        assert office.store.read(office.who.tenant, UUID(saved.path.rpartition("/")[2]), by="kim").case_id is None


class TestMyWork:
    """What waits for the one who is responsible, the earliest first."""

    def due(self, office):
        page = office.page.get("/stegvis/")
        heading = next(heading for heading in page.soup.find_all("h2") if heading.get_text().startswith("Att göra"))
        items = heading.find_next_sibling()
        return (
            [(item.time.get_text(), item.a.get_text(" ", strip=True)) for item in items.select("li")]
            if items.name == "ul"
            else []
        )

    def test_a_new_enquiry_until_somebody_answers(self, case, office):
        assert self.due(office) == [("2026-11-21", "Ny intresseanmälan")]
        case.note("kallad", mote_dag="2026-11-25 10:00")
        assert self.due(office) == []

    def test_an_agreement_that_waits_for_signatures_and_later_for_its_follow_up_and_its_end(self, case, office):
        case.note("kallad", mote_dag="2026-11-25 10:00")
        saved = case.save("praktikavtal", **PERIOD)
        assert self.due(office) == [("2026-11-21", "Väntar på underskrift: Praktikavtal")]
        sign(office, saved)
        assert self.due(office) == []
        office.at = datetime(2026, 12, 8, 12, tzinfo=UTC)
        assert self.due(office) == [("2026-12-13", "Uppföljning"), ("2026-12-20", "Avtalet slutar")]
        case.save(
            "praktikuppfoljning",
            **{
                **REVIEW,
                "datum": "2026-12-08",
                "beslut": "avslutas",
                "ny_period_fran": None,
                "ny_period_till": None,
                "nasta_uppfoljning": None,
            },
        )
        assert ("2026-12-13", "Uppföljning") not in self.due(office)

    def test_a_samtycke_that_runs_out_within_thirty_days(self, case, office):
        case.note("kallad", mote_dag="2026-11-25 10:00")
        case.consent(galler_till="2027-01-15")
        assert self.due(office) == [], "one given orally waits for no signature"
        office.at = datetime(2026, 12, 16, 12, tzinfo=UTC)
        assert self.due(office) == [("2027-01-15", "Samtycket slutar gälla")]
        assert "Löper ut snart" in case.now.text

    def test_nobody_sees_a_colleagues_and_the_manager_sees_numbers(self, case, office):
        office.become("hanna", "Hanna Handläggarsson")
        assert self.due(office) == []
        office.become("charlie", "Charlie Chefsson", role="chef")
        page = office.page.get("/stegvis/oversikt")
        assert [cell.get_text() for cell in page.soup.select("tbody tr > *")] == [
            "Kim Konsulent",
            "1",
            "0",
        ] and "Alva" not in page.text
        office.become("hanna", "Hanna Handläggarsson")
        case.page.get(case.path).submit("ta-over")
        assert self.due(office) == [("2026-11-21", "Ny intresseanmälan")]
