"""The whole line inside a host that has its own layout and checks every post for its own token."""

import pytest
from support.form_examples import FORMS, example


@pytest.mark.parametrize("form", FORMS)
def test_a_form_goes_all_the_way_in_the_hosts_layout_and_with_its_token(hosted, form):
    broken = hosted.begin(form).submit("fyll-i", press="kontrollera")
    assert broken.status == 422 and broken.soup.title.get_text().startswith("Fel: ")
    document = hosted.fill(form, example(form)).submit("kontrollera")
    assert "Klar för underskrift" in document.text
    assert document.submit("ny-version").submit("fyll-i", press="spara").status == 200


def test_without_the_hosts_token_nothing_is_begun(hosted):
    sent = hosted.page.client.post("/stegvis/blanketter/samtycke/borja", headers={"Sec-Fetch-Site": "same-origin"})
    assert sent.status_code == 400 and "Öppna sidan på nytt" in sent.text
    assert "Det finns inga utkast." in hosted.page.get("/stegvis/").text
