"""A document on a page to read through: what the files will say, with a way back to each answer."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape

from markupsafe import Markup

from ....exporters.document import Answer, Document, Table
from ....exporters.html import HtmlRenderer
from ....forms import FormDefinition
from ....schemas.phrases import phrase


@dataclass(frozen=True)
class ReviewPart:
    """A section as drawn; *target* is the id of the same part where it is filled in, empty when there is none."""

    heading: str
    body: Markup
    target: str


class LinkedRenderer(HtmlRenderer):
    """Draws the document with a link to change each answer that stands for itself."""

    def __init__(self, links: Mapping[str, str]) -> None:
        super().__init__(3)
        self.links = links

    def answer(self, node: Answer) -> str:
        drawn, link = super().answer(node), self._link(node.label)
        return drawn.replace("</dd></div>", f"</dd><dd>{link}</dd></div>") if link else drawn

    def table(self, node: Table) -> str:
        link = self._link(node.caption)
        return super().table(node) + (f"<p>{link}</p>\n" if link else "")

    def _link(self, label: str) -> str:
        words = escape(phrase("btn_change_hidden", etikett=f"”{label}”").removeprefix(phrase("btn_change")))
        address = self.links.get(label)
        return (
            f'<a href="{escape(address)}">{phrase("btn_change")}<span class="st-vh">{words}</span></a>'
            if address
            else ""
        )


def parts(document: Document, form: FormDefinition, fill: str) -> Iterator[ReviewPart]:
    """The sections of *document*; *fill* is the address where its form is filled in."""
    renderer = LinkedRenderer(_links(form, fill))
    numbers = _numbers(form)
    for section in document.sections:
        number = numbers.get(section.heading)
        body = Markup(renderer.blocks(section.blocks))
        yield ReviewPart(section.heading, body, f"{fill}#st-del-{number}" if number else "")


def _links(form: FormDefinition, fill: str) -> dict[str, str]:
    """The address of each question by its caption, for those whose caption is theirs alone."""
    captions = [question.caption for question in form.questions.values()]
    alone = [
        question for question in form.questions.values() if question.answered and captions.count(question.caption) == 1
    ]
    return {question.caption: f"{fill}#st-{question.name}" for question in alone}


def _numbers(form: FormDefinition) -> dict[str, int]:
    shown = [section for section in form.sections if any(q.answered or q.is_prose for q in section.questions)]
    return {section.title: number for number, section in enumerate(shown, 1)}
