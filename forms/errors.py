"""What can be wrong with a form file or with the name of a form.

FormError
├── UnknownForm       no form has that id, or the municipality has switched it off
├── UnknownProgramme  no programme has that id
└── FormFileError     a form file, block or overlay holds a mistake
    └── LockedByLaw   an overlay tries to change what the law, or what the form must have, locks
"""


class FormError(Exception):
    """The root of every error raised by this room; its text is plain Swedish and names the remedy."""


class UnknownForm(FormError):
    """No form has that id, or the municipality has switched it off."""

    def __init__(self, form_id: str, known: tuple[str, ...]) -> None:
        super().__init__(f'Det finns ingen blankett som heter "{form_id[:60]}". Välj en av: {", ".join(known)}.')


class UnknownProgramme(FormError):
    """No programme has that id."""

    def __init__(self, programme_id: str, known: tuple[str, ...]) -> None:
        super().__init__(f'Det finns ingen verksamhet som heter "{programme_id[:60]}". Välj en av: {", ".join(known)}.')


class FormFileError(FormError):
    """A mistake in a form file: says file, place, what is wrong and what to write instead."""

    def __init__(self, where: str, problem: str) -> None:
        super().__init__(f"{where}: {problem}" if where else problem)


class LockedByLaw(FormFileError):
    """An overlay tried to loosen, reword or switch off what carries a source of law, or what the form must have."""
