"""Schema: how often, where, when and with whom; and who has decided the hours."""

from support.form_examples import example, problems

from stegvis.forms import load_form

FORM = load_form("schema")


def test_it_is_never_empty():
    assert "schema" in str(problems("schema", schema={"rader": []}))


def test_who_decided_the_times_is_said_and_not_to_the_employer():
    assert "egna_tider" in problems("schema", egna_tider=None)
    assert "arbetsgivare" not in FORM.questions["egna_tider"].audience


def test_the_employer_reads_the_times_and_a_neutral_contact():
    assert "arbetsgivare" in FORM.questions["schema"].audience
    told = problems("schema", handlaggare_namn="Missbruksenheten")["handlaggare_namn"]
    assert told[0].startswith("Välj en neutral roll")


def test_two_things_at_once_are_refused_or_pointed_out():
    row = example("schema")["schema"]["rader"][0]
    twice = {"giltig_fran": "2026-11-23", "rader": [row, row]}
    context_says = problems("schema", schema=twice) or FORM.warnings(
        FORM.schema().restore({**example("schema"), "schema": twice})
    )
    assert context_says
