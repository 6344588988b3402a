"""Whether the service can do its work, asked by machines."""

from flask import jsonify
from flask.typing import ResponseReturnValue

from ..installation.catalogue import broken_now
from ..installation.database import storage_problem
from ..installation.state import state


def health() -> ResponseReturnValue:
    """200 or 503, a word for machines and no data.

    A form whose file is broken stops that form and no other, and a letterhead that is broken is replaced by ours,
    so the answer is still 200; the log says what to mend.
    """
    problem = storage_problem(state())
    if problem:
        return jsonify(status="unavailable", database=problem), 503
    broken = {"forms": "broken"} if broken_now() else {}
    if state().letterhead_problems:
        broken["letterhead"] = "broken"
    return jsonify(status="limited" if broken else "ok", database="ok", **broken)
