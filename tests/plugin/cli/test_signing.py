"""`stegvis verify` and `stegvis signing make-seal`: exit codes, plain Swedish, and no application built."""

import json
import subprocess
import sys

import pytest
from click.testing import CliRunner
from cryptography.hazmat.primitives.serialization import Encoding
from support import seals

from stegvis.plugin.cli import main


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "avtal.pdf"
    path.write_bytes(seals.sealed())
    return path


def run(*arguments):
    return CliRunner().invoke(main, [str(each) for each in arguments])


def test_a_file_that_holds(file):
    done = run("verify", file)
    assert done.exit_code == 0
    assert done.stdout.startswith("Filen håller.\nVisat: Stämpeln täcker hela filen")
    assert "Inte visat: Vems stämpeln är" in done.stdout


def test_with_a_certificate_to_trust(file, tmp_path):
    given = tmp_path / "kommunen.cer"
    given.write_bytes(seals.KEYS["own"][0][1].public_bytes(Encoding.DER))
    assert (
        "Visat: Stämpeln är satt med ett certifikat som du litar på: PROV Åviks kommun"
        in run("verify", file, "--trust", given).stdout
    )


def test_with_the_certificate_of_somebody_else(file, tmp_path):
    given = tmp_path / "annan.pem"
    given.write_bytes(seals.ROOT[1].public_bytes(Encoding.PEM))
    done = run("verify", file, "--trust", given)
    assert (done.exit_code, "FEL: Stämpeln är inte satt" in done.stdout) == (1, True)


def test_a_file_that_has_been_changed(file):
    data = bytearray(file.read_bytes())
    data[5000] ^= 1
    file.write_bytes(data)
    done = run("verify", file, "--json")
    said = json.loads(done.stdout)
    assert (done.exit_code, said["holds"]) == (1, False)


@pytest.mark.parametrize(
    ("content", "words"), [(b"", "Välj en PDF"), (b"PK\x03\x04", "Välj en PDF"), (None, "Den går inte att öppna")]
)
def test_what_cannot_be_read(tmp_path, content, words):
    path = tmp_path / "fil.pdf"
    if content is not None:
        path.write_bytes(content)
    done = run("verify", path)
    assert (done.exit_code, words in done.stderr) == (2, True)


def test_a_certificate_that_is_none(file):
    done = run("verify", file, "--trust", file)
    assert (done.exit_code, "Välj ett certifikat" in done.stderr) == (2, True)


def test_no_application_is_built(file):
    code = (
        "import sys, flask; flask.Flask.__init__ = lambda *_, **__: sys.exit(9)\n"
        "from stegvis.plugin.cli import main; sys.argv = ['stegvis', 'verify', sys.argv[1]]; main()"
    )
    done = subprocess.run([sys.executable, "-c", code, str(file)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_key_for_trials(tmp_path):
    done = run("--instance", tmp_path, "signing", "make-seal")
    assert done.exit_code == 0
    assert "Nyckeln är till för prov" in done.stdout and "inte vems den är" in done.stdout
    assert (tmp_path / "seal.pem").stat().st_mode & 0o777 == 0o600
    again = run("--instance", tmp_path, "signing", "make-seal")
    assert (again.exit_code, "finns redan" in again.stderr) == (2, True)


def test_a_key_in_another_folder(tmp_path):
    (tmp_path / "annan").mkdir()
    assert run("--instance", tmp_path, "signing", "make-seal", tmp_path / "annan").exit_code == 0
    assert sorted(each.name for each in (tmp_path / "annan").iterdir()) == ["seal-certificate.pem", "seal.pem"]
