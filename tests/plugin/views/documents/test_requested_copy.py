"""A copy is asked for by the address, and one that the form does not have is not found."""

import pytest
from support.form_examples import example


@pytest.mark.parametrize(
    "query",
    ["kopia=arbetsgivare", "kopia=part", "kopia=part&part=9", "kopia=part&part=x", "kopia=alla", "kopia=kommun&part=1"],
)
@pytest.mark.parametrize("suffix", ["", ".pdf", ".docx", "/kontrollera"])
def test_a_copy_the_form_does_not_have_is_not_found(office, query, suffix):
    draft = office.fill("samtycke", example("samtycke"))
    path = draft.path.removesuffix("/kontrollera")
    if suffix != "/kontrollera":
        draft.submit("kontrollera")
    assert office.page.get(f"{path}{suffix}?{query}").status == 404


def test_without_a_word_it_is_the_municipalitys_own(office):
    saved = office.saved("praktikavtal", example("praktikavtal"))
    for query in ("", "?kopia=kommun"):
        current = office.page.get(saved.path + query).soup.select_one(".st-aud [aria-current]")
        assert current.get_text() == "Kopia för kommunen"
