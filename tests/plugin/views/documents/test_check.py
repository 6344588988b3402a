"""Reading through before saving for good: the copies as they will be, what to look at again, and what stops it."""

from support.form_examples import example


def test_the_participant_sees_before_saving_what_the_employer_will_get(office):
    check = office.fill("praktikavtal", example("praktikavtal"))
    employer = office.page.get(check.path + "?kopia=arbetsgivare")
    assert "Cykelverkstaden Kuggen" in employer.text and "Habiliteringsersättning" not in employer.text


def test_warnings_are_told_and_stop_nobody(office):
    answers = example("praktikavtal") | {"omfattning_timmar": 30, "arbetsuppgifter": "Prata om sin psykos med kollegor"}
    check = office.fill("praktikavtal", answers)
    warning = check.soup.select_one('.st-note[data-tone="wait"]').get_text()
    assert "Du kan gå vidare ändå." in warning and "du har skrivit 30" in warning
    assert "Sparat" in check.submit("kontrollera").text


def test_who_saves_for_good_has_read_what_the_other_changed(office):
    check = office.fill("samtycke", example("samtycke"))
    office.page.get(check.path.replace("kontrollera", "fyll-i")).submit("fyll-i", press="spara", mote="Ett annat möte")
    again = check.submit("kontrollera")
    assert again.status == 409 and "Läs ändringarna innan du sparar." in again.text and "Ett annat möte" in again.text
    assert "Sparat" in again.submit("kontrollera").text


def test_of_two_new_versions_the_second_is_not_saved_and_the_page_says_why(office):
    """Otherwise two documents would be in force in the place of one."""
    answers = example("praktikavtal")
    saved = office.saved("praktikavtal", answers)
    page = office.page.get(saved.path)  # with another one-time key
    ready = []
    for start in (saved, page):
        draft = start.submit("ny-version")
        ready.append(draft.submit("fyll-i", press="kontrollera", **office.typed("praktikavtal", answers)))
    assert "Sparat" in ready[0].submit("kontrollera").text
    second = ready[1].submit("kontrollera")
    assert second.status == 409 and "En annan ny version av samma handling är redan sparad." in second.text
    assert office.page.get("/stegvis/").soup.find_all("h2")[1].get_text(" ", strip=True) == "Utkast (1)"


def test_answers_with_errors_are_sent_back_to_the_form_with_the_errors_pointed_out(office):
    """The address of the check is no way round the judge: neither to read through nor to save."""
    draft = office.begin("samtycke")
    where = draft.path.replace("fyll-i", "kontrollera")
    for page in (office.page.get(where), office.page.post(where, draft.values("fyll-i"))):
        assert page.status == 422 and page.h1 == draft.h1 and page.soup.select('form[action$="fyll-i"]')
        assert page.errors["st-grund"] == "Välj vad stödet bygger på."
    assert office.page.get(draft.path).path == draft.path, "it is still a draft"
