"""What is said of the evidence in a file, without the file: each demand, and each word."""

import json
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from io import BytesIO
from types import SimpleNamespace as Made

import pytest
from support import seals
from support.evidence_records import INSTRUMENT, signed, whole
from support.signings import AT, DAY, THREE, party

from stegvis.exporters.document import Table, Text
from stegvis.plugin.signing import evidence as verifikat
from stegvis.plugin.signing import state_machine, verifying
from stegvis.plugin.signing.container import Broken
from stegvis.plugin.signing.events import Completed, Declined, Expired, Halted, Reactivated, Voided, Withdrawn
from stegvis.plugin.signing.report import Finding, Report


def told(evidence):
    return list(verifying._told(evidence))


def broken(act, *given):
    with pytest.raises(Broken) as caught:
        list(act(*given) or ())
    return str(caught.value)


class TestTold:
    def test_whole_evidence_names_everybody_in_turn(self):
        findings = told(whole())
        assert [finding.holds for finding in findings] == [True, True, True, True, None]
        assert findings[0].words == f"Alla som behövs har skrivit under samma ord. Märke: {INSTRUMENT.mark}."
        assert findings[1].words.startswith(
            f"{THREE[0].role}: {THREE[0].name or 'Namn 1'} skrev under 2026-11-21. Ritad på skärm, i närvaro av "
        )

    def test_none_is_said_to_be_in_the_municipalitys_copy(self):
        (finding,) = told(None)
        assert finding.holds is None and "kommunens eget exemplar" in finding.words

    def test_one_who_signs_for_another_is_told_and_a_witness_only_where_there_was_one(self):
        parties = (party("deltagare:a", "Ada", behalf="Bo"),)
        content = {"answers": {}, "format": 1, "parties": [asdict(one) for one in parties]}
        from stegvis.plugin.signing.instrument import Instrument

        instrument = Instrument(json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")))
        events = [*state_machine.create(None, parties, instrument.sha256, "skarm", at=AT, by="kim")]
        events += state_machine.show(state_machine.replay(events), parties[0].key, instrument.sha256, at=AT, by="kim")
        events += state_machine.approve(
            state_machine.replay(events),
            parties[0].key,
            instrument.sha256,
            round=1,
            at=AT,
            by="kim",
            name="Ada",
            method="Ritad",
            on=DAY,
            evidence={},
        )
        evidence = json.loads(
            verifikat.evidence(
                seals.signed_document("praktikavtal", "kommun"), state_machine.replay(events), events, instrument
            )
        )
        assert told(evidence)[1].words == f"{parties[0].role}: Ada för Bo skrev under {DAY.isoformat()}. Ritad."

    @pytest.mark.parametrize(
        ("change", "words"),
        [
            (lambda e: e["instrument"].update(sha256="0" * 64), "Verifikatet stämmer inte"),
            (lambda e: e["events"].reverse(), "hänger inte ihop"),
            (lambda e: e.update(events=[]), "visar inte att alla har skrivit under"),
            (lambda e: e["events"].pop(), "visar inte att alla har skrivit under"),
        ],
    )
    def test_what_does_not_agree(self, change, words):
        evidence = whole()
        change(evidence)
        assert words in broken(told, evidence)

    def test_other_words_with_their_own_hash(self):
        evidence, other = whole(), signed()[0]
        canonical = evidence["instrument"]["canonical"].replace("Åvik", "Övik")
        import hashlib

        evidence["instrument"] = {"canonical": canonical, "sha256": hashlib.sha256(canonical.encode()).hexdigest()}
        assert "visar inte att alla har skrivit under de här orden" in broken(told, evidence)
        assert other.sha256 == INSTRUMENT.sha256

    def test_other_parties_than_those_of_the_words(self, monkeypatch):
        evidence = whole()
        canonical = json.loads(evidence["instrument"]["canonical"])
        canonical["parties"] = canonical["parties"][:1]
        evidence["instrument"]["canonical"] = json.dumps(canonical)
        monkeypatch.setattr(verifying.hashlib, "sha256", lambda data: Made(hexdigest=lambda: INSTRUMENT.sha256))
        assert "andra parter" in broken(told, evidence)


class TestPrinted:
    """The pages bear the mark and the number of the evidence."""

    def test_our_own_do(self):
        data, evidence = seals.sealed(), whole()
        printed = "".join(
            "".join(page.extract_text() for page in __import__("pypdf").PdfReader(BytesIO(data)).pages).split()
        )
        assert evidence["document"]["id"].replace("-", "")[-8:].upper() in printed

    @pytest.mark.parametrize(
        ("change", "words"),
        [
            (lambda e: e["instrument"].update(sha256="ab" * 32), "märke"),
            (lambda e: e["document"].update(id="0" * 32), "nummer"),
        ],
    )
    def test_another_mark_or_number_is_told(self, change, words, monkeypatch):
        evidence = whole()
        text = (
            f"Orden känns igen på märket {INSTRUMENT.mark}. PRA-01 "
            f"{evidence['document']['id'].replace('-', '')[-8:].upper()}"
        )
        monkeypatch.setattr(verifying, "PdfReader", lambda data: Made(pages=[Made(extract_text=lambda: text)]))
        verifying._must_be_printed(b"", evidence)
        change(evidence)
        assert f"ett annat {words} än verifikatet" in broken(verifying._must_be_printed, b"", evidence)

    def test_a_copy_without_evidence_has_nothing_to_compare(self):
        verifying._must_be_printed(b"", None)


class TestFound:
    def reader(self, *files, names=True):
        held = [part for name, data in files for part in (name, {"/EF": {"/F": Made(data=data)}})]
        return Made(root={"/Names": {"/EmbeddedFiles": {"/Names": held}}} if names else {})

    def test_by_its_name_wherever_it_is(self):
        other = ("annan.json", b'{"other": 1}')
        for files in (
            [("verifikat.json", b'{"a": 1}')],
            [other, ("verifikat.json", b'{"a": 1}')],
            [other, other, ("verifikat.json", b'{"a": 1}'), other],
        ):
            assert verifying._evidence(self.reader(*files)) == {"a": 1}

    def test_none(self):
        assert verifying._evidence(self.reader(("annan.json", b"{}"))) is None
        assert verifying._evidence(self.reader(names=False)) is None
        assert verifying._evidence(Made(root={"/Names": {}})) is None

    def test_something_else_under_that_name(self):
        assert "inget verifikat" in broken(verifying._evidence, self.reader(("verifikat.json", b"[1]")))


class TestTheReport:
    def report(self, *holds):
        return Report("abc", tuple(Finding(one, f"ord {n}") for n, one in enumerate(holds)))

    @pytest.mark.parametrize(
        ("holds", "verdict"),
        [
            ((), True),
            ((True,), True),
            ((None,), True),
            ((True, None), True),
            ((False,), False),
            ((True, False), False),
            ((None, False), False),
        ],
    )
    def test_it_holds_when_nothing_speaks_against_it(self, holds, verdict):
        report = self.report(*holds)
        assert report.holds is verdict
        assert next(report.lines()) == ("Filen håller." if verdict else "Filen håller inte.")
        assert report.json()["holds"] is verdict

    def test_each_finding_is_marked(self):
        assert list(self.report(True, False, None).lines())[1:] == [
            "Visat: ord 0",
            "FEL: ord 1",
            "Inte visat: ord 2",
            "Filens SHA-256: abc",
        ]

    def test_the_clock_is_swedish(self):
        assert verifying._clock(datetime(2026, 7, 1, 22, 30, 5, tzinfo=UTC)) == "2026-07-02 00:30:05 svensk tid"


class TestSeals:
    def seals(self, *names, stamps=()):
        return Made(
            embedded_regular_signatures=[Made(field_name=name, byte_range=[0, 1, 2, 3]) for name in names],
            embedded_timestamp_signatures=list(stamps),
        )

    @pytest.mark.parametrize(
        ("names", "stamps", "words"),
        [
            ((), (), "ingen stämpel"),
            (("stampel", "stampel"), (), "fler än en stämpel"),
            (("stampel",), (1,), "fler än en stämpel"),
        ],
    )
    def test_there_is_one_and_it_is_ours(self, names, stamps, words):
        assert words in broken(verifying._seal, self.seals(*names, stamps=stamps), b"", ())

    def test_the_largest_file_that_is_looked_into(self, monkeypatch):
        monkeypatch.setattr(verifying, "MOST_BYTES", 2_000_000)
        with pytest.raises(verifying.UnreadablePdf, match="högst 2 MB"):
            verifying.verify(b"%PDF-" + b"0" * 1_999_996)
        assert not verifying.verify(b"%PDF-" + b"0" * 1_999_995).holds

    def test_the_reader_is_strict_and_bounded(self):
        reader = verifying._reader(seals.sealed())
        assert reader.strict and not reader.encrypted
        assert BytesIO(b"") is not None


class TestVerifikat:
    def tables(self, blocks):
        return [block for block in blocks if isinstance(block, Table)]

    def test_the_shares_of_a_tables_columns_make_a_whole(self):
        signing, events = signed()
        for table in [
            *self.tables(verifikat._full(signing, events, INSTRUMENT)),
            *self.tables(verifikat._short(signing, {THREE[0].key}, INSTRUMENT)),
        ]:
            assert (
                sum(table.widths) == pytest.approx(1)
                and min(table.widths) > 0.15
                and len(table.widths) == len(table.head)
            )

    def test_a_party_is_shown_whose_signature_the_copy_shows(self):
        signing, _ = signed()
        (table,) = self.tables(verifikat._short(signing, {THREE[1].key}, INSTRUMENT))
        assert [row[0] for row in table.rows] == [THREE[1].role]
        blocks = verifikat._short(signing, (), INSTRUMENT)
        assert len(blocks) == 1 and isinstance(blocks[0], Text)

    def test_each_party_is_called_by_its_own_role(self):
        signing, _ = signed()
        assert [verifikat._role(one.key, signing) for one in THREE] == [one.role for one in THREE]
        assert verifikat._role("någon annan", signing) == "någon annan"

    @pytest.mark.parametrize(
        ("make", "words"),
        [
            (lambda: Declined, ("Skrev inte under: {role}", "Fel tider")),
            (lambda: Withdrawn, ("Avbröts", "Fel tider")),
            (lambda: Halted, ("Pausades", "Fel tider")),
            (lambda: Expired, ("Tiden gick ut", "")),
            (lambda: Reactivated, ("Fortsatte", "")),
            (lambda: Completed, ("Alla som behövs har skrivit under", "")),
            (lambda: Voided, ("Handlingen ändrades", "Tider, Plats")),
        ],
    )
    def test_what_happened_in_words(self, make, words):
        import dataclasses

        kind, signing = make(), signed()[0]
        given = {
            "number": 1,
            "at": AT,
            "by": "kim",
            "round": 1,
            "party": THREE[0].key,
            "reason": "Fel tider",
            "changes": ("Tider", "Plats"),
            "sha256": INSTRUMENT.sha256,
        }
        asked = {field.name for field in dataclasses.fields(kind)}
        event = kind(**{name: value for name, value in given.items() if name in asked})
        assert verifikat._words(event, signing) == (words[0].format(role=THREE[0].role), words[1])

    def test_the_time_is_swedish(self):
        assert verifikat._time(datetime(2026, 11, 21, 23, 30, tzinfo=UTC) + timedelta(hours=1)) == "2026-11-22 01:30"
