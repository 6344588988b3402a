"""The letterhead a document was saved under, kept once beside the forms: an old document names who sent it then."""

import hashlib
import json
from base64 import b64decode, b64encode
from dataclasses import asdict
from functools import lru_cache

from ...forms import Letterhead
from ..installation.state import state

FILES = ("logo", "word", "word_neutral")


@lru_cache(8)
def to_keep(letterhead: Letterhead) -> tuple[str, str]:
    """The letterhead as it is kept: the SHA-256 it is found under, and its canonical JSON."""
    facts = asdict(letterhead) | {name: b64encode(getattr(letterhead, name) or b"").decode() for name in FILES}
    canonical = json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest(), canonical


def kept_letterhead(sha256: str) -> Letterhead:
    """The letterhead of that hash; today's is not asked the store for."""
    now = state().letterhead
    return now if to_keep(now)[0] == sha256 else _read(sha256)


@lru_cache(32)
def _read(sha256: str) -> Letterhead:
    """The hash names its content, so that any application of the process may share it."""
    facts = json.loads(state().store.definition(sha256))
    files = {name: b64decode(facts.get(name, "")) for name in FILES}
    return Letterhead(**facts | files | {"logo": files["logo"] or None})
