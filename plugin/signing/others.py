"""A file that others have signed or sealed: what pyHanko says of each signature, in plain words. Who they are to
us, nobody here knows.
"""

import asyncio
from collections.abc import Iterator
from typing import Any

from asn1crypto.x509 import Certificate
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.validation import async_validate_pdf_signature
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from ...forms.language.context import STOCKHOLM
from .report import Finding
from .sealing import FIELD, name_of

NOT_OURS = (
    "Filen är inte förseglad här. Därför säger den inget om vilka som skrev under hos kommunen, bara det som står ovan."
)


def are_others(reader: PdfFileReader) -> bool:
    """Whether there are signatures in the file, and none of them in our own field."""
    signatures = list(reader.embedded_regular_signatures)
    return bool(signatures) and all(one.field_name != FIELD for one in signatures)


def others(reader: PdfFileReader, trusted: list[Certificate]) -> Iterator[Finding]:
    """Each signature in the order they were made: whether it holds, whose it says it is, and when; offline."""
    signatures = list(reader.embedded_regular_signatures)
    for number, signature in enumerate(signatures, 1):
        yield from _one(f"Underskrift {number} av {len(signatures)}", signature, trusted)
    yield Finding(None, NOT_OURS)


def _one(called: str, signature: Any, trusted: list[Certificate]) -> Iterator[Finding]:
    context = ValidationContext(trust_roots=trusted, allow_fetching=False, moment=signature.self_reported_timestamp)
    try:
        status = asyncio.run(async_validate_pdf_signature(signature, context, ts_validation_context=context))
    except SignatureValidationError:
        yield Finding(False, f"{called} går inte att kontrollera: den är inte skriven som en underskrift ska vara.")
        return
    named = name_of(status.signing_cert)
    yield _whole(called, status)
    if status.trusted:
        yield Finding(True, f"{called} är gjord med ett certifikat som du litar på: {named}.")
    elif trusted:
        yield Finding(False, f"{called} är inte gjord med något certifikat som du litar på. I den står: {named}.")
    else:
        yield Finding(None, f"Vems {called.lower()} är går inte att se i filen. I den står: {named}.")
    yield _when(called, status)


def _whole(called: str, status: Any) -> Finding:
    """Whether what it covers is unchanged, and whether that is the whole file."""
    if not (status.intact and status.valid):
        return Finding(False, f"{called} stämmer inte: filen är ändrad efter den.")
    if status.coverage == SignatureCoverageLevel.ENTIRE_FILE:
        return Finding(True, f"{called} täcker hela filen, och ingenting har ändrats sedan dess.")
    allowed = status.docmdp_ok and status.modification_level not in (None, ModificationLevel.OTHER)
    if allowed:
        return Finding(
            True,
            f"{called} stämmer. Det som har lagts till efter den är sådant som får läggas till, som fler "
            "underskrifter.",
        )
    return Finding(False, f"{called} täcker inte hela filen. Något har lagts till efter den.")


def _when(called: str, status: Any) -> Finding:
    stamp = status.timestamp_validity
    if stamp is not None and stamp.intact and stamp.valid:
        return Finding(True, f"Tiden för {called.lower()} har en tidsstämpel: {_clock(stamp.timestamp)} (nivå B-T).")
    told = _clock(status.signer_reported_dt) if status.signer_reported_dt else "ingen tid"
    return Finding(None, f"Tiden för {called.lower()} är den som undertecknaren själv har uppgett: {told} (nivå B-B).")


def _clock(moment: Any) -> str:
    return f"{moment.astimezone(STOCKHOLM):%Y-%m-%d %H:%M:%S} svensk tid"
