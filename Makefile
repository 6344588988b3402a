# `make run` and `make test` are all there is to know; they need Python 3.11 or newer, with venv.
PYTHON ?= python3
PIP = .venv/bin/pip install --quiet --disable-pip-version-check --editable

run: .venv/ready
	.venv/bin/stegvis run

test: .venv/test
	.venv/bin/python tests/tools.py
	.venv/bin/pytest -n auto --dist loadfile --no-loadscope-reorder $(ARGS)

check: .venv/check
	.venv/bin/ruff check
	.venv/bin/ruff format --check --quiet
	.venv/bin/lint-imports --config setup.cfg --no-cache
	.venv/bin/mypy

bench: .venv/test
	.venv/bin/python -m tests.benchmarks

.venv/ready: setup.cfg pyproject.toml
	$(PYTHON) -m venv .venv
	$(PIP) '.[signing]'   # so that the demonstration shows everything
	ln -sfn .. .venv/stegvis   # so that mypy and editors find stegvis.forms in forms/
	touch $@

.venv/test: .venv/ready
	$(PIP) '.[test,bench]'
	touch $@

.venv/check: .venv/ready
	$(PIP) '.[check]'
	touch $@

.PHONY: run test check bench
