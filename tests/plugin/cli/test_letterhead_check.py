"""What somebody who has made a letterhead is told, and the exit code."""

from io import BytesIO

import docx
import pytest

from stegvis.plugin.cli.installation import Installation
from stegvis.plugin.cli.letterhead_check import GOOD, MEND, UNREADABLE, check_letterhead
from stegvis.plugin.installation.settings import Settings


@pytest.fixture
def check(tmp_path):
    """Judges the content of a file: exit code, lines, sample."""
    found = Installation(tmp_path, Settings.from_config({}))

    def judge(content, *, neutral=False, preview=False):
        (tmp_path / "brev.docx").write_bytes(content)
        return check_letterhead(tmp_path / "brev.docx", found, neutral=neutral, preview=preview)

    return judge


def letterhead(text=""):
    made, out = docx.Document(), BytesIO()
    made.sections[0].header.paragraphs[0].text = text
    made.save(out)
    return out.getvalue()


def test_what_is_no_document_cannot_be_read(check):
    code, lines, sample = check(b"PK")
    assert (code, sample) == (UNREADABLE, b"") and len(lines) == 1 and "brev.docx: " in lines[0]


def test_a_letterhead_that_tells_too_much_is_to_mend_for_an_employer_alone(check):
    content = letterhead("Socialtjänsten i Åvik")
    code, lines, sample = check(content, neutral=True, preview=True)
    assert (code, sample) == (MEND, b"") and lines[-1].startswith("används inte: ")
    assert not any(line.startswith("används inte: ") for line in check(content)[1])


def test_a_sample_is_made_when_it_is_asked_for_and_it_can_be_used(check):
    code, lines, sample = check(letterhead(), preview=True)
    assert code in (GOOD, MEND) and docx.Document(BytesIO(sample)).paragraphs
    assert (lines[-1] == "Brevhuvudet kan användas.") == (code == GOOD)
    assert check(letterhead())[2] == b""


def test_a_file_that_is_not_there_is_the_systems_own_fault(tmp_path):
    with pytest.raises(FileNotFoundError):
        check_letterhead(tmp_path / "no", Installation(tmp_path, Settings()), neutral=False, preview=False)
