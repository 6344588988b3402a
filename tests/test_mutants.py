"""The list of tests that mutants are tried with names what there is."""

import mutants


def test_every_module_of_signing_is_tried_with_tests_that_exist():
    modules = {path.stem for path in (mutants.ROOT / mutants.FOLDER).glob("*.py")} - {"__init__"}
    assert set(mutants.TESTS) == modules
    assert not [test for tests in mutants.TESTS.values() for test in tests if not (mutants.ROOT / test).is_file()]
