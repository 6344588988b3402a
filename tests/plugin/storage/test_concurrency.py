"""Several at once: one effect per one-time key, one winner per version, one unbroken log."""

import hashlib
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from support.store_acts import PAYLOAD, TENANT, rows, save, start

from stegvis.plugin.storage import Conflict, Verb

WRITER = Path(__file__).parents[2] / "support/writer.py"


def at_once(count, act):
    """What *act* returned or raised, of *count* threads let go at the same moment."""
    barrier = threading.Barrier(count)

    def run(number):
        barrier.wait()
        return act(number)

    with ThreadPoolExecutor(count) as threads:
        futures = [threads.submit(run, number) for number in range(count)]
    return [future.exception() or future.result() for future in futures]


def test_threads_with_the_same_key_make_one_document(store, url):
    results = at_once(6, lambda _: start(store, request_key="samma"))
    assert len(set(map(repr, results))) == 1
    assert len(rows(url, "SELECT id FROM stegvis_documents")) == 1
    assert store.verify_log(TENANT).length == 1


def test_processes_with_the_same_key_make_one_document(store, url):
    command = [sys.executable, WRITER, url, "samma"]
    writers = [subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    for writer in writers:
        assert writer.stdout.readline() == "ready\n"
    for writer in writers:
        writer.stdin.write("go\n")
        writer.stdin.flush()
    said = {writer.communicate(timeout=60)[0] for writer in writers}
    (document,) = rows(url, "SELECT id FROM stegvis_documents")
    assert {line.strip().replace("-", "") for line in said} == {str(document["id"]).replace("-", "")}
    assert store.verify_log(TENANT).length == 1


def test_of_threads_that_save_the_same_version_one_wins_and_all_others_see_it(store):
    draft = start(store)
    results = at_once(6, lambda number: save(store, draft, {"answers": {"nummer": number}}, request_key=f"k{number}"))
    (winner,) = [result for result in results if not isinstance(result, Exception)]
    losers = [result for result in results if isinstance(result, Conflict)]
    assert len(losers) == 5
    assert {loser.current.payload["answers"]["nummer"] for loser in losers} == {winner.payload["answers"]["nummer"]}


def test_the_first_events_of_a_tenant_may_come_at_the_same_moment(store):
    results = at_once(6, lambda number: start(store, request_key=f"k{number}", tenant="ny"))
    assert [result for result in results if isinstance(result, Exception)] == []
    assert store.verify_log("ny").length == 6


def test_the_log_is_one_chain_whoever_writes(store):
    def act(_):
        draft = start(store)
        save(store, draft, PAYLOAD)
        store.read(TENANT, draft.id, by="bo")
        return [event.verb for event in store.events(TENANT, draft.id)]

    assert at_once(6, act) == [[Verb.STARTED, Verb.SAVED, Verb.READ]] * 6
    check = store.verify_log(TENANT)
    assert (check.intact, check.length) == (True, 18)


def test_a_definition_may_be_kept_for_the_first_time_by_several(store):
    text = '{"format":1}'
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    assert at_once(6, lambda _: store.put_definition(sha256, text)) == [None] * 6
    assert store.definition(sha256) == text
