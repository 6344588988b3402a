"""The letterhead a document was saved under, kept once beside the forms: an old document names who sent it then."""

import hashlib
import json
from base64 import b64decode, b64encode
from dataclasses import asdict
from functools import lru_cache

from ...forms import Letterhead
from ..installation.state import state

FILES = ("logo", "word", "word_neutral")


def keep(letterhead: Letterhead) -> str:
    """Keeps the letterhead and returns the SHA-256 it is found under."""
    facts = asdict(letterhead) | {name: b64encode(getattr(letterhead, name) or b"").decode() for name in FILES}
    canonical = json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    sha256 = hashlib.sha256(canonical.encode()).hexdigest()
    state().store.put_definition(sha256, canonical)
    return sha256


@lru_cache(32)
def kept(sha256: str) -> Letterhead:
    """The letterhead of that hash, which names its content, so that any application of the process may share it."""
    facts = json.loads(state().store.definition(sha256))
    files = {name: b64decode(facts.get(name, "")) for name in FILES}
    return Letterhead(**facts | files | {"logo": files["logo"] or None})
