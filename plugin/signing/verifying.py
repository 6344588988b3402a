"""Whether a sealed file still holds, from the file alone: no database, no network.

What each level proves is told in docs/signing-levels.md. `extra.must_be_installed` is asked before this is loaded.
"""

import asyncio
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from io import BytesIO
from typing import Any

from asn1crypto.x509 import Certificate
from pyhanko.keys import load_certs_from_pemder_data
from pyhanko.pdf_utils.decode_limits import DecodeLimits, DocumentDecodeBudget, StreamDecodeLimits
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko_certvalidator import CertificateValidator, ValidationContext
from pyhanko_certvalidator.errors import PathError, ValidationError
from pypdf import PdfReader

from ...forms.language.context import STOCKHOLM
from ..errors import StegvisError
from . import state_machine
from .container import Broken, Container, gap, open_container, time_stamp_of
from .errors import SigningError
from .events import from_json
from .evidence import EVIDENCE
from .extra import MOST_BYTES
from .instrument import mark
from .others import are_others, others
from .report import Finding, Report
from .sealing import name_of

MOST_UNPACKED = 60_000_000
"""Bytes, of everything in the file that is looked into."""
NOT_READ = "Välj en PDF. Filen går inte att läsa som en sådan."


class UnreadablePdf(StegvisError):
    """The file is no PDF that can be looked into; the message says what to do."""


def verify(data: bytes, trust: Sequence[bytes] = ()) -> Report:
    """Looks at everything there is; *trust* are certificates (PEM or DER) that the one who asks has from elsewhere.

    Raises Unreadable for what is no PDF.
    """
    if len(data) > MOST_BYTES:
        raise UnreadablePdf(f"Välj en mindre fil. Den får vara högst {MOST_BYTES // 1_000_000} MB.")
    if not data.startswith(b"%PDF-"):
        raise UnreadablePdf(NOT_READ)
    evidence: Mapping[str, Any] | None = None
    findings: list[Finding] = []
    try:
        reader = _reader(data)
        if are_others(reader):
            findings += others(reader, _certificates(trust))
        else:
            findings += _seal(reader, data, trust)
            evidence = _evidence(reader)
            findings += _told(evidence)
            _must_be_printed(data, evidence)
    except Broken as broken:
        findings.append(Finding(False, str(broken)))
    except UnreadablePdf:
        raise
    except Exception as error:  # noqa: BLE001 - whatever a hostile file leads the parsers to, it does not hold
        findings.append(
            Finding(
                False, f"Filen är skadad eller ändrad: den går inte att läsa som den skrevs ({type(error).__name__})."
            )
        )
    return Report(hashlib.sha256(data).hexdigest(), tuple(findings), evidence)


def _reader(data: bytes) -> PdfFileReader:
    limits = DecodeLimits(
        per_stream=StreamDecodeLimits(max_output_size=MOST_UNPACKED),
        document_budget=DocumentDecodeBudget(MOST_UNPACKED, 0),
    )
    reader = PdfFileReader(BytesIO(data), strict=True, decode_limits=limits)
    if reader.encrypted:
        raise UnreadablePdf("Spara filen utan lösenord och försök igen. En låst fil går inte att kontrollera.")
    return reader


def _seal(reader: PdfFileReader, data: bytes, trust: Sequence[bytes]) -> Iterator[Finding]:
    signatures = list(reader.embedded_regular_signatures)
    if not signatures:
        raise Broken("Filen har ingen stämpel. Då går det inte att säga om den är ändrad.")
    if len(signatures) > 1 or list(reader.embedded_timestamp_signatures):
        raise Broken("Filen har fler än en stämpel. Vi sätter bara en, sist.")
    raw, covered = gap([int(number) for number in signatures[0].byte_range], data)
    container = open_container(raw, covered)
    yield Finding(True, "Stämpeln täcker hela filen, och ingenting i den har ändrats sedan den förseglades.")
    told = signatures[0].self_reported_timestamp
    yield _whose(container, _certificates(trust), told)
    if container.stamp is not None:
        moment, service = time_stamp_of(container)
        yield Finding(True, f"{service} har intygat tiden {_clock(moment)} (nivå B-T).")
    else:
        words = _clock(told) if told else "ingen tid"
        yield Finding(
            None, f"Kommunens egen klocka visade {words} när stämpeln sattes. Ingen annan har intygat tiden (nivå B-B)."
        )


