"""The paper track without pages: what is read from the worker, in whose turn, and how scans are kept."""

from datetime import date, timedelta

import pytest
from support.signings import AT, DAY, THREE

from stegvis.plugin.signing import state_machine, track_paper
from stegvis.plugin.signing.errors import NotComplete

TODAY = date(2026, 11, 21)


def form(*parties, on=TODAY, **more):
    given = {}
    for party in parties:
        given |= {
            f"skrev-{party.key}": "ja",
            f"namn-{party.key}": party.name or "Namn",
            f"ort-{party.key}": "Åvik",
            f"datum-{party.key}": on.isoformat(),
        }
    return given | more


def refused(act, *given):
    with pytest.raises(NotComplete) as caught:
        act(*given)
    return caught.value.path, str(caught.value)


class TestPens:
    def test_only_those_who_are_ticked(self):
        pens = track_paper.read_pens(form(THREE[0], THREE[2]), THREE, TODAY)
        assert [pen.party for pen in pens] == [THREE[0].key, THREE[2].key]
        assert pens[0].place == "Åvik" and pens[0].on == TODAY

    def test_nobody(self):
        assert refused(track_paper.read_pens, {}, THREE, TODAY) == ("vilka", "Kryssa i vilka som har skrivit under.")

    def test_today_is_a_day_but_not_tomorrow(self):
        assert track_paper.read_pens(form(THREE[0], on=TODAY), THREE, TODAY)
        path, words = refused(track_paper.read_pens, form(THREE[0], on=TODAY + timedelta(days=1)), THREE, TODAY)
        assert path == f"datum-{THREE[0].key}" and words.startswith("Välj dagens datum")

    def test_a_day_that_is_none(self):
        path, words = refused(track_paper.read_pens, form(THREE[0]) | {f"datum-{THREE[0].key}": "i går"}, THREE, TODAY)
        assert path == f"datum-{THREE[0].key}" and "2026-11-21" in words


class TestCertified:
    def test_what_is_kept(self):
        scan = track_paper.scan_files([b"%PDF-1"], 4)[0]
        kept = track_paper.certified({"original": "  Närarkivet   1 ", "intygar": "ja"}, "Kim", [scan])
        assert kept == {
            "certified": track_paper.CERTIFIED,
            "certified_by": "Kim",
            "original": "Närarkivet 1",
            "scans": [{"name": "skanning-4-1.pdf", "sha256": scan.sha256}],
        }

    def test_the_place_has_a_longest_name(self):
        assert track_paper.certified({"original": "x" * 200, "intygar": "ja"}, "Kim", [])
        assert refused(track_paper.certified, {"original": "x" * 201, "intygar": "ja"}, "Kim", [])[0] == "original"
        assert refused(track_paper.certified, {"original": " ", "intygar": "ja"}, "Kim", [])[0] == "original"

    @pytest.mark.parametrize("answer", ["", "nej", "ja "])
    def test_nothing_but_a_tick_certifies(self, answer):
        assert refused(track_paper.certified, {"original": "Arkivet", "intygar": answer}, "Kim", [])[0] == "intygar"


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"%PDF-1.7", "pdf", "application/pdf"),
        (b"\x89PNG\r\n", "png", "image/png"),
        (b"\xff\xd8\xff\xe0", "jpg", "image/jpeg"),
        (b"II*\0", "tiff", "image/tiff"),
    ],
)
def test_a_scan_is_kept_under_what_it_is(data, name, kind):
    first, second = track_paper.scan_files([data, data], 7)
    assert (first.name, first.media_type, first.data) == (f"skanning-7-1.{name}", kind, data)
    assert second.name == f"skanning-7-2.{name}"


def begun(order=()):
    return state_machine.replay(state_machine.create(None, THREE, "ab" * 32, "papper", at=AT, by="kim", order=order))


def pens(*keys):
    return [
        track_paper.Pen(key, next(one.name for one in THREE if one.key == key) or "Namn", "Åvik", DAY) for key in keys
    ]


class TestRegister:
    KEYS = [party.key for party in THREE]

    def approved(self, events):
        return [event.party for event in events if type(event).__name__ == "SignatureGiven"]

    def test_in_the_order_that_is_set_whatever_the_order_of_the_page(self):
        order = tuple(reversed(self.KEYS))
        events = track_paper.register(begun(order), pens(*self.KEYS), {}, at=AT, by="kim")
        assert self.approved(events) == list(order)

    def test_without_an_order_as_on_the_page(self):
        turned = [self.KEYS[1], self.KEYS[2], self.KEYS[0]]
        assert self.approved(track_paper.register(begun(), pens(*turned), {}, at=AT, by="kim")) == turned

    def test_one_whose_turn_is_not_set_comes_first(self):
        """In an order of some, the others wait for nobody."""
        order = (self.KEYS[1],) if False else tuple(self.KEYS)
        events = track_paper.register(begun(order), pens(*reversed(self.KEYS)), {}, at=AT, by="kim")
        assert self.approved(events) == self.KEYS

    def test_a_name_that_is_missing_is_told_with_its_party(self):
        pen = track_paper.Pen(self.KEYS[1], "", "", DAY)
        path, _ = refused(lambda: track_paper.register(begun(), [pen], {}, at=AT, by="kim"))
        assert path == f"namn-{self.KEYS[1]}"


class TestADeputy:
    KOMMUN = THREE[2].__class__(
        **{
            **{name: getattr(THREE[2], name) for name in ("key", "role", "role_key", "audience", "required")},
            "name": "Åsa",
            "behalf": "",
        }
    )

    def given(self, **more):
        key = self.KOMMUN.key
        return (
            form(self.KOMMUN)
            | {f"namn-{key}": "Nils Vikarie", f"i-stallet-{key}": "ja", f"ratt-{key}": "Delegation"}
            | {f"{name}-{key}": value for name, value in more.items()}
        )

    def test_the_ground_goes_with_the_pen(self):
        (pen,) = track_paper.read_pens(self.given(), [self.KOMMUN], TODAY)
        assert (pen.name, pen.ground) == ("Nils Vikarie", "Delegation")

    def test_a_ground_is_needed_and_has_a_longest(self):
        assert refused(track_paper.read_pens, self.given(ratt=""), [self.KOMMUN], TODAY)[0] == f"ratt-{self.KOMMUN.key}"
        assert (
            refused(track_paper.read_pens, self.given(ratt="x" * 201), [self.KOMMUN], TODAY)[0]
            == f"ratt-{self.KOMMUN.key}"
        )
        assert track_paper.read_pens(self.given(ratt="x" * 200), [self.KOMMUN], TODAY)

    def test_who_is_not_named_has_no_deputy(self):
        (pen,) = track_paper.read_pens(form(THREE[2]) | {f"i-stallet-{THREE[2].key}": "ja"}, THREE, TODAY)
        assert pen.ground == ""
