"""`stegvis registers`, as it is typed: a list of workplaces and a catalogue of modules brought in, and out again."""

import json

import pytest
from support.command_line import stegvis

WORKPLACE = {"arbetsplats_namn": "Kaffestugan", "orgnr": "556016-0680", "platser": 2}
CONTACT = {"dag": "2026-11-20", "hur": "telefon", "vad": "De har plats i januari."}


def line(register, key, entry, **more):
    return json.dumps({"format": 1, "register": register, "key": key, "entry": entry, **more}, ensure_ascii=False)


@pytest.fixture
def lines():
    return [
        line("arbetsplats", "1", WORKPLACE, noted=[CONTACT]),
        line("modul", "kok", {"titel": "Kök", "omrade": "5", "slag": "oversikt"}),
        line("modul", "diska", {"titel": "Diska", "omrade": "5", "slag": "traning", "del_av": "key:kok"}),
        line("partner", "af", {"namn": "Arbetsförmedlingen", "typ": "myndighet", "verksamheter": ["stegen"]}),
    ]


def test_what_comes_in_goes_out_and_comes_in_again(place, tmp_path, lines):
    file, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    file.write_text("\n".join(lines), "utf-8")
    assert stegvis(place, "registers", "import", file)[:2] == (0, "Nya: 4. Fanns redan: 0. Att rätta: 0.\n")
    assert stegvis(place, "registers", "import", file)[1] == "Nya: 0. Fanns redan: 4. Att rätta: 0.\n"
    assert stegvis(place, "registers", "export", "-o", out)[:2] == (0, f"Skrev 4 poster till {out}.\n")
    assert out.stat().st_mode & 0o777 == 0o600
    kept = {
        one["entry"].get("titel") or one["entry"].get("arbetsplats_namn") or one["entry"]["namn"]: one
        for one in map(json.loads, out.read_text("utf-8").splitlines())
    }
    assert kept["Diska"]["entry"]["del_av"] == kept["Kök"]["id"]
    assert kept["Kaffestugan"]["noted"] == [CONTACT]
    assert stegvis(place, "registers", "import", out)[1] == "Nya: 0. Fanns redan: 4. Att rätta: 0.\n"


@pytest.mark.parametrize(
    ("bad", "words"),
    [
        ("{", "rad 2: "),
        (line("modul", "x", {"titel": "X", "omrade": "9", "slag": "traning"}), "rad 2: entry: omrade: "),
        (line("person", "x", {}), "rad 2: register: Skriv arbetsplats, partner eller modul."),
        (line("partner", "x", {"namn": "X", "typ": "annat"}, noted=[CONTACT]), "rad 2: noted: "),
        (line("partner", "", {"namn": "X", "typ": "annat"}), "rad 2: key: "),
        (line("partner", "x", {"namn": "X", "typ": "annat"}, hemligt=1), "rad 2: hemligt: "),
    ],
)
def test_a_bad_line_is_told_and_the_others_are_kept(place, tmp_path, lines, bad, words):
    file = tmp_path / "in.jsonl"
    file.write_text("\n".join([lines[0], bad, lines[1]]), "utf-8")
    code, out, error = stegvis(place, "registers", "import", file)
    assert (code, out) == (1, "Nya: 2. Fanns redan: 0. Att rätta: 1.\n")
    assert error.startswith(words) and len(error.splitlines()) == 1
