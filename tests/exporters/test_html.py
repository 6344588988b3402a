"""The page: valid, accessible, alone, and safe."""

from itertools import pairwise

import html5lib
import pytest
from bs4 import BeautifulSoup
from support.sample_base import document
from support.samples import SAMPLES, every_node, odd

from stegvis.exporters import export, fragment
from stegvis.exporters.document import Answer, Section


@pytest.fixture(params=SAMPLES)
def page(request):
    return export(SAMPLES[request.param](), "html").decode()


def parsed(text):
    return BeautifulSoup(text, "html5lib")


def test_the_page_is_valid(page):
    html5lib.HTMLParser(strict=True).parse(page)


def test_the_gate_sees_invalid_markup():
    with pytest.raises(html5lib.html5parser.ParseError):
        html5lib.HTMLParser(strict=True).parse(export(every_node(), "html").decode().replace("</dl>", "", 1))


def test_language_title_and_one_main_heading(page):
    soup = parsed(page)
    assert soup.html["lang"] == "sv-SE"
    assert soup.title.string.split() == soup.h1.get_text(" ").split()
    assert len(soup.find_all("h1")) == 1


def test_headings_do_not_skip_a_level(page):
    levels = [int(heading.name[1]) for heading in parsed(page).find_all(["h1", "h2", "h3", "h4", "h5", "h6"])]
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_ids_are_unique_and_what_is_named_is_there(page):
    soup = parsed(page)
    ids = [element["id"] for element in soup.find_all(id=True)]
    assert len(ids) == len(set(ids))
    assert {element["aria-labelledby"] for element in soup.find_all(attrs={"aria-labelledby": True})} <= set(ids)


def test_tables_say_what_their_heads_are_heads_of():
    first, second = parsed(export(every_node(), "html").decode()).find_all("table")
    assert first.caption.string == "Arbetstider"
    assert [head["scope"] for head in first.find_all("th")] == ["col"] * 3 + ["row"] * 3
    assert [head["scope"] for head in second.find_all("th")] == ["col"] * 2


def test_boxes_have_words_for_those_who_cannot_see_them():
    boxes = parsed(export(every_node(), "html").decode()).find_all(role="img")
    assert [(box.string, box["aria-label"]) for box in boxes[:2]] == [("☒", "Ikryssad"), ("☐", "Inte ikryssad")]


def test_neighbouring_answers_share_one_list():
    section = parsed(fragment(every_node())).section
    assert [len(listed.find_all("dt")) for listed in section.find_all("dl")] == [5, 1]


def test_nothing_is_fetched_and_nothing_runs(page):
    soup = parsed(page)
    assert not soup.find_all(["script", "link", "iframe", "object", "a", "form"])
    assert all(image["src"].startswith("data:image/") for image in soup.find_all("img"))


def test_what_somebody_typed_is_shown_and_never_obeyed():
    attack = '"><script>alert(1)</script><img src=x onerror=alert(1)>'
    made = document(attack, [Section(attack, (Answer(attack, attack),))], marks=(attack,), language=attack)
    soup = parsed(export(made, "html").decode())
    assert not soup.find_all("script")
    assert soup.dd.string == attack
    assert not [element for element in soup.find_all(True) if any(name.startswith("on") for name in element.attrs)]
    assert "<b>fet</b> &amp; {{ kod }} ${kod} (parentes) \\ snedstreck" in parsed(fragment(odd())).get_text()


@pytest.mark.parametrize("level", [2, 3])
def test_a_fragment_fits_under_the_heading_of_its_page(level):
    soup = parsed(fragment(every_node(), level))
    assert {section.find(["h2", "h3"]).name for section in soup.find_all("section")} == {f"h{level}"}
    assert not soup.find_all(["h1", "style", "header", "footer"])
    assert not soup.find_all(style=True)
