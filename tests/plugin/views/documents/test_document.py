"""Saved documents: which copy says what, who may have it, and what happens when something is to be changed."""

from uuid import UUID

import pytest
from support.form_examples import example

from stegvis.plugin.storage import Verb

PROTECTED = {"skydd": "sekretessmarkering", "kontaktvag": ["brev"], "lamna_meddelande": "nej"}


@pytest.fixture
def agreement(office):
    """A saved praktikavtal."""
    return office.saved("praktikavtal", example("praktikavtal"))


@pytest.fixture
def protected(office):
    """A saved praktikavtal of a person with protected data."""
    return office.saved("praktikavtal", example("praktikavtal") | PROTECTED)


def test_the_switch_shows_each_copy_with_what_its_reader_may_see(office, agreement):
    links = {link.get_text(): link["href"] for link in agreement.soup.select(".st-aud a")}
    assert list(links) == ["Kopia för kommunen", "Kopia för deltagaren", "Kopia för arbetsgivaren"]
    own, employer = office.page.get(links["Kopia för kommunen"]), office.page.get(links["Kopia för arbetsgivaren"])
    assert "Vad bygger praktiken på?" in own.text and "Anvisad" in own.text
    assert "Vad bygger praktiken på?" not in employer.text and "Anvisad" not in employer.text
    assert "kopia=arbetsgivare" in employer.soup.select_one(".st-files a")["href"]


def test_each_party_of_a_consent_has_a_copy_of_its_own(office):
    document = office.saved("samtycke", example("samtycke"))
    second = office.page.get(f"{document.path}?kopia=part&part=2")
    assert "Region X, Vårdcentralen Lärkan" in second.soup.select_one(".st-aud [aria-current]").get_text()
    assert "Bara sådant som gäller" in second.text and "Bara för att planera arbetsträningen" not in second.text


def test_each_authority_in_a_plan_has_a_copy_of_its_own(office):
    document = office.saved("genomforandeplan", example("genomforandeplan"))
    links = {link.get_text(): link["href"] for link in document.soup.select(".st-aud a")}
    assert [name for name in links if "Arbetsförmedlingen" in name or "Region X" in name] == list(links)[2:4]
    own = office.page.get(links["Kopia för Region X, Vårdcentralen Lärkan"])
    assert "Pröva ut arbetsstol" in own.text and "Söka praktikplatser" not in own.text


EMPLOYER = "/granska?kopia=arbetsgivare"


def refused(office, path):
    """What is answered when a review is sent all the same."""
    return office.page.client.post(path, headers={"Sec-Fetch-Site": "same-origin"}).status_code


def logged(office, document_id):
    """The reasons under which a document has been read."""
    return [event.reason for event in office.store.events(office.who.tenant, document_id) if event.reason]


def id_of(page):
    return UUID(page.path.rpartition("/")[2])


def test_the_employers_copy_of_a_protected_person_waits_for_somebody_elses_review(office, protected):
    for suffix in ("", ".pdf", ".docx"):
        page = office.page.get(f"{protected.path}{suffix}?kopia=arbetsgivare")
        assert page.h1 == "Granska kopian" and "Be en kollega granska kopian." in page.text
        assert "Kuggen" not in page.text
    assert refused(office, protected.path + EMPLOYER) == 403
    assert office.page.get(f"{protected.path}?kopia=arbetsgivare").h1 == "Granska kopian"


def test_nobody_reviews_a_copy_of_what_they_have_written_themselves(office):
    """Anna fills in, Bo saves: neither may review, and neither when it is a new version of what Anna wrote."""
    office.become("anna", "Anna Handläggarsson")
    check = office.fill("praktikavtal", example("praktikavtal") | PROTECTED)
    office.become("bo", "Bo Handläggarsson")
    saved = check.submit("kontrollera")
    renewed = office.page.get(saved.path).submit("ny-version")
    again = renewed.submit(
        "fyll-i", press="kontrollera", **office.typed("praktikavtal", example("praktikavtal") | PROTECTED)
    )
    for page in (saved, again.submit("kontrollera")):
        for who in ("anna", "bo"):
            office.become(who, who)
            assert "Du har själv fyllt i handlingen." in office.page.get(page.path + EMPLOYER).text
            assert refused(office, page.path + EMPLOYER) == 403
        office.become("hanna", "Hanna Handläggarsson")
        assert office.page.get(page.path + EMPLOYER).submit().h1 == "Praktikavtal"


