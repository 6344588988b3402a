"""A document that no form asks for: a letter, a sheet of information, a report."""

from ..forms.language.context import Context
from ..schemas.phrases import phrase
from .document import Document, Section
from .letterhead import contact, own_head


def paper(
    name: str,
    title: str,
    sections: tuple[Section, ...],
    context: Context,
    audience: str = "kommun",
    *,
    subtitle: str = "",
    intro: tuple[str, ...] = (),
    facts: tuple[tuple[str, str], ...] = (),
) -> Document:
    """The paper under the kommun's own letterhead, for the kommun or the participant; files are called by *name*.

    Nobody else may have it: the letterhead tells the nämnd.
    """
    sender = context.letterhead
    return Document(
        title=title,
        subtitle=subtitle,
        head=own_head(sender, (*facts, *contact(sender))),
        sections=sections,
        form=name,
        code="",
        version="",
        audience=audience,
        footer=title,
        made=context.now,
        intro=intro,
        marks=(phrase("demo_mark"),) if context.demo else (),
        stationery=sender.word,
    )
