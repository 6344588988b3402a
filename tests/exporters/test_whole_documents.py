"""Both forms, every audience, every format: the same words in the same order, and nothing shown as markup."""

import json

import pytest
from support.filled import CONTEXT, COPIES, answers, blank, filled, raw
from support.parity import WORDS

from stegvis.exporters import compose, export
from stegvis.forms import load_form

ODD = '<b>fet</b> & <w:t>ord</w:t> =SUM(A1) "citat" ]]> {kommun}'


@pytest.mark.parametrize(("form_id", "audience"), COPIES)
@pytest.mark.parametrize("format_name", ["html", "docx", "pdf"])
@pytest.mark.parametrize("make", [filled, blank])
def test_every_format_says_the_same_words_in_the_same_order(form_id, audience, format_name, make):
    document = make(form_id, audience)
    assert WORDS[format_name](export(document, format_name)) == WORDS["txt"](export(document, "txt"))


@pytest.mark.parametrize("format_name", ["txt", "html", "docx", "pdf"])
def test_markup_and_formulas_are_shown_as_they_were_typed(format_name):
    given = raw("samtycke") | {"syfte": ODD + " och mer", "undantag": ODD}
    document = compose(load_form("samtycke"), answers("samtycke", given), "kommun", CONTEXT)
    words = WORDS[format_name](export(document, format_name))
    assert " ".join(words).count(ODD) == 2


@pytest.mark.parametrize(("form_id", "audience"), COPIES)
def test_the_json_of_a_copy_is_judged_as_the_answers_were(form_id, audience):
    """What the kommun archives can be read back and gives the same answers; others get part of it."""
    handed = json.loads(export(filled(form_id, audience), "json"))["answers"]
    whole = load_form(form_id).schema(CONTEXT).dump(answers(form_id))
    if audience == "kommun":
        assert handed == {name: whole[name] for name in handed}
        assert load_form(form_id).schema(CONTEXT).load(handed) == answers(form_id)
    assert set(handed) <= set(whole)


@pytest.mark.parametrize(("form_id", "audience"), COPIES)
def test_the_same_answers_become_the_same_bytes(form_id, audience):
    for format_name in ("pdf", "docx"):
        again = compose(load_form(form_id), answers(form_id), audience, CONTEXT)
        assert export(filled(form_id, audience), format_name) == export(again, format_name)
