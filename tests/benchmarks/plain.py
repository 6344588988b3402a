"""A document as plain dictionaries, for engines that fill a template."""

from dataclasses import asdict

from stegvis.exporters.document import AnswerGroup, SignatureBlock, Ticks
from stegvis.exporters.signing_lines import signing_lines
from stegvis.forms.language.words import TICKED, UNTICKED


def plain(document):
    """Everything that is printed, keyed by field name; groups are laid out flat, each block with its kind and level."""
    head = document.head
    return {
        "title": document.title,
        "subtitle": document.subtitle,
        "copy_for": document.copy_for,
        "intro": list(document.intro),
        "marks": list(document.marks),
        "footer": document.footer,
        "sender": head.name,
        "sender_lines": list(head.lines),
        "facts": [f"{label}: {fact}" for label, fact in head.facts],
        "logo_alt": head.logo.alt if head.logo else "",
        "logo_height": head.logo.height if head.logo else 0,
        "sections": [
            {"heading": section.heading, "blocks": list(flat(section.blocks, 2))} for section in document.sections
        ],
    }


def flat(blocks, level):
    for block in blocks:
        values = {"kind": type(block).__name__, "level": level}
        if isinstance(block, AnswerGroup):
            yield values | {"heading": block.heading}
            yield from flat(block.blocks, level + 1)
        elif isinstance(block, SignatureBlock):
            yield values | {"role": block.role, "behalf": block.behalf, "lines": signing_lines(block)}
        elif isinstance(block, Ticks):
            boxes = [[TICKED if ticked else UNTICKED, words] for words, ticked in block.options]
            yield values | {"label": block.label, "boxes": boxes}
        else:
            yield values | asdict(block)
