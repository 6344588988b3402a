"""What is signed: the same for the same words however they were sent, and another for any other."""

import json
from dataclasses import replace
from unicodedata import normalize

import pytest
from support.form_examples import CONTEXT, EXAMPLES, example, form_of
from support.signings import DAY

from stegvis.exporters import export
from stegvis.forms import list_forms
from stegvis.forms.language.context import Signed
from stegvis.plugin.signing.errors import CannotBegin
from stegvis.plugin.signing.instrument import changes, make_instrument, mark, signed_words, words
from stegvis.plugin.signing.parties import parties

HERE = replace(CONTEXT, document_id="019aa7b2-0000-7000-8000-00001a2b3c4d")


def made(name, raw=None, context=HERE, version=3, form=None):
    form = form or form_of(name)
    answers = form.schema(context).load(raw or example(name))
    return make_instrument(form, answers, context, parties(form, answers, context), version)


def signable(name):
    """The instrument of an example; None for one that nobody signs."""
    try:
        return made(name)
    except CannotBegin:
        return None


SIGNED = [name for name in EXAMPLES if signable(name)]


@pytest.mark.parametrize("name", SIGNED)
def test_the_same_words_have_the_same_hash_in_whatever_order_they_came(name):
    first = made(name)
    backwards = dict(reversed(example(name).items()))
    assert made(name, backwards).sha256 == first.sha256
    assert first.canonical == json.dumps(first.content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def test_a_letter_with_an_accent_is_the_same_however_it_is_put_together():
    composed, apart = ({"deltagare_namn": normalize(form, "Renée Påhittsson")} for form in ("NFC", "NFD"))
    assert composed != apart
    raw = example("praktikavtal_minimal")
    assert made("praktikavtal_minimal", raw | apart).sha256 == made("praktikavtal_minimal", raw | composed).sha256


def signed_strings(form, raw):
    return [
        name
        for name, q in form.questions.items()
        if q.signed and q.kind in ("text", "long_text") and isinstance(raw.get(name), str)
    ]


def test_any_signed_answer_changes_it_and_is_told():
    form, raw = form_of("praktikavtal"), example("praktikavtal")
    first = made("praktikavtal")
    tried = signed_strings(form, raw)
    assert len(tried) > 4
    for name in tried:
        other = made("praktikavtal", raw | {name: f"{raw[name]} och mer"})
        assert other.sha256 != first.sha256
        assert str(form.questions[name].caption) in changes(form, first, other)


def test_an_internal_answer_does_not():
    form, raw = form_of("praktikavtal"), example("praktikavtal")
    inner = [
        name for name, q in form.questions.items() if name in raw and not q.signed and q.kind in ("text", "long_text")
    ]
    assert inner
    for name in inner:
        if "{" + name + "}" in form.snapshot():
            continue  # it stands in a text that is signed
        assert made("praktikavtal", raw | {name: f"{raw[name]} och mer"}).sha256 == made("praktikavtal").sha256


def test_document_version_definition_sender_and_parties_change_it():
    first, form = made("praktikavtal_minimal"), form_of("praktikavtal_minimal")
    others = {
        "document": made(
            "praktikavtal_minimal", context=replace(HERE, document_id="019aa7b2-0000-7000-8000-00001a2b3c4e")
        ),
        "version": made("praktikavtal_minimal", version=4),
        "definition": made(
            "praktikavtal_minimal", form=replace(form, title="Avtal", data={**form.data, "title": "Avtal"})
        ),
        "sender": made(
            "praktikavtal_minimal", context=replace(HERE, letterhead=replace(HERE.letterhead, kommun="Bortby"))
        ),
        "parties": made(
            "praktikavtal_minimal",
            example("praktikavtal_minimal")
            | {"underskrifter": [{"roll": "handledare", "namnfortydligande": "Robin H"}]},
        ),
    }
    assert len({first.sha256, *(other.sha256 for other in others.values())}) == 6
    told = {name: changes(form, first, other) for name, other in others.items()}
    assert told["definition"] == ("Blankettens texter",) and "Kommunens namn" in told["sender"]
    assert "Vilka som skriver under" in told["parties"] and told["document"] == told["version"] == ()


def test_signatures_and_state_change_nothing():
    act = Signed(party="underskrift_kommun", name="Kim", date=DAY, method="Ritad på skärm")
    assert (
        made("praktikavtal_minimal", context=replace(HERE, signatures=(act,), state="delvis_undertecknad")).sha256
        == made("praktikavtal_minimal").sha256
    )


def test_the_mark_is_what_people_compare():
    assert mark("7f3a91c204be" + "0" * 52) == "7f3a 91c2 04be"
    assert made("praktikavtal_minimal").mark == mark(made("praktikavtal_minimal").sha256)


class TestShown:
    def said(self, name, audience):
        form = form_of(name)
        return words(signed_words(form, form.schema(HERE).load(example(name)), audience, HERE))

    def test_an_employer_reads_nothing_of_the_annex(self):
        text = self.said("praktikavtal", "arbetsgivare")
        assert "Kommunens och deltagarens del" not in text and "försörjningsstöd" not in text.lower()

    def test_everybody_is_shown_the_same_answers(self):
        raw = example("praktikavtal")
        for audience in ("deltagare", "arbetsgivare", "kommun"):
            text = self.said("praktikavtal", audience)
            assert raw["deltagare_namn"] in text and "Underskrift" in text

    def test_nothing_that_is_not_signed_is_shown(self):
        form, raw = form_of("praktikavtal"), example("praktikavtal")
        hidden = [
            raw[n]
            for n, q in form.questions.items()
            if not q.signed and isinstance(raw.get(n), str) and len(raw[n]) > 25
        ]
        assert hidden
        text = self.said("praktikavtal", "kommun")
        assert not [one for one in hidden if one in text]

    def test_it_is_a_document_like_any_other(self):
        form = form_of("praktikavtal")
        document = signed_words(form, form.schema(HERE).load(example("praktikavtal")), "deltagare", HERE)
        assert export(document, "pdf").startswith(b"%PDF") and export(document, "html")


def test_every_form_that_is_signed_has_an_instrument():
    found = {form_of(name).id for name in SIGNED}
    assert found >= {
        form.id for form in list_forms() if any(q.signs and q.required for q in form.questions.values())
    } - {"narvarorapport"}
