"""Cases as JSON Lines: moving in, moving out, backup, tests. One case a line; `docs/cases.schema.json` is the schema.

Nothing here needs a request: the command line gives the store, the nämnd and the folder.
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import Any
from uuid import UUID

from ...forms import Context, FormDefinition, FormError, Programme, from_snapshot, load_form, load_programme
from ...forms.language.context import STOCKHOLM
from ...forms.loading.loader import case_parts
from ...forms.programme.event_forms import event_form
from ...schemas.json_text import Unreadable, read_json
from ..cases.capacity import stays
from ..cases.case_file import CaseFile
from ..cases.deadlines import deadlines
from ..cases.people import tokens
from ..cases.queue import waiting
from ..cases.service import first_payload
from ..cases.told import Parts
from ..documents.digest import digest
from ..documents.prefill import without_empty
from ..errors import Refused
from ..installation.access import ONLY_TENANT
from ..storage import (
    Artefact,
    CaseDocument,
    CaseEvent,
    ImportedCase,
    ImportedDocument,
    NotFound,
    Payload,
    State,
    Store,
    StoredCase,
    StoredDocument,
    stable_id,
)
from .lines import judge_line

FORMAT = 1
KEYS = {
    "format",
    "key",
    "id",
    "programme",
    "number",
    "responsible",
    "responsible_name",
    "closed",
    "anonymous",
    "grund",
    "person",
    "events",
    "documents",
}
BY_SYSTEM = ("oppnad", "ansvarig")


@dataclass(frozen=True)
class Mover:
    """Brings cases in and out of one nämnd's storage; *by* stands in the log."""

    store: Store
    folder: Path
    context: Context
    tenant: str = ONLY_TENANT
    by: str = "stegvis cases"

    @cached_property
    def _forms(self) -> dict[str, FormDefinition]:
        return {}

    @property
    def _parts(self) -> Parts:
        return case_parts(self.folder / "forms")

    def import_(self, line: bytes) -> bool:
        """The case of one line, kept; False when it is there already. Raises Refused."""
        try:
            data = read_json(line)
        except Unreadable as problem:
            raise Refused(str(problem)) from None
        if isinstance(data, dict) and set(data) == {"format", "definition"}:
            self.store.put_definition(str(data["definition"]["sha256"]), str(data["definition"]["content"]))
            return False
        return self.store.cases.import_(self._case(_checked(data)), by=self.by)

    def files(self, programme: str) -> Iterator[CaseFile]:
        """Every case of a programme, open and closed, the oldest first; one at a time, so that any number fits."""
        known, last = self._programme(programme), UUID(int=0)
        while page := self.store.cases.listing(
            self.tenant, by=self.by, closed=None, programme=programme, before=last, limit=100
        ):
            for case in reversed(page):
                _, events, documents = self.store.cases.peek(self.tenant, case.id)
                yield CaseFile(case, known, events, documents, self._parts)
            last = page[0].id

    def export(self, closed: bool | None = None) -> Iterator[bytes]:
        """Every case as a line, the oldest first, and before it the definitions that it needs and no line before
        has given.
        """
        told: set[str] = set()
        last: UUID | None = None
        while page := self.store.cases.listing(
            self.tenant, by=self.by, closed=closed, before=last or UUID(int=0), limit=100
        ):
            for case in reversed(page):
                line = self._line(case.id)
                for sha256 in self._definitions(line):
                    if sha256 not in told:
                        told.add(sha256)
                        yield _json(
                            {
                                "format": FORMAT,
                                "definition": {"sha256": sha256, "content": self.store.definition(sha256)},
                            }
                        )
                yield _json(line)
            last = page[0].id

    def _case(self, data: Mapping[str, Any]) -> ImportedCase:
        programme = self._programme(str(data["programme"]))
        events = tuple(self._events(programme, data["events"]))
        opened = next(
            (date.fromisoformat(event.payload["dag"]) for event in events if event.payload["kind"] == "oppnad"), None
        )
        if opened is None:
            raise Refused('events: Lägg till händelsen "oppnad" med den dag ärendet öppnades.')
        at = _at(opened)
        case_id = UUID(data["id"]) if data.get("id") else stable_id(at, self.tenant, str(data["key"]))
        payload = self._payload(programme, data, opened)
        case = StoredCase(
            id=case_id,
            tenant=self.tenant,
            programme=programme.id,
            responsible=str(data.get("responsible") or self.by),
            version=1,
            closed=bool(data.get("closed")),
            opened=at,
            opened_by=self.by,
            changed=at,
            stale=False,
            payload=payload,
        )
        documents = tuple(self._document(case, number, one) for number, one in enumerate(data.get("documents", ()), 1))
        known = tuple(
            CaseDocument(document=one.document, digest=one.digest)
            for one in sorted(documents, key=_newest, reverse=True)
        )
        file = CaseFile(case, programme, events, known, self._parts)
        case = replace(case, payload={**payload, "waiting": waiting(file)})
        return ImportedCase(
            case=case,
            events=events,
            documents=documents,
            tokens=tokens(payload),
            dues=deadlines(file),
            stays=stays(file),
        )

    def _payload(self, programme: Programme, data: Mapping[str, Any], opened: date) -> dict[str, Any]:
        """The case's row, its person judged as when a case is opened by hand."""
        anonymous = bool(data.get("anonymous"))
        form = event_form("nytt-arende-utan-namn" if anonymous else "nytt-arende", programme)
        given = {} if anonymous else dict(data.get("person", {}))
        if given and not given.get("personnummer"):
            given["saknar_personnummer"] = True  # a case keeps the number, not the tick that there is none
        number = str(data.get("number") or "")
        answers = {
            "dag": opened.isoformat(),
            **given,
            **({} if anonymous else {"arendenummer": number, "grund": data.get("grund")}),
        }
        answers = self._judged(
            form, {name: value for name, value in answers.items() if value not in (None, "")}, _at(opened), "person"
        )
        made = first_payload(answers, anonymous=anonymous)
        return {
            **made,
            "number": number or made["number"],
            "responsible": str(data.get("responsible_name") or data.get("responsible") or ""),
        }

    def _events(self, programme: Programme, events: Any) -> Iterator[CaseEvent]:
        for number, event in enumerate(events, 1):
            where = f"events[{number - 1}]"
            if (
                not isinstance(event, dict)
                or not isinstance(event.get("kind"), str)
                or not isinstance(event.get("dag"), str)
            ):
                raise Refused(f'{where}: Skriv kind och dag, till exempel "mote" och "2026-11-25".')
            said = {name: value for name, value in event.items() if name not in ("kind", "by", "at")}
            try:
                at = datetime.fromisoformat(event["at"]) if event.get("at") else _at(date.fromisoformat(event["dag"]))
            except ValueError:
                raise Refused(f"{where}: Skriv dagen med år, månad och dag, till exempel 2026-11-25.") from None
            if event["kind"] not in BY_SYSTEM:
                try:
                    said = self._judged(event_form(event["kind"], programme), said, at, where)
                except FormError as problem:
                    raise Refused(f"{where}: {problem}") from None
            kept = {"kind": event["kind"], **without_empty(said)}
            yield CaseEvent(number=number, at=at, who=str(event.get("by") or self.by), payload=kept)

    def _document(self, case: StoredCase, number: int, data: Any) -> ImportedDocument:
        where = f"documents[{number - 1}]"
        if not isinstance(data, dict) or not {"form", "saved", "answers"} <= set(data):
            raise Refused(f"{where}: Skriv form, saved och answers.")
        try:
            form, at = self._form(str(data["form"]), data.get("definition")), datetime.fromisoformat(str(data["saved"]))
            state = State(data.get("state", "klar_for_underskrift"))
            document_id = (
                UUID(data["id"])
                if data.get("id")
                else stable_id(at if at.tzinfo else _at(at.date()), str(case.id), str(number))
            )
        except (ValueError, FormError, NotFound) as problem:
            raise Refused(f"{where}: {problem}") from None
        at, draft = at if at.tzinfo else at.replace(tzinfo=STOCKHOLM).astimezone(UTC), state == State.UTKAST
        answers = dict(data["answers"]) if draft else self._judged(form, data["answers"], at, f"{where}.answers")
        ends = UUID(data["ends"]) if data.get("ends") else None
        return ImportedDocument(
            document=self._stored(case, data, (document_id, form, state, at), answers),
            digest=None if draft else digest(form, answers, ends, parts=self._parts),
            signing=tuple(_rounds(data.get("signing", ()))),
            files=tuple(map(_file, data.get("files", ()))),
        )

    def _stored(
        self,
        case: StoredCase,
        data: Mapping[str, Any],
        known: tuple[UUID, FormDefinition, State, datetime],
        answers: Mapping[str, Any],
    ) -> StoredDocument:
        (document_id, form, state, at), by = known, str(data.get("by") or self.by)
        payload = {"answers": answers, "saved_by": str(data.get("by_name") or by)}
        payload |= {name: data[name] for name in ("ends", "letterhead") if data.get(name)}
        return StoredDocument(
            id=document_id,
            tenant=self.tenant,
            form=form.id,
            definition_sha256=form.sha256,
            version=int(data.get("version", 1)),
            state=state,
            created=at,
            created_by=by,
            changed=at,
            changed_by=by,
            case_id=case.id,
            payload=payload,
            replaces=UUID(data["replaces"]) if data.get("replaces") else None,
        )

    def _judged(self, form: FormDefinition, answers: Any, at: datetime, where: str) -> dict[str, Any]:
        """The answers as they are stored, judged as of the day they were given. Raises Refused with every path."""
        return judge_line(form, answers, replace(self.context, now=at), where)

    def _programme(self, programme_id: str) -> Programme:
        try:
            return load_programme(programme_id, self.folder / "programmes")
        except FormError as problem:
            raise Refused(f"programme: {problem}") from None

    def _form(self, form_id: str, sha256: Any) -> FormDefinition:
        """The form as it was when that is told, and else as it is; kept in the storage."""
        key = str(sha256 or form_id)
        if key not in self._forms:
            form = from_snapshot(self.store.definition(key)) if sha256 else load_form(form_id, self.folder / "forms")
            self.store.put_definition(form.sha256, form.snapshot())
            self._forms[key] = form
        return self._forms[key]

    def _line(self, case_id: UUID) -> dict[str, Any]:
        case, events, documents = self.store.cases.read(
            self.tenant, case_id, by=self.by, reason="Exporterat", whole=True
        )
        payload = dict(case.payload)
        return {
            "format": FORMAT,
            "id": str(case.id),
            "programme": case.programme,
            "number": payload["number"],
            "responsible": case.responsible,
            "responsible_name": payload.get("responsible", ""),
            "closed": case.closed,
            "anonymous": bool(payload.get("anonymous")),
            "grund": payload.get("grund", ""),
            "person": payload.get("person", {}),
            "events": [{**event.payload, "at": event.at.isoformat(), "by": event.who} for event in events],
            "documents": [self._document_out(one.document.id) for one in reversed(documents)],
        }

    def _document_out(self, document_id: UUID) -> dict[str, Any]:
        stored = self.store.read(self.tenant, document_id, by=self.by, reason="Exporterad")
        payload: Payload = stored.payload or {}
        kept = [
            self.store.file(self.tenant, document_id, name, by=self.by, reason="Exporterad")
            for name in self.store.files(self.tenant, document_id)
        ]
        optional = {
            "replaces": str(stored.replaces) if stored.replaces else None,
            "ends": payload.get("ends"),
            "letterhead": payload.get("letterhead"),
            "signing": list(self.store.signing(self.tenant, document_id)),
            "files": [
                {"name": one.name, "media_type": one.media_type, "base64": b64encode(one.data).decode()} for one in kept
            ],
        }
        return {
            "id": str(stored.id),
            "form": stored.form,
            "definition": stored.definition_sha256,
            "version": stored.version,
            "state": stored.state.value,
            "saved": stored.changed.isoformat(),
            "by": stored.changed_by,
            "by_name": payload.get("saved_by", ""),
            "answers": payload["answers"],
            **{name: value for name, value in optional.items() if value},
        }

    @staticmethod
    def _definitions(line: Mapping[str, Any]) -> list[str]:
        return [one[key] for one in line["documents"] for key in ("definition", "letterhead") if one.get(key)]


