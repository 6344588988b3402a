"""Who is to sign, as a form and its answers tell it."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Signatory:
    """One who signs in the place *key*. *name* is empty when it is first known at the signing.

    *role_key* does not change with the words of the *role*; *behalf* is for whom a representative signs.
    """

    key: str
    role: str
    role_key: str
    name: str
    required: bool
    behalf: str = ""
