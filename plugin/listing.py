"""Forms as lines to read and as JSON to use."""

import json

from ..forms import FormDefinition


def forms_lines(forms: tuple[FormDefinition, ...]) -> str:
    """One line for each form: id, code, title, whose copies there are."""
    wide = max((len(form.id) for form in forms), default=0)
    return "\n".join(f"{form.id:<{wide}}  {form.code}  {form.title}  ({', '.join(form.audiences)})" for form in forms)


def forms_json(forms: tuple[FormDefinition, ...]) -> str:
    """The same as JSON, with each form's version and SHA-256."""
    rows = [
        {
            "id": form.id, "code": form.code, "version": form.version, "title": form.title,
            "audiences": form.audiences, "sha256": form.sha256,
        }
        for form in forms
    ]  # fmt: skip
    return json.dumps(rows, ensure_ascii=False, indent=2)


def form_lines(form: FormDefinition) -> str:
    """Each question of a form on a line: path, kind, label, whether it must be answered and who sees it."""
    head = f"{form.code} {form.title}, version {form.version}{form.local_version and ', lokal ' + form.local_version}"
    lines = [head]
    for path, question in form.walk():
        must = "måste besvaras" if question.required else "villkor" if question.required_if else ""
        facts = [question.kind, question.label, must if question.answered else "", " ".join(name for name in question.audience if name in form.audiences)]
        lines.append(f"  {path}: " + " · ".join(filter(None, facts)))
    return "\n".join(lines)


def form_json(form: FormDefinition) -> str:
    """The JSON Schema of the form's answers."""
    return json.dumps(form.json_schema(), ensure_ascii=False, indent=2)
