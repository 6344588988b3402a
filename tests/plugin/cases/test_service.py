"""Cases as pages use them, and the forms that stand beside all cases."""

from datetime import UTC, datetime
from uuid import UUID

from support.casework import PERSON

from stegvis.plugin.cases.service import cases_of, first_payload, peek, refresh_stale


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


class TestFirstPayload:
    """What a new case's row holds."""

    ANSWERS = {**PERSON, "dag": "2026-11-21", "kalla": "eget", "epost": "", "annat": "x"}

    def test_the_person_and_the_ground_and_nothing_that_was_left_empty(self):
        made = first_payload({**self.ANSWERS, "arendenummer": "IFO-7"})
        assert (made["number"], made["grund"]) == ("IFO-7", "utan_behovsprovning")
        assert set(made["person"]) == {"fornamn", "efternamn", "personnummer", "kon", "skydd", "telefon"}

    def test_a_number_is_made_of_the_year_and_signs_that_can_be_read_out(self):
        numbers = {first_payload(self.ANSWERS)["number"] for _ in range(50)}
        assert len(numbers) == 50 and all(
            one[:5] == "2026-" and len(one) == 13 and one[5:].isalnum() and one == one.upper() for one in numbers
        )

    def test_nobody_is_written_down_in_an_anonymous_case(self):
        made = first_payload(self.ANSWERS, anonymous=True)
        assert made["person"] == {} and made["anonymous"] is True and "Testberg" not in str(made)


def test_what_a_newer_document_says_of_the_person_stands_in_the_case_when_it_has_been_counted(case, office):
    case.note("kallad", mote_dag="2026-11-25 10:00")
    office.at = datetime(2026, 11, 22, 12, tzinfo=UTC)
    waits = {"inkommen_datum": "2026-11-20", "prioritet": "ja", "beslut": "vantar"}
    case.save("intresseanmalan", telefon="08-765 43 21", **waits)
    with office.app.test_request_context():
        refresh_stale()
        (found,) = cases_of(case.programme)
        told = peek(found.id)
    assert "".join(filter(str.isdigit, told.stored.payload["person"]["telefon"]))[-8:] == "87654321"
    assert told.person["efternamn"] == "Testberg"
    assert told.stored.payload["waiting"] == {"since": "2026-11-20", "first": True}
