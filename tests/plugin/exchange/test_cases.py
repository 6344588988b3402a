"""Cases brought in and out; and the people of the reports this is built for, entered and counted (domain.md 1.11)."""

import json
from itertools import count
from pathlib import Path

import jsonschema
import pytest
from support.caselines import PERSON, homelessness, line, meetings, noted
from support.casework import Casework
from support.form_examples import CONTEXT, example

from stegvis.plugin.cases import statistics
from stegvis.plugin.errors import Refused
from stegvis.plugin.exchange.cases import KEYS, Mover

SCHEMA = json.loads((Path(__file__).parents[3] / "docs/cases.schema.json").read_text("utf-8"))


class TestTheSeeds:
    def test_homelessness_to_work(self, mover):
        """000: 41 enquiries, 30 participants by the rule of meetings, 26 in activity; 37 placements; nine statuses
        that sum to 30.
        """
        status = homelessness(mover)
        cases = tuple(mover.files("ur-hemloshet-i-jobb"))
        assert statistics.funnel(cases) == statistics.Funnel(41, 30, 26)
        assert statistics.placements(cases).total() == 37 and statistics.placements(cases)["praktik"] == 17
        assert statistics.statuses(cases) == status and statistics.statuses(cases).total() == 30

    def test_supported_employment(self, mover):
        """002: 79 women and 76 men; work 14 and 23, studies 14 and 7, 37,4 per cent; 55 enquiries by source."""
        people = [("kvinna", "anstallning")] * 14 + [("kvinna", "studier")] * 14 + [("kvinna", "")] * 51
        people += [("man", "anstallning")] * 23 + [("man", "studier")] * 7 + [("man", "")] * 46
        asked = {
            "Eget initiativ": 5,
            "Anhörig": 3,
            "Regionen: Psykiatriska mottagningen": 8,
            "Regionen: Rehab": 5,
            "Regionen: Beroende": 2,
            "Regionen: Rättspsykiatri och affektiva": 3,
            "Regionen: Bas": 6,
            "Hälsocentral: Ålidhem": 1,
            "Hälsocentral: Mariehem": 1,
            "Hälsocentral: Backen": 1,
            "Hälsocentral: Husläkarna": 3,
            "Ersboda/Tips": 7,
            "Teg": 1,
            "Kommunen: Aros": 2,
            "Kommunen: Särskilt boende": 1,
            "Kommunen: Ungdomstorget": 2,
            "Kommunen: IFO och boendestöd": 1,
            "Steget vidare": 3,
        }
        from_where = [source for source, number in asked.items() for _ in range(number)]
        for number, (sex, outcome) in enumerate(people):
            told = {"oppnad": {"kalla": from_where[number]}} if number < len(from_where) else {}
            events = [noted("utfall", utfall=outcome)] if outcome else []
            mover.import_(line("natkraft", *events, person={**PERSON, "kon": sex}, **told))
        cases = tuple(mover.files("natkraft"))
        assert statistics.clients(cases) == {"kvinna": 79, "man": 76}
        found = statistics.outcomes(cases)
        assert [
            found["anstallning", "kvinna"],
            found["anstallning", "man"],
            found["studier", "kvinna"],
            found["studier", "man"],
        ] == [14, 23, 14, 7]
        reached, of = statistics.reached(cases, ["anstallning", "studier"])
        assert (reached, of, round(100 * reached / of, 1)) == (58, 155, 37.4)
        assert statistics.sources(cases) == asked and statistics.sources(cases).total() == 55

    def test_the_matrix_of_kraft(self, mover):
        """004: 26 rows, nine columns that do not exclude each other; rows without a mark are rows."""
        columns = {
            "sjukvard": 13,
            "socialtjanst": 8,
            "arbete": 1,
            "studier": 2,
            "praktik": 15,
            "sysselsattning": 2,
            "af_arbetsfor": 3,
            "avslutad": 3,
            "af_program": 1,
        }
        rows = [[] for _ in range(26)]
        place = count()
        for column, number in columns.items():
            for _ in range(number):
                row = rows[next(place) % 25]
                row.append(column)
        for outcomes in rows:
            mover.import_(line("kraft", *[noted("utfall", utfall=outcome) for outcome in outcomes]))
        cases = tuple(mover.files("kraft"))
        assert len(cases) == 26 and statistics.matrix(cases) == columns
        assert sum(not statistics.outcomes_of(case) for case in cases) == 1
        reached, of = statistics.reached(cases, ["af_arbetsfor", "af_program"])
        assert of == 26 and reached <= 4


