"""A copy for another authority is held against the samtycken of the case."""

import pytest
from support.casework import Casework
from support.form_examples import example


class TestCopiesForOthers:
    """A copy for another authority says so when no samtycke that holds names it."""

    @pytest.fixture
    def case(self, office):
        return Casework(office, "futuro")

    def warned(self, case, saved, **which):
        page = case.page.get(saved.path + "?kopia=part" + "".join(f"&{name}={value}" for name, value in which.items()))
        return [note.get_text() for note in page.soup.select(".st-note[data-tone=stop]")]

    def test_an_authority_with_rows_in_the_plan(self, case):
        rows = [
            {"organisation": "Påhittby kommun", "enhet": "Enhet 1", "kommunen": "ja"},
            {"organisation": "Region X", "enhet": "Enhet 2", "kommunen": "nej"},
        ]
        plan = example("genomforandeplan_gemensam")
        saved = case.save("genomforandeplan", plan)
        number = next(n for n, row in enumerate(plan["parter"], 1) if row.get("kommunen") in (False, "nej", None))
        party = plan["parter"][number - 1]["organisation"]
        assert party in self.warned(case, saved, part=number)[0] and rows
        case.consent("Påhittby kommun", party)
        assert self.warned(case, saved, part=number) == []

    def test_one_that_takes_over_has_a_copy_of_its_own(self, case):
        case.consent("Påhittby kommun", "Arbetsförmedlingen")
        saved = case.save("overlamning", till_myndighet="Arbetsförmedlingen")
        assert "Kopia för den som samtycket gäller" in saved.text
        assert self.warned(case, saved) == []
        other = case.save("overlamning", till_myndighet="Försäkringskassan")
        assert "Försäkringskassan" in self.warned(case, other)[0]
