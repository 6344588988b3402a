"""Documents as pages use them: begun once for a key, saved for good if they hold, and never lost in silence."""

from datetime import timedelta
from uuid import uuid4

import pytest
from support.form_examples import example

from stegvis.forms import load_form
from stegvis.plugin.documents import service
from stegvis.plugin.storage import Conflict, Locked, NotFound, State

SAMTYCKE, TALK = load_form("samtycke"), load_form("avslutningssamtal")
ANSWERS = example("samtycke")


@pytest.fixture
def act(office):
    """Does something in a request of its own, as each page does."""

    def acting(do, *given, **named):
        with office.app.test_request_context("/stegvis/"):
            return do(*given, **named)

    return acting


@pytest.fixture
def draft(act):
    return act(service.start_with, SAMTYCKE, ANSWERS, "borjan")


def test_one_key_begins_one_draft_also_when_the_form_would_begin_otherwise_now(act, office):
    first = act(service.start, SAMTYCKE, "k")
    office.at += timedelta(days=1)
    assert act(service.start, SAMTYCKE, "k").id == first.id
    assert act(service.start, TALK, "k").form == TALK.id, "the key of another form begins this one all the same"
    act(service.discard, first.id, "kasta")
    assert act(service.start, SAMTYCKE, "k").id != first.id, "and so does that of a draft that is gone"
    assert act(service.start, SAMTYCKE, "kasta").version == 1, "and one that did something else"


def test_a_filled_blank_begins_a_draft_with_its_answers_and_the_log_says_so(act, draft, office):
    assert act(service.open_document, draft.id).answers["fornamn"] == ANSWERS["fornamn"]
    events = act(lambda: office.store.events(office.who.tenant, draft.id))
    assert (events[0].by, events[0].reason) == ("kim", "Inläst från en ifylld blankett")


def test_what_does_not_hold_is_read_and_told_and_stays_a_draft(act):
    draft = act(service.start_with, SAMTYCKE, {**ANSWERS, "syfte": ""}, "k")
    done = act(service.finish, draft.id, "1", "f")
    assert not done.saved and list(done.errors) == ["syfte"] and not done.is_stale
    assert act(service.open_document, draft.id).is_draft


def test_what_somebody_saved_meanwhile_is_read_before_it_is_saved_for_good(act, draft):
    opened = act(service.open_document, draft.id)
    act(service.save, opened, ANSWERS, {**ANSWERS, "syfte": "Planera för en helt annan arbetsplats"}, 1, "s")
    done = act(service.finish, draft.id, "1", "f")
    assert done.is_stale and done.draft.answers["syfte"] == "Planera för en helt annan arbetsplats"
    with pytest.raises(Conflict):
        act(service.save, opened, ANSWERS, ANSWERS, 1, "s2")
    assert act(service.finish, draft.id, "2", "f2").saved
    with pytest.raises(Locked):
        act(service.discard, draft.id, "kasta")


def test_a_new_version_thrown_away_is_begun_again_with_the_same_key(act, draft):
    assert act(service.finish, draft.id, "1", "f").draft.stored.state == State.UTKAST, "as it was read"
    first = act(service.new_version, draft.id, "ny")
    assert act(service.new_version, draft.id, "ny").id == first.id
    act(service.discard, first.id, "kasta")
    second = act(service.new_version, draft.id, "ny")
    assert second.id != first.id and second.replaces == draft.id
    assert "uppgifter" not in act(service.open_document, second.id).answers, "what was agreed is agreed anew"
    with pytest.raises(NotFound):
        act(service.open_document, uuid4())
