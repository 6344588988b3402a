"""Signing on the pages: the worker's view, the browser that is handed over, and the way back."""

import json
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from support.form_examples import example
from support.hosts import SAME_ORIGIN
from support.screen_signing import ARBETSGIVARE, CODE, DELTAGARE, KOMMUN, NAME, STROKES, Agreement

from stegvis.plugin.signing import track_screen
from stegvis.plugin.signing.errors import NotComplete
from stegvis.plugin.web import kiosk


@pytest.fixture
def agreement(office):
    return Agreement(office)


def test_three_parties_sign_one_after_the_other(agreement):
    assert "Skriv under, eller se vilka som har gjort det" in agreement.page.get(agreement.path).text
    begun = agreement.begin()
    assert begun.text.count("Väntar") >= 3 and "Märke:" in begun.text
    after = agreement.sign(DELTAGARE, underskrift=STROKES, forhallande="3.2", ort="Åvik")
    assert after.h1 == "Underskrifter" and "Har skrivit under" in after.text
    assert (
        agreement.status() == "Delvis underskriven"
        and "1 av 3 har skrivit under" in agreement.page.get(agreement.path).text
    )
    agreement.sign(ARBETSGIVARE)
    done = agreement.sign_here()
    assert "Alla som behövs har skrivit under." in done.text
    assert agreement.status() == "Underskriven"
    approved = {event["party"]: event for event in agreement.events if event["kind"] == "approved"}
    assert {key: (act["name"], act["method"]) for key, act in approved.items()} == {
        DELTAGARE: (NAME, "Ritad på skärm"),
        ARBETSGIVARE: ("Robin Handledarsson", "Skriven på skärm"),
        KOMMUN: ("Kim Konsulent", "Skriven på skärm"),
    }
    kept = approved[DELTAGARE]["evidence"]
    assert kept["ink"] == {"strokes": json.loads(STROKES), "ratio": 3.2} and kept["witness"] == "Kim Konsulent"
    assert kept["confirmed"] == track_screen.CONFIRMED and approved[DELTAGARE]["place"] == "Åvik"
    assert [event["party"] for event in agreement.events if event["kind"] == "shown"] == [
        DELTAGARE,
        ARBETSGIVARE,
        KOMMUN,
    ]


class TestTheWorkersPage:
    def test_a_document_nobody_signs_says_so(self, office):
        page = Agreement(office, "narvarorapport").signatures
        assert "Ingen skriver under den här blanketten" in page.text and not page.soup.select("button[value^=borja]")

    def test_in_order_only_the_first_is_handed_the_browser(self, agreement):
        page = agreement.begin(ordning="tur")
        assert [link["href"].split("/")[-2] for link in page.soup.select('a[href$="lamna-over"]')] == [DELTAGARE]
        assert agreement.page.get(f"{agreement.path}/underskrifter/{KOMMUN}/skriv-under").status == 404

    def test_a_last_day_is_kept_and_shown_and_one_that_is_none_is_told(self, agreement):
        assert "Sista dag: 2026-12-01" in agreement.begin(senast="2026-12-01").text
        assert agreement.events[0]["expires"] == "2026-12-01"

    @pytest.mark.parametrize(("given", "words"), [("i jul", "Skriv dagen med år"), ("2026-11-20", "Välj dagens datum")])
    def test_a_last_day_that_is_none(self, agreement, given, words):
        page = agreement.begin(senast=given, ordning="tur")
        assert page.status == 422 and words in page.errors["st-senast"]
        assert page.values("underskrifter")["senast"] == given and page.values("underskrifter")["ordning"] == "tur"
        assert not agreement.events

    def test_it_is_paused_and_goes_on(self, agreement):
        page = agreement.begin().submit("underskrifter", press="pausa", skal="Vi väntar på svar.")
        assert (
            "pausade" in page.text
            and "Vi väntar på svar." in page.text
            and not page.soup.select('a[href$="lamna-over"]')
        )
        assert page.submit("underskrifter", press="fortsatt").soup.select('a[href$="lamna-over"]')

    def test_it_is_ended_with_a_reason_and_begun_anew(self, agreement):
        page = agreement.begin().submit("underskrifter", press="avbryt")
        assert page.status == 422 and page.errors == {"st-skal": "Skriv varför."}
        ended = page.submit("underskrifter", press="avbryt", skal="Fel arbetsplats.")
        assert "avbrutna" in ended.text and "Fel arbetsplats." in ended.text
        assert "Lämna över plattan" in ended.submit("underskrifter", press="borja:skarm").text

    def test_begun_twice_is_told(self, agreement):
        page = agreement.signatures
        page.submit("underskrifter", press="borja:skarm")
        again = page.submit("underskrifter", press="borja:skarm", engangsnyckel="en-annan")
        assert again.status == 409 and "Avbryt underskrifterna som pågår" in again.text

    def test_an_act_that_is_none_is_told(self, agreement):
        assert agreement.begin().submit("underskrifter", press="hitta-pa").status == 409

    def test_a_draft_has_no_signatures(self, office):
        draft = office.begin("praktikavtal").path.removesuffix("/fyll-i")
        assert office.page.get(f"{draft}/underskrifter").status == 404

    def test_who_may_not_write_does_not_come_here(self, agreement):
        agreement.begin()
        agreement.office.become("arvid", "Arvid Arkivarie", "arkiv")
        for path in ("underskrifter", f"underskrifter/{DELTAGARE}/lamna-over", f"underskrifter/{KOMMUN}/skriv-under"):
            assert agreement.page.get(f"{agreement.path}/{path}").status == 403

    def test_a_change_voids_and_says_what(self, agreement):
        agreement.begin()
        agreement.sign(DELTAGARE)
        draft = agreement.page.get(agreement.path).submit("ny-version")
        answers = example("praktikavtal_minimal") | {"deltagare_namn": "Alva Nyasson"}
        draft.submit("fyll-i", press="kontrollera", **agreement.office.typed("praktikavtal", answers)).submit(
            "kontrollera"
        )
        page = agreement.signatures
        assert "Underskrifterna gäller inte längre" in page.text
        assert [item.get_text() for item in page.soup.select('[data-tone="stop"] li')] == [
            "Deltagare",
            "Vilka som skriver under",
        ]


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


