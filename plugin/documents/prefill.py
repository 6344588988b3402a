"""What the installation already knows when a form is begun: the terms of `forms/vocabulary.toml` it can look up."""

from collections.abc import Mapping
from typing import Any

from ...forms import Context, FormDefinition
from ..installation.identity import Identity
from .digest import EMPTY

TITLES = {"handlaggare": "Handläggare", "konsulent": "Konsulent", "chef": "Chef"}


def without_empty(answers: Mapping[str, Any]) -> dict[str, Any]:
    """Those that have an answer."""
    return {name: value for name, value in answers.items() if value not in EMPTY}


def begin(
    form: FormDefinition, context: Context, who: Identity, of_case: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """The raw answers of a new draft: what is known, then the form's own defaults. *of_case* is what the case
    knows, by term.
    """
    known = {**_known(context, who), **(of_case or {})}
    found = {name: known[q.prefill] for name, q in form.questions.items() if known.get(q.prefill)}
    return found | form.defaults(context, found)


def follow(form: FormDefinition, context: Context, before: Mapping[str, Any], raw: Mapping[str, Any]) -> dict[str, Any]:
    """The raw answers with more filled in: the document's number, and what is counted from an answer just changed."""
    made = {**_numbered(form, context), **{name: value for name, value in raw.items() if value not in EMPTY}}
    for name, value in form.defaults(context, made).items():
        if _source_changed(form, name, before, made):
            made[name] = value
    return made


def _numbered(form: FormDefinition, context: Context) -> dict[str, Any]:
    return {name: context.short_code for name, q in form.questions.items() if q.prefill == "handling.nummer"}


def _source_changed(form: FormDefinition, name: str, before: Mapping[str, Any], raw: Mapping[str, Any]) -> bool:
    default = form.questions[name].default
    source = default.get("from") if isinstance(default, Mapping) else None
    return source is not None and raw.get(source) not in EMPTY and raw.get(source) != before.get(source)


def _known(context: Context, who: Identity) -> dict[str, Any]:
    title = next((TITLES[role] for role in sorted(who.roles) if role in TITLES), "")
    return {
        "anvandare.namn": who.name,
        "handlaggare.namn": who.name,
        "handlaggare.roll": title,
        "installation.anordnare": context.letterhead.anordnare,
    }
