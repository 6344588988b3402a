"""The registers: workplaces with their contact log, partners, modules."""

from collections.abc import Mapping
from pathlib import PurePath
from typing import Any
from uuid import UUID

from flask import Response, redirect, request, send_from_directory
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from ....forms.loading.small_forms import register_form
from ....schemas.phrases import phrase
from ...cases.registers import (
    REGISTERS,
    Register,
    RegisterEntry,
    entry_now,
    everything,
    form_of,
    matching,
    partners_of_programmes,
    places,
    register_now,
)
from ...documents.context import make_context
from ...documents.prefill import without_empty
from ...installation.access import signed_in
from ...installation.acting import acting
from ...installation.permissions import allowed
from ...installation.state import state
from ...storage import EntryMoved
from ...storage.ids import new_request_key
from ...web.rendering import render, url
from ...web.request_key import posted_request_key
from ..answer_words import answer_words
from ..small_form import Moved, small_form_page

MOST = 50
PICTURES = "bilder"
KINDS = (".png", ".jpg", ".jpeg")


def registers() -> ResponseReturnValue:
    """The registers there are."""
    return render("stegvis/registers.html", title=phrase("nav_registers"), registers=list(REGISTERS.values()))


def register_list(register: str) -> ResponseReturnValue:
    """One register by name, a page at a time; asked for by name, number or area. What is asked for is never in the
    address.
    """
    kept, text = register_now(register), request.form.get("sok", "").strip()
    retired, area = "borttagna" in request.args, request.args.get("omrade", "")
    found = [one for one in everything(kept, retired=True) if one.entry.retired == retired]
    shown = [one for one in matching(found, text) if area in ("", one.entry.payload.get("omrade"))]
    page = max(request.args.get("sida", 1, type=int), 1)
    return render(
        "stegvis/register.html",
        title=kept.title,
        register=kept,
        entries=shown[(page - 1) * MOST : page * MOST],
        number=len(shown),
        page=page,
        pages=-(-len(shown) // MOST),
        asked=text,
        area=area,
        areas=_areas(kept),
        retired=retired,
        may_write=allowed(signed_in(), "register.write"),
        brief=_brief,
        elsewhere=list(partners_of_programmes()) if register == "partner" and not text and not retired else [],
        request_key=new_request_key(),
    )


def entry_new(register: str) -> ResponseReturnValue:
    """A new entry, asked for as a form."""
    kept = register_now(register)

    def done(answers: Mapping[str, Any]) -> ResponseReturnValue:
        added = acting().registers.add(register, without_empty(answers), request_key=posted_request_key())
        return redirect(url("entry", register=register, entry_id=added.id), 303)

    back = url("register_list", register=register)
    title = f"Lägg till {kept.one}"
    return small_form_page(
        form_of(kept), kept.title, url("entry_new", register=register), done, button="Spara", back=back, title=title
    )


def entry(register: str, entry_id: UUID) -> ResponseReturnValue:
    """One entry: what is known of it, and what has been noted."""
    one, events = entry_now(register_now(register), entry_id)
    notes = [(event, _heading(event.payload), _rows(one.register, event.payload)) for event in reversed(events)]
    return render(
        "stegvis/entry.html",
        title=one.name,
        one=one,
        rows=answer_words(
            form_of(one.register, one.entry), one.entry.payload, make_context(), without={one.register.name}
        ),
        notes=notes,
        taken=places(one.entry) if register == "arbetsplats" else 0,
        may_write=allowed(signed_in(), "register.write"),
        request_key=new_request_key(),
        picture=_picture(one),
    )


def entry_change(register: str, entry_id: UUID) -> ResponseReturnValue:
    """The entry asked for again, with what it holds. What somebody else has changed meanwhile is told before it is
    written over.
    """
    one, _ = entry_now(register_now(register), entry_id)
    form, back = form_of(one.register, one.entry), url("entry", register=register, entry_id=entry_id)
    version = request.args.get("version", one.entry.version, type=int)

    def done(answers: Mapping[str, Any]) -> ResponseReturnValue:
        try:
            acting().registers.change(
                entry_id, version, request_key=posted_request_key(), payload=without_empty(answers)
            )
        except EntryMoved as moved:
            again = url("entry_change", register=register, entry_id=entry_id, version=moved.version)
            raise Moved(
                again,
                "Någon annan har ändrat här medan du skrev. Jämför, och spara igen om det du har skrivit ska gälla.",
            ) from None
        return redirect(back, 303)

    where = url("entry_change", register=register, entry_id=entry_id, version=version)
    return small_form_page(
        form,
        one.register.title,
        where,
        done,
        button="Spara",
        back=back,
        raw=one.entry.payload,
        title=f"Ändra {one.register.one}",
    )


def entry_note(register: str, entry_id: UUID) -> ResponseReturnValue:
    """Something noted of the entry: a contact with a workplace."""
    one, _ = entry_now(register_now(register), entry_id)
    if not one.register.noted:
        raise NotFound
    here, back = (
        url("entry_note", register=register, entry_id=entry_id),
        url("entry", register=register, entry_id=entry_id),
    )

    def done(answers: Mapping[str, Any]) -> ResponseReturnValue:
        acting().registers.note(entry_id, without_empty(answers), request_key=posted_request_key())
        return redirect(back, 303)

    return small_form_page(register_form(one.register.noted), one.name, here, done, button="Spara", back=back)


def entry_put_away(register: str, entry_id: UUID) -> ResponseReturnValue:
    """The entry is no longer offered, or is offered again; nothing is destroyed."""
    one, _ = entry_now(register_now(register), entry_id)
    acting().registers.change(
        entry_id, one.entry.version, request_key=posted_request_key(), retired=not one.entry.retired
    )
    return redirect(url("entry", register=register, entry_id=entry_id), 303)


def picture(name: str) -> Response:
    """A picture of a module, from the installation's own folder; nothing but pictures leaves it."""
    if PurePath(name).suffix.lower() not in KINDS:
        raise NotFound
    return send_from_directory((state().folder / PICTURES).resolve(), name)


def _picture(one: RegisterEntry) -> tuple[str, str] | None:
    name = str(one.entry.payload.get("bild") or "")
    return (
        (name, str(one.entry.payload.get("bild_alt") or ""))
        if name and (state().folder / PICTURES / name).is_file()
        else None
    )


BRIEF = {
    "arbetsplats": ("bransch", "arbetsplats_adress"),
    "partner": ("typ", "kontaktperson"),
    "modul": ("omrade", "slag"),
}
"""What a list says of an entry: before its name, and under it."""


def _brief(one: RegisterEntry) -> tuple[str, str]:
    form, payload = register_form(one.register.id), one.entry.payload
    first, rest = (
        next((words for _, words in answer_words(form, {name: payload[name]}, make_context())), "")
        if name in payload
        else ""
        for name in BRIEF[one.register.id]
    )
    return first, rest


def _heading(event: Mapping[str, Any]) -> str:
    return f"Hör av er igen {event['igen']}" if event.get("igen") else "Kontakt"


def _rows(register: Register, event: Mapping[str, Any]) -> list[tuple[str, str]]:
    return (
        answer_words(register_form(register.noted), event, make_context(), without={"dag", "igen"})
        if register.noted
        else []
    )


def _areas(register: Register) -> Mapping[str, str]:
    area = register_form(register.id).questions.get("omrade")
    return area.words_of if area else {}