def _clock(moment: datetime) -> str:
    """The moment as people in Sweden read it."""
    return f"{moment.astimezone(STOCKHOLM):%Y-%m-%d %H:%M:%S} svensk tid"


def _whose(container: Container, trusted: list[Certificate], told: datetime | None) -> Finding:
    own, named = container.own, name_of(container.own)
    if not trusted:
        return Finding(
            None,
            f"Vems stämpeln är går inte att se i filen. I den står: {named}. Jämför med kommunens certifikat för att "
            "veta.",
        )
    try:
        if own.dump() not in [one.dump() for one in trusted]:
            context = ValidationContext(trust_roots=trusted, allow_fetching=False, moment=told)
            validator: Any = CertificateValidator(own, container.chain, validation_context=context)
            asyncio.run(validator.async_validate_usage({"digital_signature"}))
    except (PathError, ValidationError):
        return Finding(False, f"Stämpeln är inte satt med något certifikat som du litar på. I den står: {named}.")
    return Finding(True, f"Stämpeln är satt med ett certifikat som du litar på: {named}.")


def _certificates(trust: Sequence[bytes]) -> list[Certificate]:
    try:
        return [one for data in trust for one in load_certs_from_pemder_data(data)]
    except (ValueError, TypeError):
        raise UnreadablePdf("Välj ett certifikat i PEM eller DER. Det du angav går inte att läsa.") from None


def _evidence(reader: PdfFileReader) -> Mapping[str, Any] | None:
    """What the municipality's own copy carries of how it was signed; None in a copy for somebody else."""
    files = reader.root
    for step in ("/Names", "/EmbeddedFiles", "/Names"):
        if step not in files:
            return None
        files = files[step]
    for place in range(0, len(files), 2):
        if str(files[place]) == EVIDENCE:
            held = files[place + 1]["/EF"]["/F"].data
            found = json.loads(held)
            if not isinstance(found, dict):
                raise Broken("Verifikatet i filen är inget verifikat.")
            return found
    return None


def _must_be_printed(data: bytes, evidence: Mapping[str, Any] | None) -> None:
    """Demands that the pages bear the mark and the number that the evidence has: people compare those. Raises
    Broken.
    """
    if evidence is None:
        return
    printed = "".join("".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages).split())
    number = str(evidence["document"]["id"]).replace("-", "")[-8:].upper()
    for wanted, words in ((mark(evidence["instrument"]["sha256"]), "märke"), (number, "nummer")):
        if "".join(wanted.split()) not in printed:
            raise Broken(f"Sidorna har ett annat {words} än verifikatet. De hör inte ihop.")


def _told(evidence: Mapping[str, Any] | None) -> Iterator[Finding]:
    """What the evidence says of the signatures, and whether it agrees with itself."""
    if evidence is None:
        yield Finding(None, "Filen har inget fullständigt verifikat. Det finns i kommunens eget exemplar.")
        return
    sha256 = hashlib.sha256(evidence["instrument"]["canonical"].encode()).hexdigest()
    if sha256 != evidence["instrument"]["sha256"]:
        raise Broken("Verifikatet stämmer inte med det som skrevs under.")
    try:
        signing = state_machine.replay(map(from_json, evidence["events"]))
    except SigningError as error:
        raise Broken("Händelserna i verifikatet hänger inte ihop.") from error
    if signing is None or signing.sha256 != sha256 or signing.status != state_machine.Status.COMPLETED:
        raise Broken("Verifikatet visar inte att alla har skrivit under de här orden.")
    if json.loads(evidence["instrument"]["canonical"])["parties"] != [asdict(party) for party in signing.parties]:
        raise Broken("Verifikatet har andra parter än de ord som skrevs under.")
    yield Finding(True, f"Alla som behövs har skrivit under samma ord. Märke: {mark(sha256)}.")
    for act in signing.approved.values():
        behalf = f" för {act.behalf}" if act.behalf else ""
        seen = f", i närvaro av {act.evidence['witness']}" if act.evidence.get("witness") else ""
        yield Finding(
            True,
            f"{signing.party(act.party).role}: {act.name}{behalf} skrev under {act.on.isoformat()}. "
            f"{act.method}{seen}.",
        )
    yield Finding(
        None,
        "Att personerna är de som de uppger bygger på att kommunen kände igen dem. Det går inte att bevisa med filen.",
    )