def _checked(data: Any) -> dict[str, Any]:
    """The line's outermost shape. Raises Refused."""
    if not isinstance(data, dict):
        raise Refused("Skriv ärendet som ett objekt, { … }.")
    if strange := set(data) - KEYS:
        raise Refused(f"{min(strange)}: Ta bort nyckeln. Den finns inte; välj bland {', '.join(sorted(KEYS))}.")
    if data.get("format") != FORMAT:
        raise Refused(f"format: Skriv {FORMAT}.")
    for name, kind in (("programme", str), ("events", list)):
        if not isinstance(data.get(name), kind):
            raise Refused(f"{name}: Skriv {'verksamhetens id' if kind is str else 'händelserna som en lista'}.")
    if not data.get("id") and not data.get("key"):
        raise Refused(
            "key: Skriv en nyckel som skiljer ärendet från de andra, till exempel numret i det gamla systemet."
        )
    try:
        if data.get("id"):
            UUID(str(data["id"]))
    except ValueError:
        raise Refused("id: Skriv ett UUID, eller ta bort id och skriv key.") from None
    return data


def _rounds(events: Iterable[Payload]) -> Iterator[Payload]:
    """The events of signing with their numbers, and the round that each belongs to."""
    current = 0
    for number, event in enumerate(events, 1):
        current += event.get("kind") == "created"
        yield {"number": number, "round": current, "event": event}


def _file(data: Mapping[str, Any]) -> Artefact:
    return Artefact(name=str(data["name"]), media_type=str(data["media_type"]), data=b64decode(str(data["base64"])))


def _at(day: date) -> datetime:
    """Noon of the day in Sweden: a day without an hour."""
    return datetime(day.year, day.month, day.day, 12, tzinfo=STOCKHOLM).astimezone(UTC)


def _newest(one: ImportedDocument) -> UUID:
    return one.document.id


def _json(value: Mapping[str, Any]) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
