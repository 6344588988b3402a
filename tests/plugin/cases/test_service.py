"""Cases as pages use them, and the forms that stand beside all cases."""

from uuid import UUID


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
