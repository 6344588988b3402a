"""What this room raises. The last two answer a request: by themselves here, so that error pages need not know forms."""

from uuid import UUID

from werkzeug.exceptions import Forbidden, ServiceUnavailable


class StegvisError(Exception):
    """The base of every error raised by `stegvis.plugin`."""


class SetupError(StegvisError, RuntimeError):
    """Stegvis is mounted or configured in a way that cannot work; the message names the remedy."""


class Refused(ValueError):
    """A line that cannot be brought in; the message says what to change."""


class FormUnavailable(ServiceUnavailable):
    """The form called *title* cannot be used until somebody has mended a file of the municipality's."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = title


class ReasonNeeded(Forbidden):
    """What is about a person with protected data is shown when somebody has said why, on the page called *endpoint*."""

    def __init__(self, endpoint: str, **values: UUID) -> None:
        super().__init__()
        self.endpoint, self.values = endpoint, values
