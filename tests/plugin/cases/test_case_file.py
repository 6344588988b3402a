"""A case as it stands: what was noted and what the documents tell, put together."""

from datetime import date

from support.case_files import case_file, document, noted

from stegvis.plugin.storage import State

PROGRAMME = "ur-hemloshet-i-jobb"


def standing(case):
    """Each step that is past, with its day; and the one that is next."""
    return {one.step.id: one.done for one in case.steps if one.past}, case.next_step.step.id if case.next_step else ""


class TestSteps:
    """The next step is the first that is neither done nor skipped."""

    def test_a_new_case_stands_at_the_first(self):
        assert standing(case_file(PROGRAMME)) == ({}, "intresseanmalan")

    def test_a_saved_form_an_event_and_a_mark_by_hand_each_do_one(self):
        enquiry = document("intresseanmalan", "2026-01-12")
        case = case_file(
            PROGRAMME,
            noted("kallad", "2026-01-13"),
            noted("steg", "2026-01-20", steg="forsta_motet"),
            documents=[enquiry],
        )
        done = {
            "intresseanmalan": date(2026, 1, 12),
            "kallelse": date(2026, 1, 13),
            "forsta_motet": date(2026, 1, 20),
        }
        assert standing(case) == (done, "kartlaggning")

    def test_a_draft_and_one_that_was_replaced_do_none(self):
        for state in (State.UTKAST, State.ERSATT):
            case = case_file(PROGRAMME, documents=[document("intresseanmalan", "2026-01-12", 1, state)])
            assert standing(case) == ({}, "intresseanmalan")

    def test_what_was_skipped_is_past_for_its_reason(self):
        case = case_file(PROGRAMME, noted("hoppat", "2026-01-12", steg="intresseanmalan", skal="Kom själv."))
        assert standing(case) == ({"intresseanmalan": None}, "kallelse") and case.steps[0].skipped == "Kom själv."

    def test_an_optional_step_is_walked_past_when_a_later_one_is_done(self):
        early = [
            noted("steg", "2026-01-12", steg=step)
            for step in ("intresseanmalan", "kallelse", "forsta_motet", "kartlaggning", "mal")
        ]
        assert standing(case_file(PROGRAMME, *early))[1] == "plats"
        later = noted("aktivitet", "2026-02-01", aktivitet="uma")
        assert standing(case_file(PROGRAMME, *early, later))[1] == "uppfoljning"


def test_the_newest_document_that_says_it_decides_what_a_term_has_come_to():
    said = {"deltagare.telefon": "08-1", "deltagare.efternamn": "Testberg"}
    newest = document(
        "kartlaggning", "2026-03-01", 2, facts={"deltagare.telefon": "08-2"}, kinds={"deltagare.telefon": "phone"}
    )
    case = case_file(PROGRAMME, documents=[newest, document("intresseanmalan", "2026-01-12", 1, facts=said)])
    phone, name = case.facts["deltagare.telefon"], case.facts["deltagare.efternamn"]
    assert (phone.value, phone.kind, phone.form, phone.day) == ("08-2", "phone", "kartlaggning", date(2026, 3, 1))
    assert (name.value, name.form) == ("Testberg", "intresseanmalan")


def test_an_activity_is_open_until_it_ends():
    case = case_file(
        PROGRAMME,
        noted("aktivitet", "2026-02-01", aktivitet="uma"),
        noted("aktivitet", "2026-02-02", aktivitet="praktik"),
        noted("aktivitet-slut", "2026-03-01", aktivitet="uma"),
    )
    assert [one.payload["aktivitet"] for one in case.activities] == ["praktik"]


def test_who_has_come_to_as_many_meetings_as_the_programme_says_is_a_participant():
    """A25: three here; one that nobody came to is none."""
    came = [noted("mote", f"2026-02-0{day}", kom="ja") for day in (1, 2)]
    assert not case_file(PROGRAMME, *came, noted("mote", "2026-02-03", kom="nej")).is_participant
    assert case_file(PROGRAMME, *came, noted("mote", "2026-02-03", kom="ja")).is_participant
