"""The list of tests that mutants are tried with names what there is."""

import mutants


def test_every_module_of_signing_is_tried_with_tests_that_exist():
    pure = {f"signing/{path.stem}" for path in (mutants.ROOT / "plugin/signing").glob("*.py")} - {"signing/__init__"}
    assert pure == {name for name in mutants.TESTS if name.startswith("signing/")}
    assert all((mutants.ROOT / mutants.PLUGIN / f"{name}.py").is_file() for name in mutants.TESTS)
    assert not [test for tests in mutants.TESTS.values() for test in tests if not (mutants.ROOT / test).is_file()]
