"""The named styles of a Word file."""

import pytest
from docx.oxml.ns import qn
from support.samples import SAMPLES
from support.word_files import reopened


@pytest.mark.parametrize("name", SAMPLES)
def test_every_style_that_is_used_is_there(name):
    file = reopened(SAMPLES[name]())
    known = {style.style_id for style in file.styles}
    used = {
        element.get(qn("w:val"))
        for tag in ("pStyle", "rStyle", "tblStyle")
        for element in file.element.iter(qn(f"w:{tag}"))
    }
    assert used <= known
