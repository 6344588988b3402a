"""What a case is told of a saved document is kept in databases: the same answers go on telling the same.

`python tests/plugin/documents/test_digest.py` writes the list anew, when what is told is changed on purpose.
"""

import json
from pathlib import Path
from uuid import UUID

import pytest
from support.form_examples import CONTEXT, example, form_of

from stegvis.plugin.documents.digest import digest
from stegvis.plugin.exchange.lines import judge_line

TESTS = Path(__file__).parents[2]
KEPT = TESTS / "unchanged" / "digests.json"
NAMES = sorted(path.stem for path in (TESTS / "forms" / "examples").glob("*.json"))
ABOUT = UUID("019aa7b2-0000-7000-8000-00001a2b3c4d")


def told(name):
    """The digest of an example, as a database holds it."""
    form = form_of(name)
    answers = judge_line(form, example(name), CONTEXT, name)
    return json.loads(json.dumps(digest(form, answers, ABOUT if form.ends else None, CONTEXT)))


def test_every_example_is_kept():
    assert sorted(json.loads(KEPT.read_text("utf-8"))) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_the_same_answers_tell_the_same(name):
    assert told(name) == json.loads(KEPT.read_text("utf-8"))[name]


if __name__ == "__main__":
    whole = {name: told(name) for name in NAMES}
    KEPT.write_text(json.dumps(whole, ensure_ascii=False, indent=1, sort_keys=True) + "\n", "utf-8")
