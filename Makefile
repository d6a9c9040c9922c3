# Everything runs in .venv, made here from uv.lock. Needs only Python 3.11 or later, make and a package index.

PYTHON ?= python3
BIN := .venv/bin
SYNC := $(BIN)/uv sync --frozen --inexact --quiet

# Mahdar as a user installs it, its reading compiled: an environment of its own, built anew when the sources change.
INSTALLED := build/installed
INSTALL := UV_PROJECT_ENVIRONMENT=$(INSTALLED) $(SYNC) --no-editable --no-dev

.PHONY: help setup test lint format docs demo same bench bench-joining bench-store clean

help:
	@echo "make setup    install Mahdar and its development tools into .venv"
	@echo "make test     run the tests"
	@echo "make lint     check style, types and the direction of the imports"
	@echo "make format   put the code into the house's form"
	@echo "make docs     count what the tables hold into docs/coverage.md"
	@echo "make demo     read the sample articles and show the records"
	@echo "make same     compile the reading and compare its records with those of the plain code"
	@echo "make bench    measure the reading against the bare scan and spaCy"
	@echo "make bench-store  measure the database with 100,000 generated articles"
	@echo "make bench-joining  measure who is who and which event is which on a made-up press"

setup: .venv/.ready

.venv/.ready: pyproject.toml uv.lock
	@$(PYTHON) -c 'import sys; sys.exit("Mahdar needs Python 3.11 or later, this is " + sys.version.split()[0] if sys.version_info < (3, 11) else 0)'
	@test -x $(BIN)/python || { echo "making .venv"; $(PYTHON) -m venv .venv; }
	@test -x $(BIN)/uv || { echo "installing uv"; $(BIN)/python -m pip install --quiet "uv>=0.5"; }
	@echo "installing from uv.lock"
	@$(SYNC)
	@touch $@

test: setup
	$(BIN)/pytest

lint: setup
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

format: setup
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

docs: setup
	$(BIN)/python -m mahdar.packs.coverage > docs/coverage.md

demo: setup
	@$(BIN)/mahdar read demo/articles
	@echo
	@cat demo/next-steps.txt
	@echo "(the command is $(BIN)/mahdar; . $(BIN)/activate makes it plain mahdar)"

same: setup
	@echo "building and installing Mahdar into $(INSTALLED)"
	@$(INSTALL)
	@$(INSTALLED)/bin/python -c 'import sys, mahdar.reading.reader as r; sys.exit("the reading is not compiled" if r.__file__.endswith(".py") else 0)'
	$(BIN)/mahdar read tests/gold/dev demo/articles --format jsonl -o build/plain.jsonl
	$(INSTALLED)/bin/mahdar read tests/gold/dev demo/articles --format jsonl -o build/compiled.jsonl
	cmp build/plain.jsonl build/compiled.jsonl
	PYTHONPATH=$$($(INSTALLED)/bin/python -c 'import sysconfig; print(sysconfig.get_path("platlib"))') $(BIN)/pytest tests/record

bench: setup
	@echo "building and installing Mahdar into $(INSTALLED)"
	@$(SYNC) --group bench
	@$(INSTALL) --group bench
	$(INSTALLED)/bin/python bench/run.py --plain $(BIN)/python

bench-store: setup
	$(BIN)/python bench/store.py

bench-joining: setup
	$(BIN)/python bench/joining.py

clean:
	rm -rf .venv build .pytest_cache .hypothesis .mypy_cache .ruff_cache .import_linter_cache