def test_an_archivist_reviews_nothing(office, protected):
    office.become("arvid", "Arvid Arkivarie", role="arkiv")
    page = office.page.get(f"{protected.path}?kopia=arbetsgivare")
    assert "Din roll läser och hämtar handlingar" in page.text and "Kuggen" not in page.text
    assert refused(office, protected.path + EMPLOYER) == 403


def test_a_named_review_is_logged_and_opens_the_copy(office, protected):
    office.become("hanna", "Hanna Handläggarsson")
    review = office.page.get(protected.path + EMPLOYER)
    assert "Kuggen" in review.text and "Exempelgatan" not in review.text
    copy = review.submit()
    assert (
        copy.h1 == "Praktikavtal"
        and "Kopia för arbetsgivaren" in copy.soup.select_one(".st-aud [aria-current]").get_text()
    )
    assert office.page.get(f"{protected.path}.pdf?kopia=arbetsgivare").response.mimetype == "application/pdf"
    events = office.store.events(office.who.tenant, id_of(protected))
    event = next(event for event in events if "Granskad" in (event.reason or ""))
    assert (event.by, event.verb) == ("hanna", Verb.READ) and event.reason.endswith("Hanna Handläggarsson")


def test_each_partys_copy_of_a_protected_persons_consent_is_reviewed_by_itself(office):
    document = office.saved("samtycke", example("samtycke") | PROTECTED | {"sus_samtycke": "anonym"})
    office.become("hanna", "Hanna Handläggarsson")
    first, second = f"{document.path}?kopia=part&part=1", f"{document.path}?kopia=part&part=2"
    for suffix in ("", ".pdf", ".docx"):
        assert office.page.get(first.replace("?", f"{suffix}?")).h1 == "Granska kopian"
    assert "part=1" in office.page.get(first).submit().soup.select_one(".st-files a")["href"]
    assert office.page.get(first.replace("?", ".pdf?")).response.mimetype == "application/pdf"
    assert office.page.get(second).h1 == "Granska kopian"
    assert logged(office, id_of(document))[-2:] == [
        "Granskad kopia för part 1: Hanna Handläggarsson",
        "Hämtad som pdf: part 1",
    ]


@pytest.mark.parametrize("query", ["", "?kopia=kommun", "?kopia=deltagare"])
def test_a_copy_that_needs_no_review_has_none(office, protected, query):
    office.become("hanna", "Hanna Handläggarsson")
    office.page.get(protected.path).submit("skal", skal="Vikarierar i dag")
    assert office.page.get(f"{protected.path}/granska{query}").path == protected.path
    assert refused(office, f"{protected.path}/granska{query}") == 303
    assert not [reason for reason in logged(office, id_of(protected)) if "Granskad" in reason]


def test_a_new_version_begins_with_the_same_answers_and_needs_its_own_review(office, protected):
    office.become("hanna", "Hanna Handläggarsson")
    office.page.get(protected.path + EMPLOYER).submit()
    draft = office.page.get(protected.path).submit("ny-version")
    assert draft.values("fyll-i")["arbetsplats_namn"] == "Cykelverkstaden Kuggen"
    renewed = draft.submit(
        "fyll-i", press="kontrollera", **office.typed("praktikavtal", example("praktikavtal") | PROTECTED)
    ).submit("kontrollera")
    assert office.page.get(f"{renewed.path}?kopia=arbetsgivare").h1 == "Granska kopian"
    assert "Ersatt" in office.page.get(protected.path).text


