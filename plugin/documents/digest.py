"""What a saved document tells its case: facts to carry to the next form, and the few answers that gates and lists
go by.
"""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from ...forms import Context, FormDefinition

WANTED: Mapping[str, tuple[str, ...]] = {
    "intresseanmalan": (
        "inkommen_datum",
        "praktikplats_finns",
        "kriterier",
        "beslut",
        "prioritet",
        "forsorjning",
        "boende",
    ),
    "samtycke": (
        "parter",
        "uppgifter",
        "galler_fran",
        "galler_till",
        "form",
        "sus_samtycke",
        "sus_samtycke_datum",
        "arbetsgivare_ingar",
    ),
    "aterkallelse": (
        "aterkallat_datum",
        "aterkallat_omfattning",
        "aterkallat_delar",
        "aterkallat_meddelat_till",
        "parter",
    ),
    "praktikavtal": (
        "avtal_nr",
        "typ",
        "period_fran",
        "period_till",
        "omfattning_timmar",
        "uppfoljning_datum",
        "studiebesok_datum",
        "studiebesok_skal",
    ),
    "praktikuppfoljning": (
        "datum",
        "form",
        "deltagit",
        "beslut",
        "period_fran",
        "period_till",
        "ny_period_fran",
        "ny_period_till",
        "nasta_uppfoljning",
    ),
    "upphavande": ("sista_dag", "avslutas_av"),
    "genomforandeplan": (
        "plan_typ",
        "plan_fran",
        "nasta_uppfoljning",
        "parter",
        "fas",
        "trappsteg",
        "schema",
        "delmal",
    ),
    "uppfoljning": ("datum", "typ", "stegforflyttning", "ny_nasta_uppfoljning", "malen"),
    "kartlaggning": ("samtal",),
    "avslut": (
        "avslut_datum",
        "avslut_status",
        "utfall",
        "efterkontakt",
        "uttrappning",
        "mal_uppfyllt",
        "forsorjning_efter",
    ),
    "schema": ("schema", "giltig_fran"),
    "bestallning": ("ingangsgrund", "bestallare"),
    "modulblad": ("moduler", "bedomningar"),
    "handlaggargrupp": ("datum", "beslut", "motiverad"),
}
"""By form: the answers that the case goes by, besides those that are counted."""

EMPTY: tuple[Any, ...] = (None, "", [], {})


def digest(
    form: FormDefinition, answers: Mapping[str, Any], ends: UUID | None = None, context: Context | None = None
) -> dict[str, Any]:
    """The digest of judged answers, as JSON can hold it. *answers* are as they are stored; *ends* is the document
    it is about.
    """
    reader = form.reader("kommun", answers, context or Context())
    given = {name: answer for name, answer in answers.items() if answer not in EMPTY}
    wanted = {*WANTED.get(form.id, ()), *(q.name for q in form.answerable if q.statistics)}
    return {
        "facts": {q.prefill: given[q.name] for q in form.questions.values() if carries(q.prefill) and q.name in given},
        "kinds": {q.prefill: q.kind for q in form.questions.values() if carries(q.prefill) and q.name in given},
        "answers": {name: answer for name, answer in given.items() if name in wanted},
        **({"ends": str(ends)} if ends else {}),
        **({"signed": True} if any(q.signs and q.required and reader.sees(q) for q in form.questions.values()) else {}),
    }


def carries(term: str) -> bool:
    """Whether a term is about the participant or the case, and so the same in the next form."""
    return bool(term) and term.partition(".")[0] not in (
        "anvandare",
        "handlaggare",
        "handling",
        "installation",
        "verksamhet",
    )
