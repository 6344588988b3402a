"""The guide to adding a programme, followed by the letter."""

import re
import subprocess
import sys
from pathlib import Path

from stegvis.forms import load_programme

ROOT = Path(__file__).parents[1]
GUIDE = (ROOT / "docs/add-a-programme.md").read_text("utf-8")


def blocks(language):
    return re.findall(rf"```{language}\n(.*?)```", GUIDE, re.DOTALL)


def run(folder, *arguments):
    code = "import sys; from stegvis.plugin.cli import main; sys.argv[0] = 'stegvis'; main()"
    done = subprocess.run(
        [sys.executable, "-c", code, "--instance", folder, *arguments], capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout, done.stderr


def test_the_file_is_a_programme_that_runs(tmp_path):
    own = tmp_path / "programmes"
    own.mkdir()
    (own / "hantverkshuset.toml").write_text(blocks("toml")[0], "utf-8")
    assert load_programme("hantverkshuset", own).runs
    code, out, error = run(tmp_path, "programmes", "hantverkshuset")
    assert (code, error) == (0, "") and out.startswith("Hantverkshuset\n") and "step:prova: Träffas en gång" in out
    assert "hantverkshuset  Hantverkshuset  (5 steg)" in re.sub(" +", " ", run(tmp_path, "programmes")[1]).replace(
        "hantverkshuset ", "hantverkshuset  "
    ).replace(" (5", "  (5")


def test_the_mistake_is_told_as_the_guide_says(tmp_path):
    own = tmp_path / "programmes"
    own.mkdir()
    (own / "hantverkshuset.toml").write_text(
        blocks("toml")[0].replace('decisions = ["fortsatter", "avslutar"]\n', ""), "utf-8"
    )
    code, _, error = run(tmp_path, "programmes", "hantverkshuset")
    assert (code, error) == (2, blocks("text")[0])


def test_every_rule_is_in_the_guide():
    from stegvis.forms.programme.gates import GATE_KINDS

    told = {name for row in re.findall(r"^\| (`[^|]+) \|", GUIDE, re.MULTILINE) for name in re.findall(r"`(\w+)`", row)}
    assert set(GATE_KINDS) <= told
