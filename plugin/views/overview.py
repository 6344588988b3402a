"""How much each who is responsible has to do: for the manager, in numbers and without participants' names."""

from flask import request
from flask.typing import ResponseReturnValue

from ...schemas.phrases import phrase
from ..cases.service import refresh_stale
from ..installation.acting import acting
from ..installation.clock import today
from ..web.rendering import render

MOST, ROWS = 100, 25


def overview() -> ResponseReturnValue:
    """Open cases and overdue things for each who is responsible, both counted to a hundred; a page of them at a
    time.
    """
    refresh_stale()
    after = request.args.get("efter", "")
    rows = acting().cases.overdue(today(), most=MOST, after=after, limit=ROWS)
    return render(
        "stegvis/overview.html",
        title=phrase("nav_overview"),
        most=MOST,
        last=rows[-1][0].responsible if len(rows) == ROWS else "",
        first=not after,
        rows=sorted(
            (str(case.payload.get("responsible") or case.responsible), number, late) for case, number, late in rows
        ),
    )
