"""The letterhead a document was saved under, kept once beside the forms: an old document names who sent it then."""

import hashlib
import json
from base64 import b64decode, b64encode
from dataclasses import asdict
from functools import lru_cache

from ..forms import Letterhead
from ..forms.revealing import shipped
from ..schemas.validators import revealing_words
from .errors import SetupError
from .state import state


def checked(letterhead: Letterhead, revealing: tuple[str, ...]) -> Letterhead:
    """The letterhead, if the unit's neutral name is neutral: an employer reads it. Raises SetupError."""
    word = next(revealing_words(letterhead.anordnare, revealing or shipped()), None)
    if word is None:
        return letterhead
    raise SetupError(f"Choose another neutral name than {letterhead.anordnare!r}: {word!r} tells an employer too much.")


def keep(letterhead: Letterhead) -> str:
    """Keeps the letterhead and returns the SHA-256 it is found under."""
    facts = asdict(letterhead) | {"logo": b64encode(letterhead.logo or b"").decode()}
    canonical = json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    sha256 = hashlib.sha256(canonical.encode()).hexdigest()
    state().store.put_definition(sha256, canonical)
    return sha256


@lru_cache(32)
def kept(sha256: str) -> Letterhead:
    """The letterhead of that hash, which names its content, so that any application of the process may share it."""
    facts = json.loads(state().store.definition(sha256))
    return Letterhead(**facts | {"logo": b64decode(facts["logo"]) or None})
