"""Fills the fields of a PDF as a viewer does: values, the states of boxes, and what they look like, drawn by
pikepdf.
"""

from io import BytesIO

import pikepdf
from pikepdf.form import (
    CheckboxField,
    ChoiceField,
    ExtendedAppearanceStreamGenerator,
    Form,
    RadioButtonGroup,
    TextField,
)

from stegvis.forms.kinds.group import spread


def sent(form, raw):
    """What a browser would send of raw answers: each control with its values as text."""
    found = {}
    for control, value in spread(form.answerable, form.tidy(raw), ""):
        values = value if isinstance(value, list) else [value]
        words = ["y" if each is True else str(each) for each in values if each not in (None, "", False)]
        if words and not control.endswith("-antal"):
            found[control] = words
    return found


def fill(pdf, values):
    """The file with the values in its fields; second, the controls it has no place for."""
    left = {(control, word) for control, words in values.items() for word in words}
    with pikepdf.open(BytesIO(pdf)) as opened:
        for field in Form(opened, ExtendedAppearanceStreamGenerator):
            control, _, key = field.fully_qualified_name.partition("=")
            for word in values.get(control, ()):
                if _put(field, key, word):
                    left.discard((control, word))
        saved = BytesIO()
        opened.save(saved, deterministic_id=True)
    return saved.getvalue(), sorted(left)


def _put(field, key, word):
    """Whether the field took the word."""
    match field:
        case TextField() | ChoiceField():
            field.value = word
            return True
        case CheckboxField() if word == (key or "y"):
            field.checked = True
            return True
        case RadioButtonGroup():
            options = {option.on_value: option for option in field.options}
            if f"/{word}" in options:
                options[f"/{word}"].select()
                return True
    return False
