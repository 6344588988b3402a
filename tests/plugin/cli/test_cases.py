"""`stegvis cases`, as it is typed."""

import json

from support.command_line import stegvis
from support.form_examples import example

PERSON = {
    "fornamn": "Alva",
    "efternamn": "Testberg",
    "saknar_personnummer": True,
    "fodelsedatum": "1970-10-03",
    "skydd": "nej",
}


def line(key, **more):
    documents = [{"form": "samtycke", "saved": "2026-11-20T10:00:00", "answers": example("samtycke_muntligt")}]
    case = {
        "format": 1,
        "key": key,
        "programme": "kraft",
        "grund": "behovsprovad",
        "person": PERSON,
        "events": [{"kind": "oppnad", "dag": "2026-01-10"}],
    }
    return json.dumps({**case, "documents": documents, **more}, ensure_ascii=False)


def test_bad_lines_are_told_with_their_number_and_good_ones_are_kept(place, tmp_path):
    file = tmp_path / "cases.jsonl"
    file.write_text("\n".join([line("1"), line("2", programme="x"), "", "{", line("3")]) + "\n", "utf-8")
    code, out, error = stegvis(place, "cases", "import", file)
    assert (code, out) == (1, "Nya: 2. Fanns redan: 0. Att rätta: 2.\n")
    assert [row.partition(":")[0] for row in error.splitlines()] == ["rad 2", "rad 4"]
    assert stegvis(place, "cases", "import", file)[1] == "Nya: 0. Fanns redan: 2. Att rätta: 2.\n"


def test_what_is_exported_is_imported_elsewhere(place, tmp_path):
    file, out = tmp_path / "cases.jsonl", tmp_path / "out.jsonl"
    file.write_text(line("1") + "\n", "utf-8")
    stegvis(place, "cases", "import", file)
    assert stegvis(place, "cases", "export", "-o", out)[:2] == (0, f"Skrev 1 ärenden till {out}.\n")
    assert out.stat().st_mode & 0o777 == 0o600
    assert stegvis(place, "cases", "export", "-o", out)[0] == 2, "nothing is written over"
    assert stegvis(place, "cases", "import", out)[1] == "Nya: 0. Fanns redan: 1. Att rätta: 0.\n"


def test_a_file_that_is_not_there(place):
    assert stegvis(place, "cases", "import", "finns-inte.jsonl")[0] == 2
