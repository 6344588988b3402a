"""What follows: nothing starts before all have signed, a consent holds from its signature, and one party's word
ends it at once.
"""

from dataclasses import replace
from uuid import UUID

import pytest
from support.form_examples import example

from stegvis.forms import load_form
from stegvis.plugin.documents import signing
from stegvis.plugin.documents.effects import begin_ending, standing
from stegvis.plugin.documents.service import open_document
from stegvis.plugin.installation.clock import today
from stegvis.plugin.signing import state_machine
from stegvis.plugin.storage import State


class Desk:
    """An office with one saved document."""

    def __init__(self, office, form, **changes):
        self.office = office
        self.page = office.saved(form.partition("_")[0], example(form) | changes)
        self.path, self.id = self.page.path, UUID(self.page.path.rpartition("/")[2])

    def at(self, act, *given):
        with self.office.app.test_request_context("/stegvis/"):
            return act(open_document(self.id), *given)

    @property
    def state(self):
        return self.at(lambda document: document.stored.state)

    def see(self):
        return self.office.page.get(self.path)

    def sign_all(self):
        with self.office.app.test_request_context("/stegvis/"):
            now = signing.begin(open_document(self.id), "skarm", f"b-{self.id}")
            for party in now.parties:
                name = party.name or "Robin Handledarsson"
                for n, act in enumerate(
                    (
                        lambda now, at, by, key=party.key: state_machine.show(now, key, now.sha256, at=at, by=by),
                        lambda now, at, by, key=party.key, name=name: state_machine.approve(
                            now,
                            key,
                            now.sha256,
                            round=now.round,
                            at=at,
                            by=by,
                            name=name,
                            method="x",
                            on=today(),
                        ),
                    )
                ):
                    signing.act(open_document(self.id), f"{party.key}-{n}-{self.id}", act)


class TestWhatHolds:
    def test_a_praktik_starts_only_when_all_have_signed(self, office):
        desk = Desk(office, "praktikavtal_minimal")
        assert desk.at(standing).holds is False and "Vänta med starten" in desk.see().text
        assert not desk.see().soup.select('form[action*="/avsluta/"]')
        desk.sign_all()
        found = desk.at(standing)
        assert (
            found.holds
            and found.words
            == f"Alla har skrivit under. Praktiken får börja {example('praktikavtal_minimal')['period_fran']}."
        )
        assert found.words in desk.see().text

    def test_a_consent_holds_from_its_signature(self, office):
        desk = Desk(office, "samtycke")
        assert "Samtycket gäller inte än" in desk.see().text
        desk.sign_all()
        assert f"Samtycket gäller från {example('samtycke')['galler_fran']}" in desk.see().text

    def test_or_from_when_it_was_noted_as_given_by_word_of_mouth(self, office):
        assert Desk(office, "samtycke_muntligt").at(standing).holds

    def test_a_minor_alone_holds_nothing(self, office):
        desk = Desk(office, "praktikavtal_minimal")
        answers = dict(desk.at(lambda document: document.answers), fodelsedatum="2010-01-01")
        with office.app.test_request_context("/stegvis/"):
            document = open_document(desk.id)
            stored = replace(document.stored, payload={**document.stored.payload, "answers": answers})
            assert not standing(replace(document, opened=replace(document.opened, document=stored))).holds

    def test_what_needs_no_signature_holds_when_it_is_saved(self, office):
        assert Desk(office, "upphavande").at(standing).holds


class TestWhatEnds:
    def ended(self, office, desk, form, **changes):
        """The page of the document that ends the other, begun from it."""
        draft = desk.see().submit(f"/avsluta/{form}")
        assert draft.path.endswith("/fyll-i")
        return draft, draft.submit("fyll-i", press="kontrollera", **office.typed(form, example(form) | changes))

    def test_a_consent_is_taken_back_at_once_with_a_receipt(self, office):
        desk = Desk(office, "samtycke")
        desk.sign_all()
        assert "Ta tillbaka samtycket" in desk.see().text
        draft, checked = self.ended(office, desk, "aterkallelse")
        assert draft.values("fyll-i")["fornamn"] == example("samtycke")["fornamn"]
        assert draft.values("fyll-i")["samtycke_ref-nummer"]
        saved = checked.submit("kontrollera")
        assert "Det gäller genast." in saved.text and "kvittens" in saved.text
        assert desk.state == State.ATERKALLAD and "Återkallad" in desk.see().text
        assert not desk.see().soup.select('form[action*="/avsluta/"], form[action$="ny-version"]')

    def test_a_part_of_it_leaves_the_rest(self, office):
        desk = Desk(office, "samtycke")
        desk.sign_all()
        draft = desk.see().submit("/avsluta/aterkallelse")
        answers = office.typed("aterkallelse", example("aterkallelse_delvis"))
        assert "Sparat" in draft.submit("fyll-i", press="kontrollera", **answers).submit("kontrollera").text
        assert desk.state == State.UNDERTECKNAD

    def test_a_praktik_is_ended_at_once(self, office):
        desk = Desk(office, "praktikavtal_minimal")
        desk.sign_all()
        _, checked = self.ended(office, desk, "upphavande")
        checked.submit("kontrollera")
        assert desk.state == State.UPPHAVD

    def test_one_that_was_begun_by_itself_ends_nothing(self, office):
        desk = Desk(office, "samtycke")
        desk.sign_all()
        office.saved("aterkallelse", example("aterkallelse"))
        assert desk.state == State.UNDERTECKNAD

    def test_pressed_twice_it_is_one_draft(self, office):
        desk = Desk(office, "samtycke")
        desk.sign_all()
        page = desk.see()
        assert page.submit("/avsluta/aterkallelse").path == page.submit("/avsluta/aterkallelse").path

    def test_only_what_ends_it_and_only_while_it_holds(self, office):
        desk = Desk(office, "samtycke")
        for form in ("aterkallelse", "upphavande", "finns-inte"):
            assert office.page.post(f"{desk.path}/avsluta/{form}", {"engangsnyckel": form}).status == 404
        desk.sign_all()
        assert office.page.post(f"{desk.path}/avsluta/upphavande", {"engangsnyckel": "u"}).status == 404

    def test_the_draft_remembers_what_it_is_about(self, office):
        desk = Desk(office, "samtycke")
        desk.sign_all()
        with office.app.test_request_context("/stegvis/"):
            draft = begin_ending(open_document(desk.id), load_form("aterkallelse"), "k")
            assert open_document(draft.id).ends == desk.id


@pytest.mark.parametrize("state", [State.ATERKALLAD, State.UPPHAVD, State.ERSATT])
def test_what_no_longer_stands_holds_nothing(office, state):
    desk = Desk(office, "upphavande")
    office.store.end(office.who.tenant, desk.id, state, by="test", reason="x")
    assert not desk.at(standing).holds and desk.at(standing).words == ""
