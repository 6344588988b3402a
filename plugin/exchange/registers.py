"""Registers as JSON Lines, one entry a line: moving in a list of workplaces or two hundred modules, moving out, backup.

`{"format": 1, "register": "modul", "key": "diska", "entry": {"titel": "Diska", …}, "noted": []}`; with `key` the
same line twice is one entry, and a module is a part of another by `"del_av": "key:kok"`. What is exported has `id`
instead.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from ...forms import Context, FormDefinition
from ...forms.loading.small_forms import register_form
from ...schemas.json_text import Unreadable, read_json
from ..cases.registers import REGISTERS
from ..documents.prefill import without_empty
from ..errors import Refused
from ..installation.access import ONLY_TENANT
from ..storage import Entry, Store, stable_id
from .lines import judge_line

FORMAT = 1
KEYS = {"format", "register", "key", "id", "retired", "entry", "noted"}
OPEN_OPTIONS = {"partner": "verksamheter", "modul": "del_av"}
"""The question of each register whose options are known first when asked: what it holds is taken as it stands."""
BEGAN = datetime(2000, 1, 1, tzinfo=UTC)
"""The moment of every id that is made of a key."""


@dataclass(frozen=True)
class RegisterMover:
    """Brings entries in and out of one nämnd's storage; *by* stands in the log."""

    store: Store
    context: Context
    tenant: str = ONLY_TENANT
    by: str = "stegvis registers"

    def import_(self, line: bytes) -> bool:
        """The entry of one line, kept; False when it is there already. Raises Refused."""
        data = _checked(line)
        register = str(data["register"])
        given = _with_ids(self.tenant, register, data["entry"])
        entry = self._kept(_form(register, given), given, "entry")
        noted = [
            self._kept(register_form(REGISTERS[register].noted), event, f"noted[{number}]")
            for number, event in enumerate(data.get("noted") or ())
        ]
        entry_id = UUID(str(data["id"])) if data.get("id") else _id_of(self.tenant, register, str(data["key"]))
        made = Entry(
            id=entry_id,
            tenant=self.tenant,
            register=register,
            version=1,
            retired=bool(data.get("retired")),
            changed=self.context.now,
            changed_by=self.by,
            payload=entry,
        )
        return self.store.registers.import_(made, noted, by=self.by)

    def export(self) -> Iterator[bytes]:
        """Every entry of every register as a line, also those that are put away."""
        for register in REGISTERS:
            for entry in self.store.registers.all(self.tenant, register, by=self.by, retired=True):
                _, events = self.store.registers.read(self.tenant, entry.id, by=self.by)
                line = {
                    "format": FORMAT,
                    "register": register,
                    "id": str(entry.id),
                    "retired": entry.retired,
                    "entry": entry.payload,
                    "noted": [e.payload for e in events],
                }
                yield json.dumps(line, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"

    def _kept(self, form: FormDefinition, answers: Any, where: str) -> dict[str, Any]:
        return without_empty(judge_line(form, answers, self.context, where))


def _checked(line: bytes) -> dict[str, Any]:
    try:
        data = read_json(line)
    except Unreadable as problem:
        raise Refused(str(problem)) from None
    if not isinstance(data, dict) or not isinstance(data.get("entry"), dict):
        raise Refused("Skriv posten som ett objekt med format, register, key och entry.")
    if strange := set(data) - KEYS:
        raise Refused(f"{min(strange)}: Ta bort nyckeln. Den finns inte; välj bland {', '.join(sorted(KEYS))}.")
    if data.get("format") != FORMAT:
        raise Refused(f"format: Skriv {FORMAT}.")
    if data.get("register") not in REGISTERS:
        raise Refused("register: Skriv arbetsplats, partner eller modul.")
    if not data.get("id") and not data.get("key"):
        raise Refused("key: Skriv en nyckel som skiljer posten från de andra.")
    if data.get("noted") and not REGISTERS[data["register"]].noted:
        raise Refused("noted: Ta bort kontakterna. Bara en arbetsplats har sådana.")
    try:
        UUID(str(data["id"])) if data.get("id") else None
    except ValueError:
        raise Refused("id: Skriv ett UUID, eller ta bort id och skriv key.") from None
    return data


def _form(register: str, entry: Mapping[str, Any]) -> FormDefinition:
    name = OPEN_OPTIONS.get(register)
    held = entry.get(name) if name else None
    keys = [held] if isinstance(held, str) else held if isinstance(held, list) else []
    return register_form(register, *([(name, tuple((str(key), str(key)) for key in keys))] if name and keys else []))


def _with_ids(tenant: str, register: str, entry: Mapping[str, Any]) -> dict[str, Any]:
    part = str(entry.get("del_av") or "")
    return dict(entry) | (
        {"del_av": str(_id_of(tenant, register, part.removeprefix("key:")))} if part.startswith("key:") else {}
    )


def _id_of(tenant: str, register: str, key: str) -> UUID:
    return stable_id(BEGAN, tenant, register, key)
