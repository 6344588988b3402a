"""The number of a document that is stored nowhere: a UUID of its form and its judged answers (RFC 9562, version 5)."""

import hashlib
import json
from uuid import UUID

from support.form_examples import CONTEXT, example

from stegvis.forms import load_form
from stegvis.plugin.documents.numbering import with_number

FORM = load_form("samtycke")


def number(**changes):
    answers = FORM.schema(CONTEXT).load({**example("samtycke"), **changes})
    return with_number(CONTEXT, FORM, answers).document_id


def test_the_same_answers_have_the_same_number_however_they_were_typed():
    given = {name: example("samtycke")[name] for name in reversed(example("samtycke"))}
    backwards = with_number(CONTEXT, FORM, FORM.schema(CONTEXT).load(given)).document_id
    assert number() == backwards == number(telefon="0701740605") and number() != number(telefon="070-174 06 06")


def test_it_is_the_standards_hash_in_the_namespace_of_addresses():
    """Counted by hand: SHA-1 of the namespace and the name, with the bits of version and variant set."""
    schema = FORM.schema(CONTEXT)
    answers = schema.dump(schema.load(example("samtycke")))
    name = f"{FORM.sha256}:{json.dumps(answers, sort_keys=True, ensure_ascii=False)}"
    space = bytes.fromhex("6ba7b8119dad11d180b400c04fd430c8")
    digest = bytearray(hashlib.sha1(space + name.encode()).digest()[:16])
    digest[6], digest[8] = digest[6] & 0x0F | 0x50, digest[8] & 0x3F | 0x80
    assert UUID(number()) == UUID(bytes=bytes(digest)) and UUID(number()).version == 5