class TestStrokes:
    def test_they_are_rounded_and_empty_ones_are_left_out(self):
        sent = json.dumps([[[0.12345, 1], [0, 0.5], [0.5, 0.5], [0.1, 0.1], [1, 1]], []])
        assert track_screen.drawn(sent, "3.14159") == {
            "strokes": [[[0.123, 1.0], [0.0, 0.5], [0.5, 0.5], [0.1, 0.1], [1.0, 1.0]]],
            "ratio": 3.142,
        }
        assert track_screen.drawn(" ", "") is None

    @pytest.mark.parametrize(
        "sent",
        [
            "{",
            "{}",
            "null",
            "5",
            '"x"',
            "[5]",
            '[["x"]]',
            "[[[0.1]]]",
            "[[[0.1,0.2,0.3]]]",
            "[[[2,0]]]",
            "[[[0,-0.1]]]",
            '[[["0.1",0]]]',
            "[[[true,0]]]",
            "[[[NaN,0]]]",
            "[[[1e999,0]]]",
            "[" * 5000,
            json.dumps([[[0.5, 0.5]] * 5001]),
            json.dumps([[[0.5, 0.5]] * 6] * 201),
            " " + "[" + "1" * 200_000,
        ],
    )
    def test_whatever_is_sent_is_strokes_or_is_refused(self, sent):
        with pytest.raises(NotComplete) as told:
            track_screen.drawn(sent, "3")
        assert told.value.path == "underskrift"

    @pytest.mark.parametrize(
        "strokes", [[[[0.5, 0.5]] * 5000], [[[0.5, 0.5]] * 5] * 200, [[[0, 0], [1, 1], [0, 1], [1, 0], [0.5, 0.5]]]]
    )
    def test_as_many_as_may_be(self, strokes):
        assert len(track_screen.drawn(json.dumps(strokes), "3")["strokes"]) == len(strokes)

    @pytest.mark.parametrize(
        "sent",
        [
            "[[[0.5,1.5],[0,0],[0,0],[0,0],[0,0]]]",
            "[[[1.001,0],[0,0],[0,0],[0,0],[0,0]]]",
            "[[[0,-0.001],[0,0],[0,0],[0,0],[0,0]]]",
        ],
    )
    def test_a_point_outside_the_pad(self, sent):
        with pytest.raises(NotComplete, match="Sudda"):
            track_screen.drawn(sent, "3")

    @pytest.mark.parametrize("ratio", ["0.2", "20"])
    def test_the_narrowest_and_the_widest_pad(self, ratio):
        assert track_screen.drawn(STROKES, ratio)["ratio"] == float(ratio)

    def test_words_that_are_not_confirmed(self):
        track_screen.must_confirm({"last": "ja"})
        with pytest.raises(NotComplete):
            track_screen.must_confirm({"last": "nej"})

    @pytest.mark.parametrize("ratio", ["", "x", "0", "0.1", "21", "nan", "inf", "-3"])
    def test_a_pad_of_reasonable_shape(self, ratio):
        with pytest.raises(NotComplete):
            track_screen.drawn(STROKES, ratio)
