"""Signing on the pages: the worker's view, the browser that is handed over, the party's page, and the way back."""

import json
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from support.form_examples import example
from support.hosts import SAME_ORIGIN

from stegvis.plugin.signing import track_screen
from stegvis.plugin.signing.errors import NotComplete
from stegvis.plugin.web import kiosk

DELTAGARE, ARBETSGIVARE, KOMMUN = "underskrift_deltagare", "underskrift_arbetsgivare", "underskrift_kommun"
NAME = example("praktikavtal_minimal")["deltagare_namn"]
STROKES = json.dumps([[[0.1, 0.5], [0.2, 0.3], [0.4, 0.6]], [[0.5, 0.5], [0.8, 0.4], [0.9, 0.6]]])
CODE = "4711"


class Agreement:
    """A praktikavtal that is being signed on a screen."""

    def __init__(self, office, form="praktikavtal_minimal"):
        self.office, self.page = office, office.page
        self.path = office.saved(form.partition("_")[0], example(form)).path

    @property
    def signatures(self):
        return self.page.get(f"{self.path}/underskrifter")

    def begin(self, **given):
        return self.signatures.submit("underskrifter", press="borja:skarm", **given)

    def hand_over(self, party, code=CODE):
        """The party's own page, after the browser has been handed over."""
        return self.page.get(f"{self.path}/underskrifter/{party}/lamna-over").submit(kod=code)

    def sign(self, party, code=CODE, **given):
        """The page after the party has signed in the room and the worker has unlocked."""
        name = NAME if party == DELTAGARE else "Robin Handledarsson"
        signed = self.hand_over(party, code).submit(press="skriv-under", **{"namn": name, "last": "ja"} | given)
        assert signed.h1 == "Tack", signed.errors
        return signed.submit("las-upp", kod=code)

    def sign_here(self, **given):
        page = self.page.get(f"{self.path}/underskrifter/{KOMMUN}/skriv-under")
        return page.submit(press="skriv-under", **{"last": "ja"} | given)

    @property
    def events(self):
        return self.office.store.signing(self.office.who.tenant, UUID(self.path.rpartition("/")[2]))

    def status(self):
        return self.page.get(self.path).soup.select_one(".st-headline .st-tag").get_text()


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


