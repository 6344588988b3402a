"""The registers: workplaces with their contacts, partners, modules; and what a case takes from them."""

import re
from datetime import UTC, datetime

import pytest
from support.casework import PERIOD, Casework, sign

WORKPLACE = {
    "arbetsplats_namn": "Kaffestugan",
    "orgnr": "556016-0680",
    "sektor": "privat",
    "bransch": "hotell_restaurang",
    "arbetsplats_adress": "Storgatan 1, Påhittby",
    "arbetsgivare_kontakt-namn": "Carin Chefsson",
    "arbetsgivare_kontakt-telefon": "08-123 456 01",
    "arbetsgivare_kontakt-epost": "carin@exempel.se",
    "handledare_namn": "Hugo Handledarsson",
    "handledare_telefon": "08-123 456 02",
    "platser": "2",
}
CONTACT = {
    "dag": "2026-11-20",
    "hur": "telefon",
    "med": "Carin Chefsson",
    "vad": "De har plats i januari.",
    "igen": "2027-01-07",
}


def add(office, register="arbetsplats", **answers):
    """The page of a new entry."""
    return office.page.get(f"/stegvis/register/{register}/ny").submit(f"{register}/ny", **(answers or WORKPLACE))


def digits(text):
    """The figures: numbers are stored in one way whatever they were written with."""
    return "".join(sign for sign in text if sign.isdigit())


def names(page):
    """The entries a list shows."""
    return [link.get_text() for link in page.soup.select(".st-list a")]


@pytest.fixture
def case(office):
    return Casework(office, "ur-hemloshet-i-jobb")


class TestWorkplaces:
    def test_one_is_added_read_and_found(self, office):
        page = add(office)
        assert (
            page.h1 == "Kaffestugan"
            and "Carin Chefsson" in page.text
            and "Platser: 2. Upptagna i dag: 0. Lediga: 2." in page.text
        )
        add(office, arbetsplats_namn="Äppelgården")
        add(office, arbetsplats_namn="Ångtvätten")
        add(office, arbetsplats_namn="Bageriet")
        listed = office.page.get("/stegvis/register/arbetsplats")
        assert names(listed) == ["Bageriet", "Kaffestugan", "Ångtvätten", "Äppelgården"]
        assert names(listed.submit("register/arbetsplats", sok="kaffe")) == ["Kaffestugan"]
        assert names(listed.submit("register/arbetsplats", sok="556016-06")) == ["Kaffestugan"]
        assert names(listed.submit("register/arbetsplats", sok="finns inte")) == []

    def test_what_is_wrong_is_told_and_nothing_is_lost(self, office):
        page = add(office, arbetsplats_namn="Kaffestugan", orgnr="556016-0681")
        assert page.status == 422 and "Kontrollera organisationsnumret" in page.text
        assert page.soup.select_one("[name=arbetsplats_namn]")["value"] == "Kaffestugan"

    def test_contacts_are_noted_newest_first(self, office):
        page = add(office)
        page = office.page.get(f"{page.path}/anteckna").submit("anteckna", **CONTACT)
        page = office.page.get(f"{page.path}/anteckna").submit(
            "anteckna", **{**CONTACT, "dag": "2026-11-21", "vad": "Ett besök är bokat.", "igen": ""}
        )
        notes = [note.get_text(" ", strip=True) for note in page.soup.select(".st-list li")]
        assert "Ett besök är bokat." in notes[0] and "Hör av er igen 2027-01-07" in notes[1]

    def test_what_a_colleague_has_changed_is_told_before_it_is_written_over(self, office):
        page = add(office)
        mine = office.page.get(f"{page.path}/andra")
        office.become("hanna", "Hanna Handläggarsson")
        office.page.get(f"{page.path}/andra").submit("", platser="3")
        told = mine.submit("", platser="4")
        assert told.status == 409 and "Någon annan har ändrat här" in told.text
        assert told.soup.select_one("[name=platser]")["value"] == "4"
        assert "Platser: 4" in told.submit("").text

    def test_one_that_is_put_away_is_kept_and_can_be_taken_back(self, office, case):
        page = add(office).submit("undan")
        assert "Borttagen ur registret" in page.text
        assert names(office.page.get("/stegvis/register/arbetsplats")) == []
        assert names(office.page.get("/stegvis/register/arbetsplats?borttagna=1")) == ["Kaffestugan"]
        assert "Kaffestugan" not in office.page.get(f"{case.path}/anteckna/arbetsplats").text
        page.submit("undan")
        assert names(office.page.get("/stegvis/register/arbetsplats")) == ["Kaffestugan"]

    def test_nothing_of_another_namnd_is_there(self, office):
        page = add(office)
        office.become("osa", "Osa Obehörig", tenant="Byggnadsnämnden")
        assert names(office.page.get("/stegvis/register/arbetsplats")) == []
        assert office.page.get(page.path).status == 404

    def test_an_entry_is_found_in_its_own_register_alone(self, office):
        page = add(office)
        assert office.page.get(page.path.replace("arbetsplats", "partner")).status == 404
        assert office.page.get("/stegvis/register/hemligt").status == 404

    def test_it_administrators_see_none(self, office):
        office.become("ida", "Ida It-tekniker", role="admin")
        assert office.page.get("/stegvis/register/arbetsplats").status == 403

    def test_an_archivist_reads_and_changes_nothing(self, office):
        page = add(office)
        office.become("arvid", "Arvid Arkivarie", role="arkiv")
        assert not office.page.get(page.path).soup.find("a", string="Ändra uppgifterna")
        assert office.page.get(f"{page.path}/andra").status == 403

    def test_a_long_register_is_read_a_page_at_a_time(self, office, monkeypatch):
        monkeypatch.setattr("stegvis.plugin.views.cases.registers.MOST", 2)
        for name in ("Ett", "Fyra", "Två"):
            add(office, arbetsplats_namn=name)
        first = office.page.get("/stegvis/register/arbetsplats")
        second = office.page.get(first.soup.find("a", string="Nästa sida")["href"])
        assert (names(first), names(second)) == (["Ett", "Fyra"], ["Två"])
        assert not second.soup.find("a", string="Nästa sida")


