"""The evidence record: whole for the authority, and looked through by whoever verifies the file."""

import json
from dataclasses import replace

import pytest
from support import seals
from support.evidence_records import DEVICE, INSTRUMENT, WITNESS, instrument_of, signed, whole
from support.signings import AT, THREE, party

from stegvis.exporters import export
from stegvis.exporters.document import Attachment, Section, SignatureBlock, Table, Text
from stegvis.plugin.signing.evidence import EVIDENCE, HEADING, with_verifikat
from stegvis.plugin.signing.sealing import seal
from stegvis.plugin.signing.verifying import verify


def sealed(held):
    """A sealed copy that carries this as its evidence."""
    document = seals.signed_document("praktikavtal", "kommun")
    file = Attachment(EVIDENCE, "application/json", "Verifikat", held)
    printed = Section(HEADING, (Text((f"Orden känns igen på märket {INSTRUMENT.mark}.",)),))
    whole = replace(document, sections=(*document.sections, printed), attachments=(*document.attachments, file))
    return seal(export(whole, "pdf"), seals.key_of("own"))


def judged(told):
    report = verify(sealed(json.dumps(told).encode()))
    return report.holds, " ".join(finding.words for finding in report.findings)


def test_it_is_told_who_signed_and_how():
    holds, words = judged(whole())
    assert holds
    assert f"Märke: {INSTRUMENT.mark}" in words
    assert words.count("skrev under 2026-11-21. Ritad på skärm, i närvaro av Vittne Vittnesson") == 3
    assert "Att personerna är de som de uppger" in words


def other_words(told):
    told["instrument"]["canonical"] = told["instrument"]["canonical"].replace("Åvik", "Övik")


def other_words_with_their_own_hash(told):
    other = instrument_of(THREE, "Övik")
    told["instrument"] = {"canonical": other.canonical, "sha256": other.sha256}


def one_has_not_signed(told):
    told["events"] = [
        event for event in told["events"] if event.get("party") != THREE[1].key or event["kind"] != "approved"
    ]


def not_completed(told):
    told["events"] = told["events"][:-1]


def signed_something_else(told):
    next(event for event in told["events"] if event["kind"] == "approved")["sha256"] = "f" * 64


def signed_twice(told):
    told["events"].insert(3, next(event for event in told["events"] if event["kind"] == "approved"))


def somebody_else(told):
    next(event for event in told["events"] if event["kind"] == "approved")["party"] = "underskrift_annan"


def another_party(told):
    told["events"][0]["parties"][2]["name"] = "Någon Annan"


def no_events(told):
    told["events"] = []


def unknown_event(told):
    told["events"].append({"kind": "undone", "at": AT.isoformat(), "by": "kim"})


def of_another_shape(told):
    told["instrument"] = ["x"]


SPOILED = (
    other_words,
    other_words_with_their_own_hash,
    one_has_not_signed,
    not_completed,
    signed_something_else,
    signed_twice,
    somebody_else,
    another_party,
    no_events,
    unknown_event,
    of_another_shape,
)


@pytest.mark.parametrize("spoil", SPOILED, ids=lambda spoil: spoil.__name__)
def test_evidence_that_does_not_agree_with_itself_is_told_whoever_sealed_it(spoil):
    told = whole()
    spoil(told)
    assert judged(told)[0] is False


@pytest.mark.parametrize("held", [b"", b"[]", b"{", b"null", b"[" * 100_000, b'"' + b"x" * 100_000])
def test_evidence_that_is_none(held):
    assert verify(sealed(held)).holds is False


def test_the_authority_sees_everything_and_a_party_what_it_may():
    signing, events = signed()
    full = with_verifikat(seals.signed_document("praktikavtal", "kommun"), signing, events, INSTRUMENT)
    short = with_verifikat(seals.signed_document("praktikavtal", "arbetsgivare"), signing, events, INSTRUMENT)
    assert full.attachments[-1].name == EVIDENCE and short.attachments == ()
    assert [document.sections[-1].heading for document in (full, short)] == [HEADING] * 2
    said, told = (" ".join(words(document.sections[-1])) for document in (full, short))
    assert WITNESS in said and WITNESS not in told and DEVICE not in said + told
    assert INSTRUMENT.mark in told and INSTRUMENT.sha256 in said and INSTRUMENT.sha256 not in told
    assert "2026-11-21 13:01" in told


def test_a_party_is_not_told_of_one_whose_signature_its_copy_does_not_show():
    document = seals.signed_document("praktikavtal", "arbetsgivare")
    others = (*THREE, party("vardnadshavare", "Hemlig Förälder", audience="deltagare"))
    signing, events = signed(others)
    assert "Hemlig" not in " ".join(words(with_verifikat(document, signing, events, INSTRUMENT).sections[-1]))
    shown = replace(
        document, sections=(*document.sections, Section("S", (SignatureBlock("Vårdnadshavare", others[-1].key),)))
    )
    assert "Hemlig" in " ".join(words(with_verifikat(shown, signing, events, INSTRUMENT).sections[-1]))


def words(section):
    for block in section.blocks:
        match block:
            case Text():
                yield from block.paragraphs
            case Table():
                yield from (cell for row in block.rows for cell in row)
