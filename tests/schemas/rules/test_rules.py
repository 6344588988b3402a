"""The table of rules: each is there by its name, says what it does, and is tried in the file of its module."""

import inspect
from pathlib import Path

import pytest

from stegvis.schemas.rules import RULES

HERE = Path(__file__).parent


@pytest.mark.parametrize(("name", "rule"), RULES.items(), ids=RULES)
def test_every_rule_has_a_class_of_tests_and_says_what_it_does(name, rule):
    module = rule.__module__.rpartition(".")[2]
    assert f"class Test{rule.__name__}(RuleTests):" in (HERE / f"test_{module}.py").read_text("utf-8")
    assert rule.name == name
    assert inspect.getdoc(rule)
