"""What this room raises."""


class StegvisError(Exception):
    """The base of every error raised by `stegvis.plugin`."""


class SetupError(StegvisError, RuntimeError):
    """Stegvis is mounted or configured in a way that cannot work; the message names the remedy."""


class Refused(ValueError):
    """A line that cannot be brought in; the message says what to change."""
