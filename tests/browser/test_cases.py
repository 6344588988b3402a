"""Cases in a real browser: every page in every state, five programmes walked to the end, and the way to each page."""

import os
import re
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from selenium.webdriver.common.keys import Keys
from support.browser_acts import FOCUSED, OVERFLOW, answer_by_keyboard, press_keys
from support.browsers import axe_violations
from support.casework import CARRIED, MADE, PERSON, controls, party_rows
from support.form_examples import example

from stegvis.forms import load_form, load_programme
from stegvis.forms.questions.view import control_name

pytestmark = pytest.mark.browser
SHOTS = Path(__file__).parents[2] / "docs/gallery"
WRITE = os.environ.get("SHOTS") == "write"


class Worker:
    """A worker at a browser, with one case."""

    def __init__(self, screen, programme, **person):
        self.screen, self.programme = screen, load_programme(programme)
        screen.open(f"/arenden/nytt/{programme}")
        screen.answer({**PERSON, **person})
        screen.press("main form[data-unsaved] .st-btn")
        self.path = screen.path

    @property
    def next(self):
        """The step that is next; None when all are done."""
        self.screen.open(self.path)
        found = self.screen.all(".st-steps [data-state=now] b")
        return next((step for step in self.programme.steps if found and step.title == found[0].text), None)

    def note(self, kind, **answers):
        """Something noted."""
        self.screen.open(f"{self.path}/anteckna/{kind}")
        self.screen.answer(answers)
        self.screen.press("main form[data-unsaved] .st-btn")

    def save(self, form, answers=None, **changes):
        """A form begun in the case, filled in, and saved."""
        self.screen.open(f"{self.path}/borja/{form}")
        self.screen.press(f'form[action$="borja/{form}"] .st-btn')
        given = {**(answers or example(MADE.get(form, form))), **changes}
        given = {name: answer for name, answer in given.items() if name not in CARRIED}
        typed = {
            name: True if value == "y" else value
            for name, value in controls(form, given).items()
            if not name.endswith("-antal")
        }
        self.screen.answer(typed)
        page, walked = load_form(form).page(given).controls._fields, dict(load_form(form).walk())
        for path in (path for path, question in walked.items() if question.many and "[]" not in path):
            count = f"{control_name(path)}-antal"
            for _ in range((page[count].data or 0) - int(self.screen.one(f'[name="{count}"]').get_attribute("value"))):
                self.screen.do(f"lagg-till:{path}")
        self.screen.answer({**self.goals(), **typed})
        self.screen.do("kontrollera")
        assert self.screen.h1 == "Kontrollera svaren", [error.text for error in self.screen.all(".st-errors a")]
        self.screen.press('form[action$="kontrollera"] button')

    def goals(self):
        """An answer for each goal that has come along from the plan."""
        names = [control.get_attribute("name") for control in self.screen.all('[name^="mal"][name$="-hur"]')]
        return dict.fromkeys(names, "pa_vag")

    def consent(self):
        """A samtycke given orally, that names the four parties."""
        rows = party_rows()
        cells = [{"uppgift": "planering_insatser", "part": number} for number in range(1, len(rows) + 1)]
        self.save(
            "samtycke",
            {**example("samtycke_muntligt"), "parter": rows, "riktning": ["bada"] * len(rows), "uppgifter": cells},
        )

    def do(self, step):
        """What marks the step as done."""
        match step.done_by:
            case "form" if step.what == "samtycke":
                self.consent()
            case "form":
                self.save(step.what)
            case "meetings":
                self.note("mote", slag=self.programme.meetings[0].id, kom="ja", dag="2026-11-20")
            case "decision":
                self.note("beslut", steg=step.id, svar=step.decisions[0])
            case "event":
                self.event(step.what)
            case _:
                self.note("steg", steg=step.id)

    def event(self, kind):
        """An event, and the schedule that an activity needs."""
        activity = next((item.id for item in self.programme.activities if item.id != "praktik"), "")
        answers = {
            "kallad": {"mote_dag": "2026-12-01 10:00"},
            "studiebesok": {"arbetsplats": "Kaffestugan", "med": ["deltagare", "arbetsgivare", "konsulent"]},
            "aktivitet": {"aktivitet": activity, "timmar": "12"},
            "fas": {"fas": "arbetstraning"},
            "nedtrappning": {"text": "En dag mindre varje vecka."},
        }
        if kind == "aktivitet":
            self.save("schema")
        self.note(kind.replace("_", "-"), dag="2026-11-20", **answers.get(kind, {}))


@pytest.mark.parametrize("programme", ["arbetsmarknadstorget", "futuro", "ostervik", "dc-tjanst", "horisont"])
def test_a_participant_walks_to_the_ending(scripted, programme):
    worker = Worker(scripted, programme)
    for _ in range(30):
        step = worker.next
        if step is None:
            break
        worker.do(step)
    assert worker.next is None
    worker.note("stang", skal="klart")
    assert "avslutat" in scripted.one(".st-headline").text


