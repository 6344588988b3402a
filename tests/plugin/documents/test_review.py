"""The named review of a copy about a person with protected data: of this version, for this reader, by somebody else."""

from uuid import UUID

import pytest
from support.documents import document_of, logged
from support.form_examples import example

from stegvis.plugin.documents import service
from stegvis.plugin.documents.copies import Copy
from stegvis.plugin.documents.review import is_protected, review_reason, reviewed_by, writers

EMPLOYERS, SECOND = Copy("arbetsgivare", None, "x"), Copy("part", 2, "x")
WORDS = "Granskad kopia för arbetsgivaren: Hanna Handläggarsson"


def protected(*log):
    return document_of("praktikavtal_minimal", skydd="sekretessmarkering", log=log)


def test_it_is_the_log_that_says_who_has_reviewed_which_copy_of_which_version():
    seen = logged("read", "hanna", WORDS)
    assert reviewed_by(protected(seen), EMPLOYERS) == "Hanna Handläggarsson"
    assert reviewed_by(protected(seen), SECOND) == ""
    assert reviewed_by(protected(logged("read", "hanna", WORDS, version=2)), EMPLOYERS) == ""
    assert reviewed_by(protected(logged("saved", "hanna", WORDS)), EMPLOYERS) == ""
    assert reviewed_by(protected(logged("read", "hanna", "Vikarierar"), logged("read", "x", None)), EMPLOYERS) == ""


@pytest.mark.parametrize(
    ("skydd", "is_so"), [("nej", False), ("", False), (None, False), ("skyddad_folkbokforing", True)]
)
def test_only_a_person_with_protected_data_is_reviewed(skydd, is_so):
    document = document_of("praktikavtal_minimal", skydd=skydd, log=[logged("read", "hanna", WORDS)])
    assert is_protected(document) is is_so and (reviewed_by(document, EMPLOYERS) != "") is is_so


def test_the_reason_in_the_log_names_the_reviewer_and_the_reader(office):
    office.become("hanna", "Hanna Handläggarsson")
    with office.app.test_request_context():
        assert review_reason(EMPLOYERS) == WORDS
        assert review_reason(SECOND) == "Granskad kopia för part 2: Hanna Handläggarsson"


def test_who_has_saved_any_version_of_it_has_written_in_it_and_a_reader_has_not(office):
    """What somebody wrote two versions ago may stand in the new one still."""
    answers = office.typed("praktikavtal", example("praktikavtal_minimal"))
    saved = office.saved("praktikavtal", example("praktikavtal_minimal"))
    office.become("hanna", "Hanna Handläggarsson")
    saved = saved.submit("ny-version").submit("fyll-i", press="kontrollera", **answers).submit("kontrollera")
    office.become("charlie", "Charlie Chefsson", "chef")
    new = saved.submit("ny-version")
    office.become("bo", "Bo Läsarsson")
    office.page.get(new.path)
    with office.app.test_request_context():
        assert writers(service.open_document(UUID(new.path.split("/")[-2]), compared=True)) == {
            "kim",
            "hanna",
            "charlie",
        }
