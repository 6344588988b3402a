"""A made-up participant walks through every programme, from the first form to the ending, with the gates tried shut
and open.
"""

import pytest
from support.casework import PARTIES, Casework

from stegvis.forms import list_programmes, load_form

RUNNING = [programme.id for programme in list_programmes() if programme.runs]
MOST = 60


class Walker(Casework):
    """Does what is next until nothing is."""

    def walk(self):
        """The titles of the steps in the order they were done."""
        walked = []
        for _ in range(MOST):
            step = self.step()
            if step is None:
                return walked
            walked.append(step.title)
            self.do(step)
            assert self.next != step.title or step.times > 1, step.title
        raise AssertionError(walked)

    def do(self, step):
        """What marks the step as done."""
        match step.done_by:
            case "form":
                self.form(step.what)
            case "meetings":
                self.note("mote", slag=self.programme.meetings[0].id, kom="ja", dag="2026-11-20")
            case "decision":
                self.note("beslut", steg=step.id, svar=step.decisions[0])
            case "event":
                self.event(step.what)
            case "hand":
                self.note("steg", steg=step.id)

    def form(self, form):
        """The form begun, and what stops it mended first."""
        page = self.begin(form)
        if not page.soup.select('form[action$="fyll-i"]'):
            self.mend(page)
            page = self.begin(form)
        self.nothing_known_is_empty(form, page)
        told = {"praktikplats_finns": "ja"} if form == "intresseanmalan" and self.programme.id == "samverkstan" else {}
        self.consent(*PARTIES) if form == "samtycke" else self.save(form, **told)

    def nothing_known_is_empty(self, form, page):
        """No control is empty for a term that the case holds."""
        values, told = page.values("fyll-i"), self.known(form)
        for question in load_form(form).questions.values():
            if question.prefill in told and question.kind in (
                "text",
                "long_text",
                "date",
                "choice",
                "personnummer",
                "phone",
                "integer",
                "decimal",
            ):
                assert values.get(question.name), (form, question.name)
            elif question.prefill in told and question.many:
                assert int(values[f"{question.name}-antal"]) > 0, (form, question.name)

    def known(self, form):
        """The terms that the case knows, and that the question's kind can hold."""
        from uuid import UUID

        from stegvis.plugin.cases.carry_over import fits, terms
        from stegvis.plugin.cases.service import load
        from stegvis.plugin.installation.clock import today

        with self.office.app.test_request_context("/stegvis/"):
            case = load(UUID(self.path.rpartition("/")[2]))
            found = terms(case, today())
        told = {
            q.prefill
            for q in load_form(form).questions.values()
            if q.prefill in found and fits(found[q.prefill][1], q.kind)
        }
        return told - {
            q.prefill
            for q in load_form(form).questions.values()
            if q.prefill in found and found[q.prefill][2] == form and q.prefill.startswith("praktik.")
        }

    def event(self, kind):
        """The event noted, and what stops it mended first."""
        answers = {"dag": "2026-11-20"}
        match kind:
            case "kallad":
                answers["mote_dag"] = "2026-11-25 10:00"
            case "studiebesok":
                answers |= {"arbetsplats": "Kaffestugan", "med": ["deltagare", "arbetsgivare", "konsulent"]}
            case "aktivitet":
                answers |= {
                    "aktivitet": next(item.id for item in self.programme.activities if item.id != "praktik"),
                    "timmar": "12",
                }
            case "fas":
                answers["fas"] = self.next_phase()
            case "nedtrappning":
                answers["text"] = "En dag mindre varje vecka."
            case "godkand_plats":
                answers["arbetsplats"] = "Kaffestugan"
        page = self.note(kind.replace("_", "-"), **answers)
        if page.status == 409:
            self.mend(page)
            page = self.note(kind.replace("_", "-"), **answers)
        assert page.status == 200, self.missing(page) or page.errors

    def next_phase(self):
        """The phase after the one it is in."""
        phases = [phase.id for phase in self.programme.phases]
        here = self.now.soup.select_one(".st-lead").get_text()
        inside = next((n for n, phase in enumerate(self.programme.phases) if phase.title in here), -1)
        wanted = {"ostervik": "arbetstraning"}.get(self.programme.id, phases[min(inside + 1, len(phases) - 1)])
        return "traning" if self.programme.id == "kraft" and self.next == "Träning" else wanted

    def mend(self, page):
        """Everything that stops, done: each is a link to the form or the event."""
        for link in page.soup.select(".st-checks li a"):
            where = link["href"].split("?")[0].split("/")
            stops = link.find_parent("li").strong.get_text() == "Saknas:"
            if stops and where[-2] == "borja":
                self.form(where[-1])
            elif stops:
                self.event(where[-1].replace("-", "_"))


@pytest.mark.parametrize("programme", RUNNING)
def test_a_participant_walks_from_the_first_form_to_the_ending(office, programme):
    walker = Walker(office, programme)
    first = walker.step()
    walked = walker.walk()
    asked = [step.title for step in walker.programme.steps if not step.optional]
    assert (
        walked[0] == first.title
        and [title for title in walked if title in asked] == [*dict.fromkeys(walked)]
        or set(asked) <= set(walked)
    )
    end = walker.note("stang", skal="klart")
    assert end.status == 200 and "avslutat" in end.text
    assert not end.soup.select('a[href*="/anteckna/"]'), "a closed case is only read"
