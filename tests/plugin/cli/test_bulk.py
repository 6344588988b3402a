"""Many documents at once: each line becomes its document or a sentence, and nothing is done twice."""

import json
import os
import signal
import subprocess
import sys
import time
from io import BytesIO

import pikepdf
import pytest
from click.testing import CliRunner
from support.form_examples import example

from stegvis.plugin.cli import main
from stegvis.plugin.cli.bulk_work import CHUNK_LINES
from stegvis.schemas.json_text import MOST_BYTES

PROGRAM = [sys.executable, "-c", "from stegvis.plugin.cli import main; main()"]


def agreement(number):
    return example("praktikavtal") | {
        "arbetsuppgifter": f"Uppgift {number}: laga cyklar och ta emot kunder i verkstaden."
    }


def jsonl(path, *values):
    path.write_bytes(b"".join((v if isinstance(v, bytes) else json.dumps(v).encode()) + b"\n" for v in values))
    return path


@pytest.fixture
def stegvis(tmp_path, monkeypatch):
    """Runs `bulk praktikavtal` in an empty folder: exit code, standard out, the lines of standard error."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("STEGVIS_INSTANCE", raising=False)

    def run(file, *words, form="praktikavtal", name="txt"):
        done = CliRunner().invoke(main, ["bulk", form, str(file), "-f", name, "--out", "ut", *map(str, words)])
        assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
        return done.exit_code, done.stdout, done.stderr.splitlines()

    return run


def names(tmp_path):
    return sorted(path.name for path in (tmp_path / "ut").iterdir())


@pytest.mark.parametrize("jobs", [1, 2])
def test_one_document_for_each_line_whoever_writes_it(stegvis, tmp_path, jobs):
    file = jsonl(tmp_path / "a.jsonl", *map(agreement, range(40)))
    assert stegvis(file, "--jobs", jobs) == (0, "Skrivna nu: 40. Fanns redan: 0. Att rätta: 0.\n", [])
    written = names(tmp_path)
    assert [name[:21] for name in written] == [f"praktikavtal_{n:07d}_" for n in range(1, 41)]
    assert all(f"Uppgift {n}:" in (tmp_path / "ut" / name).read_text("utf-8") for n, name in enumerate(written))


def test_a_line_gives_what_export_gives(stegvis, tmp_path):
    (tmp_path / "ett.json").write_text(json.dumps(agreement(1)))
    file = jsonl(tmp_path / "a.jsonl", agreement(1))
    assert stegvis(file, "--audience", "arbetsgivare", name="pdf")[0] == 0
    command = ["export", "praktikavtal", "ett.json", "-f", "pdf", "--audience", "arbetsgivare"]
    alone = CliRunner().invoke(main, command).stdout.strip()
    (name,) = names(tmp_path)
    assert name == alone.replace("praktikavtal_", "praktikavtal_0000001_")
    assert len(pikepdf.open(BytesIO((tmp_path / "ut" / name).read_bytes())).pages) == len(pikepdf.open(alone).pages)


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_bad_line_is_named_and_the_others_are_written(stegvis, tmp_path, jobs):
    bad = [
        b"{",
        b'{"a": 1, "a": 2}',
        b"\xff\xfe",
        b"[]",
        agreement(1) | {"hemligt": 1},
        b'{"x": "' + b"y" * (2 * MOST_BYTES) + b'"}',
    ]
    file = jsonl(tmp_path / "a.jsonl", agreement(0), *bad, b"", agreement(2))
    code, out, said = stegvis(file, "--jobs", jobs)
    assert (code, out) == (1, "Skrivna nu: 2. Fanns redan: 0. Att rätta: 6.\n")
    assert [line.split(": ")[0] for line in said] == [f"rad {n}" for n in range(2, 8)]
    assert "rad 2: Kontrollera filen. Den går inte att läsa som JSON, se rad 2." in said
    assert 'rad 6: hemligt: Ta bort "hemligt". Blanketten har ingen sådan fråga.' in said
    assert "rad 7: Korta raden. Den får vara högst 5 megabyte." in said
    assert [name[13:20] for name in names(tmp_path)] == ["0000001", "0000009"]


def test_the_same_again_writes_nothing_and_what_is_gone_or_empty_is_written(stegvis, tmp_path):
    file = jsonl(tmp_path / "a.jsonl", *map(agreement, range(4)))
    stegvis(file)
    first, second, third, _ = sorted((tmp_path / "ut").iterdir())
    first.unlink()
    second.write_bytes(b"")
    moment = third.stat().st_mtime_ns
    assert stegvis(file) == (0, "Skrivna nu: 2. Fanns redan: 2. Att rätta: 0.\n", [])
    assert third.stat().st_mtime_ns == moment and second.stat().st_size


def test_a_changed_line_is_written_anew_and_the_old_document_is_named_and_never_removed(stegvis, tmp_path):
    stegvis(jsonl(tmp_path / "a.jsonl", agreement(0), agreement(1)))
    before = names(tmp_path)
    code, out, said = stegvis(jsonl(tmp_path / "a.jsonl", agreement(0), agreement(9)))
    assert (code, out) == (0, "Skrivna nu: 1. Fanns redan: 1. Att rätta: 0.\n")
    assert said == [f"rad 2: Ta bort {before[1]} om den inte behövs. Raden har ändrats sedan den skrevs."]
    assert set(before) < set(names(tmp_path))


def test_no_name_of_a_file_holds_anything_of_a_person(stegvis, tmp_path):
    stegvis(jsonl(tmp_path / "a.jsonl", example("samtycke")), "--audience", "part", "--part", 2, form="samtycke")
    (name,) = names(tmp_path)
    assert name.startswith("samtycke_0000001_") and name.endswith("_part-2.txt") and len(name) == 36


def test_what_cannot_be_done_at_all_is_exit_code_2(stegvis, tmp_path):
    file = jsonl(tmp_path / "a.jsonl", agreement(0))
    assert stegvis("finns-inte.jsonl")[0] == 2
    assert stegvis(file, name="odt")[0] == 2
    assert stegvis(file, "--audience", "part")[0] == 2
    assert stegvis(file, "--part", 1)[0] == 2
    assert stegvis(file, form="okand")[0] == 2
    assert not (tmp_path / "ut").exists()
    (tmp_path / "ut").write_text("ingen mapp")
    assert stegvis(file)[0] == 2


def test_a_part_that_the_answers_lack_is_a_line_to_correct(stegvis, tmp_path):
    file = jsonl(tmp_path / "a.jsonl", example("samtycke"))
    code, _, said = stegvis(file, "--audience", "part", "--part", 9, form="samtycke")
    assert (code, said) == (1, ["rad 1: Välj en part som finns med --part. Svaren har färre parter än så."])


def test_protected_data_leave_for_nobody(stegvis, tmp_path):
    protected = {"skydd": "sekretessmarkering", "kontaktvag": ["brev"], "lamna_meddelande": "nej"}
    file = jsonl(tmp_path / "a.jsonl", agreement(0) | protected, agreement(1))
    code, _, said = stegvis(file, "--audience", "arbetsgivare")
    assert code == 1 and len(said) == 1 and said[0].startswith("rad 1: ")
    assert len(names(tmp_path)) == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with a name here")
def test_when_it_is_stopped_there_are_whole_files_and_the_rest_is_written_afterwards(stegvis, tmp_path):
    """The lines come through a pipe that stays open, so that there is always one more to wait for."""
    pipe, out = tmp_path / "lines", tmp_path / "ut"
    os.mkfifo(pipe)
    command = [*PROGRAM, "bulk", "praktikavtal", str(pipe), "-f", "pdf", "--out", str(out), "--jobs", "2"]
    with os.fdopen(os.open(pipe, os.O_RDWR), "wb", buffering=0) as held:
        running = subprocess.Popen(
            command, cwd=tmp_path, stderr=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True
        )
        for number in range(2 * CHUNK_LINES):
            held.write(json.dumps(agreement(number)).encode() + b"\n")
        while running.poll() is None and not (out.exists() and any(out.glob("praktikavtal*"))):
            time.sleep(0.05)
        os.killpg(running.pid, signal.SIGINT)
        _, said = running.communicate(timeout=60)
    assert running.returncode == 130 and b"Traceback" not in said
    found = list(out.iterdir())
    assert found and all(path.suffix == ".pdf" and not path.name.startswith(".") for path in found)
    assert all(path.read_bytes().rstrip().endswith(b"%%EOF") for path in found)
    file = jsonl(tmp_path / "a.jsonl", *map(agreement, range(2 * CHUNK_LINES + 1)))
    new = 2 * CHUNK_LINES + 1 - len(found)
    assert stegvis(file, name="pdf")[:2] == (0, f"Skrivna nu: {new}. Fanns redan: {len(found)}. Att rätta: 0.\n")
