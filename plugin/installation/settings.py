"""What an installation may set: the configuration keys that start with STEGVIS_."""

from collections.abc import Mapping
from dataclasses import MISSING, Field, dataclass, field, fields
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from ..errors import SetupError

if TYPE_CHECKING:
    from ...forms.language.context import Letterhead

PREFIX = "STEGVIS_"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'"
)


@dataclass(frozen=True, kw_only=True)
class Settings:
    """One installation's settings; `kommun` is read from STEGVIS_KOMMUN, and so on.

    *texts* are the municipality's own for questions that ask the installation, by name; *reviewer* is who reviews
    copies of persons with protected data; *revealing* are beginnings of words that must not reach an employer,
    instead of ours. *database* is an SQLAlchemy URL and *key_file* a path; both are beside the forms in the
    instance folder when empty. *drop_folder* is where saved documents are laid for another system; none are when it
    is empty. *seal_key* is the path of the key that signed documents are sealed with; none are without it.
    *timestamp_url* is a time-stamp service. *frame_ancestors* and *content_security_policy* are the header's own
    words; an empty policy sends none.
    """

    kommun: str = "Kommunen"
    namnd: str = ""
    enhet: str = ""
    anordnare: str = "Kommunens praktiksamordning"
    address: str = ""
    phone: str = ""
    email: str = ""
    hours: str = "vardagar"
    web: str = ""
    logo: str = ""
    logo_alt: str = ""
    texts: dict[str, str] = field(default_factory=dict)
    reviewer: str = ""
    revealing: tuple[str, ...] = ()
    database: str = ""
    key_file: str = ""
    drop_folder: str = ""
    seal_key: str = ""
    timestamp_url: str = ""
    frame_ancestors: str = "'none'"
    content_security_policy: str = POLICY
    max_form_bytes: int = 8_000_000
    max_form_parts: int = 20_000
    max_upload_bytes: int = 12_000_000

    @classmethod
    def from_config(cls, config: Mapping[str, Any]) -> Self:
        """The settings of a Flask configuration. Raises SetupError for a key that is not ours or a value of wrong
        type.
        """
        types = {PREFIX + field.name.upper(): _type(field) for field in fields(cls)}
        values = {}
        for key in (key for key in config if key.startswith(PREFIX)):
            if key not in types:
                raise SetupError(f"Remove {key} from the configuration: there is no such setting.{_near(key, types)}")
            if type(config[key]) is not types[key]:
                raise SetupError(f"Set {key} to a value of type {types[key].__name__}, not {config[key]!r}.")
            values[key.removeprefix(PREFIX).lower()] = config[key]
        return cls(**values)

    def letterhead(self) -> "Letterhead":
        """Who sends the documents. Raises SetupError when the logo is not a PNG or JPEG file."""
        from ...forms.language.context import Letterhead  # of the form engine, which a host starts without

        names = ("kommun", "namnd", "enhet", "anordnare", "address", "phone", "email", "hours", "web", "logo_alt")
        return Letterhead(**{name: getattr(self, name) for name in names}, logo=self._logo())

    def known(self) -> dict[str, Any]:
        """What a form is judged and printed with on every page: arguments of `forms.Context`."""
        return {"settings": self.texts, "reviewer": self.reviewer, "revealing": self.revealing or None}

    def _logo(self) -> bytes | None:
        if not self.logo:
            return None
        remedy = f"Set {PREFIX}LOGO to the path of a PNG or JPEG file"
        try:
            data = Path(self.logo).read_bytes()
        except OSError as error:
            raise SetupError(f"{remedy}: {self.logo} cannot be read ({error.strerror}).") from error
        if not data.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")):
            raise SetupError(f"{remedy}: {self.logo} is neither.")
        return data


def _type(setting: "Field[Any]") -> type:
    return type(setting.default) if setting.default_factory is MISSING else type(setting.default_factory())


def _near(key: str, known: Mapping[str, object]) -> str:
    near = get_close_matches(key, known, n=1)
    return f" Did you mean {near[0]}?" if near else ""