class TestThePartysPage:
    def page_of(self, agreement, party=DELTAGARE):
        agreement.begin()
        return agreement.hand_over(party)

    @pytest.mark.parametrize(
        ("given", "path", "words"),
        [
            ({"last": "ja"}, "st-namn", "Rita din underskrift, eller skriv ditt namn."),
            ({"namn": NAME}, "st-last", "Kryssa i"),
            ({"namn": "Robin Handledarsson", "last": "ja"}, "st-namn", NAME),
            ({"namn": NAME, "last": "ja", "ort": "å" * 201}, "st-ort", "Skriv orten"),
            ({"namn": NAME, "last": "ja", "underskrift": "[[[0.1,"}, "st-namn", "Sudda och rita igen"),
            ({"namn": NAME, "last": "ja", "underskrift": "[[[0.1,0.1]]]", "forhallande": "3"}, "st-namn", "Rita hela"),
        ],
    )
    def test_what_is_missing_is_told_and_nothing_is_lost(self, agreement, given, path, words):
        page = self.page_of(agreement).submit(press="skriv-under", **given)
        assert page.status == 422 and words in page.errors[path]
        sent = page.values()
        assert (
            sent["namn"] == given.get("namn", "")
            and sent["ort"] == given.get("ort", "")
            and sent.get("last") == given.get("last")
        )
        assert not [event for event in agreement.events if event["kind"] == "approved"]

    def test_a_drawn_signature_needs_no_typed_name_where_the_name_is_known(self, agreement):
        assert (
            self.page_of(agreement).submit(press="skriv-under", underskrift=STROKES, forhallande="3", last="ja").h1
            == "Tack"
        )

    def test_but_where_it_is_not(self, agreement):
        page = self.page_of(agreement, ARBETSGIVARE).submit(
            press="skriv-under", underskrift=STROKES, forhallande="3", last="ja"
        )
        assert page.errors == {"st-namn": "Skriv ditt namn."}

    def test_no_says_why_and_the_worker_reads_it(self, agreement):
        page = self.page_of(agreement).submit(press="neka")
        assert page.errors == {"st-skal": "Skriv varför."}
        said = page.submit(press="neka", skal="Tiderna stämmer inte med <bussen>.")
        assert said.h1 == "Tack" and "valt att inte skriva under" in said.text
        worker = said.submit("las-upp", kod=CODE)
        assert (
            "Deltagare vill inte skriva under" in worker.text
            and "Tiderna stämmer inte med &lt;bussen&gt;." in worker.text
        )

    def test_waiting_signs_nothing_and_the_page_can_be_opened_again(self, agreement):
        waiting = self.page_of(agreement).submit(press="vanta")
        assert waiting.h1 == "Lämna tillbaka plattan" and "Du kan göra det senare" in waiting.text
        assert agreement.page.get("/stegvis/underskrift").h1 == "Läs och skriv under"

    def test_the_back_button_after_signing_never_shows_the_form_again(self, agreement):
        page = self.page_of(agreement)
        page.submit(press="skriv-under", namn=NAME, last="ja")
        assert agreement.page.get("/stegvis/underskrift").h1 == "Tack"
        again = page.submit(press="skriv-under", namn=NAME, last="ja")
        assert again.h1 == "Tack" and [event["kind"] for event in agreement.events].count("approved") == 1

    def test_a_page_of_other_words_signs_nothing_and_says_so(self, agreement):
        page = self.page_of(agreement).submit(press="skriv-under", namn=NAME, last="ja", sha256="f" * 64)
        assert page.status == 409 and "har ändrats sedan sidan visades" in page.text
        assert page.submit(press="skriv-under", namn=NAME, last="ja").h1 == "Tack"

    def test_a_round_that_ended_meanwhile_leads_to_the_way_back(self, agreement):
        page = self.page_of(agreement)
        other = agreement.page.client
        agreement.page.client = agreement.office.app.test_client()
        agreement.signatures.submit("underskrifter", press="avbryt", skal="Fel dag.")
        agreement.page.client = other
        assert page.submit(press="skriv-under", namn=NAME, last="ja").h1 == "Lämna tillbaka plattan"
        assert "Det finns inget att skriva under" in agreement.page.get("/stegvis/underskrift").text

    def test_the_words_are_the_ones_that_are_signed(self, agreement):
        page = self.page_of(agreement)
        assert (
            page.soup.select_one(".st-inst[data-size=large]")
            and example("praktikavtal_minimal")["deltagare_namn"] in page.text
        )
        assert page.values()["sha256"] == agreement.events[0]["sha256"]

    def test_in_a_host_with_its_own_token(self, hosted):
        agreement = Agreement(hosted)
        agreement.begin()
        assert agreement.sign(DELTAGARE).h1 == "Underskrifter"


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


class TestADeputy:
    """Somebody else signs for an organisation whose signer the document names, and says by what right; never for a
    participant.
    """

    @pytest.fixture
    def agreement(self, office):
        agreement = Agreement(office, "overenskommelse")
        agreement.begin()
        return agreement

    def page(self, agreement):
        return agreement.page.get(f"{agreement.path}/underskrifter/{KOMMUN}/skriv-under")

    def test_the_ground_is_kept_and_shown(self, agreement):
        page = self.page(agreement)
        assert "Jag skriver under i stället för Åsa Lindblomster" in page.text
        done = page.submit(press="skriv-under", **{"last": "ja", "i-stallet": "ja", "ratt": "Delegation 2026-3"})
        assert done.h1 == "Underskrifter"
        (approved,) = [event for event in agreement.events if event["kind"] == "approved"]
        assert (approved["name"], approved["behalf"], approved["evidence"]["ground"]) == (
            "Kim Konsulent",
            "Åsa Lindblomster",
            "Delegation 2026-3",
        )

    def test_without_a_ground_it_is_asked_for(self, agreement):
        again = self.page(agreement).submit(press="skriv-under", **{"last": "ja", "i-stallet": "ja", "ratt": " "})
        assert again.status == 422 and "st-ratt" in again.errors
        assert again.soup.find(id="st-i-stallet").has_attr("checked"), "nothing is lost"

    def test_without_the_tick_the_name_must_be_the_documents(self, agreement):
        again = self.page(agreement).submit(press="skriv-under", last="ja")
        assert again.errors == {"st-namn": "Skriv namnet som det står i handlingen: Åsa Lindblomster."}

    def test_nobody_signs_for_the_participant(self, agreement):
        page = agreement.hand_over(DELTAGARE)
        assert "i stället för" not in page.text
        again = page.submit(
            press="skriv-under", **{"namn": "Någon Annan", "last": "ja", "i-stallet": "ja", "ratt": "Fullmakt"}
        )
        assert again.status == 422 and "st-namn" in again.errors
