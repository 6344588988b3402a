"""Forms and programmes as lines to read and as JSON to use."""

import json
from dataclasses import asdict

from ...forms import FormDefinition, Programme


def forms_lines(forms: tuple[FormDefinition, ...]) -> str:
    """One line for each form: id, code, title, whose copies there are."""
    wide = max((len(form.id) for form in forms), default=0)
    return "\n".join(f"{form.id:<{wide}}  {form.code}  {form.title}  ({', '.join(form.audiences)})" for form in forms)


def forms_json(forms: tuple[FormDefinition, ...]) -> str:
    """The same as JSON, with each form's version and SHA-256."""
    rows = [
        {
            "id": form.id,
            "code": form.code,
            "version": form.version,
            "title": form.title,
            "audiences": form.audiences,
            "sha256": form.sha256,
        }
        for form in forms
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def form_lines(form: FormDefinition) -> str:
    """Each question of a form on a line: path, kind, label, whether it must be answered and who sees it."""
    head = f"{form.code} {form.title}, version {form.version}{form.local_version and ', lokal ' + form.local_version}"
    lines = [head]
    for path, question in form.walk():
        must = "måste besvaras" if question.required else "villkor" if question.required_if else ""
        facts = [
            question.kind,
            question.label,
            must if question.answered else "",
            " ".join(name for name in question.audience if name in form.audiences),
        ]
        lines.append(f"  {path}: " + " · ".join(filter(None, facts)))
    return "\n".join(lines)


def form_json(form: FormDefinition) -> str:
    """The JSON Schema of the form's answers."""
    return json.dumps(form.json_schema(), ensure_ascii=False, indent=2)


def programmes_lines(programmes: tuple[Programme, ...]) -> str:
    """One line for each programme: id, title, where it is from, and whether cases can be opened in it."""
    wide = max((len(one.id) for one in programmes), default=0)
    return "\n".join(
        f"{one.id:<{wide}}  {one.title}{one.municipality and f', {one.municipality}'}  ({_size(one)})"
        for one in programmes
    )


def programmes_json(programmes: tuple[Programme, ...]) -> str:
    """The same as JSON."""
    rows = [
        {"id": one.id, "title": one.title, "municipality": one.municipality, "steps": len(one.steps)}
        for one in programmes
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def programme_lines(programme: Programme) -> str:
    """Its steps with their forms, what must be there before what, what falls due, and what nobody has decided."""
    lines = [programme.title, *([programme.about] if programme.about else [])]
    lines += [
        f"  {number}. {step.title}{step.forms and f' ({chr(44).join(step.forms)})' or ''}"
        for number, step in enumerate(programme.steps, 1)
    ]
    lines += [f"  {gate.before}: {gate.message}{' (påpekas)' if gate.warn else ''}" for gate in programme.gates]
    lines += [
        f"  {interval.title}: {interval.days or interval.weeks or interval.months} {_unit(interval)}"
        for interval in programme.intervals
    ]
    lines += [f"  Inte bestämt: {words}" for words in programme.open]
    return "\n".join(lines)


def programme_json(programme: Programme) -> str:
    """Everything its file says."""
    return json.dumps(asdict(programme), ensure_ascii=False, indent=2, default=str)


def _size(programme: Programme) -> str:
    return f"{len(programme.steps)} steg" if programme.runs else "utan steg"


def _unit(interval: object) -> str:
    return next(
        words
        for name, words in (("days", "dagar"), ("weeks", "veckor"), ("months", "månader"))
        if getattr(interval, name)
    )
