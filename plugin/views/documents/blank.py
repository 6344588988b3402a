"""The forms there are: to begin, and blank to print."""

from flask import redirect, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from ....exporters import compose
from ....exporters.errors import AudienceRefused
from ....exporters.letterhead import READERS
from ....forms import FormDefinition
from ....schemas.phrases import phrase
from ...documents.context import make_context
from ...documents.service import start
from ...installation.access import signed_in
from ...installation.catalogue import broken_now, form_now, forms_now
from ...installation.permissions import allowed
from ...storage.ids import new_request_key
from ...web.rendering import render, url
from ...web.request_key import posted_request_key
from .download import file_response


def forms() -> ResponseReturnValue:
    """Every form, with a button to begin it and blank copies for each who may have one."""
    return render(
        "stegvis/forms.html",
        title=phrase("nav_forms"),
        forms=[(form, _purpose(form), new_request_key()) for form in forms_now()],
        broken=[one.title for one in broken_now() if one.title],
        readers=READERS,
        may_begin=allowed(signed_in(), "document.write"),
    )


def _purpose(form: FormDefinition) -> str:
    """What the form is for, in one sentence without a full stop: its subtitle, or how its usual introduction begins."""
    usual = next((intro.text for intro in form.intro if intro.when is None), "")
    return form.subtitle or usual.partition(". ")[0].rstrip(".")


def begin(form_id: str) -> ResponseReturnValue:
    """A new draft of the form; the button pressed once more leads to the same one."""
    draft = start(form_now(form_id), posted_request_key())
    return redirect(url("fill", document_id=draft.id), 303)


def blank(form_id: str, form: str) -> ResponseReturnValue:
    """The form with nothing in it, as one audience may have it; Word, and PDF with `falt`, to be filled in on a
    screen.
    """
    fillable = form == "docx" or (form == "pdf" and "falt" in request.args)
    try:
        document = compose(
            form_now(form_id), None, request.args.get("kopia", "kommun"), make_context(), fillable=fillable
        )
    except AudienceRefused:
        raise NotFound from None
    return file_response(document, form)
