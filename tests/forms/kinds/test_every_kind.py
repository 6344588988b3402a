"""Every kind has a sample, and every module of kinds a file of tests that tries each of its kinds."""

from pathlib import Path

import pytest
from support.making import sample

from stegvis.forms.kinds import KINDS

HERE = Path(__file__).parent
MODULES = sorted(path.stem for path in (HERE.parents[2] / "forms/kinds").glob("[a-z]*.py"))


@pytest.mark.parametrize("module", MODULES)
def test_every_module_has_its_tests(module):
    assert (HERE / f"test_{module}.py").exists()


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_sample_and_is_tried_by_name(kind):
    assert sample(kind).questions["svar"].kind == kind
    module = KINDS[kind].__module__.rpartition(".")[2]
    assert f'"{kind}"' in (HERE / f"test_{module}.py").read_text("utf-8")