class TestChosenInACase:
    """The workplace follows to the agreement, and the agreement takes one of its places."""

    def choose(self, office, case):
        add(office)
        page = office.page.get(f"{case.path}/anteckna/arbetsplats")
        value = page.soup.select_one("input[name=arbetsplats]")["value"]
        return page.submit("anteckna/arbetsplats", dag="2026-11-20", arbetsplats=value)

    def test_an_agreement_begins_with_all_that_the_register_says(self, office, case):
        assert "Arbetsplatsen valdes" in self.choose(office, case).text
        case.note("studiebesok", dag="2026-11-20", med=["deltagare", "arbetsgivare", "konsulent"])
        draft = case.begin("praktikavtal")
        for name, value in WORKPLACE.items():
            field = draft.soup.select_one(f"input[name={name}]")
            if name in ("sektor", "bransch"):
                chosen = draft.soup.select_one(f"[name={name}][checked], select[name={name}] option[selected]")
                assert chosen["value"] == value, name
            elif name != "platser":
                assert (
                    digits(field["value"]).endswith(digits(value).lstrip("0"))
                    if digits(value)
                    else field["value"] == value
                ), name
        assert "Hämtat från registret, 2026-11-20." in draft.text

    def test_what_the_agreement_says_goes_before_the_register(self, office, case):
        self.choose(office, case)
        case.note(
            "studiebesok", dag="2026-11-20", arbetsplats="Kaffestugan", med=["deltagare", "arbetsgivare", "konsulent"]
        )
        case.save("praktikavtal", **{**PERIOD, "handledare_namn": "Hanna Nyhandledare"})
        assert (
            case.begin("praktikavtal").soup.select_one("input[name=handledare_namn]")["value"] == "Hanna Nyhandledare"
        )

    def test_a_signed_agreement_takes_a_place_while_it_runs(self, office, case):
        self.choose(office, case)
        case.note(
            "studiebesok", dag="2026-11-20", arbetsplats="Kaffestugan", med=["deltagare", "arbetsgivare", "konsulent"]
        )
        saved = case.save("praktikavtal", **{**PERIOD, "arbetsplats_namn": "KAFFESTUGAN "})
        where = office.page.get("/stegvis/register/arbetsplats").soup.select_one(".st-list a")["href"]
        assert "Upptagna i dag: 0. Lediga: 2." in office.page.get(where).text
        sign(office, saved)
        assert "Upptagna i dag: 1. Lediga: 1." in office.page.get(where).text
        office.at = datetime(2026, 12, 21, 12, tzinfo=UTC)
        assert "Upptagna i dag: 0. Lediga: 2." in office.page.get(where).text

    def test_a_visit_and_a_call_begin_with_its_name(self, office, case):
        self.choose(office, case)
        for kind in ("kontakt", "studiebesok"):
            page = office.page.get(f"{case.path}/anteckna/{kind}")
            assert page.soup.select_one("[name=arbetsplats]")["value"] == "Kaffestugan"

    def test_without_a_register_the_page_says_where_to_begin(self, office, case):
        page = office.page.get(f"{case.path}/anteckna/arbetsplats")
        assert page.soup.find("a", string="Lägg till den i registret.")["href"].endswith("/register/arbetsplats/ny")


