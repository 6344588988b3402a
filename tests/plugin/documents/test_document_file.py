"""A document is read once for a request, and has one moment in it."""

from collections import Counter
from uuid import UUID

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine
from support.form_examples import example

from stegvis.plugin.documents import context
from stegvis.plugin.documents.service import open_document
from stegvis.plugin.signing import state_machine
from stegvis.plugin.storage import Verb


@pytest.fixture
def counted(monkeypatch):
    """How many contexts, replays of a signing and statements there have been."""
    found = Counter()

    def counting(name, do):
        def done(*given, **named):
            found[name] += 1
            return do(*given, **named)

        return done

    def statement(*_):
        found["statements"] += 1

    monkeypatch.setattr(context, "_made", counting("contexts", context._made))
    monkeypatch.setattr(state_machine, "replay", counting("replays", state_machine.replay))
    event.listen(Engine, "before_cursor_execute", statement)
    yield found
    event.remove(Engine, "before_cursor_execute", statement)


def test_saving_for_good_and_showing_costs_what_it_must(office, counted):
    """Before: ten contexts, four replays, 36 statements (each BEGIN among them)."""
    check = office.fill("praktikavtal", example("praktikavtal"))
    counted.clear()
    page = check.submit("kontrollera")
    assert page.soup.h1.text == "Praktikavtal"
    assert counted["contexts"] <= 2 and counted["replays"] <= 2 and counted["statements"] <= 16, counted


def test_a_save_leaves_one_row_in_the_log_and_a_refusal_one_of_reading(office):
    check = office.fill("praktikavtal", example("praktikavtal_minimal"))
    namnd = office.who.tenant
    before = office.store.verify_log(namnd).length
    check.submit("kontrollera")
    document_id = office.store.listing(namnd, by="test")[0].id
    assert [one.verb for one in office.store.events(namnd, document_id)][-2:] == [Verb.FINISHED, Verb.READ]
    log = office.store.verify_log(namnd)
    assert log.intact and log.length - before == 3, "saved, shown, and the listing of this test"


def test_a_saved_document_is_as_of_the_moment_it_was_saved(office):
    page = office.saved("praktikavtal", example("praktikavtal_minimal"))
    saved_at, document_id = office.at, UUID(page.path.rpartition("/")[2])
    office.at = office.at.replace(year=2027)
    with office.app.test_request_context("/stegvis/"):
        file = open_document(document_id)
        assert (file.context.now, file.basis.now) == (saved_at, office.at)
        assert file.basis is open_document(document_id).basis, "one moment in a request"
