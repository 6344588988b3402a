"""A copy in the words its reader may have: with the review it needs, and what is new since the version before."""

from uuid import UUID

import pytest
from marshmallow import ValidationError
from support.documents import document_of, logged
from support.form_examples import example

from stegvis.exporters import export
from stegvis.exporters.errors import ReviewNeeded
from stegvis.plugin.documents.compose import compose_copy
from stegvis.plugin.documents.copies import Copy, own_copy
from stegvis.plugin.storage import State

EMPLOYERS = Copy("arbetsgivare", None, "x")
OLD = UUID(int=2)


def words(document, copy=None):
    return export(compose_copy(document, copy or own_copy(document)), "txt").decode()


def test_an_employer_has_no_word_of_what_is_the_kommuns_own():
    document = document_of("praktikavtal_minimal", state=State.KLAR)
    assert "AM 2026-00417" in words(document) and "AM 2026-00417" not in words(document, EMPLOYERS)


def test_a_copy_that_leaves_about_a_protected_person_waits_for_its_review():
    waiting = document_of("praktikavtal_minimal", skydd="sekretessmarkering")
    with pytest.raises(ReviewNeeded):
        compose_copy(waiting, EMPLOYERS)
    reason = "Granskad kopia för arbetsgivaren: Hanna"
    seen = document_of("praktikavtal_minimal", skydd="sekretessmarkering", log=[logged("read", "hanna", reason)])
    assert compose_copy(seen, EMPLOYERS) == compose_copy(waiting, EMPLOYERS, "Hanna")


def test_a_draft_with_errors_is_composed_for_nobody():
    document = document_of("praktikavtal_minimal", orgnr="1")
    with pytest.raises(ValidationError):
        compose_copy(document, own_copy(document))


def test_what_is_new_since_the_version_before_is_told_and_what_is_of_its_day_is_not():
    before = example("genomforandeplan")
    document = document_of(
        "genomforandeplan",
        state=State.KLAR,
        replaces=OLD,
        replaced={**document_of("genomforandeplan", state=State.KLAR).answers, "upprattad_datum": "2026-11-01"},
        delmal=[*before["delmal"], {**before["delmal"][0], "text": "Stå i kassan en dag"}],
    )
    news = words(document).split("Nytt sedan förra versionen")[1].split("Ärende och kontakt")[0]
    told = [line.strip() for line in news.splitlines() if "•" in line]
    assert told == ["• Vilka delmål finns på vägen?: Stå i kassan en dag, 2027-01-29"]
    assert "Nytt sedan" not in words(document_of("genomforandeplan", state=State.KLAR))


def test_a_new_version_that_was_not_read_beside_the_old_is_not_composed_as_if_nothing_were_new():
    document = document_of("genomforandeplan", state=State.KLAR, replaces=OLD)
    with pytest.raises(LookupError, match="compared=True"):
        compose_copy(document, own_copy(document))
