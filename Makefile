# Two commands on a fresh machine with Python 3.11 or newer, make and git:
#   make site    builds the course into site/
#   make test    checks everything
# Paths are relative on purpose: the project may lie in a folder with a space in its name.

PYTHON ?= python3
ifeq ($(OS),Windows_NT)
BIN := .venv/Scripts
else
BIN := .venv/bin
endif

.PHONY: site serve check test test-all bench format clean

site: .venv/site.ok
	$(BIN)/trellis build

serve: .venv/site.ok
	$(BIN)/trellis serve

check: .venv/site.ok
	$(BIN)/trellis check

test: .venv/test.ok
	$(BIN)/ruff check build_tools tests
	$(BIN)/ruff format --check build_tools tests
	$(BIN)/mypy --strict build_tools
	$(BIN)/python -m pytest -m "not slow" -n 3 --dist worksteal

test-all: .venv/test.ok
	$(BIN)/ruff check build_tools tests
	$(BIN)/mypy --strict build_tools
	$(BIN)/python -m pytest -n 3 --dist worksteal

bench: .venv/test.ok
	$(BIN)/python -m tests.bench.bench

format: .venv/test.ok
	$(BIN)/ruff check --fix build_tools tests
	$(BIN)/ruff format build_tools tests

clean:
	rm -rf .venv site dist .mypy_cache .pytest_cache .ruff_cache .hypothesis

.venv/bin.ok:
	$(PYTHON) -c 'import sys; sys.exit("Trellis needs Python 3.11 or newer; this is " + sys.version.split()[0]) if sys.version_info < (3, 11) else 0'
	$(PYTHON) -m venv .venv
	@touch $@

.venv/site.ok: .venv/bin.ok pyproject.toml constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

.venv/test.ok: .venv/site.ok
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[test]"
	$(BIN)/python -m tests.browser.chromium
	@touch $@
