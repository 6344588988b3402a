"""The registers beside the cases: how they are sorted and searched, and what a workplace tells a form."""

from uuid import UUID

import pytest
from support.case_files import OPENED
from werkzeug.exceptions import NotFound

from stegvis.plugin.cases.registers import REGISTERS, RegisterEntry, in_order, known, matching, register_now
from stegvis.plugin.storage import Entry


def workplace(name, **more):
    """One workplace."""
    entry = Entry(
        id=UUID(int=1),
        tenant="Nämnden",
        register="arbetsplats",
        version=0,
        retired=False,
        changed=OPENED,
        changed_by="kim",
        payload={"arbetsplats_namn": name, **more},
    )
    return RegisterEntry(entry, REGISTERS["arbetsplats"])


def test_the_swedish_letters_come_last_and_in_their_order():
    names = ["Örtagården", "Ängen", "Zoo", "Åkeriet", "affären"]
    assert sorted(names, key=in_order) == ["affären", "Zoo", "Åkeriet", "Ängen", "Örtagården"]


class TestMatching:
    CAFE, BAKERY = workplace("Kaffe-Stugan i Byn", orgnr="556016-0680"), workplace("Byns bageri")

    @pytest.mark.parametrize("text", ["stugan kaffe", "KAFFE", "5560", "556016-06", "5560160680"])
    def test_every_word_of_the_name_in_any_order_or_the_beginning_of_its_number(self, text):
        assert matching([self.CAFE, self.BAKERY], text) == [self.CAFE]

    def test_one_word_that_is_not_there_is_enough_to_leave_it_out(self):
        assert matching([self.CAFE, self.BAKERY], "byn") == [self.CAFE, self.BAKERY]
        assert matching([self.CAFE, self.BAKERY], "byn kiosk") == []
        assert matching([self.CAFE], "0680") == [], "a number is not found by its end"


def test_a_workplace_tells_what_it_holds_by_the_words_that_forms_share():
    told = known(workplace("Kaffestugan", bransch="").entry)
    assert told == {"arbetsplats.namn": ("Kaffestugan", "text")}


def test_a_register_that_there_is_none_of_is_not_found():
    assert register_now("modul").title == "Moduler"
    with pytest.raises(NotFound):
        register_now("annat")