def states(screen):
    """Every page of cases, each open in the browser while its name is given."""
    worker = Worker(screen, "dc-tjanst")
    yield "Ärende, nytt"
    worker.note("mote", slag="samtal", kom="ja", dag="2026-11-20")
    worker.save("intresseanmalan")
    worker.save("genomforandeplan")
    worker.consent()
    screen.open(worker.path)
    yield "Ärende"
    for name, path in (
        ("Anteckna", "/anteckna/studiebesok"),
        ("Något saknas", "/borja/praktikavtal"),
        ("Historia", "/historia"),
        ("Handlingar", "/handlingar"),
    ):
        screen.open(worker.path + path)
        yield name
    worker.note("kallad", dag="2026-11-20", mote_dag="2026-12-01 10:00")
    worker.save("modulblad")
    for name, path in (("Kallelse", "/kallelse"), ("Moduler", "/moduler")):
        screen.open(worker.path + path)
        yield name
    screen.open(f"{worker.path}/anteckna/kontakt")
    screen.press("main form[data-unsaved] .st-btn")
    yield "Anteckna, fel"
    screen.open(f"{worker.path}/anteckna/aktivitet")
    screen.answer({"aktivitet": "uma", "dag": "2026-11-20"})
    screen.press("main form[data-unsaved] .st-btn")
    yield "Aktivitet utan schema"
    for name, path in (
        ("Mitt arbete", "/"),
        ("Ärenden", "/arenden/"),
        ("Ärenden, avslutade", "/arenden/?visa=avslutade"),
        ("Sök", "/arenden/sok"),
        ("Nytt ärende, välj", "/arenden/nytt"),
        ("Nytt ärende", "/arenden/nytt/kraft"),
        ("Verksamheter", "/verksamheter/"),
        ("Verksamhet", "/verksamheter/kraft"),
        ("Kö", "/verksamheter/dc-tjanst/ko"),
        ("Redovisning", "/verksamheter/dc-tjanst/redovisning?slag=slut"),
        ("Redovisning, fel", "/verksamheter/dc-tjanst/redovisning?slag=slut&fran=x"),
    ):
        screen.open(path)
        yield name
    yield from registers(screen, worker)
    screen.open("/arenden/sok")
    screen.one("#st-sok").send_keys("Alva Testberg")
    screen.press("main form .st-btn")
    yield "Sök, hittat"
    Worker(screen, "kraft", fornamn="Sixten", efternamn="Hemligsson", skydd="sekretessmarkering")
    yield "Skyddad"
    screen.press("main form .st-btn")
    yield "Skyddad, utan skäl"
    screen.one("#st-skal").send_keys("Uppföljning av praktiken")
    screen.press("main form .st-btn")
    yield "Skyddad, öppnad"


WORKPLACE = {
    "arbetsplats_namn": "Kaffestugan",
    "bransch": "hotell_restaurang",
    "arbetsplats_adress": "Storgatan 1, Påhittby",
    "platser": "2",
    "uppgifter": "Kassa\nDisk\nBakning",
}
CONTACT = {
    "dag": "2026-11-20",
    "hur": "telefon",
    "med": "Carin Chefsson",
    "vad": "De har plats i januari.",
    "igen": "2027-01-07",
}


def registers(screen, worker):
    """The pages of the registers."""
    for register, entry in (
        ("modul", {"titel": "Diska", "omrade": "5", "slag": "traning", "steg_1": "Se på när en annan diskar"}),
        ("arbetsplats", WORKPLACE),
    ):
        screen.open(f"/register/{register}/ny")
        yield f"Lägg till {register}"
        screen.answer(entry)
        screen.press("main form[data-unsaved] .st-btn")
        yield f"Register {register}, en"
    path = screen.path
    screen.open(f"{path}/anteckna")
    screen.answer(CONTACT)
    screen.press("main form[data-unsaved] .st-btn")
    yield "Arbetsplats"
    for name, where in (
        ("Register", "/register/"),
        ("Arbetsplatser", "/register/arbetsplats"),
        ("Samarbetspartner", "/register/partner"),
        ("Moduler i katalogen", "/register/modul"),
        ("Välj moduler", f"{worker.path}/moduler/valj"),
        ("Välj arbetsplats", f"{worker.path}/anteckna/arbetsplats"),
        ("Arbetsplats, ändra", f"{path}/andra"),
    ):
        screen.open(where)
        yield name
    screen.open(f"{worker.path}/moduler/valj")
    screen.press("main form .st-btn")
    yield "Välj moduler, fel"


def test_axe_finds_nothing_and_320_pixels_are_enough(scripted):
    found = {}
    for state in states(scripted):
        found[state] = axe_violations(scripted.browser)
        if "," not in state:
            shoot(scripted, state)
        scripted.wide(320)
        found[f"{state} at 320"] = scripted.browser.execute_script(OVERFLOW)
        scripted.wide(1366)
    assert {state: problems for state, problems in found.items() if problems} == {}
    assert len(found) > 30


def test_the_managers_page(scripted):
    become(scripted, "charlie")
    scripted.open("/oversikt")
    shoot(scripted, "Översikt")
    problems = axe_violations(scripted.browser)
    become(scripted, "kim")
    assert problems == []


