"""The track on a screen: what a pad may send, and who signs in whose stead."""

import json

import pytest
from support.signing_on_screen import STROKES
from support.signings import party

from stegvis.plugin.signing import track_screen
from stegvis.plugin.signing.errors import NotComplete


class TestStrokes:
    def test_they_are_rounded_and_empty_ones_are_left_out(self):
        sent = json.dumps([[[0.12345, 1], [0, 0.5], [0.5, 0.5], [0.1, 0.1], [1, 1]], []])
        assert track_screen.read_ink(sent, "3.14159") == {
            "strokes": [[[0.123, 1.0], [0.0, 0.5], [0.5, 0.5], [0.1, 0.1], [1.0, 1.0]]],
            "ratio": 3.142,
        }
        assert track_screen.read_ink(" ", "") is None

    @pytest.mark.parametrize(
        "sent",
        [
            "{",
            "{}",
            "null",
            "5",
            '"x"',
            "[5]",
            '[["x"]]',
            "[[[0.1]]]",
            "[[[0.1,0.2,0.3]]]",
            "[[[2,0]]]",
            "[[[0,-0.1]]]",
            '[[["0.1",0]]]',
            "[[[true,0]]]",
            "[[[NaN,0]]]",
            "[[[1e999,0]]]",
            "[" * 5000,
            json.dumps([[[0.5, 0.5]] * 5001]),
            json.dumps([[[0.5, 0.5]] * 6] * 201),
            " " + "[" + "1" * 200_000,
        ],
    )
    def test_whatever_is_sent_is_strokes_or_is_refused(self, sent):
        with pytest.raises(NotComplete) as told:
            track_screen.read_ink(sent, "3")
        assert told.value.path == "underskrift"

    @pytest.mark.parametrize(
        "strokes", [[[[0.5, 0.5]] * 5000], [[[0.5, 0.5]] * 5] * 200, [[[0, 0], [1, 1], [0, 1], [1, 0], [0.5, 0.5]]]]
    )
    def test_as_many_as_may_be(self, strokes):
        assert len(track_screen.read_ink(json.dumps(strokes), "3")["strokes"]) == len(strokes)

    @pytest.mark.parametrize(
        "sent",
        [
            "[[[0.5,1.5],[0,0],[0,0],[0,0],[0,0]]]",
            "[[[1.001,0],[0,0],[0,0],[0,0],[0,0]]]",
            "[[[0,-0.001],[0,0],[0,0],[0,0],[0,0]]]",
        ],
    )
    def test_a_point_outside_the_pad(self, sent):
        with pytest.raises(NotComplete, match="Sudda"):
            track_screen.read_ink(sent, "3")

    @pytest.mark.parametrize("ratio", ["0.2", "20"])
    def test_the_narrowest_and_the_widest_pad(self, ratio):
        assert track_screen.read_ink(STROKES, ratio)["ratio"] == float(ratio)

    def test_words_that_are_not_confirmed(self):
        track_screen.must_confirm({"last": "ja"})
        with pytest.raises(NotComplete):
            track_screen.must_confirm({"last": "nej"})

    @pytest.mark.parametrize("ratio", ["", "x", "0", "0.1", "21", "nan", "inf", "-3"])
    def test_a_pad_of_reasonable_shape(self, ratio):
        with pytest.raises(NotComplete):
            track_screen.read_ink(STROKES, ratio)


class TestWhoSigns:
    INK = {"strokes": [], "ratio": 3.0}

    @pytest.mark.parametrize(
        ("typed", "known", "ink", "name"),
        [
            (" Alva Testberg ", "", None, "Alva Testberg"),
            ("Någon Annan", "Alva Testberg", INK, "Någon Annan"),
            ("", "Alva Testberg", INK, "Alva Testberg"),
            ("", "Alva Testberg", None, None),
            (" ", "", INK, None),
        ],
    )
    def test_the_name_is_typed_or_the_documents_own_under_a_drawn_signature(self, typed, known, ink, name):
        if name is not None:
            assert track_screen.name_of({"namn": typed}, known, ink) == name
            return
        with pytest.raises(NotComplete) as told:
            track_screen.name_of({"namn": typed}, known, ink)
        assert told.value.path == "namn"

    @pytest.mark.parametrize(
        ("role", "name", "may"),
        [
            ("kommun", "Åsa", True),
            ("arbetsgivare", "Hugo", True),
            ("kommun", "", False),
            ("deltagare", "Alva", False),
            ("vardnadshavare", "Vera", False),
        ],
    )
    def test_a_deputy_signs_for_an_organisation_whose_signer_is_named_and_for_nobody_else(self, role, name, may):
        given = {"i-stallet": "ja", "ratt": " Delegation   2026-3 "}
        assert track_screen.may_have_deputy(party(role, name)) is may
        assert track_screen.stead(given, party(role, name)) == ("Delegation 2026-3" if may else "")

    @pytest.mark.parametrize("ground", ["", "  ", "å" * 201])
    def test_a_deputy_says_on_what_ground(self, ground):
        with pytest.raises(NotComplete) as told:
            track_screen.stead({"i-stallet-2": "ja", "ratt-2": ground}, party("kommun", "Åsa"), "-2")
        assert told.value.path == "ratt-2"
        assert track_screen.stead({"ratt": ground}, party("kommun", "Åsa")) == "", "who is no deputy needs none"


def test_what_is_kept_of_the_act_is_who_saw_it_and_no_more_of_the_device_than_fits():
    kept = track_screen.evidence(None, "Kim Konsulent", "x" * 1000)
    assert (kept["witness"], len(kept["device"]), "ink" in kept) == ("Kim Konsulent", 300, False)
    assert track_screen.evidence({"ratio": 3.0}, "", "")["ink"] == {"ratio": 3.0}
