"""Papers that no form asks for: sheets of information."""

import pytest
from support import verapdf
from support.form_examples import CONTEXT

from stegvis.exporters import export
from stegvis.forms import list_programmes
from stegvis.plugin.cases.letters import sheet

TOLD = [programme for programme in list_programmes() if programme.information]


class TestSheets:
    @pytest.mark.parametrize("programme", TOLD, ids=lambda programme: programme.id)
    def test_each_is_a_document_that_the_judge_finds_nothing_in(self, programme):
        document = sheet(programme, CONTEXT)
        assert document.audience == "deltagare" and verapdf.check(export(document, "pdf")) == []