class TestBringing:
    def test_the_same_twice_changes_nothing(self, mover):
        one = line(key="gammal 1")
        assert (mover.import_(one), mover.import_(one)) == (True, False)
        assert len(tuple(mover.files("ur-hemloshet-i-jobb"))) == 1

    def test_documents_come_with_what_the_case_needs_of_them(self, mover):
        documents = [{"form": "samtycke", "saved": "2026-11-20T10:00:00", "answers": example("samtycke_muntligt")}]
        mover.import_(line(documents=documents))
        (case,) = mover.files("ur-hemloshet-i-jobb")
        assert len(case.consents) == 1 and case.facts["deltagare.fornamn"].value

    @pytest.mark.parametrize(
        ("changes", "words"),
        [
            ({"programme": "finns-inte"}, "programme: Det finns ingen verksamhet"),
            ({"format": 2}, "format: Skriv 1."),
            ({"kop": 1}, "kop: Ta bort nyckeln"),
            ({"person": {**PERSON, "fodelsedatum": "i går"}}, "person: fodelsedatum:"),
            ({"person": {}}, "person: fornamn: Skriv förnamn."),
            ({"events": []}, 'events: Lägg till händelsen "oppnad"'),
            (
                {"events": [{"kind": "oppnad", "dag": "2026-01-01"}, {"kind": "dans", "dag": "2026-01-02"}]},
                "events[1]: ",
            ),
            ({"events": [{"kind": "oppnad", "dag": "2026-13-01"}]}, "events[0]: Skriv dagen"),
            (
                {"events": [{"kind": "oppnad", "dag": "2026-01-01"}, {"kind": "mote", "dag": "2026-01-02"}]},
                "events[1]: slag: Välj vilket möte",
            ),
            ({"documents": [{"form": "samtycke"}]}, "documents[0]: Skriv form, saved och answers."),
            (
                {"documents": [{"form": "x", "saved": "2026-01-01", "answers": {}}]},
                "documents[0]: Det finns ingen blankett",
            ),
            (
                {"documents": [{"form": "loggbok", "saved": "2026-11-20T10:00", "answers": {"rubrik": "x"}}]},
                "documents[0].answers: program:",
            ),
            ({"key": None}, "key: Skriv en nyckel"),
        ],
    )
    def test_a_bad_line_says_where_and_what_to_write(self, mover, changes, words):
        given = json.loads(line()) | changes
        with pytest.raises(Refused) as caught:
            mover.import_(json.dumps({name: value for name, value in given.items() if value is not None}).encode())
        assert words in str(caught.value)
        assert tuple(mover.files("ur-hemloshet-i-jobb")) == ()

    @pytest.mark.parametrize("data", [b"{", b"[]", b"\xff"])
    def test_what_is_no_case(self, mover, data):
        with pytest.raises(Refused):
            mover.import_(data)

    def test_who_waits_stands_in_the_queue_at_once(self, mover):
        mover.import_(line("kraft", opened="2026-01-10"))
        mover.import_(line("kraft", *meetings(1)))
        waits = [case.stored.payload["waiting"] for case in mover.files("kraft")]
        assert sorted(waits, key=str) == [None, {"since": "2026-01-10", "first": False}]

    def test_an_anonymous_case_has_no_person(self, mover):
        mover.import_(line("hudiksvalls-resurscentrum", anonymous=True, person={}, grund=""))
        (case,) = mover.files("hudiksvalls-resurscentrum")
        assert case.anonymous and case.person == {}


def test_what_goes_out_comes_in_again_as_it_was(office, mover):
    """With documents, drafts, versions and the definitions they were asked with; and every line keeps to the schema."""
    case = Casework(office, "futuro")
    case.consent()
    case.save("intresseanmalan")
    case.begin("handlaggargrupp")
    there = Mover(office.store, office.folder, CONTEXT, tenant=office.who.tenant)
    out = list(there.export())
    for one in out:
        jsonschema.validate(json.loads(one), SCHEMA)
    here = Mover(mover.store, mover.folder, CONTEXT, tenant=office.who.tenant)
    assert [here.import_(one) for one in out].count(True) == 1
    before, after = json.loads(out[-1]), json.loads(list(here.export())[-1])
    assert after == before and len(after["documents"]) == 3
    assert here.store.verify_log(office.who.tenant).intact


def test_the_schema_and_the_reader_know_the_same_keys():
    assert set(SCHEMA["$defs"]["case"]["properties"]) == KEYS
