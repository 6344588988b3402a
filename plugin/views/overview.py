"""How much each who is responsible has to do: for the manager, in numbers and without participants' names."""

from flask.typing import ResponseReturnValue

from ...schemas.phrases import phrase
from ..access import signed_in
from ..cases.service import programmes_now, refresh_stale, today
from ..documents import tenant
from ..rendering import render
from ..state import state

MOST = 100


def overview() -> ResponseReturnValue:
    """Open cases and overdue things for each who is responsible, both counted to a hundred."""
    refresh_stale()
    store, by = state().store.cases, signed_in().subject
    rows = store.overdue(tenant(), today(), by=by, most=MOST)
    names = {case.responsible: str(case.payload.get("responsible") or case.responsible) for who, _, _ in rows
             for case in store.listing(tenant(), by=by, closed=None, responsible=who, limit=1)}  # fmt: skip
    return render(
        "stegvis/overview.html", title=phrase("nav_overview"), rows=sorted(((names.get(who, who), cases, late) for who, cases, late in rows)),
        most=MOST, programmes=[one for one in programmes_now() if one.runs],
    )  # fmt: skip
