"""A form of the municipality's own takes part in a case as ours do; and what code asks for can be told."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from support.casework import PERIOD as SHIPPED
from support.casework import Casework, sign

from stegvis.forms.language.case_roles import ROLES
from stegvis.plugin.cases.deadlines import deadlines
from stegvis.plugin.cases.service import peek
from stegvis.plugin.cases.told import Told

PLUGIN = Path(__file__).parents[3] / "plugin"
OWN = """
id = "platsavtal"
code = "EGN-01"
version = 1
title = "Platsavtal"
audiences = ["kommun"]

[case]
role = "placement_agreement"
tells = { from = "startar", until = "slutar", hours = "timmar", follow_up_by = "foljs_upp" }

[[sections]]
id = "tid"
title = "Tiden"

  [[sections.questions]]
  name = "startar"
  kind = "date"
  label = "Från när?"
  required = true
  past = true

  [[sections.questions]]
  name = "slutar"
  kind = "date"
  label = "Till när?"
  required = true

  [[sections.questions]]
  name = "foljs_upp"
  kind = "date"
  label = "När följs den upp?"

  [[sections.questions]]
  name = "timmar"
  kind = "decimal"
  label = "Hur många timmar i veckan?"
"""
PERIOD = {"startar": "2026-11-21", "slutar": "2026-12-20", "foljs_upp": "2026-12-10", "timmar": "20"}


class OwnForm(Casework):
    """A case in an office that has a form of its own."""

    def agree(self):
        """The page of the own agreement, filled in and saved."""
        self.note(
            "studiebesok", dag="2026-11-01", arbetsplats="Kaffestugan", med=["deltagare", "arbetsgivare", "konsulent"]
        )
        saved = self.begin("platsavtal").submit("fyll-i", press="kontrollera", **PERIOD).submit("kontrollera")
        assert "Sparat" in saved.text, saved.text[:2000]
        return saved

    @property
    def file(self):
        """The case as the system judges it."""
        with self.office.app.test_request_context():
            return peek(self.id)

    @property
    def id(self):
        """The case's id."""
        (case,) = self.office.store.cases.listing(self.office.who.tenant, by="kim")
        return case.id


@pytest.fixture
def case(office):
    """A case in an office that has a form of its own."""
    folder = office.folder / "stegvis" / "forms"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "platsavtal.toml").write_text(OWN, "utf-8")
    return OwnForm(office, "ur-hemloshet-i-jobb")


class TestAFormOfOnesOwn:
    def test_the_placement_shows_and_falls_due(self, case, office):
        sign(office, case.agree())
        (placement,) = case.file.placements
        assert (str(placement.first), str(placement.until), placement.hours) == ("2026-11-21", "2026-12-20", 20)
        assert {(due.kind, str(due.day)) for due in deadlines(case.file)} >= {
            ("avtal", "2026-12-20"),
            ("uppfoljning", "2026-12-10"),
        }
        assert "Avtalet slutar" in case.now.text and "2026-12-20" in case.now.text

    def test_the_gate_before_the_start_is_content_when_all_have_signed_it(self, case, office):
        saved = case.agree()
        page = case.note("aktivitet", aktivitet="praktik")
        assert page.status == 409 and any("Låt alla skriva under" in words for words in case.missing(page))
        sign(office, saved)
        assert case.note("aktivitet", aktivitet="praktik").status == 200

    @pytest.mark.parametrize("form", ["praktikavtal", "platsavtal"])
    def test_a_second_agreement_of_either_form_waits_for_the_follow_up(self, case, office, form):
        sign(office, case.agree())
        office.at = datetime(2026, 12, 1, 12, tzinfo=UTC)
        assert any("Gör en uppföljning" in words for words in case.missing(case.begin(form)))

    def test_a_mistake_in_its_file_takes_nothing_that_was_told_away(self, case, office):
        """A withdrawal must count while the file waits to be mended."""
        sign(office, case.agree())
        file = office.folder / "stegvis" / "forms" / "platsavtal.toml"
        file.write_text(OWN.replace("kind = ", "knid = ", 1), "utf-8")
        assert [placement.hours for placement in case.file.placements] == [20]

    def test_what_ends_ours_ends_it_at_once(self, case, office):
        saved = case.agree()
        sign(office, saved)
        ending = case.page.get(saved.path).submit("avsluta/upphavande")
        assert ending.soup.select('form[action$="fyll-i"]')

    def test_the_newest_of_several_forms_decides(self, case, office):
        case.save("praktikavtal", **SHIPPED)
        office.at = datetime(2026, 11, 22, 12, tzinfo=UTC)
        case.agree()
        assert case.file.latest("placement_agreement").document.form == "platsavtal"
        assert [one.hours for one in case.file.placements][:1] == [20] and len(case.file.placements) == 2

    def test_what_was_saved_before_it_told_anything_is_left_out(self, case, office):
        path = office.folder / "stegvis" / "forms" / "platsavtal.toml"
        path.write_text(OWN[: OWN.index("[case]")] + OWN[OWN.index("[[sections]]") :], "utf-8")
        case.agree()
        path.write_text(OWN + "\n", "utf-8")
        assert case.file.latest("placement_agreement") is not None and case.file.placements == ()
        assert case.now.status == 200


def test_what_is_asked_for_can_be_told():
    code = "".join(path.read_text("utf-8") for path in (PLUGIN / "cases").glob("*.py"))
    found = re.findall(r'\.told\("(\w+)", "(\w+)"\)', code)
    assert len(found) > 10
    assert [(role, term) for role, term in found if term not in ROLES[role].terms] == []


def test_a_day_that_cannot_be_read_is_none():
    class Saved:
        digest = {"answers": {"a": "i morgon"}}

    class Part:
        tells = {"day": "a"}

    assert Told(Saved, Part).day("day") is None and Told(Saved, Part).day("next") is None
