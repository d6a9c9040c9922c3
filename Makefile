# Everything runs in .venv, made here from uv.lock. Needs only Python 3.11 or later, make and a package index.

PYTHON ?= python3
BIN := .venv/bin
SYNC := $(BIN)/uv sync --frozen --inexact --quiet

.PHONY: help setup test lint format docs demo bench clean

help:
	@echo "make setup    install Mahdar and its development tools into .venv"
	@echo "make test     run the tests"
	@echo "make lint     check style, types and the direction of the imports"
	@echo "make format   put the code into the house's form"
	@echo "make docs     count what the tables hold into docs/coverage.md"
	@echo "make demo     read the sample articles and show the records"
	@echo "make bench    measure the reading against the bare scan and spaCy"

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

bench: setup
	@$(SYNC) --group bench
	$(BIN)/python bench/run.py

clean:
	rm -rf .venv .pytest_cache .hypothesis .mypy_cache .ruff_cache .import_linter_cache
