"""Reports with what the cases come to."""

from datetime import date

import pytest
from support import verapdf
from support.caselines import PERSON, homelessness, line, meetings, noted
from support.form_examples import CONTEXT
from support.parity import WORDS

from stegvis.exporters import export
from stegvis.exporters.document import Table, Text, blocks
from stegvis.forms import load_programme
from stegvis.forms.programme.report_heads import reports
from stegvis.plugin.cases.report import FROM, NO_GOAL, TABLES, Counted, report, share

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)


def made(mover, programme, kind="slut"):
    """The report of everything that was brought in."""
    return report(
        reports()[kind], Counted(load_programme(programme), tuple(mover.files(programme)), FIRST, LAST), CONTEXT
    )


def table(document, caption):
    """The rows of the table of that caption."""
    return next(block.rows for block in blocks(document) if isinstance(block, Table) and block.caption == caption)


class TestReports:
    @pytest.fixture
    def final(self, mover):
        homelessness(mover)
        return made(mover, "ur-hemloshet-i-jobb")

    def test_the_figures_are_those_of_the_report_it_is_made_for(self, final):
        """000: A23, A25, A27; shares have one decimal, rounded as is usual."""
        assert table(final, "Anmälda och deltagare") == (
            ("Anmälda", "41", "100 %"),
            ("Deltagare", "30", "73,2 %"),
            ("Har haft en aktivitet", "26", "86,7 %"),
        )
        placements = {row[0]: row[1] for row in table(final, "Antal placeringar")}
        assert placements["Praktik"] == "17" and placements["Summa"] == "37"
        status = table(final, "Deltagarnas status")
        assert status[0] == ("Anställning", "5", "16,7 %") and status[-1][:2] == ("Summa", "30") and len(status) == 10

    def test_each_person_has_one_main_activity(self, final):
        assert table(final, "Huvudsaklig aktivitet, antal personer")[-1][1] == "26"

    def test_the_main_activity_is_the_longest(self, mover):
        """A24."""
        short = [
            noted("aktivitet", aktivitet="uma", dag="2026-03-01"),
            noted("aktivitet-slut", aktivitet="uma", hur="genomford", dag="2026-03-05"),
        ]
        long = [noted("aktivitet", aktivitet="praktik", dag="2026-03-06")]
        mover.import_(line("ur-hemloshet-i-jobb", *meetings(3), *short, *long))
        found = table(made(mover, "ur-hemloshet-i-jobb"), "Huvudsaklig aktivitet, antal personer")
        assert found == (("Praktik", "1", "100 %"), ("Summa", "1", "100 %"))

    def test_sex_and_age_are_a_table_that_adds_up(self, mover):
        for born, sex in (("1970-10-03", "kvinna"), ("2001-01-02", "man"), ("2001-05-02", "")):
            person = {**PERSON, "fodelsedatum": born, **({"kon": sex} if sex else {})}
            mover.import_(line("ur-hemloshet-i-jobb", *meetings(3), person=person))
        rows = table(made(mover, "ur-hemloshet-i-jobb"), "Deltagare efter ålder och kön")
        assert rows == (("25–34", "0", "1", "1", "2"), ("55–64", "1", "0", "0", "1"), ("Alla", "1", "1", "1", "3"))

    def test_outcomes_that_do_not_exclude_each_other_are_not_added_up(self, mover):
        mover.import_(line("kraft", noted("utfall", utfall="praktik"), noted("utfall", utfall="sjukvard")))
        rows = table(made(mover, "kraft"), "Utfall efter kön")
        assert sum(int(row[-1]) for row in rows) == 2 and "Alla" not in {row[0] for row in rows}

    def test_a_goal_is_held_against_what_came_of_it(self, mover):
        mover.import_(
            line(
                "arbetsmarknadstorget",
                noted("utfall", utfall=load_programme("arbetsmarknadstorget").goals[0].outcomes[0]),
            )
        )
        mover.import_(line("arbetsmarknadstorget"))
        row = table(made(mover, "arbetsmarknadstorget"), "Mål och resultat")[0]
        assert row[1] == "50 %" and row[3:] == ("1 av 2", "50 %")

    def test_that_there_is_no_goal_is_said(self, mover):
        """A66."""
        document = made(mover, "hudiksvalls-resurscentrum")
        assert any(isinstance(block, Text) and NO_GOAL in block.paragraphs for block in blocks(document))

    def test_no_person_is_in_it(self, mover):
        homelessness(mover)
        words = export(made(mover, "ur-hemloshet-i-jobb", "ar"), "txt").decode()
        assert "Alva" not in words and "Testberg" not in words

    def test_every_head_has_something_under_it_and_knows_where_it_comes_from(self):
        for kind in reports().values():
            for head in kind.heads:
                assert head.write or head.table or head.from_, head.id
                assert head.from_ in ("", *FROM) and head.table in ("", *TABLES), head.id

    @pytest.mark.parametrize("kind", list(reports()))
    def test_the_judges_find_nothing_and_the_formats_agree(self, mover, kind, assert_valid_docx, tmp_path):
        homelessness(mover)
        document = made(mover, "ur-hemloshet-i-jobb", kind)
        files = {name: export(document, name) for name in ("txt", "html", "docx", "pdf")}
        assert verapdf.check(files["pdf"]) == []
        (tmp_path / "report.docx").write_bytes(files["docx"])
        assert_valid_docx(tmp_path / "report.docx")
        said = {name: WORDS[name](content) for name, content in files.items()}
        assert said["docx"] == said["txt"] and said["pdf"] == said["txt"] and said["html"] == said["txt"]

    def test_nothing_of_nothing_is_no_share(self):
        assert (share(0, 0), share(2, 30), share(1, 8)) == ("–", "6,7 %", "12,5 %")