def test_a_new_version_of_a_consent_is_given_anew(office):
    """What was told stands; nothing that was ticked, gone through, noted or signed then is there from the start."""
    answers = example("samtycke") | {
        "form": "muntligt",
        "antecknat_av": "Kim Konsulent",
        "antecknat_tid": "2026-11-20 14:30",
    }
    answers |= {
        "underskrifter": [{"roll": "god_man", "namnfortydligande": "Gun Godman"}],
        "visad_for_deltagaren": "2026-11-20",
    }
    saved = office.saved("samtycke", answers)
    office.become("hanna", "Hanna Handläggarsson")
    draft = saved.submit("ny-version")
    values = draft.values("fyll-i")
    assert values["parter-1-organisation"] == example("samtycke")["parter"][1]["organisation"]
    assert (
        values["riktning-0"] == example("samtycke")["riktning"][0] and values["syfte"] == example("samtycke")["syfte"]
    )
    assert draft.soup.select("input[type=checkbox][value=y]") and not draft.soup.select("input[value=y][checked]")
    assert [values[name] for name in ("visad_for_deltagaren", "antecknat_tid", "info_gdpr_datum")] == ["", "", ""]
    assert not [name for name in values if name.startswith("underskrifter-0")]
    assert (values["upprattad_datum"], values["upprattad_av"]) == ("2026-11-21", "Hanna Handläggarsson")
    errors = draft.submit("fyll-i", press="kontrollera").errors
    assert {"st-uppgifter", "st-info_last", "st-info_gdpr_datum"} <= set(errors)


def test_a_new_version_of_an_agreement_is_agreed_anew(office, agreement):
    draft = agreement.submit("ny-version")
    ticked = {control["name"] for control in draft.soup.select("input[type=checkbox][checked]")}
    assert not [name for name in ticked if "tystnadsplikt" in name or "godkant" in name]
    assert (
        draft.values("fyll-i")["schema-rader-0-aktivitet"] == example("praktikavtal")["schema"]["rader"][0]["aktivitet"]
    )


def test_a_new_version_thrown_away_may_be_begun_again_from_the_same_page(office, agreement):
    draft = agreement.submit("ny-version")
    office.page.get(draft.path.replace("fyll-i", "kasta")).submit()
    again = agreement.submit("ny-version")
    assert again.path.endswith("/fyll-i") and again.path != draft.path


def test_another_namnd_and_it_see_nothing(office, agreement):
    office.become("osa", "Osa Obehörig", tenant="Byggnadsnämnden")
    assert {office.page.get(agreement.path + end).status for end in ("", ".pdf", "/fyll-i", "/granska")} == {404}
    office.become("iris", "Iris It-ansvarig", role="admin")
    assert {office.page.get(agreement.path + end).status for end in ("", ".pdf", "/fyll-i", "/granska")} == {403}
    assert "inga handlingar" in office.page.get("/stegvis/").text


def test_an_archivist_reads_and_takes_out_but_changes_nothing(office, agreement):
    office.become("arvid", "Arvid Arkivarie", role="arkiv")
    assert "Gör en ny version" not in office.page.get(agreement.path).text
    assert office.page.get(agreement.path + ".pdf").status == 200
    assert office.page.get(agreement.path + "/fyll-i").status == 403


class TestNews:
    """A new version of a plan says what is new since the one before: on the page, in Word and in PDF, and to nobody
    what they may not see.
    """

    @pytest.fixture
    def page(self, office):
        from support.form_examples import example

        answers = example("genomforandeplan")
        saved = office.saved("genomforandeplan", answers)
        draft = saved.submit("ny-version")
        rows = [*answers["delmal"], {**answers["delmal"][0], "text": "Stå i kassan en dag i veckan"}]
        changed = {**answers, "huvudmal": "Jag vill arbeta i ett kafé.", "delmal": rows}
        return draft.submit("fyll-i", press="kontrollera", **office.typed("genomforandeplan", changed)).submit(
            "kontrollera"
        )

    def test_it_is_told_on_the_page(self, page):
        news = (
            page.soup.find("h2", string="Nytt sedan förra versionen").find_parent("section").get_text(" ", strip=True)
        )
        assert "Stå i kassan en dag i veckan" in news and "egna ord" in news.lower() or "mål" in news.lower()
        assert "Datum" not in news

    @pytest.mark.parametrize("form", ["pdf", "docx"])
    def test_and_in_the_files(self, office, page, form):
        from io import BytesIO

        from docx import Document
        from pypdf import PdfReader

        data = office.page.client.get(f"{page.path}.{form}").data
        words = (
            " ".join(p.text for p in Document(BytesIO(data)).paragraphs)
            if form == "docx"
            else " ".join(p.extract_text() for p in PdfReader(BytesIO(data)).pages)
        )
        assert "Nytt sedan förra versionen" in words and "Stå i kassan" in words

    def test_a_first_version_has_no_news(self, agreement):
        assert "Nytt sedan förra versionen" not in agreement.text
