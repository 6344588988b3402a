"""Whatever a form accepts can be handed out: in every format, to every audience, with the same words in the same
order.
"""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.filled import CONTEXT
from support.parity import WORDS
from support.strategies import answers_for

from stegvis.exporters import compose, export
from stegvis.forms import list_forms

FORMS = {form.id: form for form in list_forms()}
REVIEWED = replace(CONTEXT, protected_review="Charlie Chefsson")


@pytest.mark.parametrize("form_id", FORMS)
@settings(max_examples=12, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_random_valid_answers_become_every_format(form_id, data):
    form = FORMS[form_id]
    judged = form.schema(REVIEWED).load(data.draw(answers_for(form, REVIEWED)))
    document = compose(form, judged, data.draw(st.sampled_from(form.audiences)), REVIEWED)
    said = WORDS["txt"](export(document, "txt"))
    for format_name in ("html", "docx"):
        assert WORDS[format_name](export(document, format_name)) == said
    assert export(document, "json").startswith(b"{")
    read = WORDS["pdf"](export(document, "pdf"))  # raises when the tree and the content disagree
    assert len(read) == len(said)
