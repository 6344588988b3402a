"""Without the extra `signing` everything else works, and what needs it says what to install."""

import subprocess
import sys

import pytest

from stegvis.plugin.signing import extra
from stegvis.plugin.signing.extra import SealError, must_be_installed

WORDS = "Installera stegvis[signing] för att försegla och kontrollera handlingar."
WITHOUT = """
import sys
from importlib.abc import MetaPathFinder

class Missing(MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name.partition(".")[0] in ("pyhanko", "pyhanko_certvalidator", "asn1crypto", "zxingcpp", "pypdfium2"):
            raise ModuleNotFoundError(name)

sys.meta_path.insert(0, Missing())
extra = __import__("stegvis.plugin.signing.extra", fromlist=["extra"])
extra.find_spec = lambda name: None
"""


def without(code, *arguments):
    """What a new interpreter without the extra does with the code."""
    return subprocess.run(
        [sys.executable, "-c", WITHOUT + code, *arguments], capture_output=True, text=True, check=False
    )


def test_it_is_asked_before_sealing_is_loaded(monkeypatch):
    must_be_installed()
    monkeypatch.setattr(extra, "find_spec", lambda name: None)
    with pytest.raises(SealError) as refused:
        must_be_installed()
    assert str(refused.value) == WORDS


def test_every_page_and_command_loads_without_it():
    code = """
from stegvis.plugin.cli.group import COMMANDS, main
for name in COMMANDS:
    main.get_command(None, name)
import stegvis.plugin.documents.sealing, stegvis.plugin.documents.signing
import stegvis.plugin.views.signing.paper, stegvis.plugin.views.signing.progress, stegvis.plugin.views.signing.sign
import stegvis.plugin.views.signing.verify
print([name for name in sys.modules if name.startswith(("pyhanko", "asn1crypto"))])
"""
    done = without(code)
    assert done.stdout == "[]\n", done.stderr


def test_verifying_says_what_to_install(tmp_path):
    file = tmp_path / "a.pdf"
    file.write_bytes(b"%PDF-1.7")
    done = without("from stegvis.plugin.cli import main\nmain()", "verify", str(file))
    assert WORDS in " ".join(done.stderr.split()) and done.returncode == 2, done.stderr


def test_a_trial_key_is_made_without_it(tmp_path):
    done = without("from stegvis.plugin.cli import main\nmain()", "signing", "make-seal", str(tmp_path))
    assert done.returncode == 0 and (tmp_path / "seal.pem").exists(), done.stderr
