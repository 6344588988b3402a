"""What is written for those who write form files keeps up with what reads them."""

from pathlib import Path

import pytest

from stegvis.forms.kinds import KINDS
from stegvis.forms.loading.reference import reference
from stegvis.schemas.rules import RULES

ROOT = Path(__file__).parents[3]
DOCS = ROOT / "docs"
PARTIALS = ROOT / "plugin" / "templates" / "stegvis" / "kinds"


def test_the_reference_is_what_the_loader_says():
    assert (DOCS / "form-file.md").read_text("utf-8") == reference(), (
        "run: python -m stegvis.forms.loading.reference > docs/form-file.md"
    )


@pytest.mark.parametrize("name", [*KINDS, *RULES])
def test_every_kind_and_rule_is_told_of_in_swedish(name):
    about = (KINDS.get(name) or RULES[name]).about
    assert about.endswith(".")
    assert f"### `{name}`\n\n{about}" in reference()


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_every_key_says_what_it_means(kind):
    keys = [field for field in kind.__dataclass_fields__.values() if "shape" in field.metadata]
    assert keys
    assert [field.name for field in keys if not field.metadata["doc"].endswith(".")] == []


def test_every_kind_is_drawn_by_a_partial_of_its_own_and_no_partial_is_left_over():
    assert {path.stem for path in PARTIALS.glob("*.html")} == set(KINDS)
