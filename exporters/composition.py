"""From judged answers to a Document: the only place that turns what a question says into nodes."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, assert_never

from ..forms.definition.definition import FormDefinition
from ..forms.definition.sections import FormSection
from ..forms.language.context import Context
from ..forms.language.words import Grid, Marks, Part, Parts, Plain, Prose, Sign, Signs, Words, WritingSpace
from ..forms.questions.question import Question
from ..forms.questions.reader import MASKED, Reader
from ..schemas.phrases import phrase
from .document import (
    Answer,
    AnswerGroup,
    Attachment,
    Block,
    Bullets,
    Document,
    Lines,
    Section,
    SignatureBlock,
    Table,
    Text,
    Ticks,
)
from .errors import AudienceRefused, ReviewNeeded
from .letterhead import copy_for, footer, head, marks, stationery

Answers = Mapping[str, Any]
OUTSIDE = ("arbetsgivare", "part")
NEWS = "Nytt sedan förra versionen"
HELPED = ("kommun", "deltagare")
"""Whose blank copies carry the help texts; an employer's never does."""


def compose(
    form: FormDefinition,
    answers: Answers | None,
    audience: str = "kommun",
    context: Context | None = None,
    *,
    fillable: bool = False,
    signed: bool = False,
) -> Document:
    """The form as *audience* may have it: filled with judged *answers*, or blank when they are None.

    A *fillable* blank has a place for each answer, named as the control of the page, to be filled in on a screen. With
    *signed* it is what the parties sign and no more.

    Raises AudienceRefused for one the form is not for, ReviewNeeded for a copy that leaves the kommun about a
    person with protected data.
    """
    context = context or Context()
    if audience not in form.audiences:
        raise AudienceRefused(audience, form.audiences)
    blank = answers is None
    given = _readable(form, answers or {}, context, audience)
    reader = form.reader(audience, given, context, blank=blank, fillable=fillable and blank, signed=signed)
    own = _kept(form, given, reader)
    return Document(
        title=form.called(reader),
        subtitle=form.subtitle,
        head=head(reader),
        sections=(*_news(form, reader), *_sections(form, reader)),
        form=form.id,
        code=form.code,
        version=str(form.version),
        audience=audience,
        footer=footer(form, reader),
        made=context.now,
        copy_for="" if blank else copy_for(reader),
        intro=tuple(_intro(form, reader)),
        marks=() if blank and not context.demo else marks(reader),
        document_id="" if blank else context.document_id,
        part=(context.part or 0) if audience == "part" else 0,
        blank=blank,
        fillable=reader.fillable,
        dense=form.dense,
        stationery=stationery(reader),
        answers="{}" if blank else own,
        attachments=() if blank or audience != "kommun" else (_answers_file(own),),
    )


def _readable(form: FormDefinition, answers: Answers, context: Context, audience: str) -> Answers:
    """The answers, contacts masked when the person's data are protected."""
    if answers.get("skydd", "nej") == "nej":
        return answers
    if audience in OUTSIDE and not context.protected_review:
        raise ReviewNeeded
    masked = {name for name, question in form.questions.items() if question.masked}
    if audience in OUTSIDE:  # a masked row would tell them that something is protected
        return {name: answer for name, answer in answers.items() if name not in masked}
    return {name: MASKED if name in masked else answer for name, answer in answers.items()}


def _kept(form: FormDefinition, answers: Answers, reader: Reader) -> str:
    """The JSON of what this reader may have of the answers, in the form's order."""
    seen = {
        name: question.trim(answers[name], reader)
        for name, question in form.questions.items()
        if answers.get(name, MASKED) is not MASKED and question.answered and reader.sees(question)
    }
    return json.dumps(form.schema(reader.context).dump(seen), ensure_ascii=False, separators=(",", ":"))


def _answers_file(answers: str) -> Attachment:
    return Attachment(
        "svar.json", "application/json", "Svaren som JSON, för arkiv och verksamhetssystem", answers.encode()
    )


def _news(form: FormDefinition, reader: Reader) -> Iterator[Section]:
    """What is new since the version before, of what this reader sees; rows are named for those whose words they are."""
    news = reader.context.news or {}
    seen = [
        question
        for name, question in form.questions.items()
        if name in news and question.answered and reader.sees(question)
    ]
    if not seen or reader.blank or reader.signed:
        return
    named = reader.audience not in OUTSIDE
    items = tuple(f"{q.caption}: {', '.join(news[q.name])}" if named and news[q.name] else q.caption for q in seen)
    yield Section(NEWS, (Bullets(items, phrase("page_news")),))


