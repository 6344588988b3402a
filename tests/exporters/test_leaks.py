"""An employer's copy, and a part's, hold no word they may not see: not in text, metadata, tags, lists or
attachments.
"""

from dataclasses import replace

import pytest
from support.filled import CONTEXT, COPIES, answers, raw
from support.raw import raw_text

from stegvis.exporters import compose, export, file_name
from stegvis.forms import load_form
from stegvis.forms.kinds.choice import Optioned
from stegvis.forms.kinds.text import WrittenQuestion

STYLES = {"Underskrifter"}
"""Names of styles in Word that are also words of forms."""
FORMATS = ("pdf", "docx", "html", "txt", "json")


OUTSIDE = [copy for copy in COPIES if copy[1] in ("arbetsgivare", "part")]
"""Every copy that leaves the kommun and the participant."""


def marked(form_id):
    """The example with a made-up word in every text that takes one, told apart by question: what a leak would carry."""
    given, words = raw(form_id), {}
    for name, question in load_form(form_id).questions.items():
        if isinstance(question, WrittenQuestion) and name in given:
            word = f"Hemlig{len(words):02}ord"
            spoiled = {**given, name: f"{word} {'och annat som behövs' if question.min_length else ''}".strip()}
            if load_form(form_id).schema(CONTEXT).validate(spoiled) == {}:
                given, words[name] = spoiled, word
    return given, words


def hidden_words(form, audience):
    """Labels and options of what the audience may not see, that no text it may see uses too."""
    seen, hidden = set(), set()
    for _, question in form.walk():
        words = (
            {question.label, *(text for _, text in question.options if isinstance(question, Optioned))}
            if isinstance(question, Optioned)
            else {question.label}
        )
        (seen if audience in question.audience else hidden).update(words)
    told = " ".join(seen) + " ".join(v.text for _, q in form.walk() if q.kind == "fixed" for v in q.texts)
    return {word for word in hidden if len(word) > 12 and word not in told}


@pytest.fixture(scope="module", params=OUTSIDE, ids="-".join)
def outside_copy(request):
    form_id, audience = request.param
    given, words = marked(form_id)
    return load_form(form_id), audience, answers(form_id, given), words


@pytest.mark.parametrize("format_name", FORMATS)
def test_who_stands_outside_finds_nothing_they_may_not_see(outside_copy, format_name):
    form, audience, judged, words = outside_copy
    secret = {word for name, word in words.items() if audience not in form.questions[name].audience}
    if audience == "arbetsgivare":
        secret |= {CONTEXT.letterhead.namnd, CONTEXT.letterhead.enhet, "ovning@exempel.se", str(judged["arendenummer"])}
    text = raw_text(export(compose(form, judged, audience, CONTEXT), format_name), format_name)
    assert [word for word in secret | hidden_words(form, audience) - STYLES if word in text] == []
    seen = {path.split(".")[-1] for path, question in form.walk() if audience in question.audience}
    keys = {key for _, question in form.walk() if isinstance(question, Optioned) for key in question.words_of}
    assert [name for name in form.questions.keys() - seen - keys if f'"{name}"' in text] == []


@pytest.mark.parametrize("format_name", FORMATS)
def test_the_search_finds_the_same_words_in_the_kommuns_copy(outside_copy, format_name):
    """The search itself: what must not reach them is there to be found where it belongs."""
    form, _, judged, words = outside_copy
    text = raw_text(export(compose(form, judged, "kommun", CONTEXT), format_name), format_name)
    assert words and [word for word in words.values() if word not in text] == []


@pytest.mark.parametrize("format_name", FORMATS)
def test_a_part_finds_only_its_own_cells_and_terms(format_name):
    form = load_form("samtycke")
    given = raw("samtycke")
    given["forbehall"] = ["Villkorett", "Villkortva", "Villkortre"][: len(given["parter"])]
    given["uppgifter"] = [cell for cell in given["uppgifter"] if cell["uppgift"] != "annat"]
    given["uppgifter"] += [
        {"uppgift": "annat", "part": 1, "annat_text": "Annatett"},
        {"uppgift": "annat", "part": 2, "annat_text": "Annattva"},
    ]
    judged = answers("samtycke", given)
    copy = compose(form, judged, "part", replace(CONTEXT, part=2))
    text = raw_text(export(copy, format_name), format_name)
    assert "Villkortva" in text
    assert "Annattva" in text
    assert [word for word in ("Villkorett", "Villkortre", "Annatett") if word in text] == []
    nobody = raw_text(export(compose(form, judged, "part", replace(CONTEXT, part=None)), format_name), format_name)
    assert [word for word in ("Villkorett", "Villkortva", "Annatett", "Annattva") if word in nobody] == []


@pytest.mark.parametrize("format_name", FORMATS)
@pytest.mark.parametrize("part", [1, 2, 3, None])
def test_a_part_finds_nothing_of_a_plan_but_its_own(format_name, part):
    form = load_form("genomforandeplan")
    given, words = marked("genomforandeplan")
    given["aktiviteter"] = [
        {**row, "vad": f"Syssla{n}x", "hur": f"Metod{n}x"} for n, row in enumerate(given["aktiviteter"])
    ]
    given["parter"] = [{**row, "kontaktperson": f"Kontakt{n}x"} for n, row in enumerate(given["parter"], 1)]
    judged = answers("genomforandeplan", {**given, "plan_typ": "gemensam"})
    text = raw_text(export(compose(form, judged, "part", replace(CONTEXT, part=part)), format_name), format_name)
    secret = {word for name, word in words.items() if "part" not in form.questions[name].audience}
    hidden = hidden_words(form, "part") - {"Underskrifter"}  # what Word's letterhead calls one of its styles
    assert [word for word in secret | hidden if word in text] == []
    found = [n for n, row in enumerate(given["aktiviteter"]) if row["vad"] in text or row["hur"] in text]
    assert found == [n for n, row in enumerate(given["aktiviteter"]) if part and row.get("part") == part]
    assert [n for n in (1, 2, 3) if f"Kontakt{n}x" in text] == [n for n in (1, 2, 3) if n in (part, 3)]
    assert [
        name for name, question in form.questions.items() if "part" not in question.audience and f'"{name}"' in text
    ] == []


@pytest.mark.parametrize("form_id", [form_id for form_id, audience in OUTSIDE if audience == "arbetsgivare"])
def test_a_blank_employers_form_has_no_help_and_no_hidden_question(form_id):
    form = load_form(form_id)
    text = raw_text(export(compose(form, None, "arbetsgivare", CONTEXT), "html"), "html")
    assert [word for word in hidden_words(form, "arbetsgivare") if word in text] == []
    helped = {question.help for question in form.questions.values() if len(question.help) > 20}
    told = " ".join(variant.text for variant in form.intro if "arbetsgivare" in variant.audience)
    assert [words for words in helped if words in text and words not in told] == []


def test_file_names_tell_nothing_about_anybody():
    form = load_form("praktikavtal")
    document = compose(form, answers("praktikavtal"), "arbetsgivare", CONTEXT)
    assert file_name(document, "pdf") == "praktikavtal_1A2B3C4D_arbetsgivare.pdf"
