"""Cases: opened, noted in, searched and listed; sealed, logged, and each nämnd's own. Places: see `test_case_index`."""

from datetime import date

import pytest
from support.store_acts import ONCE, TENANT, rows

from stegvis.plugin.storage import CaseMoved, Deadline, NotFound, OnceReused, Verb

PERSON = {"person": {"fornamn": "Alva", "personnummer": "189001019802"}}
MEETING = {"kind": "mote", "vad": "Carin var med"}


def opened(store, *tokens, tenant=TENANT, responsible="kim", request_key=None, dues=()):
    return store.cases.open(
        tenant,
        "kraft",
        PERSON,
        [MEETING],
        by="kim",
        request_key=request_key or next(ONCE),
        responsible=responsible,
        tokens=tokens,
        dues=dues,
    )


def note(store, case, *, version=1, request_key=None, **more):
    return store.cases.note(TENANT, case.id, version, [MEETING], by="bo", request_key=request_key or next(ONCE), **more)


def test_what_is_noted_comes_in_order_one_version_on_and_says_who(store):
    case = opened(store)
    moved = note(store, case, responsible="hanna", closed=True)
    found, events, documents = store.cases.read(TENANT, case.id, by="kim")
    assert (found, documents) == (moved, ()) and (found.version, found.responsible, found.closed) == (2, "hanna", True)
    assert [(event.number, event.who, event.payload) for event in events] == [(1, "kim", MEETING), (2, "bo", MEETING)]
    assert found.payload == PERSON, "what is not said stands"


def test_of_two_who_note_from_the_same_version_the_second_reads_again(store):
    case = opened(store)
    note(store, case)
    with pytest.raises(CaseMoved) as moved:
        note(store, case)
    assert moved.value.version == 2 and len(store.cases.peek(TENANT, case.id)[1]) == 2


def test_one_key_opens_one_case_and_notes_once(store):
    case = opened(store, request_key="k")
    assert opened(store, request_key="k") == case
    for _ in range(2):
        note(store, case, request_key="n")
    assert len(store.cases.peek(TENANT, case.id)[1]) == 2
    with pytest.raises(OnceReused):
        note(store, case, version=2, request_key="k")


def test_it_is_found_by_all_of_its_words_and_by_nobody_elses(store):
    alva, other = opened(store, "alva", "testberg"), opened(store, "alva", "annan")
    opened(store, "alva", "testberg", tenant="annan")
    found = {
        words: [case.id for case in store.cases.search(TENANT, words, by="kim")]
        for words in (("alva",), ("alva", "testberg"), ("alva", "okänd"), ())
    }
    assert list(found.values()) == [[other.id, alva.id], [alva.id], [], []]
    with pytest.raises(NotFound):
        store.cases.read("annan", alva.id, by="x")


def test_what_falls_due_is_shown_from_its_day_the_earliest_first(store):
    late = Deadline(kind="a", day=date(2026, 12, 20), shown_from=date(2026, 12, 1))
    soon = Deadline(kind="b", day=date(2026, 12, 10), shown_from=date(2026, 11, 1))
    opened(store, dues=[late, soon])

    def shown(day):
        return [due.kind for due, _ in store.cases.due(TENANT, day, by="kim")]

    assert [shown(date(2026, *day)) for day in ((10, 31), (11, 30), (12, 1))] == [[], ["b"], ["b", "a"]]


def test_every_reading_is_logged_and_nothing_personal_lies_open(store, url):
    case = opened(store, "alva")
    store.cases.read(TENANT, case.id, by="bo", reason="Alva ringde")
    store.cases.search(TENANT, ["alva"], by="bo")
    store.cases.listing(TENANT, by="bo")
    told = [row["verb"] for row in rows(url, "SELECT verb FROM stegvis_events ORDER BY number")]
    assert told == [Verb.CASE_OPENED, Verb.CASE_READ, Verb.CASES_SEARCHED, Verb.CASES_LISTED]
    values = [
        bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()
        for table in ("cases", "case_events", "case_tokens", "events")
        for row in rows(url, f"SELECT * FROM stegvis_{table}")
        for value in row.values()
    ]
    assert not [word for word in (b"Alva", b"alva", b"18900101", b"Carin") if word in b"\n".join(values)]


def test_a_glance_tells_the_row_and_leaves_no_event(store):
    made = opened(store)
    before = store.verify_log(TENANT).length
    assert store.cases.glance(TENANT, made.id).payload == made.payload
    assert store.verify_log(TENANT).length == before
