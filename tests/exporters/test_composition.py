"""What compose puts in a copy: by audience, by state, and for a person whose data are protected."""

from dataclasses import replace
from datetime import date

import pytest
from support.filled import CONTEXT, answers, raw

from stegvis.exporters import compose
from stegvis.exporters.document import Answer, SignatureBlock, Text, blocks
from stegvis.exporters.errors import AudienceRefused, ReviewNeeded
from stegvis.forms import Signed, load_form


def labels(document):
    return {block.label: block.text for block in blocks(document) if isinstance(block, Answer)}


def test_a_form_is_refused_to_an_audience_it_is_not_for():
    with pytest.raises(AudienceRefused, match="Välj en annan mottagare"):
        compose(load_form("samtycke"), answers("samtycke"), "arbetsgivare", CONTEXT)


def test_a_signed_question_without_answer_says_so_and_an_unsigned_one_is_left_out():
    given = {name: answer for name, answer in raw("samtycke").items() if name not in ("undantag", "vittne")}
    said = labels(compose(load_form("samtycke"), answers("samtycke", given), "kommun", CONTEXT))
    assert said["Är det något som inte får lämnas?"] == "Inget svar"
    assert "Var någon mer med?" not in said


def test_a_draft_is_marked_and_shows_every_unanswered_question():
    document = compose(load_form("samtycke"), answers("samtycke"), "kommun", replace(CONTEXT, state="utkast"))
    assert document.marks == ("Utkast – gäller inte",)
    assert "Inget svar" in labels(document).values()


def test_the_annex_stands_last():
    document = compose(load_form("praktikavtal"), answers("praktikavtal"), "kommun", CONTEXT)
    assert document.sections[-1].heading == "Kommunens och deltagarens del"
    employer = compose(load_form("praktikavtal"), answers("praktikavtal"), "arbetsgivare", CONTEXT)
    assert "Kommunens och deltagarens del" not in {section.heading for section in employer.sections}


def test_an_act_of_signing_is_printed_where_its_party_signs():
    act = Signed(party="underskrift_arbetsgivare", name="Örjan Kuggström", place="Påhittby", date=date(2026, 12, 1))
    document = compose(
        load_form("praktikavtal"), answers("praktikavtal"), "kommun", replace(CONTEXT, signatures=(act,))
    )
    signed = next(
        b for b in blocks(document) if isinstance(b, SignatureBlock) and b.field == "underskrift_arbetsgivare"
    )
    assert (signed.name, signed.place, signed.date) == ("Örjan Kuggström", "Påhittby", "2026-12-01")


class TestProtectedData:
    """`skydd` other than nej: watermark for the kommun and the person, masked contacts, a review before the
    employer.
    """

    given = raw("praktikavtal") | {"skydd": "sekretessmarkering", "kontaktvag": ["brev"], "lamna_meddelande": "nej"}

    def test_the_employer_gets_no_copy_before_a_named_review(self):
        with pytest.raises(ReviewNeeded, match="granska kopian"):
            compose(load_form("praktikavtal"), answers("praktikavtal", self.given), "arbetsgivare", CONTEXT)
        reviewed = replace(CONTEXT, protected_review="Charlie Chefsson")
        document = compose(load_form("praktikavtal"), answers("praktikavtal", self.given), "arbetsgivare", reviewed)
        assert document.marks == ()
        assert "Skyddad uppgift" not in {block.text for block in blocks(document) if isinstance(block, Answer)}

    def test_a_part_gets_no_copy_before_it_either(self):
        given = raw("samtycke") | {
            "skydd": "fingerade",
            "kontaktvag": ["brev"],
            "lamna_meddelande": "nej",
            "sus_samtycke": "anonym",
        }
        with pytest.raises(ReviewNeeded):
            compose(load_form("samtycke"), answers("samtycke", given), "part", CONTEXT)

    def test_contacts_are_masked_in_every_copy(self):
        document = compose(load_form("praktikavtal"), answers("praktikavtal", self.given), "kommun", CONTEXT)
        masked = [
            block.label for block in blocks(document) if isinstance(block, Answer) and block.text == "Skyddad uppgift"
        ]
        assert masked == ["Vem ska arbetsplatsen ringa vid en olycka?", "Telefon", "E-post", "Adress"]
        assert self.given["adress"] not in document.answers
        assert document.marks == ("Skyddade personuppgifter – lämna inte ut utan granskning",)


def test_texts_for_each_ground_are_for_the_kommun_and_the_participant_alone():
    voluntary = raw("praktikavtal_frivillig")
    texts = {
        audience: " ".join(
            paragraph
            for block in blocks(
                compose(load_form("praktikavtal"), answers("praktikavtal", voluntary), audience, CONTEXT)
            )
            if isinstance(block, Text)
            for paragraph in block.paragraphs
        )
        for audience in ("deltagare", "arbetsgivare")
    }
    assert "Räkna därför inte med arbetsskadeförsäkringen" in texts["deltagare"]
    assert "frivillig" not in texts["arbetsgivare"].lower()
    assert "socialförsäkringsbalken" not in texts["arbetsgivare"]


def test_a_saved_answer_is_printed_whatever_the_settings_say_today():
    form = load_form("praktikavtal")
    judged = answers("praktikavtal")
    stricter = replace(CONTEXT, revealing=("kommunens",))
    written = form.schema(CONTEXT).dump(judged)
    assert form.schema(stricter).validate(written)
    assert form.schema(stricter).restore(written) == judged


def test_an_employer_is_told_neither_nämnd_nor_unit_by_a_text_that_names_them(tmp_path):
    (tmp_path / "lokal.toml").write_text(
        'form = "praktikavtal"\n[texts.skada_vem]\ntext = "Ring {enhet} vid {namnd}."\n'
    )
    document = compose(load_form("praktikavtal", tmp_path), answers("praktikavtal"), "arbetsgivare", CONTEXT)
    told = [paragraph for block in blocks(document) if isinstance(block, Text) for paragraph in block.paragraphs]
    assert "Ring Kommunens praktiksamordning vid Åviks kommun." in told


def test_an_empty_agreement_holds_what_may_apply_under_its_own_heading():
    """Nobody knows yet whether the participant is a minor or the workplace public."""
    document = compose(load_form("praktikavtal"), None, "arbetsgivare", CONTEXT)
    headings = {block.heading for block in blocks(document) if isinstance(block, Text)}
    assert {"Om deltagaren är under 18 år", "Tystnadsplikt på en arbetsplats hos kommun, region eller stat"} <= headings
    assert any("vårdnadshavare" in block.role for block in blocks(document) if isinstance(block, SignatureBlock))