def _intro(form: FormDefinition, reader: Reader) -> Iterator[str]:
    variant = next((text for text in form.intro if text.fits(reader.audience, reader.scope)), None)
    if variant is not None:
        yield from (reader.fill(" ".join(part.split())) for part in variant.text.split("\n\n") if part.strip())


def _sections(form: FormDefinition, reader: Reader) -> Iterator[Section]:
    for section in sorted(form.sections, key=lambda section: section.annex):
        blocks = [block for question in section.questions for block in _blocks(question, reader)]
        if reader.signed and not blocks:
            continue
        if any(not isinstance(block, Text) or section.annex is False for block in blocks):
            yield Section(section.title, (*_lead(section, reader), *blocks))


def _lead(section: FormSection, reader: Reader) -> Iterator[Text]:
    if section.lead and reader.audience in HELPED:
        yield Text((reader.fill(section.lead),))


def _blocks(question: Question, reader: Reader) -> Iterable[Block]:
    if not reader.sees(question):
        return ()
    if reader.fillable and question.answered:
        words = question.on_screen(reader, "")
    elif reader.blank:
        words = question.blank(reader)
    elif not question.answered:
        words = question.text(None, reader)
    elif reader.answers.get(question.name) is MASKED:
        return (Answer(reader.fill(question.caption), MASKED),)
    elif question.name in reader.answers:
        words = question.text(reader.answers[question.name], reader)
    else:
        return _unanswered(question, reader)
    return () if words is None else _nodes(reader.fill(question.caption), words, question, reader)


def _unanswered(question: Question, reader: Reader) -> Iterator[Block]:
    """A signed question says that nobody answered, so that nothing can be written in afterwards."""
    if question.is_box:
        if question.signed:
            yield Ticks("", ((question.label, False),))
    elif question.signed or reader.context.state == "utkast":
        yield Answer(reader.fill(question.caption), phrase("page_not_answered"), missing=True)


def _nodes(label: str, words: Words, question: Question, reader: Reader) -> Iterable[Block]:
    match words:
        case Plain(text):
            return (Answer(label, text, question.strong),)
        case Marks(options, alone, places, single):
            return (Ticks("" if alone else label, options, places, single),)
        case WritingSpace(lines, place):
            return (Lines(label, reader.fill(question.help) if reader.audience in HELPED else "", lines, place),)
        case Grid():
            table = Table(label, words.head, words.rows, words.widths, words.row_heads)
            return (table, Text((words.note,))) if words.note else (table,)
        case Parts(parts):
            return [_group(label, part, len(parts) > 1, question, reader) for part in parts]
        case Prose():
            return _prose(words)
        case Sign():
            return (_signature(words),)
        case Signs(signs):
            return map(_signature, signs)
        case _:
            assert_never(words)


def _group(label: str, part: Part, many: bool, question: Question, reader: Reader) -> AnswerGroup:
    told = (
        f"{label} {part.heading}" if label.endswith("?") else f"{label}: {part.heading[:1].lower()}{part.heading[1:]}"
    )
    heading = told if many and part.heading else label
    inside = {reader.fill(inner.caption): inner for inner in question.asked}
    blocks = [node for name, words in part.entries for node in _nodes(name, words, inside.get(name, question), reader)]
    return AnswerGroup(heading, tuple(blocks), part.row_of)


def _prose(prose: Prose) -> Iterator[Block]:
    """Paragraphs gathered under the heading; a list takes the paragraph before it as its lead."""
    heading, run = prose.heading, list[str]()
    for item in prose.items:
        if isinstance(item, str):
            run.append(item)
            continue
        lead = run.pop() if run else ""
        if run or heading:
            yield Text(tuple(run), heading)
        heading, run = "", []
        yield Bullets(item.items, lead, item.ordered)
    if run or heading:
        yield Text(tuple(run), heading)


def _signature(sign: Sign) -> SignatureBlock:
    behalf = f"Skriver under för {sign.behalf}" if sign.behalf else ""
    return SignatureBlock(sign.role, sign.field, sign.name, sign.place, sign.date, sign.method, behalf, sign.ink)