def test_a_case_without_scripts(plain):
    worker = Worker.__new__(Worker)
    worker.screen, worker.programme = plain, load_programme("kraft")
    plain.open("/arenden/nytt/kraft")
    for name, value in (("fornamn", "Alva"), ("efternamn", "Testberg"), ("personnummer", "18900101-9802")):
        plain.one(f'[name="{name}"]').send_keys(value)
    for name, value in (("skydd", "nej"), ("grund", "behovsprovad")):
        plain.one(f'[name="{name}"][value="{value}"], [name="{name}"] option[value="{value}"]').click()
    plain.press("main form[data-unsaved] .st-btn")
    assert plain.h1 == "Ärende i Kraft"


def tab_to(screen, found, answers=()):
    """Tabs until what has focus is what is looked for, answering on the way; what has focus is always to be seen."""
    for _ in range(200):
        press_keys(screen, Keys.TAB)
        focused = screen.browser.execute_script(FOCUSED)
        assert focused["shown"], focused
        if found(screen.browser.switch_to.active_element):
            return
        answer_by_keyboard(screen, focused, dict(answers))
    raise AssertionError("it was never reached")


def test_a_case_is_worked_in_by_keyboard_alone(scripted):
    """A meeting noted, a form begun, and the gate read, with Tab, arrows, space and Enter."""
    worker = Worker(scripted, "kraft")
    scripted.open(worker.path)
    tab_to(
        scripted,
        lambda one: (
            one.text == "Möte" or one.get_attribute("href").endswith("/anteckna/mote") if one.tag_name == "a" else False
        ),
    )
    press_keys(scripted, Keys.ENTER)
    scripted.wait(lambda: scripted.path.endswith("/anteckna/mote"))
    slag = worker.programme.meetings[0].id if worker.programme.meetings else ""
    tab_to(
        scripted,
        lambda one: one.tag_name == "button" and one.text == "Spara",
        {"dag": "2026-11-20", "kom": "ja", "slag": slag},
    )
    press_keys(scripted, Keys.ENTER)
    scripted.wait(lambda: scripted.path == worker.path)
    tab_to(scripted, lambda one: one.tag_name == "a" and one.get_attribute("href").endswith("/borja/intresseanmalan"))
    press_keys(scripted, Keys.ENTER)
    scripted.wait(lambda: scripted.path.endswith("/borja/intresseanmalan"))
    tab_to(
        scripted,
        lambda one: (
            one.tag_name == "button"
            and one.find_element("xpath", "./ancestor::form").get_attribute("action").endswith("intresseanmalan")
        ),
    )
    press_keys(scripted, Keys.ENTER)
    scripted.wait(lambda: scripted.path.endswith("/fyll-i"))


@pytest.mark.parametrize(("who", "least"), [("kim", 12), ("hanna", 12), ("charlie", 13), ("iris", 4), ("arvid", 8)])
def test_every_page_is_within_three_clicks_of_the_start(scripted, who, least):
    """A crawler for each role; no link leads to a refusal."""
    become(scripted, who)
    seen, here = {}, ["/"]
    for depth in range(4):
        following = []
        for path in here:
            kind = "/".join(part for part in path.split("?")[0].split("/") if len(part) != 36)
            if kind in seen or (depth == 0 and path != "/"):
                continue
            seen[kind] = depth
            scripted.open(path)
            assert "Fel" not in scripted.browser.title and scripted.h1 not in (
                "Sidan finns inte",
                "Du har inte behörighet",
            ), path
            links = [link.get_attribute("href") for link in scripted.all('a[href^="/stegvis/"]')]
            following += [
                link.partition("/stegvis")[2].split("#")[0]
                for link in links
                if "/static/" not in link and not link.endswith((".pdf", ".docx", ".ics")) and "tom." not in link
            ]
        here = following
    become(scripted, "kim")
    assert len(seen) >= least and max(seen.values()) <= 3, sorted(seen)


def test_the_page_of_pictures_names_each():
    shown = re.findall(r"\((\.\./gallery/sida-[a-z-]+\.png)\)", (SHOTS.parent / "handbok/sidor.md").read_text("utf-8"))
    assert sorted(Path(name).name for name in shown) == sorted(path.name for path in SHOTS.glob("sida-*.png"))


def become(screen, subject):
    """Another of the demonstration's people sits down."""
    screen.open("/demo/")
    screen.one(f'[name="person"][value="{subject}"], button[value="{subject}"]').click()
    if screen.all('main form button[type="submit"], main form .st-btn') and screen.path.startswith("/demo"):
        screen.press("main form .st-btn")


def shoot(screen, name):
    """The page as a picture in few shades, when pictures are asked for; else that there is one."""
    slug = name.lower().translate(str.maketrans("åäö ", "aao-"))
    path = SHOTS / f"sida-{slug}.png"
    if WRITE:
        picture = Image.open(BytesIO(screen.browser.get_screenshot_as_png())).convert("RGB")
        picture.quantize(24).save(path, optimize=True)
    assert path.exists(), "run: SHOTS=write pytest tests/browser/test_cases.py"
