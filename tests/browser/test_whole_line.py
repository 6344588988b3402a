"""Every form, from the list to the files, with and without scripts."""

import pytest
from selenium.webdriver.common.keys import Keys
from support.browser_acts import filled
from support.form_examples import FORMS
from support.thorough import covering

pytestmark = pytest.mark.browser
BOTH = pytest.mark.parametrize("screen", ["scripted", "plain"], indirect=True)
BROKEN = {
    "samtycke": ("syfte", "kort", "Skriv lite mer om vad ni ska samarbeta om."),
    "praktikavtal": ("orgnr", "556016-0681", "Kontrollera organisationsnumret."),
}


@pytest.mark.parametrize(
    ("screen", "form"),
    [*(("scripted", form) for form in FORMS), *(("plain", form) for form in sorted({*covering(FORMS), *BROKEN}))],
    indirect=["screen"],
)
def test_a_form_is_filled_in_corrected_saved_and_taken_out(screen, form, downloads):
    """Without a script a browser only sends what is in the page: tests/test_unchanged.py does that with every form."""
    screen.begin(form)
    screen.fill(form)
    if form in BROKEN:
        _break_and_mend(screen, *BROKEN[form])
    screen.do("kontrollera")
    assert screen.h1 == "Kontrollera svaren", screen.one(".st-errors").text
    screen.press('form[action$="kontrollera"] button')
    assert "Klar för underskrift" in screen.one("main").text
    for link in screen.all(".st-files a"):
        link.click()
    screen.wait(lambda: {file.suffix for file in downloads.iterdir()} == {".pdf", ".docx"})
    for file in downloads.iterdir():
        assert file.name.startswith(form) and file.read_bytes()[:4] in (b"%PDF", b"PK\x03\x04")
        file.unlink()


def _break_and_mend(screen, name, wrong, words):
    """A wrong answer is pointed at, in the title, the summary and the field; the right one is typed back."""
    field = screen.one(f"#st-{name}")
    right = field.get_attribute("value")
    _type(field, wrong)
    screen.do("kontrollera")
    assert screen.browser.title.startswith("Fel: ") and words in screen.one(".st-errors").text
    screen.one(".st-errors li a").click()
    assert screen.browser.switch_to.active_element.get_attribute("id") == f"st-{name}"
    _type(screen.one(f"#st-{name}"), right)


def test_a_question_appears_when_its_condition_holds_and_goes_when_it_does_not(scripted):
    scripted.begin("samtycke")
    question = scripted.one("#st-arbetsgivare_uppgifter")
    assert not question.is_displayed()
    scripted.one("#st-arbetsgivare_ingar-ja").click()
    assert question.is_displayed()
    scripted.one("#st-arbetsgivare_ingar").click()
    assert not question.is_displayed()
    scripted.do("spara")


def test_without_a_script_every_question_is_in_sight_and_says_when_to_answer(plain):
    plain.begin("samtycke")
    question = plain.one("#st-arbetsgivare_uppgifter")
    assert question.is_displayed()
    assert "Svara bara om du svarar ”Ja, dessa uppgifter”" in plain.one(".st-q:has(> #st-arbetsgivare_uppgifter)").text


def test_errors_are_read_first(scripted):
    scripted.begin("samtycke")
    scripted.do("kontrollera")
    assert scripted.browser.switch_to.active_element.get_attribute("id") == "st-fel"


def test_a_new_row_is_where_the_cursor_stands(scripted):
    scripted.begin("samtycke")
    scripted.do("lagg-till:parter")
    assert scripted.browser.switch_to.active_element.get_attribute("id") == "st-parter-2-organisation"


@BOTH
def test_enter_in_a_field_saves_the_draft(screen):
    screen.begin("samtycke")
    field = screen.one("#st-handlaggare_telefon")
    field.send_keys("ring växeln\n")
    screen.wait(lambda: "Utkastet sparades" in screen.one("main").text)
    assert screen.one("#st-handlaggare_telefon").get_attribute("value") == "ring växeln"


def _type(field, words):
    field.clear()
    field.send_keys(words)


@BOTH
def test_a_filled_blank_is_read_in_corrected_and_saved(screen, tmp_path):
    screen.open("/blanketter/")
    screen.press('a[href$="samtycke/las-in"]')
    screen.one("#st-fil").send_keys(str(filled("samtycke", tmp_path)))
    screen.press("main form .st-btn")
    assert "Alla svar i filen är inlästa" in screen.one("main").text
    _type(screen.one("#st-handlaggare_telefon"), "08-465 004 99")
    screen.do("spara")
    assert screen.path.endswith("/fyll-i") and "Utkastet sparades" in screen.one("main").text
    assert screen.one("#st-handlaggare_telefon").get_attribute("value") == "08-465 004 99"
    screen.do("kontrollera")
    assert screen.h1 == "Kontrollera svaren"


def test_a_section_is_copied_by_keyboard_alone_and_without_a_script_marked_on_a_page(scripted, plain):
    """The clipboard is the browser's own; what was copied is pasted into a field with the keyboard."""
    scripted.begin("upphavande")
    scripted.fill("upphavande")
    scripted.do("kontrollera")
    scripted.press('form[action$="kontrollera"] button')
    button = scripted.one("[data-copy]")
    words = button.get_attribute("data-copy")
    for wanted in (scripted.one("[data-copying] summary"), button):
        for _ in range(60):
            if scripted.browser.switch_to.active_element == wanted:
                break
            scripted.browser.switch_to.active_element.send_keys(Keys.TAB)
        if wanted != button:
            wanted.send_keys(Keys.ENTER)
    scripted.browser.switch_to.active_element.send_keys(Keys.ENTER)
    scripted.wait(lambda: "Kopierat" in scripted.one("[data-copy-said]").text)
    address = scripted.browser.current_url
    scripted.begin("samtycke")
    scripted.one("#st-syfte").send_keys(Keys.CONTROL + "v" + Keys.NULL)
    assert scripted.one("#st-syfte").get_attribute("value").split() == words.split()
    plain.browser.get(address)
    assert not plain.all("[data-copying] button") or not plain.one("[data-copying] button").is_displayed()
    plain.press('a[href$="/text"]')
    assert words.split()[0] in plain.one("main").text
