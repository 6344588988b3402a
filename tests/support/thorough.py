"""How much is tried of what only repeats: `STEGVIS_THOROUGH=1 make test` tries all of it."""

import os

from stegvis.forms import load_form

THOROUGH = os.environ.get("STEGVIS_THOROUGH") == "1"


def covering(names):
    """Of forms, or of examples named after them, few that together ask every kind of question, alone and in rows; all
    of them when thorough. For what is the same code for every question of a kind, and slow.
    """
    left = {name: _ways(load_form(name.partition("_")[0])) for name in names}
    if THOROUGH:
        return list(left)
    chosen, wanted = [], set().union(*left.values())
    while wanted:
        best = max(left, key=lambda name: len(left[name] & wanted))
        chosen.append(best)
        wanted -= left.pop(best)
    return sorted(chosen)


def _ways(form):
    return {(question.kind, "[]" in path) for path, question in form.walk()}
