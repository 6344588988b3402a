"""What may be asked of storage: where and who are always said, and what leaves no event is known by name."""

import inspect
from datetime import UTC, timedelta

from stegvis.plugin.storage import Cases, Registers, Store, utc_now
from stegvis.plugin.storage.cases import SqlCases
from stegvis.plugin.storage.registers import SqlRegisters
from stegvis.plugin.storage.sql import SqlStore

OF_THE_SYSTEM = {
    "Store": {
        "put_definition",  # a form, and nobody's
        "definition",
        "signing",
        "files",
        "unsealed",
        "tenants",
        "events",  # the log itself
        "verify_log",
        "close",
    },
    "Cases": {"refresh", "stale", "peek", "glance", "taken"},  # the system's own counting: nobody is shown it
    "Registers": set(),
}
"""The verbs that leave no event, and so do not ask who; every other one does."""


def verbs(protocol):
    return {name: one for name, one in vars(protocol).items() if inspect.isfunction(one) and not name.startswith("_")}


def test_every_verb_asks_who_but_those_of_the_system():
    for protocol in (Store, Cases, Registers):
        silent = {name for name, verb in verbs(protocol).items() if "by" not in inspect.signature(verb).parameters}
        assert silent == OF_THE_SYSTEM[protocol.__name__]


def test_the_store_that_there_is_has_every_verb_with_the_same_arguments():
    for protocol, made in ((Store, SqlStore), (Cases, SqlCases), (Registers, SqlRegisters)):
        for name, verb in verbs(protocol).items():
            assert inspect.signature(getattr(made, name)) == inspect.signature(verb), name


def test_now_is_now_in_utc():
    before = utc_now()
    assert before.tzinfo is UTC and timedelta() <= utc_now() - before < timedelta(minutes=1)
