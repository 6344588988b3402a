"""A saved document is what it was: it cannot be edited, and it names who sent it then."""

from dataclasses import replace

from support.form_examples import example
from support.hosts import SAME_ORIGIN

from stegvis.forms import Letterhead


def test_a_saved_document_cannot_be_edited(office):
    """The page of the draft leads to the document, and an old page that is sent again changes nothing."""
    draft = office.begin("samtycke")
    saved = office.fill("samtycke", example("samtycke")).submit("kontrollera")
    place = saved.path
    before = office.page.client.get(f"{place}.pdf").data
    assert office.page.get(f"{place}/fyll-i").path == place
    values = draft.values("fyll-i") | {"syfte": "Något helt annat än det som sparades", "version": "2"}
    answer = office.page.client.post(f"{place}/fyll-i", data=values, headers=SAME_ORIGIN)
    assert (answer.status_code, answer.location.split("?")[0]) == (303, place)
    assert office.page.client.get(f"{place}.pdf").data == before


def test_it_keeps_the_letterhead_it_was_saved_under(office):
    place = office.saved("samtycke", example("samtycke")).path
    mounted = office.app.extensions["stegvis"]
    sender = mounted.letterhead
    office.app.extensions["stegvis"] = replace(mounted, own_letterhead=Letterhead(kommun="Storköpings kommun"))
    words = office.page.client.get(f"{place}.pdf").data
    office.app.extensions["stegvis"] = mounted
    assert words == office.page.client.get(f"{place}.pdf").data
    assert sender.kommun != "Storköpings kommun"
