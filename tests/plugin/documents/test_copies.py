"""The copies of a document: one for each reader, one for each party, and what each is called in the log."""

import pytest
from support.documents import document_of
from support.form_examples import example
from werkzeug.exceptions import NotFound

from stegvis.plugin.documents.copies import Copy, copies, own_copy


def test_an_agreement_has_one_for_each_reader_the_kommuns_first():
    document = document_of("praktikavtal")
    assert [(one.audience, one.part) for one in copies(document)] == [
        ("kommun", None),
        ("deltagare", None),
        ("arbetsgivare", None),
    ]
    assert own_copy(document) == copies(document)[0]


def test_a_consent_has_one_for_each_party_called_by_its_name():
    parties = [one for one in copies(document_of("samtycke")) if one.audience == "part"]
    assert [one.part for one in parties] == [1, 2, 3]
    for one, row in zip(parties, example("samtycke")["parter"], strict=True):
        assert row["organisation"] in one.title and row["enhet"] in one.title


def test_a_party_is_called_the_same_whatever_order_its_row_was_stored_in():
    rows = example("samtycke")["parter"]
    turned = [dict(reversed(row.items())) for row in rows]
    assert copies(document_of("samtycke", parter=turned)) == copies(document_of("samtycke", parter=rows))


def test_in_the_log_and_in_an_address_a_party_is_a_number_and_never_a_name():
    copy = next(one for one in copies(document_of("samtycke")) if one.part == 2)
    assert (copy.reader, copy.arguments) == ("part 2", {"kopia": "part", "part": 2})
    assert Copy("arbetsgivare", None, "x").arguments == {"kopia": "arbetsgivare"}
    assert Copy("kommun", None, "x").arguments == {}, "an address without more is the kommun's own"


def test_a_form_that_the_kommun_has_no_copy_of_has_none_of_its_own():
    with pytest.raises(NotFound):
        own_copy(document_of("praktikavtal", audiences=("arbetsgivare",)))
