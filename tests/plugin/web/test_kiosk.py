"""The room: a browser that has been handed to one party reaches nothing else until it is unlocked."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from support.hosts import SAME_ORIGIN
from support.signing_on_screen import ARBETSGIVARE, CODE, DELTAGARE, KOMMUN, NAME, Agreement

from stegvis.plugin.web import kiosk


@pytest.fixture
def agreement(office):
    return Agreement(office)


class TestTheRoom:
    def test_nothing_else_is_reached_until_it_is_unlocked(self, agreement):
        agreement.begin()
        inside = agreement.hand_over(DELTAGARE)
        assert inside.path == "/stegvis/underskrift" and inside.h1 == "Läs och skriv under"
        for rule in agreement.office.app.url_map.iter_rules():
            if not rule.endpoint.startswith("stegvis.") or rule.endpoint in {"stegvis.static", "stegvis.unlock"}:
                continue
            values = {
                "document_id": UUID(agreement.path.rpartition("/")[2]),
                "form_id": "samtycke",
                "party": KOMMUN,
                "form": "pdf",
                "version": "1",
                "filename": "x",
                "path": "x",
                "case_id": UUID(int=1),
                "programme_id": "kraft",
                "register": "modul",
                "entry_id": UUID(int=1),
                "name": "x.png",
                "kind": "mote",
            }
            with agreement.office.app.test_request_context():
                path = agreement.office.app.url_for(
                    rule.endpoint, **{name: values[name] for name in rule.arguments}, _external=False
                )
            for method in rule.methods & {"GET", "POST"}:
                answer = agreement.page.client.open(path, method=method, headers=SAME_ORIGIN)
                where = answer.headers.get("Location", "")
                own = rule.endpoint in {"stegvis.room", "stegvis.room_signed"}
                assert own or (answer.status_code, where) == (303, "/stegvis/underskrift"), (
                    rule,
                    method,
                    answer.status_code,
                )

    def test_nothing_of_anybody_else_is_on_the_page(self, agreement):
        agreement.begin()
        page = agreement.hand_over(ARBETSGIVARE)
        assert not page.soup.select("nav") and "Kim Konsulent" not in page.soup.header.get_text()
        text = page.soup.main.get_text(" ", strip=True)
        assert "försörjningsstöd" not in text.lower() and "Kommunens och deltagarens del" not in text
        assert page.soup.title.get_text() == "Läs och skriv under – Stegvis"

    def test_the_cookie_is_for_our_pages_alone_and_for_no_script(self, agreement):
        agreement.begin()
        page = agreement.page.get(f"{agreement.path}/underskrifter/{DELTAGARE}/lamna-over")
        answer = agreement.page.client.post(page.path, data=page.values() | {"kod": CODE}, headers=SAME_ORIGIN)
        (cookie,) = [value for name, value in answer.headers if name == "Set-Cookie" and value.startswith(kiosk.COOKIE)]
        assert {"HttpOnly", "SameSite=Strict", "Path=/stegvis/"} <= set(cookie.split("; ")) and "Max-Age" not in cookie
        assert DELTAGARE not in cookie and CODE not in cookie and NAME not in cookie

    @pytest.mark.parametrize("code", ["", "471", "fyra", "47 11"])
    def test_a_code_of_four_digits(self, agreement, code):
        agreement.begin()
        page = agreement.hand_over(DELTAGARE, code)
        assert (
            page.status == 422
            and "fyra siffror" in page.text
            and page.errors == {"st-kod": "Välj en kod med minst 4 siffror."}
        )

    def test_wrong_codes_run_out_and_then_only_a_new_login_helps(self, agreement):
        office = agreement.office
        agreement.begin()
        agreement.hand_over(DELTAGARE)
        page = agreement.page.get("/stegvis/underskrift/klar")
        for _ in range(kiosk.TRIES - 1):
            page = page.submit("las-upp", kod="0000")
            assert page.status == 422 and "Den stämmer inte" in page.text
        page = page.submit("las-upp", kod="0000")
        assert "Logga ut och logga in igen" in page.text
        assert "Logga ut" in page.submit("las-upp", kod=CODE).text
        office.who = replace(office.who, auth_time=office.app.extensions["stegvis"].clock() + timedelta(minutes=1))
        assert agreement.page.get("/stegvis/").h1 == "Mitt arbete"

    def test_an_earlier_login_does_not_help(self, agreement):
        office = agreement.office
        office.who = replace(office.who, auth_time=office.app.extensions["stegvis"].clock() - timedelta(minutes=1))
        agreement.begin()
        agreement.hand_over(DELTAGARE)
        assert agreement.page.get("/stegvis/").path == "/stegvis/underskrift"

    def test_another_workers_room_is_not_ones_own(self, agreement):
        agreement.begin()
        agreement.hand_over(DELTAGARE)
        agreement.office.become("hanna", "Hanna Handläggarsson")
        assert (
            agreement.page.get("/stegvis/").h1 == "Mitt arbete"
            and agreement.page.get("/stegvis/underskrift").status == 404
        )

    @pytest.mark.parametrize("sealed", ["", "zz", "00", "ab" * 200])
    def test_a_cookie_that_is_none_of_ours_is_nothing(self, agreement, sealed):
        agreement.page.client.set_cookie(kiosk.COOKIE, sealed, path="/stegvis/")
        assert agreement.page.get("/stegvis/").h1 == "Mitt arbete"

    def test_out_of_the_room_the_browser_forgets_what_was_shown(self, agreement):
        agreement.begin()
        agreement.hand_over(DELTAGARE)
        page = agreement.page.get("/stegvis/underskrift/klar")
        answer = agreement.page.client.post(
            "/stegvis/underskrift/las-upp", data=page.values("las-upp") | {"kod": CODE}, headers=SAME_ORIGIN
        )
        assert answer.headers["Clear-Site-Data"] == '"cache"' and answer.location.endswith("/underskrifter")

    def test_the_kommuns_own_signer_needs_no_room(self, agreement):
        agreement.begin()
        assert agreement.page.get(f"{agreement.path}/underskrifter/{KOMMUN}/lamna-over").path.endswith("/skriv-under")
        assert agreement.page.get(f"{agreement.path}/underskrifter/{DELTAGARE}/skriv-under").status == 404
