"""The store for one who acts in one nämnd: where and who are said once, and stand in everything that is done."""

from datetime import date
from uuid import UUID

import pytest
from support.store_acts import ONCE, PAYLOAD, SHA256, TENANT, rows

from stegvis.plugin.storage import Acting, Artefact, Deadline, Finish, NotFound, State, Stay, Verb

PERSON = {"person": {"fornamn": "Alva"}}
KIM = "kim"


@pytest.fixture
def kim(store):
    return Acting(store, TENANT, KIM)


@pytest.fixture
def elsewhere(store):
    return Acting(store, "utbildningsnamnden", "hanna")


def start(acting, **more):
    return acting.documents.start("samtycke", SHA256, PAYLOAD, next(ONCE), **more)


def whole(opened):
    """The judge that always says yes."""
    return Finish(payload=opened.document.payload)


def test_a_documents_way_is_written_down_as_the_subjects_own(kim, store):
    draft = start(kim)
    kim.documents.save(draft.id, 1, {**PAYLOAD, "n": 2}, next(ONCE))
    assert kim.documents.revision(draft.id, 1) == PAYLOAD
    kim.documents.finish(draft.id, whole, next(ONCE))
    assert kim.documents.read(draft.id, "Ville se den").state == State.KLAR
    new = kim.documents.renew(draft.id, PAYLOAD, next(ONCE))
    kim.documents.discard(new.id, next(ONCE))
    assert [one.id for one in kim.documents.listing()] == [draft.id]
    told = [(event.verb, event.by, event.reason) for event in kim.documents.events(draft.id)]
    assert told == [
        (Verb.STARTED, KIM, ""),
        (Verb.SAVED, KIM, ""),
        (Verb.READ, KIM, ""),
        (Verb.FINISHED, KIM, ""),
        (Verb.READ, KIM, "Ville se den"),
    ]
    assert store.verify_log(TENANT).intact


def test_nothing_of_it_is_there_in_another_namnd(kim, elsewhere):
    draft = start(kim)
    case = kim.cases.open("kraft", PERSON, [], next(ONCE), responsible=KIM)
    entry = kim.registers.add("partner", {"namn": "Föreningen"}, next(ONCE))
    for act in (
        lambda: elsewhere.documents.open(draft.id),
        lambda: elsewhere.documents.finish(draft.id, whole, next(ONCE)),
        lambda: elsewhere.signatures.end(draft.id, State.UPPHAVD, "x"),
        lambda: elsewhere.cases.read(case.id),
        lambda: elsewhere.registers.read(entry.id),
    ):
        with pytest.raises(NotFound):
            act()
    assert elsewhere.documents.listing() == elsewhere.cases.listing() == elsewhere.registers.all("partner") == ()


def test_signatures_and_files_are_the_documents(kim):
    saved = start(kim)
    kim.documents.finish(saved.id, whole, next(ONCE))
    shown = {"kind": "shown", "at": "2026-11-21T12:00:00+00:00", "party": "a"}
    kim.signatures.add(
        saved.id, 0, 1, [shown], next(ONCE), State.DELVIS, [Artefact(name="a", media_type="x", data=b"1")]
    )
    kim.signatures.keep_files(saved.id, [Artefact(name="b", media_type="x", data=b"2")], "Kom i posten")
    assert kim.signatures.files(saved.id) == ("a", "b") and kim.signatures.file(saved.id, "b").data == b"2"
    opened = kim.documents.open(saved.id)
    assert (opened.signing, opened.document.state) == ((shown,), State.DELVIS)
    assert kim.signatures.end(saved.id, State.ATERKALLAD, "Ångrade sig").state == State.ATERKALLAD
    assert {event.by for event in kim.documents.events(saved.id)} == {KIM}


def test_a_case_is_found_and_counted_under_whoever_is_responsible(kim, elsewhere):
    day = date(2026, 11, 30)
    due = Deadline(kind="uppfoljning", day=day, shown_from=date(2026, 11, 1))
    case = kim.cases.open(
        "kraft", PERSON, [{"kind": "mote"}], next(ONCE), responsible="bo", tokens=["alva"], dues=[due]
    )
    kim.cases.note(case.id, 1, [{"kind": "samtal"}], next(ONCE))
    assert kim.cases.stale() == (case.id,)
    kim.cases.refresh(case.id, PERSON, [due], ["alva"], [Stay(place="kafé", first=day)])
    assert kim.cases.stale() == () and kim.cases.glance(case.id).version == 2
    assert [event.who for event in kim.cases.read(case.id)[1]] == [KIM, KIM] and kim.cases.peek(case.id)[
        0
    ].id == case.id
    assert [one.id for one in kim.cases.search(["alva"])] == [case.id] == [one.id for one in kim.cases.listing()]
    assert [one for one, _ in kim.cases.due(day, "bo")] == [due] and kim.cases.due(day, KIM) == ()
    assert kim.cases.taken(["kafé"], day) == {"kafé": 1} and elsewhere.cases.taken(["kafé"], day) == {"kafé": 0}
    ((_, cases, late),) = kim.cases.overdue(date(2026, 12, 24), 100, "", 25)
    assert (cases, late) == (1, 1)


def test_an_entry_of_a_register_is_changed_and_noted_of_by_the_subject(kim, url):
    entry = kim.registers.add("partner", {"namn": "Föreningen"}, next(ONCE))
    kim.registers.note(entry.id, {"vad": "Ringde."}, next(ONCE))
    kim.registers.change(entry.id, 1, next(ONCE), retired=True)
    found, noted = kim.registers.read(entry.id)
    assert (found.version, found.retired, found.changed_by, noted[0].who) == (2, True, KIM, KIM)
    assert kim.registers.all("partner") == () and kim.registers.all("partner", retired=True) == (found,)
    assert {row["tenant"] for row in rows(url, "SELECT tenant FROM stegvis_entries")} == {TENANT}
    assert isinstance(entry.id, UUID)
