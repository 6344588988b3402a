"""Variants: who and what a text fits, and how a form file writes them."""

import pytest
from support.making import CONTEXT

from stegvis.forms.language.conditions import Is, Scope
from stegvis.forms.language.variants import VARIANTS, Variant

YES = Scope({"tolk": "ja"}, CONTEXT)
NO = Scope({"tolk": "nej"}, CONTEXT)


def test_a_variant_for_nobody_in_particular_fits_everybody():
    assert Variant("Hej").fits("kommun", NO) and Variant("Hej").fits("arbetsgivare", YES)


def test_audience_and_condition_must_both_hold():
    variant = Variant("Hej", audience=("deltagare",), when=Is("tolk", ("ja",)))
    assert variant.fits("deltagare", YES)
    assert not variant.fits("deltagare", NO) and not variant.fits("kommun", YES)


def test_tables_of_a_form_file_become_variants():
    written = [{"text": "Hej", "audience": ["part"], "when": {"question": "tolk", "is": "ja"}, "config": True}]
    assert VARIANTS.read(written) == (Variant("Hej", ("part",), Is("tolk", ("ja",)), True),)


@pytest.mark.parametrize("odd", ["Hej", [], [{"audience": ["part"]}], [{"text": "Hej", "nar": "nu"}], ["Hej"]])
def test_what_is_no_list_of_texts_is_refused(odd):
    with pytest.raises(ValueError, match="^skriv "):
        VARIANTS.read(odd)
