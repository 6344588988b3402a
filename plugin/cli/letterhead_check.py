"""What `stegvis forms check-template` says of a letterhead, and its exit code."""

from pathlib import Path

from ...exporters import export
from ...exporters.word.judging import Weight, judge
from ...exporters.word.package import UnsafePackage
from ...exporters.word.preview import preview as sample
from ..installation.letterhead import MOST_BYTES, neutral_problem
from .installation import Installation

GOOD, MEND, UNREADABLE = 0, 1, 2


def check_letterhead(file: Path, found: Installation, *, neutral: bool, preview: bool) -> tuple[int, list[str], bytes]:
    """The exit code, what to say, and a made-up document on the letterhead if *preview* asks for it and it can be used.

    Raises OSError when the file cannot be opened.
    """
    with file.open("rb") as opened:
        data = opened.read(MOST_BYTES + 1)
    try:
        findings = judge(data)
        why = neutral_problem(data, _names(found), found.settings.revealing) if neutral else ""
    except UnsafePackage as problem:
        return UNREADABLE, [f"{file}: {problem}"], b""
    lines = [f"{one.weight.value}: {one.words}" for one in findings] + [f"används inte: {why}"] * bool(why)
    refused = bool(why) or any(one.weight is Weight.REFUSED for one in findings)
    code = MEND if refused or any(one.weight is Weight.MEND for one in findings) else GOOD
    if code == GOOD:
        lines.append("Brevhuvudet kan användas.")
    return code, lines, export(sample(data), "docx") if preview and not refused else b""


def _names(found: Installation) -> tuple[str, ...]:
    sender = found.own_letterhead or found.settings.letterhead()
    return sender.namnd, sender.enhet
