"""Nothing typed twice: what a form in a case is begun with, and what is never answered beforehand."""


class TestCriteria:
    """A02: the programme's own criteria are asked, and answered by people."""

    def test_the_criteria_of_the_programme_stand_in_the_form(self, case):
        draft = case.begin("intresseanmalan")
        asked = [
            field["value"] for field in draft.soup.select('[name^="kriterier-"][name$="-text"]') if field.get("value")
        ]
        assert asked == [one.text for one in case.programme.criteria]
        assert not draft.soup.select('[name^="kriterier-"][name$="-svar"][checked]'), "nothing is answered beforehand"
        assert "Hämtat från verksamheten" in draft.text
