"""E-mail addresses in one spelling; nothing is asked of the network."""

from ..errors import ValueProblem


def parse(text: str) -> str:
    """The address with its domain in lower case; å, ä and ö are kept. Raises ValueProblem: email_format."""
    from email_validator import EmailNotValidError, validate_email  # its tables take time to load, for a value alone

    try:
        return validate_email(text.strip(), check_deliverability=False).normalized
    except (EmailNotValidError, UnicodeError):
        raise ValueProblem("email_format") from None
