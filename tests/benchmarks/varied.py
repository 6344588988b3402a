"""Documents that differ as those of two people do: an engine that remembers its last one gains nothing by it."""

from dataclasses import replace

from stegvis.exporters.document import Answer, AnswerGroup


def varied(document, number):
    """The document with other answers and another footer; its fixed texts stay as they are."""
    sections = tuple(
        replace(section, blocks=tuple(_other(block, number) for block in section.blocks))
        for section in document.sections
    )
    return replace(document, sections=sections, footer=f"{document.footer}-{number}")


def _other(block, number):
    match block:
        case Answer():
            return replace(block, text=f"{block.text} {number}")
        case AnswerGroup():
            return replace(block, blocks=tuple(_other(inner, number) for inner in block.blocks))
    return block