class TestPartners:
    def test_those_of_the_programmes_stand_beside_ones_own(self, office):
        add(
            office,
            "partner",
            namn="Arbetsförmedlingen, rehabilitering",
            typ="myndighet",
            kontaktperson="Bo Bryggarsson",
            verksamheter=["stegen"],
        )
        page = office.page.get("/stegvis/register/partner")
        assert names(page) == ["Arbetsförmedlingen, rehabilitering"]
        assert "Fountain House" in page.text and "Ur hemlöshet – I jobb" in page.text
        entry = office.page.get(page.soup.select_one(".st-list a")["href"])
        assert "Stegen" in entry.text and "Bo Bryggarsson" in entry.text


class TestModules:
    """The catalogue of MOVE (A79, A80)."""

    def many(self, office, number, area="5"):
        with office.app.test_request_context():
            for n in range(number):
                payload = {"titel": f"Moment {n:03}", "omrade": area, "slag": "traning"}
                office.store.registers.add(
                    office.who.tenant, "modul", payload, by="kim", request_key=f"modul-{area}-{n}"
                )

    def test_a_module_may_be_a_part_of_another_never_of_itself(self, office):
        page = add(office, "modul", titel="Kök", omrade="5", slag="oversikt", steg_1="Se hur en annan gör")
        assert "Se hur en annan gör" in page.text
        form = office.page.get("/stegvis/register/modul/ny")
        assert "Kök" in form.soup.find(attrs={"id": re.compile("del_av")}).find_parent(class_="st-q").get_text()
        change = office.page.get(f"{page.path}/andra")
        assert "Kök" not in change.soup.find(attrs={"id": re.compile("del_av")}).find_parent(class_="st-q").get_text()

    def test_one_that_is_put_away_stands_in_those_that_are_parts_of_it(self, office):
        whole = add(office, "modul", titel="Kök", omrade="5", slag="oversikt")
        number = whole.path.rpartition("/")[2]
        part = add(office, "modul", titel="Diska", omrade="5", slag="traning", del_av=number)
        whole.submit("undan")
        assert "Kök" in office.page.get(part.path).text
        assert "Diska" in office.page.get(f"{part.path}/andra").submit("").text

    def test_two_hundred_of_one_area_are_listed_by_area(self, office):
        self.many(office, 200)
        self.many(office, 2, area="1")
        page = office.page.get("/stegvis/register/modul?omrade=5")
        assert "200 i registret" in page.text and len(names(page)) == 50
        assert "Sida 1 av 4" in page.text

    def test_a_picture_comes_from_the_installations_own_folder_and_nothing_else_does(self, office):
        folder = office.folder / "stegvis" / "bilder"
        folder.mkdir(parents=True)
        (folder / "disk.png").write_bytes(b"\x89PNG\r\n\x1a\n")
        (folder / "hemlig.txt").write_text("nej")
        page = add(
            office,
            "modul",
            titel="Diska",
            omrade="5",
            slag="traning",
            bild="disk.png",
            bild_alt="En person diskar en tallrik.",
        )
        picture = page.soup.select_one("img.st-picture")
        assert picture["alt"] == "En person diskar en tallrik."
        with office.app.test_client() as client:
            with client.get(picture["src"]) as sent:
                assert sent.data.startswith(b"\x89PNG")
            assert client.get("/stegvis/register/bild/hemlig.txt").status_code == 404
            assert client.get("/stegvis/register/bild/..%2Fstegvis.cfg").status_code == 404

    def test_chosen_modules_begin_a_sheet_after_those_that_are_there(self, office):
        self.many(office, 3)
        case = Casework(office, "dc-tjanst")
        page = office.page.get(f"{case.path}/moduler/valj")
        assert page.submit("moduler/valj").status == 422
        boxes = [box["value"] for box in page.soup.select("[name=modul]")]
        draft = page.submit("moduler/valj", modul=boxes[:2])
        titles = [
            field["value"] for field in draft.soup.select('[name^="moduler-"][name$="-titel"]') if field.get("value")
        ]
        assert titles == ["Moment 000", "Moment 001"]

    def test_a_programme_without_modules_offers_none(self, office):
        case = Casework(office, "stegen")
        assert office.page.get(f"{case.path}/moduler/valj").status == 404
