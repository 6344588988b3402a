"""A draft that saves itself: the same judge, the same versions, and nobody's words written over."""

from uuid import UUID

import pytest
from support.hosts import SAME_ORIGIN

from stegvis.plugin.storage import Verb
from stegvis.plugin.storage.unit_of_work import KEPT


class Typing:
    """A page that is being typed in."""

    def __init__(self, office):
        self.office = office
        self.draft = office.begin("samtycke")
        self.path = self.draft.path.removesuffix("/fyll-i")
        self.values = self.draft.values("fyll-i")
        self.number = 0

    def save(self, request_key="", **changes):
        """What the page sends by itself, and the answer."""
        self.number += 1
        self.values |= changes
        sent = {**self.values, "engangsnyckel": request_key or f"{id(self)}-{self.number}"}
        answer = self.office.page.client.post(f"{self.path}/autospara", data=sent, headers=SAME_ORIGIN)
        if answer.status_code == 200:
            self.values["version"] = str(answer.json["version"])
        return answer

    def now(self):
        """What the draft holds."""
        return self.office.page.get(f"{self.path}/fyll-i").values("fyll-i")


@pytest.fixture
def typing(office):
    return Typing(office)


def test_it_is_saved_and_the_page_goes_on_from_there(typing):
    first = typing.save(syfte="Planera").json
    assert first == {"version": 2, "text": "Sparat kl. 13.00."}
    assert typing.save(undantag="Inget om barnen").json["version"] == 3
    assert (typing.now()["syfte"], typing.now()["undantag"]) == ("Planera", "Inget om barnen")


def test_the_same_request_sent_again_changes_nothing(typing):
    answers = [typing.save(request_key="en", syfte="Planera").status_code]
    typing.values["version"] = "1"
    answers.append(typing.save(request_key="en").status_code)
    assert answers == [200, 200] and typing.now()["version"] == "2"


def test_each_save_is_in_the_log(typing):
    typing.save(syfte="Planera")
    events = typing.office.store.events(typing.office.who.tenant, UUID(typing.path.rpartition("/")[2]))
    assert [event.verb for event in events].count(Verb.SAVED) == 1


def test_a_colleagues_change_to_another_question_is_told_and_kept(typing):
    typing.office.become("hanna", "Hanna Handläggarsson")
    typing.office.page.get(f"{typing.path}/fyll-i").submit("fyll-i", press="spara", undantag="Inget om barnen")
    typing.office.become("kim", "Kim Konsulent", role="konsulent")
    answer = typing.save(syfte="Planera").json
    assert answer["by"] == "Hanna Handläggarsson" and answer["changed"]["undantag"] == "Inget om barnen"
    assert (typing.now()["syfte"], typing.now()["undantag"]) == ("Planera", "Inget om barnen")


def test_a_change_to_the_same_question_is_saved_by_nobody(typing):
    typing.office.become("hanna", "Hanna Handläggarsson")
    typing.office.page.get(f"{typing.path}/fyll-i").submit("fyll-i", press="spara", syfte="Hannas ord")
    answer = typing.save(syfte="Kims ord")
    assert answer.status_code == 409 and answer.json["text"].startswith("Hanna Handläggarsson har ändrat samma svar")
    assert typing.now()["syfte"] == "Hannas ord"
    both = typing.office.page.post(f"{typing.path}/fyll-i", {**typing.values, "gor": "spara"})
    assert both.status == 409 and "Kims ord" in both.text and "Hannas ord" in both.text, "the button shows both"


def test_what_is_saved_for_good_is_told(typing):
    typing.office.page.get(f"{typing.path}/kasta").submit("")
    assert typing.save(syfte="x").status_code == 404


@pytest.mark.parametrize("headers", [{"Sec-Fetch-Site": "cross-site"}, {}])
def test_another_site_saves_nothing(typing, headers):
    answer = typing.office.page.client.post(f"{typing.path}/autospara", data=typing.values, headers=headers)
    assert answer.status_code == 403


def test_drafts_do_not_grow_without_bound(typing):
    for number in range(KEPT + 10):
        assert typing.save(syfte=f"Planera {number}").status_code == 200
    store, document_id = typing.office.store, UUID(typing.path.rpartition("/")[2])
    from stegvis.plugin.storage import NotFound

    assert store.revision(typing.office.who.tenant, document_id, 15, by="x")
    with pytest.raises(NotFound):
        store.revision(typing.office.who.tenant, document_id, 5, by="x")


def test_a_page_that_has_been_open_too_long_shows_both(typing):
    old = dict(typing.values)
    for number in range(KEPT + 10):
        typing.save(syfte=f"Planera {number}")
    again = typing.office.page.post(
        f"{typing.path}/fyll-i", {**old, "syfte": "Gamla ord", "gor": "spara", "engangsnyckel": "gammal"}
    )
    assert again.status == 409 and "Gamla ord" in again.text
