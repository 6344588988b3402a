"""Bytes changed one at a time in five sealed files: every one is noticed, but for those that are listed as free."""

import random
from collections.abc import Iterator

import pytest
from asn1crypto import cms
from support import seals

from stegvis.plugin.signing.container import FREE
from stegvis.plugin.signing.verifying import UnreadablePdf, verify

OUTSIDE, INSIDE = 650, 360
"""How many bytes are changed in each file; more than 5,000 in all."""


def container(data):
    """Where the signature stands in the file: from < to after >."""
    start = data.rindex(b"/Contents <") + len(b"/Contents ")
    return start, data.index(b">", start) + 1


def flips(data, name) -> Iterator[tuple[int, bytes]]:
    """The same places in each run: spread over the file and the container, dense where the structure is."""
    dice = random.Random(name)
    start, end = container(data)
    raw = bytes.fromhex(data[start + 1 : end - 1].decode())
    written = start + 1 + 2 * len(raw.rstrip(b"\0"))
    outside = [*range(start), *range(end, len(data))]
    tail = [*range(start - 300, start), *range(end, len(data))]
    places = dice.sample(outside, OUTSIDE - 150) + dice.sample(tail, 150)
    places += dice.sample(range(start, written), INSIDE - 50) + dice.sample(range(written, end), 49) + [end - 1]
    for number, place in enumerate(places):
        new = data[place] ^ dice.randrange(1, 256)
        if (
            start < place < end - 1 and number % 4
        ):  # most bytes are no digits, and are noticed before the container is opened
            new = dice.choice(b"0123456789ABCDEF".replace(data[place : place + 1].upper(), b""))
        yield place, data[:place] + bytes([new]) + data[place + 1 :]


def holds(data):
    try:
        return verify(data).holds
    except UnreadablePdf:
        return False


def free(data):
    """The places in the file that `FREE` names: the last issuer's certificate, and the time stamp."""
    start, end = container(data)
    raw = bytes.fromhex(data[start + 1 : end - 1].decode())
    signed = cms.ContentInfo.load(raw)["content"]
    found = set()

    def add(part):
        at = raw.index(part)
        found.update(range(start + 1 + 2 * at, start + 1 + 2 * (at + len(part))))

    held = [one.chosen for one in signed["certificates"]]
    number = signed["signer_infos"][0]["sid"].chosen["serial_number"].native
    if not any(one.self_issued for one in held):
        add(
            next(
                one
                for one in held
                if one.issuer not in [other.subject for other in held] and one.serial_number != number
            ).dump()
        )
    for attribute in signed["signer_infos"][0]["unsigned_attrs"]:
        add(attribute.dump())
    return found


@pytest.mark.parametrize("name", seals.FIVE)
def test_every_changed_byte_is_noticed(name):
    data = seals.sealed(*seals.FIVE[name])
    assert holds(data)
    unnoticed = {place for place, changed in flips(data, name) if holds(changed)}
    assert unnoticed - free(data) == set()
    start, end = container(data)
    assert all(start < place < end for place in unnoticed)


def test_enough_are_tried():
    assert len(seals.FIVE) * (OUTSIDE + INSIDE) >= 5_000
    assert len(list(flips(seals.sealed(), "any"))) == OUTSIDE + INSIDE


def test_what_is_free_is_told():
    assert len(FREE) == 2 and all(len(words) > 40 for words in FREE)


def test_the_measure_can_fail(monkeypatch):
    """Where the container is not compared with what we write, a changed digit goes by."""
    from stegvis.plugin.signing import container as judged

    data = seals.sealed()
    _, end = container(data)
    padding = data[: end - 3] + b"1" + data[end - 2 :]
    assert not holds(padding)
    monkeypatch.setattr(judged, "padded", lambda *_: True)
    assert holds(padding)
