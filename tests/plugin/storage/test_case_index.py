"""The places that cases take: counted by the day, each nämnd for itself, and never in plain words."""

from datetime import date

from support.store_acts import TENANT, rows

from stegvis.plugin.storage import Stay

PLACE = "arbetsplats:kaffestugan"


def case(store, request_key, *stays):
    made = store.cases.open(
        TENANT, "kraft", {"person": {}, "number": request_key}, [], by="kim", request_key=request_key, responsible="kim"
    )
    store.cases.refresh(TENANT, made.id, made.payload, (), (), stays)
    return made


def taken(store, day, tenant=TENANT):
    return store.cases.taken(tenant, [PLACE, "arbetsplats:annan"], day)


def test_a_place_is_taken_from_the_first_day_to_and_including_the_last(store):
    case(store, "a", Stay(place=PLACE, first=date(2026, 11, 21), last=date(2026, 12, 20)))
    case(store, "b", Stay(place=PLACE, first=date(2026, 12, 1)))
    counted = {
        day: taken(store, day)[PLACE]
        for day in (date(2026, 11, 20), date(2026, 11, 21), date(2026, 12, 20), date(2026, 12, 21))
    }
    assert list(counted.values()) == [0, 1, 2, 1]
    assert taken(store, date(2026, 12, 20))["arbetsplats:annan"] == 0


def test_what_is_counted_anew_takes_the_place_of_what_was(store):
    made = case(store, "a", Stay(place=PLACE, first=date(2026, 11, 21)))
    store.cases.refresh(TENANT, made.id, made.payload, (), (), ())
    assert taken(store, date(2026, 11, 22))[PLACE] == 0


def test_before_anything_is_hashed_nothing_is_taken_and_nothing_is_made(store, url):
    assert taken(store, date(2026, 11, 22)) == {PLACE: 0, "arbetsplats:annan": 0}
    assert rows(url, "SELECT * FROM stegvis_search_keys") == []


def test_another_namnd_counts_its_own_and_nobody_can_read_which_place(store, url):
    case(store, "a", Stay(place=PLACE, first=date(2026, 11, 21)))
    assert taken(store, date(2026, 11, 22), tenant="annan")[PLACE] == 0
    assert b"kaffe" not in b"".join(bytes(row["place"]) for row in rows(url, "SELECT place FROM stegvis_stays"))
